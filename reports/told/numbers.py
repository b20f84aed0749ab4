"""Every number that a result shows, once: page, PDF, Excel, CSV and JSON take their digits from here.

A picture's table rounds by the same functions (charts/number.py); tests/reports/told/test_numbers.py compares them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.plan.why import DIGITS, LIKING
from scoring.rule.result import Estimate, Result

Measure = Literal["foundation", "fit", "direction", "liking", "chance", "difference", "group", "trait", "contribution"]
WHOLE = ""
"""The id of what belongs to the result as a whole: its foundation."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as shown and as computed.

    ``id``: a role, a trait, a group of traits, ``role.trait`` for a contribution, or WHOLE. ``shown`` and ``spread``
    are the words on the page; ``rounded`` is the value behind ``shown`` in the same digits (a chance in percent).
    ``value``, ``low`` and ``high`` are not rounded; all of them are None where there is nothing measured.
    """

    measure: Measure
    id: str
    name: str
    shown: str
    spread: str = ""
    rounded: float | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None


Numbers = Mapping[tuple[Measure, str], Number]


def numbers(result: Result, assessment: Assessment, words: Words) -> Numbers:
    """By measure and id, in reading order: foundation, then each role in the verdict's order, groups, traits."""
    return {(one.measure, one.id): one for one in _every(result, assessment, words)}


def _every(result: Result, assessment: Assessment, words: Words) -> Iterator[Number]:
    if assessment.foundation:
        yield estimated("foundation", WHOLE, words("charts.levels.foundation"), result.foundation, words)
    names = {role: words.of(assessment.role[role].name) for role in result.ranking}
    for role, name in names.items():
        yield estimated("fit", role, name, result.roles[role].fit, words)
    for role, name in names.items():
        yield estimated("direction", role, name, result.roles[role].direction, words)
    for role, name in names.items():
        liked = result.roles[role].liking
        if liked is not None:
            yield estimated("liking", role, name, liked.estimate, words)
    for role, name in names.items() if result.alone is None else ():
        yield chance(role, name, result.roles[role].p_best, words)
    for gap in result.differences:
        yield difference(gap.other, names[gap.other], Estimate(gap.value, gap.low, gap.high), words)
    for group in assessment.groups:
        told = result.groups.get(group.id)
        yield estimated("group", group.id, words.of(group.name), told.estimate if told else None, words)
    for trait in assessment.traits:
        yield estimated("trait", trait.id, words.of(trait.name), result.traits[trait.id].estimate, words)
    for role in result.ranking:
        for moved in result.roles[role].contributions:
            yield Number(
                "contribution",
                f"{role}.{moved.trait}",
                words.of(assessment.trait[moved.trait].name),
                number.signed(moved.points, DIGITS),
                rounded=number.half_up(moved.points, DIGITS),
                value=moved.points,
            )
        liked = result.roles[role].liking
        if liked is not None and liked.points is not None:
            yield Number(
                "contribution",
                f"{role}.{LIKING}",
                words("charts.part.liking"),
                number.signed(liked.points, DIGITS),
                rounded=number.half_up(liked.points, DIGITS),
                value=liked.points,
            )


def chance(role: str, name: str, share: float | None, words: Words) -> Number:
    """How likely a role is the best one; ``share``: 0 to 1."""
    if share is None:
        return Number("chance", role, name, words("charts.traits.not_measured"))
    return Number("chance", role, name, number.percent(words, share), rounded=number.half_up(100 * share), value=share)


def difference(role: str, name: str, gap: Estimate, words: Words) -> Number:
    """The best role less ``role``."""
    shown, spread = number.signed(gap.value), number.signed_interval(words, gap.low, gap.high)
    return Number("difference", role, name, shown, spread, number.half_up(gap.value), gap.value, gap.low, gap.high)


def estimated(measure: Measure, of: str, name: str, estimate: Estimate | None, words: Words) -> Number:
    """A value of 0 to 100 with its interval."""
    if estimate is None:
        key = "charts.traits.not_measured" if measure in ("group", "trait", "fit") else "charts.levels.not_measured"
        return Number(measure, of, name, words(key))
    return Number(
        measure,
        of,
        name,
        number.score(estimate.value),
        number.interval(words, estimate.low, estimate.high),
        number.half_up(estimate.value),
        estimate.value,
        estimate.low,
        estimate.high,
    )
