"""The written parts of a report: strengths, watch-outs, talking points, what to find out, method and limits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.sentence import listed
from reports.told.headline import role_name
from reports.told.statements import Statement, elsewhere, explorations, statements
from scoring.rule.result import Result
from scoring.told.reasons import leans, strengths, watch_outs

SHOWN_ELSEWHERE = 3
Section = dict[str, Any]


def reasons(result: Result, assessment: Assessment, content: Content, words: Words, role: str) -> list[Section]:
    """Strengths and watch-outs for ``role``; a sentence where there is none."""
    name = role_name(assessment, words, role)
    made = []
    for key, part, found in (
        ("strengths", "strength", strengths(result, assessment, role)),
        ("watch", "watch", watch_outs(result, assessment, role)),
    ):
        said = statements(found, part, result, assessment, words)
        lead = words(f"result.{key}.lead" if said else f"result.{key}.none", role=name)
        made.append(_section(words(f"result.{key}.title"), lead, (_statement(one, content, words) for one in said)))
    return made


def talking_points(result: Result, assessment: Assessment, words: Words, role: str) -> Section | None:
    if assessment.guidance is None:
        return None
    said = statements(strengths(result, assessment, role), "talk", result, assessment, words)
    return _pairs(words, "talk", ((one.title, one.text) for one in said)) if said else None


def way_on(result: Result, assessment: Assessment, words: Words) -> list[Section]:
    """What to find out where roles are close, and other ways to go where the foundation warns."""
    made = []
    found = explorations(result.verdict.deciding, assessment, words) if result.verdict.kind != "clear" else ()
    if found:
        made.append(_pairs(words, "explore", found))
    if result.foundation_warning:
        ways = elsewhere(leans(result, assessment), assessment, words)[:SHOWN_ELSEWHERE]
        made.append(_pairs(words, "elsewhere", ways))
        if not ways:
            made[-1]["lead"] = words("result.elsewhere.none")
    return made


def quality(result: Result, words: Words) -> Section | None:
    if not result.flags:
        return None
    said = [words(f"result.quality.{flag}") for flag in result.flags]
    return {"title": words("result.quality.title"), "lead": words("result.quality.lead"), "lines": said}


def method(result: Result, words: Words) -> Section:
    lines = [words("report.method.text")]
    if result.leading is not None:
        lines.append(words("report.method.radar"))
    if result.verdict.kind != "unscored":
        lines.append(words("charts.differences.caption"))
    if result.provisional:
        lines.append(words("charts.traits.provisional"))
    return {"title": words("report.method.title"), "lines": lines}


def articles(content: Content, words: Words) -> Section | None:
    """The articles by the marks that the statements name them with."""
    if not content.articles:
        return None
    lines = [
        words("report.article", mark=words.of(article.mark), title=words.of(article.title))
        for article in content.articles.values()
    ]
    return {"title": words("report.articles"), "lines": lines}


def limits(assessment: Assessment, words: Words) -> Section | None:
    if assessment.guidance is None or not assessment.guidance.limits:
        return None
    lines = [words.of(limit.text) for limit in assessment.guidance.limits]
    return {"title": words("result.limits.title"), "lines": lines}


def _statement(said: Statement, content: Content, words: Words) -> dict[str, Any]:
    small = list(said.evidence.lines)
    marks = dict.fromkeys(
        article for fact in said.evidence.facts if fact in content.facts for article in content.facts[fact].articles
    )
    named = [words.of(content.articles[article].mark) for article in marks if article in content.articles]
    if named:
        small.append(words("report.sources", articles=listed(words, named)))
    return {"title": said.title, "text": said.text, "reserve": said.reserve or "", "small": small}


def _pairs(words: Words, key: str, found: Iterable[tuple[str, str]]) -> Section:
    entries = ({"title": title, "text": text, "reserve": "", "small": []} for title, text in found)
    return _section(words(f"result.{key}.title"), words(f"result.{key}.lead"), entries)


def _section(title: str, lead: str, entries: Iterable[dict[str, Any]]) -> Section:
    return {"title": title, "lead": lead, "entries": list(entries)}
