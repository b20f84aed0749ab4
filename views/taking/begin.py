"""Before the first question: what is stored, why and how long, and the choice of how to take it."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import FULL
from people.respondent.finding import opens_nothing
from people.respondent.rights import how_long
from people.respondent.sheet import AnswerSheet
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.language import own_language
from views.frame.markup import Markup, bullets, details, element, show, tag
from views.frame.notices import LINK_ASK, LINK_OVER, STORE_AWAY, said
from views.frame.post_form import post_button
from views.taking.session import store_is_down, take


def choose_form(here: Site, sheet: AnswerSheet) -> None:
    words, assessment = here.words, here.assessment
    several = len(assessment.forms) > 1
    title = words("assessment.choose.title") if several else words.of(assessment.title)
    leads = [words.of(assessment.about)] if assessment.about else []
    leads += [words("assessment.choose.lead")] if several else []
    show(tag("h1", title, "fit-focus") + "".join(tag("p", lead, "fit-lead") for lead in leads))
    own_language(here)
    if sheet.stored is None:
        what_is_stored(here)
    by_length = sorted(assessment.forms.items(), key=lambda form: form[1].minutes)
    with st.container(key="forms"):
        for place, (form_id, form) in enumerate(by_length):
            n = len(assessment.form_questions(form_id))
            title = words.of(form.title) if form.title else words.of(assessment.title)
            with st.container(key=f"form_{form_id}"):
                key = "assessment.choose.form" if several or form.title else "assessment.choose.only_form"
                label = words(key, title=title, n=n, minutes=form.minutes)
                show(tag("h2", label) + hint(here, form_id))
                _begin(here, sheet, form_id, "primary" if place == 0 else "secondary")
    own = [words.of(text) for text in here.pages.how]
    how = [words("assessment.choose.how.honest"), *(own or [words("assessment.choose.how.new")])]
    how += [words(f"assessment.choose.how.{key}") for key in ("skip", "change")]
    show(element("section", tag("h2", words("assessment.choose.how_title")) + bullets(how), "fit-card"))


def hint(here: Site, form_id: str) -> Markup:
    """When to take this form: in the assessment's words, or where there is a choice."""
    words, assessment = here.words, here.assessment
    if form_id in here.pages.forms:
        return tag("p", words.of(here.pages.forms[form_id]))
    if len(assessment.forms) == 1:
        return ""
    return tag("p", words("assessment.choose.full_hint" if form_id == FULL else "assessment.choose.quick_hint"))


def _begin(here: Site, sheet: AnswerSheet, form_id: str, kind: str) -> None:
    """A visitor whose answers are stored already goes straight on; any other chooses whether they are to be."""
    words, assessment = here.words, here.assessment
    if sheet.stored is not None:
        label = words("assessment.choose.begin")
        st.button(
            plain(label),
            key=f"take_{form_id}",
            type="primary",
            width="stretch",
            on_click=take,
            args=(assessment, sheet, form_id),
        )
        return
    show(
        post_button(
            here,
            "begin",
            words("saving.before.store"),
            "primary" if kind == "primary" else "secondary",
            assessment=assessment.id,
            form=form_id,
        )
    )
    st.button(
        plain(words("saving.before.without")),
        key=f"take_{form_id}",
        type="tertiary",
        width="stretch",
        on_click=take,
        args=(assessment, sheet, form_id),
    )


def what_is_stored(here: Site) -> None:
    """What is stored, why, how long, in three sentences; and what not storing means."""
    words, days = here.words, how_long()
    if opens_nothing(visitor().token):
        notice(words("saving.note.over"))
    sentences = words(
        "saving.before.together",
        what=words("saving.before.what"),
        how_long=words("saving.before.how_long", open=days.open_days, finished=days.finished_days),
        rights=words("saving.before.rights"),
    )
    more = tag("p", words("saving.before.without_hint"))
    show(tag("p", sentences, "fit-muted") + details(words("saving.before.title"), more))


def arrivals(here: Site) -> None:
    """A word to a visitor whom a route sent here, or whose sheet cannot be looked up."""
    words, query = here.words, st.query_params.to_dict()
    if said(STORE_AWAY, query) or store_is_down():
        notice(words("saving.note.down"))
    if said(LINK_OVER, query):
        notice(words("saving.note.link_over"))
    if said(LINK_ASK, query):
        inner = tag("h2", words("saving.ask.title")) + tag("p", words("saving.ask.text"))
        inner += post_button(here, "accept", words("saving.ask.yes"))
        show(element("section", inner, "fit-card"))
