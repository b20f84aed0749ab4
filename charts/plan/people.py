"""Several people side by side on the same measures, in the order in which they were chosen.

There is no sum and no order by size. A difference inside the error of both measurements is drawn as none: hatched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from catalog.content.words import Words
from charts import number
from charts.label import cut
from charts.plan.rows import RowsPen, RowsPlan
from charts.sentence import joined, listed, quoted
from charts.table import Table
from scoring.rule.result import Estimate
from scoring.told.between import Gap, gap

NAME = 14.0
"""Ems of a person's name beside a track."""
Kind = Literal["roles", "groups", "traits"]
COLUMN: Mapping[Kind, str] = {"roles": "role", "groups": "group", "traits": "trait"}


@dataclass(frozen=True, slots=True)
class Person:
    """``letter`` stands for somebody in sentences; ``name``: as they gave it, or words for none."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of everybody. ``place``: the role's in its file, None for a trait or a group of traits.

    ``estimates`` as the people.
    """

    name: str
    place: int | None
    estimates: tuple[Estimate | None, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """``differs``: from at least one of the others by more than the error."""

    name: str
    estimate: Estimate | None
    shown: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """The greater value less the other: ``left`` and ``right`` are letters."""

    left: str
    right: str
    gap: Gap
    said: str


@dataclass(frozen=True, slots=True)
class MeasureRows:
    """``pairs``: those that differ; ``said`` names them, or says that no difference can be told."""

    name: str
    place: int | None
    rows: tuple[PersonRow, ...]
    pairs: tuple[Pair, ...]
    short: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePlan(RowsPlan):
    measures: tuple[MeasureRows, ...]


def plan_people(kind: Kind, people: Sequence[Person], measures: Sequence[Measured], words: Words) -> PeoplePlan | None:
    """None for fewer than two people, and where nobody has a value."""
    if len(people) < 2 or not any(estimate for one in measures for estimate in one.estimates):
        return None
    made = tuple(_measure(one, people, words) for one in measures)
    return PeoplePlan(
        measures=made,
        sentence=_sentence(kind, made, words),
        table=_table(kind, people, made, words),
        caption=words("charts.people.caption"),
    )


def draw_people(plan: PeoplePlan, pen: RowsPen) -> None:
    for one in plan.measures:
        pen.label(one.name, "", place=one.place, bold=True)
        pen.heading(one.short)
        for row in one.rows:
            pen.label(row.name, row.shown, bold=False, known=row.estimate is not None)
            pen.track()
            if row.estimate:
                pen.band(row.estimate.low, row.estimate.high, one.place, sure=row.differs)
                pen.dot(row.estimate.value, one.place, f"{row.name} {row.shown}", sure=row.differs)
    pen.scale()


def _measure(one: Measured, people: Sequence[Person], words: Words) -> MeasureRows:
    pairs = tuple(_pairs(one, people, words))
    differing = {letter for pair in pairs for letter in (pair.left, pair.right)}
    rows = tuple(
        PersonRow(
            f"{person.letter} {cut(person.name, NAME)}",
            estimate,
            number.with_interval(words, estimate) if estimate else words("charts.traits.not_measured"),
            person.letter in differing,
        )
        for person, estimate in zip(people, one.estimates, strict=True)
    )
    measured = sum(estimate is not None for estimate in one.estimates)
    if measured < 2:
        short = said = words("charts.people.not_compared")
    elif not pairs:
        short = said = words("charts.people.alike")
    else:
        short = words("charts.people.parted")
        others = len(pairs) < measured * (measured - 1) // 2
        said = joined(words, [pair.said for pair in pairs] + [words("charts.people.others")] * others)
    return MeasureRows(one.name, one.place, rows, pairs, short, said)


def _pairs(one: Measured, people: Sequence[Person], words: Words) -> list[Pair]:
    found = []
    known = [(person.letter, value) for person, value in zip(people, one.estimates, strict=True) if value is not None]
    for first, second in combinations(known, 2):
        (left, greater), (right, lesser) = (second, first) if second[1].value > first[1].value else (first, second)
        between = gap(greater, lesser)
        if between.apart:
            shown = number.signed(between.value)
            reach = number.signed_interval(words, between.low, between.high)
            said = words("charts.people.more", left=left, right=right, value=shown, range=reach)
            found.append(Pair(left, right, between, said))
    return found


def _sentence(kind: Kind, measures: Sequence[MeasureRows], words: Words) -> str:
    names = [one.name for one in measures if one.pairs]
    if not names:
        return words("charts.people.none_differ")
    said = (
        words("charts.people.roles_differ", roles=listed(words, names))
        if kind == "roles"
        else words("charts.people.traits_differ", traits=quoted(words, names))
    )
    return joined(words, [said, words("charts.people.rest_alike")]) if len(names) < len(measures) else said


def _table(kind: Kind, people: Sequence[Person], measures: Sequence[MeasureRows], words: Words) -> Table:
    first = words(f"charts.column.{COLUMN[kind]}")
    columns = (first, *(f"{person.letter} {person.name}" for person in people), words("charts.column.difference"))
    return Table(columns, tuple((one.name, *(row.shown for row in one.rows), one.said) for one in measures))
