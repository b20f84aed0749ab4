"""The shelf: what the site offers where that is more than one assessment, a card each, and how far one has come."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent.sheet import progress, screens
from views.frame.addresses import ASSESSMENT_PARAMETER
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import element, show, tag
from views.taking.session import answer_sheet


def shelf(here: Site) -> None:
    # The site's own words: here no assessment speaks.
    words = here.content.words(here.language)
    if not here.listed:
        nothing = tag("h1", words("start.shelf.none")) + tag("p", words("start.shelf.none_hint"), "fit-lead")
        show(element("div", nothing, "fit-hero"))
        return
    title = tag("h1", words("start.shelf.title")) + tag("p", words("start.shelf.lead"), "fit-lead")
    show(element("div", title, "fit-hero"))
    with st.container(key="shelf"):
        for assessment in here.listed:
            _card(here, assessment)


def _card(here: Site, assessment: Assessment) -> None:
    words, about = here.words, assessment.about
    sheet = answer_sheet(assessment)
    done, total, _ = progress(assessment, sheet)
    finished = bool(done) and sheet.screen >= len(screens(assessment, sheet.path))
    with st.container(key=f"shelf_card_{assessment.id}"):
        inner = tag("h2", words.of(assessment.title)) + (tag("p", words.of(about)) if about else "")
        inner += "".join(tag("li", fact) for fact in facts(here, assessment)).join(('<ul class="fit-facts">', "</ul>"))
        if done:
            inner += tag("p", words("assessment.bar.done", done=done, total=total), "fit-muted")
        show(inner)
        key = "start.shelf.go" if not done else "start.see_result" if finished else "start.resume"
        name = "start" if not done else "result" if finished else "assessment"
        link(name, words(key), here, **{ASSESSMENT_PARAMETER: assessment.id})


def facts(here: Site, assessment: Assessment) -> tuple[str, ...]:
    """How long it takes, how much it asks, and in which languages."""
    minutes = [form.minutes for form in assessment.forms.values()]
    asked = [len(assessment.form_questions(form)) for form in assessment.forms]
    spoken = [language.name for language in here.content.languages if language.id in assessment.languages]
    return (
        _span(here, ("start.shelf.minutes", "start.shelf.minutes_span"), minutes),
        _span(here, ("start.shelf.questions", "start.shelf.questions_span"), asked),
        *(spoken or assessment.languages),
    )


def _span(here: Site, keys: tuple[str, str], numbers: list[int]) -> str:
    """``keys``: of one number, and of the least and the greatest."""
    least, most = min(numbers), max(numbers)
    return here.words(keys[1], least=least, most=most) if least < most else here.words(keys[0], n=most)
