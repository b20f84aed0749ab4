"""The pictures of a room as a workbook: a sheet of what they are, one of traits, one of verdicts, one of answers.

A row is a trait, a kind of verdict or an answer, never a person. Its texts are texts: no cell is a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from catalog.content.words import Words
from reports.tables.tables import Cell, Table
from reports.workshop.told import Told

ABOUT = "picture title taken people rule"
TRAITS = "picture title people trait_name low_end high_end before mean spread"
ANSWERS = "picture title people answer count right"
SAID = "picture title people text"


def pictures_xlsx(told: Sequence[Told], title: str, words: Words, on: date, mark: str = "") -> bytes:
    """``title``: the workshop's; ``on``: the file's date; ``mark``: what stands above everything else, "" for nothing.
    The same arguments give the same bytes.
    """
    from reports.tables.excel import workbook

    return workbook(pictures_tables(told, title, words, on, mark), on)


def pictures_tables(told: Sequence[Told], title: str, words: Words, on: date, mark: str = "") -> tuple[Table, ...]:
    """Sheets without a row are left out, but for the first."""
    numbered = list(enumerate(told, 1))
    about: list[tuple[Cell, ...]] = [(None, mark, None, None, None)] if mark else []
    about.append((None, title, on.isoformat(), None, words("shown.file.lead")))
    about.append((None, words("site.name"), None, None, words("trainer.no_gate")))
    about += [(at, one.title, one.taken, one.people, one.rule) for at, one in numbered]
    sheets = (
        _table("about", ABOUT, about, words),
        _table("traits", TRAITS, (row for at, one in numbered for row in _traits(at, one, words)), words),
        _table(
            "verdicts",
            SAID,
            ((at, one.title, one.people, said) for at, one in numbered for said in one.said),
            words,
        ),
        _table("answers", ANSWERS, (row for at, one in numbered for row in _answers(at, one, words)), words),
    )
    return tuple(one for one in sheets if one.rows)


def _traits(at: int, one: Told, words: Words) -> Iterable[tuple[Cell, ...]]:
    for trait in one.traits:
        spread = words(f"charts.team.spread.{trait.spread}") if trait.spread else None
        yield (at, one.title, one.people, trait.name, trait.low, trait.high, trait.other, trait.mean, spread)


def _answers(at: int, one: Told, words: Words) -> Iterable[tuple[Cell, ...]]:
    for bar in one.bars:
        right = words("shown.right") if bar.right else None
        yield (at, one.title, one.people, bar.name, bar.shown if bar.count is None else bar.count, right)


def _table(name: str, columns: str, rows: Iterable[tuple[Cell, ...]], words: Words) -> Table:
    ids = tuple(columns.split())
    titles = tuple(words(f"shown.column.{column}") for column in ids)
    return Table(name, words(f"shown.sheet.{name}"), ids, titles, tuple(rows))
