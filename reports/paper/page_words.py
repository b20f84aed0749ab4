"""The written parts of a report as its template takes them, and the ones that only paper has: method and articles."""

from __future__ import annotations

from typing import Any

from catalog.content.beside import articles_of
from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.label import broken
from charts.sentence import listed
from reports.told.among_others import among_others
from reports.told.norms import data_set_told, data_sets
from reports.told.sections import Section
from reports.told.statements import Statement
from scoring.rule.result import Result

LINE_EMS, ACROSS_EMS, SMALL_EMS, NAME_EMS = 25.0, 15.0, 30.0, 13.0
"""Room for a line in one of two columns and in one of three, and for a small one in one of two; for a name in
one of two that has numbers beside it."""
ALONE = 3
"""So few rows stand in one column of the page."""


def printed(told: Section | None, content: Content, words: Words) -> dict[str, Any] | None:
    """A written section of the result as the template takes it."""
    if told is None:
        return None
    return {
        "title": told.title,
        "lead": broken(told.lead, SMALL_EMS),
        "entries": [_entry(one, content, words) for one in told.statements],
        "lines": [line.text for line in told.lines],
    }


def method(result: Result, assessment: Assessment, words: Words) -> dict[str, Any]:
    lines = [words("report.method.text" if assessment.roles else "report.method.traits")]
    if assessment.groups:
        lines.append(words("report.method.groups"))
    if result.liking and result.liking.counts:
        lines.append(words("report.method.liking"))
    if result.leading is not None:
        lines.append(words("report.method.radar"))
    if result.verdict.kind != "unscored":
        lines.append(words("charts.differences.caption"))
    if result.provisional:
        lines.append(words("charts.traits.provisional"))
    sets = (data_set_told(norm, words, "report.method.norm") for norm in data_sets(assessment, scoring=True).values())
    lines += [told for told in sets if told]
    return {"title": words("report.method.title"), "lines": lines}


def percentiles(result: Result, assessment: Assessment, words: Words) -> dict[str, Any] | None:
    """Among the people of the norm that scores; on the page the reader may choose others. None where it is assumed."""
    among = next(among_others(result, assessment, words), None)
    if among is None or not among.rows:
        return None
    rows = [[broken(one.name, NAME_EMS), one.shown, one.spread] for one in among.rows]
    half = len(rows) if len(rows) <= ALONE else (len(rows) + 1) // 2
    columns = ("charts.column.trait", "result.percentile.column", "charts.column.range")
    return {
        "title": words("result.percentile.title"),
        "lead": words("result.percentile.lead"),
        "columns": [words(column) for column in columns],
        "pieces": [rows[start : start + half] for start in range(0, len(rows), half)],
        "notes": [among.told, *([among.missing] if among.missing else [])],
    }


def articles(content: Content, assessment: Assessment, words: Words) -> dict[str, Any] | None:
    """The articles by the marks that the statements name them with, and the assessment's other sources."""
    lines = [
        words("report.article", mark=words.of(article.mark), title=words.of(article.title))
        for article in articles_of(content, assessment).values()
    ]
    lines += [words.of(source) for source in (assessment.pages.sources if assessment.pages else ())]
    if not lines:
        return None
    return {"title": words("report.articles"), "lines": lines}


def origin(assessment: Assessment, words: Words) -> dict[str, Any] | None:
    """Whose instrument it is, and on what terms."""
    lines = [
        words("report.origin_line", part=words(f"method.origin.{name}"), title=words.of(said))
        for name, said in assessment.origin.items()
    ]
    return {"title": words("method.origin.title"), "lines": lines} if lines else None


def _entry(said: Statement, content: Content, words: Words) -> dict[str, Any]:
    if said.evidence is None:
        title, text = broken(said.title, ACROSS_EMS), broken(said.text, ACROSS_EMS)
        return {"title": title, "text": text, "reserve": "", "small": []}
    small = list(said.evidence.lines)
    marks = dict.fromkeys(
        article for fact in said.evidence.facts if fact in content.facts for article in content.facts[fact].articles
    )
    named = [words.of(content.articles[article].mark) for article in marks if article in content.articles]
    if named:
        small.append(words("report.sources", articles=listed(words, named)))
    return {
        "title": broken(said.title, LINE_EMS),
        "text": broken(said.text, LINE_EMS),
        "reserve": said.reserve or "",
        "small": [broken(line, SMALL_EMS) for line in small],
    }
