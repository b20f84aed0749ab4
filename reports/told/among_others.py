"""Where somebody stands among the people of a norm, in words: page, PDF, Excel and CSV take their digits from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from reports.told.norms import data_set_told, people_of
from scoring.rule.result import Result
from scoring.told.percentile import Percentile, norm_groups, percentiles


@dataclass(frozen=True, slots=True)
class Placed:
    """A trait's percentile as shown, and as computed. ``spread``: one number where both ends are shown alike."""

    trait: str
    name: str
    shown: str
    spread: str
    percentile: Percentile


@dataclass(frozen=True, slots=True)
class AmongOthers:
    """One table. ``told``: who those people are, with their number and source where these are known.

    ``missing``: a sentence where traits that are measured have no norm of these people; else empty.
    """

    basis: str
    people: str
    told: str
    rows: tuple[Placed, ...]
    missing: str


def among_others(result: Result, assessment: Assessment, words: Words) -> Iterator[AmongOthers]:
    """For each group of people whose norm was measured, the one that scores first. None where a norm is assumed."""
    measured = sum(score.estimate is not None for score in result.traits.values())
    for basis, norm in norm_groups(result, assessment).items():
        found = percentiles(result, assessment, basis)
        yield AmongOthers(
            basis,
            people_of(norm, words),
            data_set_told(norm, words) or people_of(norm, words),
            tuple(_placed(words, trait, words.of(assessment.trait[trait].name), one) for trait, one in found.items()),
            words("result.percentile.missing") if measured > len(found) else "",
        )


def _placed(words: Words, trait: str, name: str, one: Percentile) -> Placed:
    low, high = number.percentile(words, one.low), number.percentile(words, one.high)
    spread = low if low == high else words("charts.number.interval", low=low, high=high)
    return Placed(trait, name, number.percentile(words, one.value), spread, one)
