"""The first words of a result: the role and how sure, or what is missing, or the warning that comes before any role."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.number import interval, percent, score
from charts.sentence import listed
from scoring.rule.result import Result
from scoring.told.reasons import nothing_stands_out


@dataclass(frozen=True, slots=True)
class Headline:
    """``sentence`` leads; ``further`` are whole sentences below it, in reading order."""

    sentence: str
    further: tuple[str, ...]


def headline(result: Result, assessment: Assessment, words: Words) -> Headline:
    """Words and their order follow P; an unlikely role is named in every verdict. A role alone is told by its fit."""
    verdict = result.verdict
    if not assessment.roles:
        return Headline(words("result.verdict.no_roles"), ())
    if result.alone is not None:
        return _alone(result.alone, result, assessment, words)
    if verdict.kind == "unscored" or verdict.best is None:
        return Headline(words("result.verdict.unscored"), (_missing(result, words),))
    best = role_name(assessment, words, verdict.best)
    further: list[str] = []
    if verdict.kind == "close":
        tied = listed(words, [role_name(assessment, words, role) for role in verdict.tied])
        sentence = words(
            "result.verdict.flat" if nothing_stands_out(result, assessment) else "result.verdict.close", tied=tied
        )
    else:
        sentence = words(f"result.verdict.{verdict.kind}", best=best)
    chance = result.roles[verdict.best].p_best
    if chance is not None and verdict.kind != "close":
        further.append(words("result.verdict.chance", role=best, p=percent(words, chance)))
    if verdict.kind != "clear" and verdict.deciding:
        names = [words.of(assessment.trait[trait].name) for trait in verdict.deciding]
        further.append(words("result.verdict.deciding", traits=listed(words, names)))
    if verdict.unlikely:
        roles = listed(words, [role_name(assessment, words, role) for role in verdict.unlikely])
        further.append(words("result.verdict.unlikely", roles=roles))
    return Headline(sentence, tuple(further))


def _alone(role: str, result: Result, assessment: Assessment, words: Words) -> Headline:
    """How the only role with a fit suits, and why nothing is said of an order."""
    fit = result.roles[role].fit
    assert fit is not None, "a role alone has a fit"
    sentence = words("result.alone.fit", role=role_name(assessment, words, role), fit=score(fit.value))
    scale = words("result.alone.scale", range=interval(words, fit.low, fit.high))
    return Headline(sentence, (scale, words("result.alone.only" if len(assessment.roles) == 1 else "result.alone.yet")))


def warning(result: Result, assessment: Assessment, words: Words) -> Headline | None:
    """The foundation's warning in kind words; None where there is none."""
    if not result.foundation_warning:
        return None
    names = [words.of(assessment.trait[trait].name) for trait in result.foundation_warning if trait in assessment.trait]
    traits = listed(words, names) if names else ""
    if len(assessment.roles) == 1:
        role = role_name(assessment, words, assessment.roles[0].id)
        sentence = words("result.alone.warning_traits" if names else "result.alone.warning", role=role, traits=traits)
    else:
        sentence = words("result.warning.traits" if names else "result.warning.score", traits=traits)
    return Headline(sentence, (words("result.warning.kind"),))


def role_name(assessment: Assessment, words: Words, role: str) -> str:
    return words.of(assessment.role[role].name)


def _missing(result: Result, words: Words) -> str:
    if not any(score.answered for score in result.traits.values()):
        return words("result.verdict.unscored_none")
    short = sum(score.estimate is None for score in result.traits.values())
    return words("result.verdict.unscored_why", n=short, total=len(result.traits))
