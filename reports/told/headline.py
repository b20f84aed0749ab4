"""The first words of a result: the role and how sure, or what is missing, or the warning that comes before any role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.number import interval, percent, score
from charts.sentence import end_of, listed, quoted
from scoring.rule.result import Result
from scoring.told.parting import liking_parts
from scoring.told.reasons import nothing_stands_out


@dataclass(frozen=True, slots=True)
class Headline:
    """``sentence`` leads; ``further`` are whole sentences below it, in reading order.

    The first of them belongs with the sentence where there is room for little.
    """

    sentence: str
    further: tuple[str, ...]


def headline(result: Result, assessment: Assessment, words: Words) -> Headline:
    """Words and their order follow P; an unlikely role is named in every verdict. A role alone is told by its fit."""
    verdict = result.verdict
    if not assessment.roles:
        return _traits_alone(result, assessment, words)
    if result.alone is not None:
        return _alone(result.alone, result, assessment, words)
    if verdict.kind == "unscored" or verdict.best is None:
        return Headline(words("result.verdict.unscored"), (_missing(result, words),))
    chance = result.roles[verdict.best].p_best
    if verdict.kind == "close" or chance is None:
        return _close(result, assessment, words)
    best = role_name(assessment, words, verdict.best)
    sentence = words(f"result.verdict.{verdict.kind}", best=best, p=percent(words, chance))
    further = [words(f"result.verdict.{verdict.kind}_further")]
    if liking_parts(result):
        further.append(words("result.verdict.liking_parts"))
    if verdict.kind == "leaning":
        further += _deciding(result, assessment, words)
    if verdict.unlikely:
        further.append(words("result.verdict.unlikely", roles=_roles(verdict.unlikely, assessment, words)))
    return Headline(sentence, (*further, words("result.verdict.chance")))


def _close(result: Result, assessment: Assessment, words: Words) -> Headline:
    """What a close result does tell: who is in and who is out, and what would decide."""
    verdict = result.verdict
    tied = _roles(verdict.tied, assessment, words)
    deciding = _deciding(result, assessment, words)
    flat = nothing_stands_out(result, assessment)
    note = words("result.verdict.flat_further" if flat else "result.verdict.close_further")
    if verdict.unlikely:
        out = _roles(verdict.unlikely, assessment, words)
        return Headline(words("result.verdict.close_out", tied=tied, out=out), (*deciding, note))
    alike = flat and len(verdict.tied) == len(result.ranking)
    return Headline(words(f"result.verdict.{'flat' if alike else 'close'}", tied=tied), (*deciding, note))


def _deciding(result: Result, assessment: Assessment, words: Words) -> list[str]:
    """What would most help to decide; liking is named where it parts the two roles in front."""
    if not result.verdict.deciding:
        return []
    names = [words.of(assessment.trait[trait].name) for trait in result.verdict.deciding]
    key = "deciding_liking" if result.verdict.kind == "close" and liking_parts(result) else "deciding"
    return [words(f"result.verdict.{key}", traits=quoted(words, names))]


def _roles(roles: Sequence[str], assessment: Assessment, words: Words) -> str:
    return listed(words, [role_name(assessment, words, role) for role in roles])


def _alone(role: str, result: Result, assessment: Assessment, words: Words) -> Headline:
    """How the only role with a fit suits, and why nothing is said of an order."""
    fit = result.roles[role].fit
    assert fit is not None, "a role alone has a fit"
    sentence = words("result.alone.fit", role=role_name(assessment, words, role), fit=score(fit.value))
    scale = words("result.alone.scale", range=interval(words, fit.low, fit.high))
    return Headline(sentence, (scale, words("result.alone.only" if len(assessment.roles) == 1 else "result.alone.yet")))


def _traits_alone(result: Result, assessment: Assessment, words: Words) -> Headline:
    """Of how many traits there is a score, and of how many not yet."""
    measured = [trait for trait in assessment.traits if result.traits[trait.id].estimate is not None]
    if not measured:
        return Headline(words("result.verdict.unscored"), (_missing(result, words),))
    left = len(assessment.traits) - len(measured)
    further = (words("result.verdict.no_roles_left", n=left),) if left else ()
    if len(measured) == 1:
        return Headline(words("result.verdict.no_roles_one", trait=words.of(measured[0].name)), further)
    return Headline(words("result.verdict.no_roles", n=len(measured)), further)


def warning(result: Result, assessment: Assessment, words: Words) -> Headline | None:
    """The foundation's warning in kind words; None where there is none."""
    if not result.foundation_warning:
        return None
    low = [trait for trait in assessment.traits if trait.id in result.foundation_warning]
    ends = quoted(words, [end_of(words, trait, high=False) for trait in low]) if low else ""
    if len(assessment.roles) == 1:
        role = role_name(assessment, words, assessment.roles[0].id)
        sentence = words("result.alone.warning_traits" if low else "result.alone.warning", role=role, ends=ends)
    else:
        sentence = words("result.warning.traits" if low else "result.warning.score", ends=ends)
    return Headline(sentence, (words("result.warning.kind"),))


def role_name(assessment: Assessment, words: Words, role: str) -> str:
    return words.of(assessment.role[role].name)


def _missing(result: Result, words: Words) -> str:
    if not any(score.answered for score in result.traits.values()):
        return words("result.verdict.unscored_none")
    short = sum(score.estimate is None for score in result.traits.values())
    if short == len(result.traits):
        return words("result.verdict.unscored_why_all")
    return words("result.verdict.unscored_why", n=short, total=len(result.traits))
