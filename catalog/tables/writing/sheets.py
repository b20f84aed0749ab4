"""An assessment's files as sheets: every part of them, so that an import gives back the same assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.reading.document import Path
from catalog.tables.headings import FOUNDATION, foundation_name, heading, sheet_name
from catalog.tables.layout import (
    ASSESSMENT,
    GROUPS,
    ITEMS,
    KEY_WORD,
    ROLES,
    SCENARIOS,
    TASKS,
    TRAITS,
    WEIGHTS,
    columns_of,
    key_sheets,
)
from catalog.tables.paths import leaves, shown, written

Cell = str | int | float | bool


@dataclass(frozen=True, slots=True)
class OutSheet:
    """``marked``: cells (row and column from 0, the headings being row 0) that wait for somebody."""

    kind: str
    name: str
    rows: Sequence[Sequence[Cell | None]]
    marked: frozenset[tuple[int, int]] = frozenset()


def sheets_of(values: Mapping[str, Any], languages: Sequence[str], language: str) -> list[OutSheet]:
    """``values``: the files' plain values by name. Headings and sheets are called in ``language``."""
    found = []
    traits: Any = values.get("traits") or []
    grouped = isinstance(traits, Mapping)
    roles = values.get("roles") or {}
    members: dict[str, list[dict[Path, object]]] = {
        ITEMS: _flat(values.get("items", [])),
        TRAITS: _flat(traits["traits"] if grouped else traits),
        GROUPS: _flat(traits.get("groups", []) if grouped else []),
        SCENARIOS: list(_scenario_rows(values.get("scenarios", []))),
        TASKS: _flat(values.get("tasks", [])),
        ROLES: _flat([{k: v for k, v in one.items() if k != "weights"} for one in roles.get("roles", [])]),
        WEIGHTS: list(_weight_rows(roles, language)),
    }
    for kind, rows in members.items():
        if rows:
            found.append(_sheet(kind, rows, languages, language))
    rest = {key: held for key, held in roles.items() if key not in ("roles", FOUNDATION)}
    for kind in key_sheets():
        held = values.get(kind)
        if held is not None:
            found.append(_key_sheet(kind, {**held, **rest} if kind == ASSESSMENT else held, languages, language))
    return found


def _flat(members: Sequence[Mapping[str, Any]]) -> list[dict[Path, object]]:
    return [dict(leaves(member)) for member in members]


def _scenario_rows(scenarios: Sequence[Mapping[str, Any]]) -> Any:
    for scenario in scenarios:
        yield dict(leaves({key: held for key, held in scenario.items() if key != "options"}))
        for option in scenario["options"]:
            row = dict(leaves({key: held for key, held in option.items() if key not in ("id", "shows")}))
            shows = ", ".join(f"{trait}: {points}" for trait, points in option["shows"].items())
            yield {("id",): scenario["id"], ("option",): option["id"], **row, ("shows",): shows}


def _weight_rows(roles: Mapping[str, Any], language: str) -> Any:
    of = [(foundation_name(language), roles.get(FOUNDATION, {}))]
    of += [(one["id"], one["weights"]) for one in roles.get("roles", [])]
    for role, weights in of:
        for trait, weight in weights.items():
            yield {("role",): role, ("trait",): trait, **dict(leaves(weight))}


def _sheet(kind: str, rows: Sequence[Mapping[Path, object]], languages: Sequence[str], language: str) -> OutSheet:
    known, word = columns_of(kind)
    # In the order in which the files have them first.
    present = {path: at for at, path in enumerate(dict.fromkeys(path for row in rows for path in row))}
    order = list(known)

    def place(path: Path) -> tuple[int, int, int]:
        own = next((at for at, one in enumerate(order) if path[: len(one)] == one), len(order))
        spoken = languages.index(str(path[-1])) if known.get(path[:-1]) and path[-1] in languages else 0
        return own, spoken, present[path]

    columns = sorted(present, key=place)
    texts = {path: bool(known.get(path[:-1])) and path[-1] in languages for path in columns}
    head = [heading(path, language, word, texts[path]) for path in columns]
    body = [[_cell(row.get(path)) for path in columns] for row in rows]
    return OutSheet(kind, sheet_name(kind, language), [head, *body])


def _cell(value: object) -> Cell | None:
    """Nothing for an empty list, which is what an empty cell of a list is read as."""
    return None if value is None or value == [] else written(value)


def _key_sheet(kind: str, value: Any, languages: Sequence[str], language: str) -> OutSheet:
    """A row a key: texts in the columns of the languages, everything else in one of its own."""
    rows: dict[str, dict[str, Cell]] = {}
    for path, held in leaves(value):
        if len(path) > 1 and path[-1] in languages and isinstance(held, str):
            rows.setdefault(shown(path[:-1]), {})[str(path[-1])] = written(held)
        else:
            rows.setdefault(shown(path), {})["value"] = written(held)
    head = [heading(("key",), language, None, False), heading(("value",), language, None, False)]
    head += [heading((KEY_WORD, one), language, KEY_WORD, True) for one in languages]
    body = [[key, cells.get("value"), *(cells.get(one) for one in languages)] for key, cells in rows.items()]
    return OutSheet(kind, sheet_name(kind, language), [head, *body])
