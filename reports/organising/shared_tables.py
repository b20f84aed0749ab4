"""What was shared in a campaign as tables: one row a person, newest first, and the questions of the interview.

A cell that somebody did not share says so in words. No row has a number of its own: an order would read as a ranking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import chain
from typing import TYPE_CHECKING

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.time_zone import zone_named
from reports.organising.within import within
from reports.sharing.shown import Shown, shown
from reports.tables.tables import Cell, Table
from reports.tables.tables import shown as digits
from reports.told.numbers import Number

if TYPE_CHECKING:
    from store import Campaign, Share

LONGEST_CELL = 32_767
"""Characters; Excel holds no more."""
CUT = "…"


@dataclass(frozen=True, slots=True)
class Column:
    """``id`` is the same in every language; ``meaning`` stands in the codebook."""

    id: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Read:
    """One share with what its level lets a reader see."""

    share: Share
    shown: Shown


def read(shares: Sequence[Share], words: Words) -> tuple[Read, ...]:
    """The shares as they are read, the newest first."""
    return tuple(Read(share, shown(within(share.level, share.content), words)) for share in newest_first(shares))


def newest_first(shares: Sequence[Share]) -> list[Share]:
    return sorted(shares, key=lambda share: (share.shared, share.id), reverse=True)


def in_zone(campaign: Campaign, moment: datetime) -> str:
    """``2026-12-10 18:00`` as the campaign's clocks show it."""
    zone: tzinfo | None = zone_named(campaign.zone)
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def text(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - len(CUT)] + CUT


