"""What a reader of an export must know, in the first sheet: what it is for and not for, and what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from catalog.content.words import Words
from reports.organising.shared_tables import QUESTION_IDS, Column, SharedColumns, in_zone, plain_columns, table_of
from reports.sharing.levels import LEVELS
from reports.tables.tables import Cell, Table

if TYPE_CHECKING:
    from store import Campaign

IDS = ("sheet", "id", "column", "meaning")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the whole export. ``id`` is the same in every language."""

    id: str
    title: str
    said: str


def facts(campaign: Campaign, shares: int, words: Words, at: datetime) -> tuple[Fact, ...]:
    """``at``: when the export is made; ``shares``: how many people's it holds. What it is not for comes first."""
    said = {
        "no_gate": words("texts.no_gate"),
        "campaign": campaign.title,
        "sender": _sender(campaign, words),
        "made": in_zone(campaign, at),
        "zone": campaign.zone,
        "shares": str(shares),
        "only_shared": words("reading.export.only_shared"),
        "not_shared": words("reading.export.not_shared"),
        "order": words("reading.export.order"),
        "delete": words("reading.export.delete"),
    }
    return tuple(Fact(name, words(f"reading.fact.{name}"), text) for name, text in said.items())


def entries(columns: SharedColumns, words: Words) -> tuple[tuple[str, Column], ...]:
    """Each column of the sheets, with the sheet's title."""
    sheets: Iterable[tuple[str, Sequence[Column]]] = (
        ("shared", columns.columns),
        ("questions", plain_columns(QUESTION_IDS, words)),
    )
    return tuple((words(f"reading.sheet.{sheet}"), column) for sheet, some in sheets for column in some)


def codebook(told: Sequence[Fact], columns: SharedColumns, words: Words) -> Table:
    about = words("reading.sheet.codebook")
    rows: list[tuple[Cell, ...]] = [(about, one.id, one.title, one.said) for one in told]
    for level in LEVELS:
        rows.append((about, f"level = {level}", words(f"reading.level.{level}"), words(f"reading.level_holds.{level}")))
    rows += [(sheet, column.id, column.title, column.meaning) for sheet, column in entries(columns, words)]
    return table_of("codebook", plain_columns(IDS, words), rows, words)


def _sender(campaign: Campaign, words: Words) -> str:
    texts = campaign.texts.get(words.language) or next(iter(campaign.texts.values()), None)
    return texts.sender if texts else ""
