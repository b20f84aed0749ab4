"""From the result to the lessons: what to read next, and the passages that explain each trait and role."""

from __future__ import annotations

import streamlit as st

from charts.sentence import listed
from reports.told.headline import role_name
from scoring.rule.result import Result
from teaching.reading_plan import facts_of_roles, facts_of_trait, lessons_on, reading_plan
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import Markup, details, element, esc, show, tag
from views.frame.role_mark import marked
from views.learning.shared import address, anchor, learning


def read_next(here: Site, result: Result) -> None:
    """Three lessons chosen from the result; on a tie first the comparison of the two closest roles."""
    taught, words = learning(here), here.words
    if not taught.lessons or result.leading is None:
        return
    plan = reading_plan(result, here.assessment, taught)
    if not plan.lessons:
        return
    with st.container(key="part_read_next"):
        show(tag("h3", words("learn.next.title")) + tag("p", words("learn.next.lead"), "fit-muted"))
        with st.container(key="read_next"):
            if plan.compare:
                names = listed(words, [role_name(here.assessment, words, role) for role in plan.compare])
                link("compare", words("learn.next.compare", roles=names), here, roles=",".join(plan.compare))
            for lesson in plan.lessons:
                one = taught.lesson[lesson]
                label = words("learn.next.lesson", title=words.of(one.title), minutes=one.minutes)
                link("lesson", label, here, id=lesson)
        rows = explained(here)
        if rows:
            show(details(words("learn.next.explain"), element("ul", rows, "fit-list")))


def explained(here: Site) -> Markup:
    """Each role and trait with the lessons that teach most of the facts behind its weights."""
    assessment, words = here.assessment, here.words
    rows = [_row(here, marked(here, role.id), facts_of_roles(assessment, [role.id])) for role in assessment.roles]
    rows += [_row(here, esc(words.of(trait.name)), facts_of_trait(assessment, trait.id)) for trait in assessment.traits]
    return "".join(rows)


def _row(here: Site, name: Markup, facts: frozenset[str]) -> Markup:
    taught = learning(here)
    links = [
        anchor(here.words.of(taught.lesson[lesson].title), address(here, "lesson", id=lesson))
        for lesson in lessons_on(facts, taught)
    ]
    return element("li", f"<strong>{name}</strong> {' / '.join(links)}") if links else ""
