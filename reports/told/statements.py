"""A result's statements in words, each with the trait, the weight and the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Pole
from charts.number import score
from charts.sentence import end_of
from reports.told.headline import role_name
from scoring.rule.result import Result
from scoring.told.reasons import Lean, Reason


@dataclass(frozen=True, slots=True)
class Evidence:
    """``lines``: the score and the weight in words; ``because``: why the role asks for it; ``facts``: fact ids."""

    lines: tuple[str, ...]
    because: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """``title`` is a trait's pole in its own words; ``reserve`` a sentence where the lean is not a clear one.

    ``evidence`` is None where a statement gives advice and claims nothing.
    """

    title: str
    text: str
    reserve: str | None = None
    evidence: Evidence | None = None


def statements(
    reasons: Iterable[Reason], part: str, result: Result, assessment: Assessment, words: Words
) -> tuple[Statement, ...]:
    """One statement a reason; ``part`` names the guidance to read: strength, talk or watch.

    Without guidance in the assessment's files there is no text beside the pole's own description, the title.
    """
    made = []
    for reason in reasons:
        trait = assessment.trait[reason.trait]
        title = end_of(words, trait, high=reason.pole == "high")
        pole = _pole(assessment, reason.trait, reason.pole)
        text = words.of(getattr(pole, part)) if pole else ""
        reserve = None if reason.plain else words("result.reserve")
        made.append(Statement(title, text, reserve, evidence(reason, result, assessment, words)))
    return tuple(made)


def evidence(reason: Reason, result: Result, assessment: Assessment, words: Words) -> Evidence:
    """Where a statement comes from. The reason's trait is measured, or there would be no reason."""
    in_foundation = reason.part == "foundation"
    weight = (
        assessment.foundation[reason.trait] if in_foundation else assessment.role[reason.role].weights[reason.trait]
    )
    key = "result.evidence.foundation" if in_foundation else "result.evidence.weight"
    shown = f"{reason.weight:+d}".replace("-", "\N{MINUS SIGN}")
    line = words(key, role=role_name(assessment, words, reason.role), weight=shown)
    return Evidence((trait_line(reason.trait, result, assessment, words), line), words.of(weight.because), weight.facts)


def trait_line(trait: str, result: Result, assessment: Assessment, words: Words) -> str:
    """``Proactivity: score 70 (80% interval 58 to 82)``; the trait must be measured."""
    estimate = result.traits[trait].estimate
    if estimate is None:
        raise ValueError(f"{trait} is not measured")
    return words(
        "result.evidence.trait",
        trait=words.of(assessment.trait[trait].name),
        score=score(estimate.value),
        low=score(estimate.low),
        high=score(estimate.high),
    )


def elsewhere(leans: Iterable[Lean], assessment: Assessment, words: Words) -> tuple[tuple[str, str], ...]:
    """(pole, other work that it suits) for the traits that stand out; empty without guidance."""
    pairs = []
    for lean in leans:
        pole = _pole(assessment, lean.trait, lean.pole)
        if pole and lean.plain:
            end = end_of(words, assessment.trait[lean.trait], high=lean.pole == "high")
            pairs.append((end, words.of(pole.elsewhere)))
    return tuple(pairs)


def explorations(traits: Iterable[str], assessment: Assessment, words: Words) -> tuple[tuple[str, str], ...]:
    """(trait, what to try or ask) for the traits that would decide; empty without guidance."""
    guidance = assessment.guidance
    if guidance is None:
        return ()
    return tuple(
        (words.of(assessment.trait[trait].name), words.of(guidance.traits[trait].explore))
        for trait in traits
        if trait in guidance.traits
    )


def _pole(assessment: Assessment, trait: str, pole: str) -> Pole | None:
    guidance = assessment.guidance
    if guidance is None or trait not in guidance.traits:
        return None
    return guidance.traits[trait].high if pole == "high" else guidance.traits[trait].low
