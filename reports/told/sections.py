"""Which written sections a result has, in which order, and what each says: decided here for the page and for paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.sentence import joined
from reports.told.headline import role_name
from reports.told.liked_work import liked_work, measured
from reports.told.statements import Statement, elsewhere, explorations, statements
from scoring.rule.result import Result
from scoring.told.reasons import for_the_second, leans, strengths, watch_outs

SHOWN_ELSEWHERE = 3
FOR_THE_SCREEN = frozenset({"second"})
"""The sections that a page shows and paper leaves out."""
Chapter = Literal["result", "reasons", "liking", "use", "profile", "details"]


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """``lead`` introduces what follows; where nothing follows, it is a sentence that says so."""

    key: str
    title: str
    lead: str
    statements: tuple[Statement, ...] = ()
    lines: tuple[Line, ...] = ()


def chapters(result: Result, assessment: Assessment, words: Words) -> tuple[Chapter, ...]:
    """The chapters of a page in reading order; a result without an order or an answer has fewer."""
    if result.leading is None:
        if not assessment.roles and any(score.estimate for score in result.traits.values()):
            return ("profile", "details")
        rated = result.liking is not None and bool(result.liking.ratings)
        return ("details",) if rated or any(score.answered for score in result.traits.values()) else ()
    liked: tuple[Chapter, ...] = ("liking",) if liked_work(result, assessment, words) else ()
    return ("result", "reasons", *liked, "use", "details")


def liking(result: Result, assessment: Assessment, words: Words) -> Section | None:
    """Liking as a written section, where there is no room for its picture: how much, what most, what least."""
    told = liked_work(result, assessment, words)
    if told is None:
        return None
    said = [Statement(words("result.liking.how_much"), measured(told, words))]
    for key, tasks in (("most", told.most), ("least", told.least)):
        if tasks:
            text = joined(words, [words.of(task.text) for task in tasks])
            said.append(Statement(words(f"result.liking.{key}"), text))
    return Section("liking", words("result.liking.title"), joined(words, told.sentences), tuple(said))


def sections_of_role(result: Result, assessment: Assessment, words: Words, role: str) -> tuple[Section, ...]:
    """What speaks for ``role`` and what to watch out for in it."""
    name = role_name(assessment, words, role)
    made = []
    for key, part, found in (
        ("strengths", "strength", strengths(result, assessment, role)),
        ("watch", "watch", watch_outs(result, assessment, role)),
    ):
        said = statements(found, part, result, assessment, words)
        lead = words(f"result.{key}.lead" if said else f"result.{key}.none", role=name)
        made.append(Section(key, words(f"result.{key}.title"), lead, said))
    return tuple(made)


def sections_of_result(result: Result, assessment: Assessment, words: Words) -> tuple[Section, ...]:
    """What follows from the whole result, in reading order: to talk about, the second role, to find out, elsewhere."""
    if result.leading is None:
        return ()
    made = [_talk(result, assessment, words, result.leading), _second(result, assessment, words)]
    if result.verdict.kind != "clear":
        made.append(_explore(result, assessment, words))
    if result.foundation_warning:
        made.append(_elsewhere(result, assessment, words))
    return tuple(section for section in made if section is not None)


def quality(result: Result, words: Words) -> Section | None:
    """What the answers themselves give reason to say; None where they give none."""
    if not result.flags:
        return None
    lines = tuple(Line(words(f"result.quality.{flag}")) for flag in result.flags)
    return Section("quality", words("result.quality.title"), words("result.quality.lead"), lines=lines)


def limits(assessment: Assessment, words: Words) -> Section | None:
    if assessment.guidance is None or not assessment.guidance.limits:
        return None
    lines = tuple(Line(words.of(limit.text), limit.facts) for limit in assessment.guidance.limits)
    return Section("limits", words("result.limits.title"), "", lines=lines)


def _talk(result: Result, assessment: Assessment, words: Words, role: str) -> Section | None:
    if assessment.guidance is None:
        return None
    said = statements(strengths(result, assessment, role), "talk", result, assessment, words)
    return _pairs(words, "talk", ((one.title, one.text) for one in said)) if said else None


def _second(result: Result, assessment: Assessment, words: Words) -> Section | None:
    if result.verdict.best is None or len(result.ranking) < 2:
        return None
    first, second = (role_name(assessment, words, role) for role in result.ranking[:2])
    said = statements(for_the_second(result, assessment), "strength", result, assessment, words)
    lead = "" if said else words("result.second.none", role=second, first=first)
    before, after = (result.roles[role].liking for role in result.ranking[:2])
    if before and after and (after.points or 0.0) > (before.points or 0.0):
        lead = joined(words, [one for one in (lead, words("result.second.liking", role=second, first=first)) if one])
    return Section("second", words("result.second.title", role=second), lead, said)


def _explore(result: Result, assessment: Assessment, words: Words) -> Section | None:
    found = explorations(result.verdict.deciding, assessment, words)
    return _pairs(words, "explore", found) if found else None


def _elsewhere(result: Result, assessment: Assessment, words: Words) -> Section:
    """Other work that the clearest traits suit, without a score."""
    found = elsewhere(leans(result, assessment), assessment, words)[:SHOWN_ELSEWHERE]
    if not found:
        return Section("elsewhere", words("result.elsewhere.title"), words("result.elsewhere.none"))
    return _pairs(words, "elsewhere", found)


def _pairs(words: Words, key: str, found: Iterable[tuple[str, str]]) -> Section:
    said = tuple(Statement(title, text) for title, text in found)
    return Section(key, words(f"result.{key}.title"), words(f"result.{key}.lead"), said)
