"""What a file begins with before its sheets are gathered: several sheets fill one file, and may come alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy
from typing import Any

from catalog.tables.gathering.chosen import Chosen
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.headings import FOUNDATION, sheet_name
from catalog.tables.layout import GROUPS, ITEMS, ROLES, SCENARIOS, TASKS, TRAITS, WEIGHTS, RowSheet
from catalog.tables.paths import leaves, put
from catalog.tables.said import sentence


def begin(values: dict[str, Any], existing: Mapping[str, Any], chosen: Collection[str]) -> None:
    """The files that ``chosen`` sheets fill, with what ``existing`` ones hold and no sheet of ``chosen`` replaces."""
    for kind in (ITEMS, TASKS, SCENARIOS):
        if kind in chosen:
            values[kind] = []
    if TRAITS in chosen or GROUPS in chosen:
        before = deepcopy(existing.get("traits"))
        grouped = GROUPS in chosen or isinstance(before, dict)
        if grouped:
            both = before if isinstance(before, dict) else {"traits": before or []}
            values["traits"] = {
                **({} if GROUPS in chosen else {"groups": both.get("groups", [])}),
                **({} if TRAITS in chosen else {"traits": both.get("traits", [])}),
            }
        else:
            values["traits"] = []
    if ROLES in chosen or WEIGHTS in chosen:
        file = deepcopy(existing.get("roles"))
        values["roles"] = file if isinstance(file, dict) else {}
        if ROLES in chosen:
            values["roles"]["roles"] = []
        if WEIGHTS in chosen:
            values["roles"].pop(FOUNDATION, None)
            for role in values["roles"].get("roles", []):
                role["weights"] = {}


def keep_weights(gathered: Gathered, existing: Mapping[str, Any], roles: Chosen, language: str) -> None:
    """Roles that come without their weights keep those that they had; without any there can be no roles."""
    file = existing.get("roles")
    if not isinstance(file, dict):
        gathered.problems.append(sentence("sheet_missing", roles.sheet.place(), sheet=sheet_name(WEIGHTS, language)))
        return
    before = {
        one["id"]: one.get("weights", {}) for one in file.get("roles", []) if isinstance(one, dict) and "id" in one
    }
    for role in gathered.values["roles"]["roles"]:
        role["weights"] = deepcopy(before.get(role.get("id"), {}))


def keep_columns(gathered: Gathered, existing: Mapping[str, Any], layout: RowSheet, chosen: Chosen) -> None:
    """What the sheet has no column for stays as it was with the same id: another language, a norm, a short name."""
    if not chosen.header.has("id"):
        return
    columns = {column.path for column in chosen.header.columns.values()}
    firsts, parents = {path[0] for path in columns}, {path[:-1] for path in columns if len(path) > 1}
    before = {one.get("id"): one for one in _members(existing.get(layout.file), layout)}
    for one in _members(gathered.values.get(layout.file), layout):
        there = before.get(one.get("id"))
        for path, held in leaves(there) if there else ():
            apart = path[0] not in firsts and path[0] not in layout.elsewhere
            if path not in columns and (apart or path[:-1] in parents):
                put(one, path, deepcopy(held))


def _members(value: Any, layout: RowSheet) -> list[dict[str, Any]]:
    if isinstance(value, Mapping):
        value = value.get(str((*layout.root, layout.kind)[0]))
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
