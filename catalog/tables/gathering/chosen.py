"""Which sheets of a table are read, and as what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.tables.gathering.columns import Header, check_header, fits, header_of, in_language, languages_of
from catalog.tables.headings import sheet_kind, sheet_name
from catalog.tables.layout import ITEMS, ROLES, ROW_SHEETS, SCENARIOS, TASKS, TRAITS, WEIGHTS, key_sheets
from catalog.tables.reading.read import ReadTable
from catalog.tables.said import Said, TableProblems, sentence
from catalog.tables.sheet import Sheet

GUESSED = (ITEMS, WEIGHTS, SCENARIOS, TASKS, TRAITS, ROLES)
"""What a sheet of another name may be, by its header; the stricter ones first."""
SHOWN = 10
"""So many faults of one kind are named in a sheet; the last line counts the others."""


@dataclass(frozen=True, slots=True)
class Chosen:
    sheet: Sheet
    header: Header


def choose(read: ReadTable, language: str) -> tuple[Mapping[str, Chosen], list[Said]]:
    """The sheets by their kind, and notes. Raises TableProblems with all that is wrong with headers and cells."""
    problems: list[Said] = []
    notes: list[Said] = [*read.notes]
    chosen: dict[str, Chosen] = {}
    known = (*ROW_SHEETS, SCENARIOS, WEIGHTS, *key_sheets())
    for sheet in read.sheets:
        kind = sheet_kind(sheet.name) or _guessed(sheet)
        if kind not in known and len(read.sheets) == 1:
            kind = ITEMS
        if kind is None or kind not in known:
            notes.append(sentence("unread_sheet", sheet.place()))
        elif kind in chosen:
            problems.append(sentence("sheet_twice", sheet.place(), other=chosen[kind].sheet.name))
        else:
            header = header_of(sheet, kind)
            found, said = check_header(sheet, header, kind, language)
            problems += found
            notes += said
            chosen[kind] = Chosen(sheet, header)
    for sheet in read.hidden:
        kind = sheet_kind(sheet.name)
        if kind in known and kind not in chosen:
            problems.append(sentence("hidden_sheet", sheet.place()))
        else:
            notes.append(sentence("hidden_sheet_left", sheet.place()))
    for one in chosen.values():
        problems += _faults(one)
    if problems:
        raise TableProblems(problems)
    if not chosen:
        names = ", ".join(sheet_name(kind, language) for kind in (ITEMS, TRAITS))
        raise TableProblems([sentence("nothing_to_read", read.sheets[0].place(), names=names)])
    return _in_one_language(chosen), notes


def _guessed(sheet: Sheet) -> str | None:
    return next((kind for kind in GUESSED if fits(header_of(sheet, kind), kind)), None)


def _faults(chosen: Chosen) -> list[Said]:
    """Cells of the table that hold no plain value. What stands above it or beside it is nobody's business."""
    said: list[Said] = []
    counts: dict[str, int] = {}
    sheet, header = chosen.sheet, chosen.header
    for (row, column), fault in sorted(sheet.faults.items()):
        code, _, cells = fault.partition(" ")
        if row < header.row or (column not in header.columns and code != "merged"):
            continue
        counts[code] = counts.get(code, 0) + 1
        if counts[code] <= SHOWN:
            said.append(sentence(code, sheet.place(row, column), **({"cells": cells} if cells else {})))
    said += [
        sentence("more_of_this", sheet.place(header.row), n=number - SHOWN)
        for number in counts.values()
        if number > SHOWN
    ]
    return said


def _in_one_language(chosen: Mapping[str, Chosen]) -> Mapping[str, Chosen]:
    """Columns that name no language are in the only one that is named elsewhere, or else in the headings' own."""
    named = {language for kind, one in chosen.items() for language in languages_of(one.header, kind)}
    headings = [column.heading for one in chosen.values() for column in one.header.columns.values()]
    own = "en" if all(heading.isascii() for heading in headings) else "ja"
    language = next(iter(named)) if len(named) == 1 else own
    return {kind: Chosen(one.sheet, in_language(one.header, language)) for kind, one in chosen.items()}
