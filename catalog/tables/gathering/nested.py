"""The sheets whose rows belong to one another: a scenario with its options, a role with its weights."""

from __future__ import annotations

import re
from typing import Any

from catalog.questionnaire.assessment import FoundationWeight, Option, Scenario, Weight
from catalog.reading.document import Path
from catalog.reading.problem import Problem
from catalog.tables.gathering.chosen import Chosen
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.gathering.made_ids import Ids
from catalog.tables.gathering.rows import AROUND, add, first_column, number_of, rows
from catalog.tables.headings import FOUNDATION, foundation
from catalog.tables.paths import leaf, plain_cell
from catalog.tables.said import OfCell, sentence

_SHOWN = re.compile(r"\s*([^:：=＝,，、]+?)\s*(?:[:：=＝]|\s)\s*([-−－]?[0-9０-９]+)\s*(?:[,，、;；\n]|$)")


def gather_scenarios(chosen: Chosen, gathered: Gathered, ids: Ids) -> None:
    """A row with an id begins a scenario; each row with an option adds one to the scenario above."""
    gathered.values.setdefault("scenarios", [])
    number, option, name = 0, 0, ""
    for row, cells in rows(chosen):
        held = {column.path: cell.strip(AROUND) for column, cell in cells}
        place = chosen.sheet.place(row, first_column(chosen))
        given = plain_cell(held.get(("id",), ""))
        if (given and given != name) or not number:
            number, option, name = number + 1, 0, given
            gathered.mark("scenarios", (number,), place, "")
            if given:
                add(gathered, "scenarios", (number, "id"), given, place, "id")
        at: Path = (number,)
        if held.get(("option",)):
            option += 1
            at = (number, "options", option)
            gathered.mark("scenarios", (number, "options"), place, "")
            gathered.mark("scenarios", at, place, "")
        for column, cell in cells:
            here = chosen.sheet.place(row, number_of(chosen, column))
            text = cell.strip(AROUND)
            if column.path == ("id",):
                gathered.mark("scenarios", (number, "id"), here, column.heading)
            elif column.path == ("option",) and text:
                add(gathered, "scenarios", (*at, "id"), plain_cell(text), here, column.heading)
            elif column.path == ("shows",) and len(at) > 1:
                gathered.mark("scenarios", (*at, "shows"), here, column.heading)
                shown, rest = _shows(text, ids)
                for trait, points in shown.items():
                    add(gathered, "scenarios", (*at, "shows", trait), points, here, column.heading)
                if rest:
                    gathered.problems.append(sentence("shows_how", here, cell=rest))
            elif column.path[0] == "text":
                gathered.mark("scenarios", (*at, "text"), here, column.heading)
                gathered.mark("scenarios", (*at, *column.path), here, column.heading)
                if text:
                    add(gathered, "scenarios", (*at, *column.path), text, here, column.heading)
            elif text and column.path not in (("option",), ("shows",)):
                shape = Option if len(at) > 1 else Scenario
                add(gathered, "scenarios", (*at, *column.path), leaf(shape, column.path, text), here, column.heading)


def _shows(cell: str, ids: Ids) -> tuple[dict[str, int], str]:
    """``calm: 5, pace 2``, and what cannot be read so."""
    found: dict[str, int] = {}
    end = 0
    for match in _SHOWN.finditer(cell):
        if match.start() != end:
            break
        found[ids.trait(match[1])] = int(plain_cell(match[2]))
        end = match.end()
    return found, cell[end:].strip(AROUND)


def gather_weights(chosen: Chosen, gathered: Gathered, ids: Ids) -> None:
    """A row a weight: of a role, or of the foundation."""
    file = gathered.values.setdefault("roles", {})
    known: list[Any] = file.setdefault("roles", [])
    made = not known
    for row, cells in rows(chosen):
        held = {column.path: (column, cell.strip(AROUND)) for column, cell in cells}
        of = held[("role",)][1]
        place = chosen.sheet.place(row, number_of(chosen, held[("role",)][0]))
        trait_column, trait_cell = held[("trait",)]
        trait = ids.trait(trait_cell)
        role = FOUNDATION if foundation(of) else ids.role(of)
        names = [one.get("id") if isinstance(one, dict) else None for one in known]
        if role == FOUNDATION:
            at: Path = (FOUNDATION, trait)
        elif role in names:
            at = ("roles", names.index(role) + 1, "weights", trait)
        elif made and role:
            known.append({"id": role})
            gathered.mark("roles", ("roles", len(known)), place, held[("role",)][0].heading)
            at = ("roles", len(known), "weights", trait)
        else:
            gathered.problems.append(_unknown_role(role, names, place, held[("role",)][0].heading))
            continue
        here = chosen.sheet.place(row, number_of(chosen, trait_column))
        if not trait:
            gathered.problems.append(sentence("no_trait", here))
            continue
        gathered.mark("roles", at[:-1], here, trait_column.heading)
        gathered.mark("roles", at, here, trait_column.heading)
        if _there(file, at) is not None:
            gathered.problems.append(sentence("weight_twice", here, trait=trait, role=of))
            continue
        shape = FoundationWeight if role == FOUNDATION else Weight
        for column, text in held.values():
            if column.path in (("role",), ("trait",)):
                continue
            here = chosen.sheet.place(row, number_of(chosen, column))
            gathered.mark("roles", (*at, *column.path), here, column.heading)
            gathered.mark("roles", (*at, column.path[0]), here, column.heading)
            if text and not (role == FOUNDATION and column.path == ("evidence",)):
                add(gathered, "roles", (*at, *column.path), leaf(shape, column.path, text), here, column.heading)
        if _there(file, (*at, "facts")) is None:
            add(gathered, "roles", (*at, "facts"), [], here, "facts")


def _there(value: Any, path: Path) -> Any:
    for part in path:
        if isinstance(part, int):
            value = value[part - 1] if isinstance(value, list) and part <= len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def _unknown_role(role: str, known: list[Any], place: Any, heading: str) -> OfCell:
    allowed = ", ".join(str(one) for one in known if one)
    todo = {"todo": "one_of"} if allowed else {}
    problem = Problem.of("", 1, 1, "", "unknown_role", values={"name": role or "?", "allowed": allowed}, **todo)
    return OfCell(place, heading, problem)