def table_of(name: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], words: Words) -> Table:
    cells = tuple(tuple(text(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
    ids, titles = tuple(one.id for one in columns), tuple(one.title for one in columns)
    return Table(name, words(f"reading.sheet.{name}"), ids, titles, cells)


def plain_columns(ids: Sequence[str], words: Words) -> list[Column]:
    return [Column(one, words(f"reading.column.{one}"), words(f"reading.meaning.{one}")) for one in ids]


class SharedColumns:
    """The columns of the table of persons: they depend on the roles, groups and traits that anybody shared."""

    def __init__(self, rows: Sequence[Read], campaign: Campaign, words: Words, assessment: Assessment | None) -> None:
        self._words, self._campaign = words, campaign
        roles, groups, traits = (_names(rows, part) for part in ("roles", "groups", "traits"))
        if assessment is not None:
            roles, traits = _in_order(roles, assessment.role), _in_order(traits, assessment.trait)
            groups = _in_order(groups, assessment.group)
        self.roles, self.groups, self.traits = roles, groups, traits
        invited = ("invited", "reference") if campaign.links == "personal" else ()
        ids = ("share", "name", *invited, "level", "shared", "changed", "version", "form", "taken", "note")
        self._first = plain_columns(ids, words)
        told = ("verdict", "headline", "further", "warning", "flags")
        self._told = plain_columns(told, words)
        self._foundation = plain_columns(("foundation", "foundation_range"), words)
        self.columns: tuple[Column, ...] = (
            *self._first,
            *self._told,
            *self._foundation,
            *chain.from_iterable(self._measure("fit", role, name, chance=True) for role, name in roles.items()),
            *chain.from_iterable(self._measure("group", group, name) for group, name in groups.items()),
            *chain.from_iterable(self._measure("trait", trait, name) for trait, name in traits.items()),
        )

    def row(self, one: Read) -> tuple[Cell, ...]:
        share, unshared = one.share, self._words("reading.export.not_shared")
        first: dict[str, str] = {
            "share": share.id,
            "name": share.name or unshared,
            "invited": share.invited_name or "",
            "reference": share.invited_reference or "",
            "level": self._words(f"reading.level.{share.level}"),
            "shared": in_zone(self._campaign, share.shared),
            "changed": in_zone(self._campaign, share.changed),
            "version": one.shown.version,
            "form": one.shown.form,
            "taken": str(within(share.level, share.content)["assessment"]["date"]),
            "note": share.note or unshared,
        }
        cells: list[Cell] = [first[column.id] for column in self._first]
        return (*cells, *self._verdict(one.shown, unshared), *self._numbers(one.shown, unshared))

    def _verdict(self, seen: Shown, unshared: str) -> list[Cell]:
        told = seen.verdict
        if told is None:
            return [unshared] * len(self._told)
        return [
            self._words(f"reading.verdict.{told.kind}"),
            told.headline,
            "\n".join(told.further),
            "\n".join(told.warning),
            "\n".join(told.flags),
        ]

    def _numbers(self, seen: Shown, unshared: str) -> Iterator[Cell]:
        told = seen.verdict
        if told is None:
            yield from [unshared] * (2 + 3 * len(self.roles))
        else:
            yield from _pair(told.foundation)
            by_role = {one.fit.id: one for one in told.roles}
            for role in self.roles:
                found = by_role.get(role)
                yield from _pair(found.fit if found else None)
                yield digits(found.chance) if found and found.chance else None
        by_group = {one.number.id: one.number for one in seen.groups}
        for group in self.groups:
            yield from (unshared, unshared) if seen.traits is None else _pair(by_group.get(group))
        by_trait = {one.number.id: one.number for one in seen.traits or ()}
        for trait in self.traits:
            yield from (unshared, unshared) if seen.traits is None else _pair(by_trait.get(trait))

    def _measure(self, kind: str, of: str, name: str, *, chance: bool = False) -> Iterator[Column]:
        words = self._words
        for part in ("value", "range", *(("chance",) if chance else ())):
            title = words(f"reading.column.{kind}_{part}", name=name)
            yield Column(f"{kind}.{of}.{part}", title, words(f"reading.meaning.{kind}_{part}"))


def persons(rows: Sequence[Read], columns: SharedColumns, words: Words) -> Table:
    return table_of("shared", columns.columns, [columns.row(one) for one in rows], words)


QUESTION_IDS = ("share", "name", "whose", "why", "ask", "low_end", "high_end")


def questions(rows: Sequence[Read], campaign: Campaign, words: Words) -> Table:
    """The core questions once, which everybody is asked first; then those of each person who shared them."""
    everybody = words("reading.export.everybody")
    made: list[tuple[Cell, ...]] = [
        (None, everybody, words("reading.guide.core"), None, *_spoken(words, one.ask, one.low, one.high))
        for one in campaign.core
    ]
    for one in rows:
        name = one.share.name or words("reading.export.not_shared")
        if one.shown.questions is None:
            made.append((one.share.id, name, words("reading.guide.own"), *[words("reading.export.not_shared")] * 4))
        for asked in one.shown.questions or ():
            why = words(f"guide.about.{asked.about}")
            made.append((one.share.id, name, words("reading.guide.own"), why, asked.ask, asked.low, asked.high))
    return table_of("questions", plain_columns(QUESTION_IDS, words), made, words)


def _spoken(words: Words, *texts: Mapping[str, str]) -> Iterator[str]:
    for one in texts:
        yield one.get(words.language) or next(iter(one.values()), "")


def _names(rows: Sequence[Read], part: str) -> dict[str, str]:
    """Ids with their names, of all that anybody shared."""
    numbers: Iterator[Number]
    if part == "roles":
        numbers = (role.fit for one in rows for role in (one.shown.verdict.roles if one.shown.verdict else ()))
    elif part == "groups":
        numbers = (group.number for one in rows for group in one.shown.groups)
    else:
        numbers = (trait.number for one in rows for trait in one.shown.traits or ())
    return {number.id: number.name for number in sorted(numbers, key=lambda number: number.id)}


def _in_order(names: Mapping[str, str], order: Mapping[str, object]) -> dict[str, str]:
    """In the files' order; what the files do not hold any more comes last."""
    known = [one for one in order if one in names]
    return {one: names[one] for one in (*known, *(one for one in names if one not in order))}


def _pair(number: Number | None) -> tuple[Cell, Cell]:
    return (None, None) if number is None else (digits(number), number.spread or None)
