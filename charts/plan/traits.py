"""All trait scores with their 80 % intervals, each between the words of its two poles."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from scoring.rule.result import Estimate, Result


@dataclass(frozen=True, slots=True)
class TraitRow:
    """``estimate`` is None where the trait is not measured; ``low`` and ``high`` are the poles' words."""

    trait: str
    name: str
    low: str
    high: str
    estimate: Estimate | None
    shown: str


@dataclass(frozen=True, slots=True)
class TraitsPlan:
    rows: tuple[TraitRow, ...]


def plan_traits(result: Result, assessment: Assessment, words: Words) -> TraitsPlan | None:
    """All traits in the file's order. None when none is measured."""
    rows = []
    for trait in assessment.traits:
        estimate = result.traits[trait.id].estimate
        rows.append(
            TraitRow(
                trait.id,
                words.of(trait.name),
                words.of(trait.low),
                words.of(trait.high),
                estimate,
                number.with_interval(words, estimate) if estimate else words("charts.traits.not_measured"),
            )
        )
    return TraitsPlan(tuple(rows)) if any(row.estimate for row in rows) else None
