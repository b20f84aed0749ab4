"""The parts of a result below its pictures: strengths, watch-outs, talking points, what to find out, conditions."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from catalog.questionnaire.assessment import FULL
from people.respondent.sheet import AnswerSheet, known_answers
from reports.told.headline import role_name
from reports.told.statements import Statement, elsewhere, explorations, statements
from scoring.rule.result import Result
from scoring.told.reasons import for_the_second, leans, strengths, watch_outs
from views.frame.context import Site
from views.frame.head_and_foot import go
from views.frame.markup import Markup, details, element, show, sources, tag
from views.frame.role_mark import marked
from views.taking.session import take

SHOWN_ELSEWHERE = 3


def statement(here: Site, said: Statement) -> Markup:
    """One statement as a list entry, its evidence folded away below it."""
    behind = "".join(tag("p", line) for line in said.evidence.lines) + tag("p", said.evidence.because)
    behind += sources(said.evidence.facts, here.content, here.words)
    reserve = tag("p", said.reserve, "fit-muted") if said.reserve else ""
    inner = tag("h3", said.title) + tag("p", said.text) + reserve
    return element("li", inner + details(here.words("result.evidence.open"), behind), "fit-statement")


def listing(entries: Iterable[Markup]) -> Markup:
    return element("ul", "".join(entries), "fit-statements")


def pairs(entries: Iterable[tuple[str, str]]) -> Markup:
    return listing(element("li", tag("h3", title) + tag("p", text), "fit-statement") for title, text in entries)


def section(title: str, lead: str, inner: Markup) -> None:
    show(element("section", tag("h2", title) + (tag("p", lead, "fit-muted") if lead else "") + inner, "fit-section"))


def strengths_and_watch_outs(here: Site, result: Result, role: str) -> None:
    words, assessment = here.words, here.assessment
    name = role_name(assessment, words, role)
    for key, part, reasons in (
        ("strengths", "strength", strengths(result, assessment, role)),
        ("watch", "watch", watch_outs(result, assessment, role)),
    ):
        said = statements(reasons, part, result, assessment, words)
        inner = (
            listing(statement(here, one) for one in said) if said else tag("p", words(f"result.{key}.none", role=name))
        )
        section(words(f"result.{key}.title"), words(f"result.{key}.lead", role=name) if said else "", inner)


def talking_points(here: Site, result: Result) -> None:
    words, assessment = here.words, here.assessment
    if assessment.guidance is None or result.leading is None:
        return
    said = statements(strengths(result, assessment, result.leading), "talk", result, assessment, words)
    if said:
        section(words("result.talk.title"), words("result.talk.lead"), pairs((one.title, one.text) for one in said))


def second_role(here: Site, result: Result) -> None:
    words, assessment = here.words, here.assessment
    if result.verdict.best is None or len(result.ranking) < 2:
        return
    first, second = (role_name(assessment, words, role) for role in result.ranking[:2])
    said = statements(for_the_second(result, assessment), "strength", result, assessment, words)
    inner = listing(statement(here, one) for one in said)
    title = words("result.second.title", role=second)
    section(title, "", inner if said else tag("p", words("result.second.none", role=second, first=first)))


def explore(here: Site, result: Result) -> None:
    words = here.words
    found = explorations(result.verdict.deciding, here.assessment, words)
    if found:
        section(words("result.explore.title"), words("result.explore.lead"), pairs(found))


def elsewhere_when_warned(here: Site, result: Result) -> None:
    """A way on when the foundation warns: other work that the clearest traits suit, without a score."""
    if not result.foundation_warning:
        return
    words = here.words
    found = elsewhere(leans(result, here.assessment), here.assessment, words)[:SHOWN_ELSEWHERE]
    inner = pairs(found) if found else tag("p", words("result.elsewhere.none"))
    section(words("result.elsewhere.title"), words("result.elsewhere.lead") if found else "", inner)


def more_questions(here: Site, sheet: AnswerSheet, result: Result, scored: bool) -> None:
    """Offers what is still open: the rest of the whole form where it is close, or skipped questions of this one."""
    words, assessment = here.words, here.assessment
    whole = len(assessment.form_items(FULL)) + len(assessment.form_scenarios(FULL))
    left = whole - len(known_answers(assessment, FULL, sheet))
    if not scored or not left or result.verdict.kind == "clear":
        return
    minutes = max(1, round(assessment.forms[FULL].minutes * left / whole))
    with st.container(key="part_more"):
        section(words("result.more.title"), words("result.more.text", n=left, minutes=minutes), "")
        if st.button(words("result.more.go"), key="more", type="primary"):
            take(assessment, sheet, FULL)
            go("assessment", here)


def conditions(here: Site) -> None:
    """Wishes that are matched with a role, never scored."""
    words, assessment = here.words, here.assessment
    if assessment.guidance is None or not assessment.guidance.conditions:
        return
    entries = []
    for condition in assessment.guidance.conditions:
        known = "".join(
            element(
                "li",
                element("strong", marked(here, role))
                + tag("p", words.of(cited.text))
                + sources(cited.facts, here.content, words),
            )
            for role, cited in condition.roles.items()
        )
        yourself = element(
            "p",
            tag("strong", words("result.conditions.yourself")) + " " + tag("span", words.of(condition.ask_yourself)),
        )
        look = element(
            "p", tag("strong", words("result.conditions.look")) + " " + tag("span", words.of(condition.look_for))
        )
        entries.append(
            details(words.of(condition.name), yourself + look + element("ul", known, "fit-list"), "fit-fold")
        )
    inner = element("div", "".join(entries), "fit-card")
    section(words("result.conditions.title"), words("result.conditions.lead"), inner)


def limits(here: Site) -> None:
    words, assessment = here.words, here.assessment
    if assessment.guidance is None or not assessment.guidance.limits:
        return
    rows = "".join(
        element("li", tag("span", words.of(limit.text)) + _folded_sources(here, limit.facts))
        for limit in assessment.guidance.limits
    )
    section(words("result.limits.title"), "", element("ul", rows, "fit-list"))


def _folded_sources(here: Site, facts: tuple[str, ...]) -> Markup:
    found = sources(facts, here.content, here.words)
    return details(here.words("result.evidence.open"), found) if found else ""
