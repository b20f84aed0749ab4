"""Sheets -> what each file of an assessment holds, with the cell of each part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_origin

from catalog.questionnaire.shapes import ASSESSMENT_SHAPES, AssessmentFile, RolesFile
from catalog.reading.document import Path
from catalog.reading.ids import fields_of
from catalog.tables.gathering.beginning import begin, keep_columns, keep_weights
from catalog.tables.gathering.chosen import Chosen, choose
from catalog.tables.gathering.columns import Column
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.gathering.made_ids import Ids
from catalog.tables.gathering.nested import gather_scenarios, gather_weights
from catalog.tables.gathering.rows import AROUND, add, first_column, number_of, rows
from catalog.tables.headings import key_of
from catalog.tables.layout import (
    ASSESSMENT,
    GROUPS,
    ITEMS,
    KEY_WORD,
    ROLES,
    ROW_SHEETS,
    SCENARIOS,
    TASKS,
    TRAITS,
    WEIGHTS,
    RowSheet,
    key_sheets,
)
from catalog.tables.paths import leaf, parted, shapes_at, shown, typed
from catalog.tables.reading.read import ReadTable
from catalog.tables.said import sentence
from catalog.tables.sheet import Place


def gather(read: ReadTable, existing: Mapping[str, Any], language: str) -> Gathered:
    """What the table says; ``existing``: what the other files of the folder hold already.

    Problems of single cells stand in what is returned. Raises TableProblems for a table that cannot be read at all.
    """
    chosen, notes = choose(read, language)
    gathered = Gathered(notes=notes)
    begin(gathered.values, existing, chosen)
    for kind in (GROUPS, TRAITS, ROLES):
        if kind in chosen:
            _rows(chosen[kind], ROW_SHEETS[kind], gathered, Ids({}))
            keep_columns(gathered, existing, ROW_SHEETS[kind], chosen[kind])
    ids = Ids(
        {**existing, **gathered.values},
        adds="traits" not in gathered.values and isinstance(existing.get("traits"), list),
    )
    for kind in (ITEMS, TASKS):
        if kind in chosen:
            _rows(chosen[kind], ROW_SHEETS[kind], gathered, ids)
            keep_columns(gathered, existing, ROW_SHEETS[kind], chosen[kind])
    if SCENARIOS in chosen:
        gather_scenarios(chosen[SCENARIOS], gathered, ids)
    if ROLES in chosen and WEIGHTS not in chosen:
        keep_weights(gathered, existing, chosen[ROLES], language)
    if WEIGHTS in chosen:
        gather_weights(chosen[WEIGHTS], gathered, ids)
    for kind in key_sheets():
        if kind in chosen:
            _keys(kind, chosen[kind], gathered)
    gathered.notes += ids.notes
    gathered.made |= ids.made
    return gathered


def _rows(chosen: Chosen, layout: RowSheet, gathered: Gathered, ids: Ids) -> None:
    root: Path = (
        ("traits",) if layout.kind == TRAITS and isinstance(gathered.values.get("traits"), dict) else layout.root
    )
    first = first_column(chosen)
    numbered = ids.numbered(chosen, layout.kind)
    for number, (row, cells) in enumerate(rows(chosen), start=1):
        at: Path = (*root, number)
        gathered.mark(layout.file, at, chosen.sheet.place(row, first), "")
        found: dict[Path, object] = {}
        for column, cell in cells:
            place = chosen.sheet.place(row, number_of(chosen, column))
            gathered.mark(layout.file, (*at, *column.path), place, column.heading)
            if column.path[:-1] and len(column.path) == 2 and layout.columns.get(column.path[:-1]):
                gathered.mark(layout.file, (*at, *column.path[:-1]), place, column.heading)
            if cell.strip() or column.asks_reversed:
                found[column.path] = _value(layout, column, cell, ids)
            if layout.kind == ITEMS and column.path == ("trait",):
                _added(gathered, ids, cell, found.get(column.path), place, column.heading)
        if numbered or (layout.kind in (ITEMS, TASKS) and not chosen.header.has("id")):
            found = {**found, ("id",): ids.item_id(found, layout.kind, numbered)}
        for path, value in found.items():
            heading = next((column.heading for column, _ in cells if column.path == path), shown(path))
            add(gathered, layout.file, (*at, *path), value, chosen.sheet.place(row, first), heading)
        _fill_lists(gathered, layout, at, found, chosen.sheet.place(row, first))


def _added(gathered: Gathered, ids: Ids, cell: str, trait: object, place: Place, heading: str) -> None:
    """Remember a trait that only its items name, beside those of the folder; a slip for one of these is said."""
    near = ids.near_trait(cell)
    if ids.unknown_name(cell):
        gathered.problems.append(sentence("unknown_trait_name", place, name=cell.strip()))
    elif near:
        gathered.problems.append(sentence("near_trait", place, name=cell.strip(), near=near))
    elif isinstance(trait, str) and ids.added(trait):
        gathered.added.setdefault(trait, (place, heading))


def _value(layout: RowSheet, column: Column, cell: str, ids: Ids) -> object:
    path = column.path
    if layout.kind == ITEMS and path == ("keyed",):
        return key_of(cell, column.asks_reversed) or cell.strip()
    if path == ("trait",):
        return ids.item_trait(cell)
    if path == ("role",):
        return ids.role(cell)
    if path == ("traits",) and layout.kind == GROUPS:
        return [ids.trait(one) for one in parted(cell)]
    return next((leaf(shape, path, cell.strip(AROUND)) for shape in layout.shapes), cell.strip(AROUND))


def _fill_lists(gathered: Gathered, layout: RowSheet, at: Path, found: Mapping[Path, object], place: Place) -> None:
    """A list that has to be there is empty where its cell is: nobody needs a column for facts to have none."""
    for shape in layout.shapes:
        for name, field in fields_of(shape).items():
            listed = all(get_origin(one) is tuple for one in shapes_at(shape, (name,)))
            if field.is_required() and listed and not any(path[0] == name for path in found):
                gathered.add(layout.file, (*at, name), [], place, name)


def _keys(kind: str, chosen: Chosen, gathered: Gathered) -> None:
    """A row a key: in ``value`` or, for texts, in the columns of the languages."""
    # What is missing altogether stands in no row.
    gathered.mark(kind, (), chosen.sheet.place(), "")
    for row, cells in rows(chosen):
        by = {column.path[0]: (column, cell) for column, cell in cells if column.path[0] in ("key", "value")}
        key = by["key"][1].strip() if "key" in by else ""
        place = chosen.sheet.place(row, number_of(chosen, by["key"][0]) if "key" in by else 1)
        if not key:
            gathered.problems.append(sentence("no_key", place))
            continue
        path = typed(key)
        file = _file_of(kind, path)
        gathered.mark_key(file, path, place, key)
        for length in range(1, len(path)):
            # What holds the part has no row of its own: it stands where its first part does.
            gathered.mark(file, path[:length], place, shown(path[:length]))
        if "value" not in by or not by["value"][1].strip():
            gathered.mark(file, path, place, key)
        for column, cell in cells:
            here = chosen.sheet.place(row, number_of(chosen, column))
            if column.path[0] == KEY_WORD and cell.strip():
                add(gathered, file, (*path, str(column.path[-1])), cell.strip(AROUND), here, key)
            elif column.path[0] == KEY_WORD:
                gathered.mark(file, (*path, str(column.path[-1])), here, key)
            elif column.path[0] == "value" and cell.strip():
                add(gathered, file, path, leaf(ASSESSMENT_SHAPES[file], path, cell.strip(AROUND)), here, key)


def _file_of(kind: str, path: Path) -> str:
    """What roles.yaml says beside the roles stands in the sheet of the assessment."""
    first = str(path[0])
    in_roles = kind == ASSESSMENT and first in RolesFile.model_fields and first not in AssessmentFile.model_fields
    return "roles" if in_roles else kind
