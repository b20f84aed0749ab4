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
from charts.plan.why import DIGITS
from scoring.rule.result import Estimate, Result

Measure = Literal["foundation", "fit", "direction", "chance", "difference", "trait", "contribution"]
WHOLE = ""
"""The id of what belongs to the result as a whole: its foundation."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as shown and as computed.

    ``id``: a role, a trait, ``role.trait`` for a contribution, or WHOLE. ``shown`` and ``spread`` are the words on the
    page; ``rounded`` is the value behind ``shown`` in the same digits (a chance in percent). ``value``, ``low`` and
    ``high`` are not rounded; all of them are None where there is nothing measured.
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
    """By measure and id, in reading order: foundation, then each role in the verdict's order, then the traits."""
    return {(one.measure, one.id): one for one in _every(result, assessment, words)}


def _every(result: Result, assessment: Assessment, words: Words) -> Iterator[Number]:
    if assessment.foundation:
        yield _estimated("foundation", WHOLE, words("charts.levels.foundation"), result.foundation, words)
    names = {role: words.of(assessment.role[role].name) for role in result.ranking}
    for role, name in names.items():
        yield _estimated("fit", role, name, result.roles[role].fit, words)
    for role, name in names.items():
        yield _estimated("direction", role, name, result.roles[role].direction, words)
    for role, name in names.items() if result.alone is None else ():
        chance = result.roles[role].p_best
        if chance is None:
            yield Number("chance", role, name, words("charts.traits.not_measured"))
        else:
            yield Number(
                "chance",
                role,
                name,
                number.percent(words, chance),
                rounded=number.half_up(100 * chance),
                value=chance,
            )
    for gap in result.differences:
        shown, spread = number.signed(gap.value), number.signed_interval(words, gap.low, gap.high)
        yield Number(
            "difference",
            gap.other,
            names[gap.other],
            shown,
            spread,
            number.half_up(gap.value),
            gap.value,
            gap.low,
            gap.high,
        )
    for trait in assessment.traits:
        yield _estimated("trait", trait.id, words.of(trait.name), result.traits[trait.id].estimate, words)
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


def _estimated(measure: Measure, of: str, name: str, estimate: Estimate | None, words: Words) -> Number:
    if estimate is None:
        key = "charts.traits.not_measured" if measure in ("trait", "fit") else "charts.levels.not_measured"
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
