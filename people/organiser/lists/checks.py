"""What is wrong with a line: alone, beside the other lines, and beside those who are invited already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from people.organiser.lists.addresses import valid
from people.organiser.lists.letters import GARBLED, half_width, hidden_letters, same, tidy
from people.organiser.lists.rows_read import Said
from people.organiser.lists.values import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_REFERENCE,
    LineProblem,
    ReadList,
)
from store import Invited

SHOWN = 60
"""So much of a cell is shown in a sentence about it."""


@dataclass(slots=True)
class _Seen:
    """The line of each address, and of each name (with its reference) that stands without one."""

    addresses: dict[str, int] = field(default_factory=dict)
    names: dict[tuple[str, str], int] = field(default_factory=dict)


def check_lines(said: Iterable[Said]) -> tuple[tuple[Invited, ...], tuple[int, ...], tuple[LineProblem, ...]]:
    """Whom to invite, the line of each, and the problems; a line has either a person or problems."""
    seen = _Seen()
    people: list[Invited] = []
    lines: list[int] = []
    problems: list[LineProblem] = []
    for one in said:
        person, wrong = _alone(one)
        wrong += _twice(person, one.line, seen) if not wrong else []
        problems += wrong
        if not wrong:
            people.append(person)
            lines.append(one.line)
    return tuple(people), tuple(lines), tuple(problems)


def check_invited(read: ReadList, invited: Sequence[Invited], room: int) -> ReadList:
    """``read`` without those who are invited already, who become problems; one more where there is not the ``room``."""
    if read.refused:
        return read
    addresses = {same(one.address) for one in invited if one.address}
    names = {(same(one.name), same(one.reference)) for one in invited if not one.address}
    people: list[Invited] = []
    lines: list[int] = []
    problems = list(read.problems)
    for person, line in zip(read.people, read.lines, strict=True):
        if person.address and same(person.address) in addresses:
            problems.append(LineProblem(line, "invited_address", {"found": _shown(person.address)}))
        elif not person.address and (same(person.name), same(person.reference)) in names:
            problems.append(LineProblem(line, "invited_name", {"found": _shown(person.name)}))
        else:
            people.append(person)
            lines.append(line)
    problems.sort(key=lambda problem: problem.line or 0)
    if len(people) > room:
        problems.insert(0, LineProblem(None, "too_many_people", {"n": len(people), "room": max(room, 0)}))
    return replace(read, people=tuple(people), lines=tuple(lines), problems=tuple(problems))


def _alone(said: Said) -> tuple[Invited, list[LineProblem]]:
    wrong: list[LineProblem] = []

    def problem(fault: str, **values: object) -> None:
        wrong.append(LineProblem(said.line, fault, values))  # type: ignore[arg-type]

    address = said.addresses[0] if said.addresses else ""
    together = " ".join((said.name, *said.addresses, said.reference))
    hidden = hidden_letters(together)
    if not said.name and not said.addresses:
        problem("nobody", found=_shown(said.reference))
    if hidden:
        problem("hidden", found=", ".join(hidden))
    if GARBLED in together:
        problem("garbled", found=_shown(together))
    if len(said.name) > LONGEST_NAME:
        problem("long_name", n=len(said.name), most=LONGEST_NAME)
    if len(said.reference) > LONGEST_REFERENCE:
        problem("long_reference", n=len(said.reference), most=LONGEST_REFERENCE)
    if len(said.addresses) > 1:
        problem("several_addresses", n=len(said.addresses))
    elif len(address) > LONGEST_ADDRESS:
        problem("long_address", n=len(address), most=LONGEST_ADDRESS)
    elif address and not hidden:
        checked = valid(tidy(half_width(address)))
        if checked is None:
            problem("bad_address", found=_shown(address))
        address = checked or address
    return Invited(said.name, address, said.reference), wrong


def _twice(person: Invited, line: int, seen: _Seen) -> list[LineProblem]:
    if person.address:
        first = seen.addresses.setdefault(same(person.address), line)
        if first != line:
            return [LineProblem(line, "same_address", {"found": _shown(person.address), "first": first})]
        return []
    first = seen.names.setdefault((same(person.name), same(person.reference)), line)
    if first != line:
        return [LineProblem(line, "same_name", {"found": _shown(person.name), "first": first})]
    return []


def _shown(text: str) -> str:
    """The beginning of a cell, without letters that would steer the sentence about it."""
    bare = "".join("□" if hidden_letters(letter) else letter for letter in text[:SHOWN])
    return bare + ("…" if len(text) > SHOWN else "")
