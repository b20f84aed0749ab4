"""Rows that are sorted by a number, in groups within which no difference can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.sharing.shown import Shown
from reports.told.numbers import Number
from scoring.rule.result import Estimate
from scoring.told.between import together


@dataclass(frozen=True, slots=True)
class Tied:
    """``rows``: indexes of a page's rows. ``valued``: whether they have the number at all."""

    rows: tuple[int, ...]
    valued: bool


def number_for(sort: str, page: Shown) -> Number | None:
    """The number that ``sort`` names (fit:ROLE, group:GROUP, trait:TRAIT).

    None where it was not shared or is not measured.
    """
    kind, _, of = sort.partition(":")
    numbers: Sequence[Number] = ()
    if kind == "fit" and page.verdict is not None:
        numbers = [one.fit for one in page.verdict.roles]
    elif kind == "group":
        numbers = [one.number for one in page.groups]
    elif kind == "trait" and page.traits is not None:
        numbers = [one.number for one in page.traits]
    return next((one for one in numbers if one.id == of and one.value is not None), None)


def tied(sort: str, pages: Sequence[Shown]) -> tuple[Tied, ...]:
    """The groups, greatest first; within each, and for whoever has no number, the rows keep their order."""
    numbers = [number_for(sort, page) for page in pages]
    valued = [at for at, number in enumerate(numbers) if number is not None]
    groups = together([_estimate(number) for number in numbers if number is not None])
    found = [Tied(tuple(sorted(valued[at] for at in group)), True) for group in groups]
    rest = tuple(at for at, number in enumerate(numbers) if number is None)
    return (*found, *([Tied(rest, False)] if rest else []))


def _estimate(number: Number) -> Estimate:
    assert number.value is not None
    assert number.low is not None
    assert number.high is not None
    return Estimate(number.value, number.low, number.high)
