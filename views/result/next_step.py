"""The one step that a result leads to: what is still to answer, or else what to read, or the way to a result."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import FULL
from charts.sentence import listed
from people.candidate.asked import texts_in
from people.candidate.sharing import participations
from people.respondent.sheet import AnswerSheet, known_answers
from reports.told.headline import role_name
from teaching.reading_plan import reading_plan
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.head_and_foot import go, link
from views.frame.labels import plain
from views.frame.markup import esc, show, tag
from views.learning.shared import learning
from views.result.chapters import chapter_id
from views.result.shown import Shown
from views.taking.session import take


def next_step(shown: Shown) -> None:
    """One button or link; below it what it takes, where it takes something."""
    here, words = shown.here, shown.here.words
    with st.container(key="next_step"):
        if not shown.scored and not _measured_alone(shown):
            if st.button(plain(words("result.verdict.unscored_go")), key="answer", type="primary", width="stretch"):
                go("assessment", here)
        elif shown.own is not None and (left := _left(here, shown.own)) and shown.result.verdict.kind != "clear":
            _more(here, shown.own, left)
        elif shown.sample is not None:
            link("assessment", words("result.sample.back"), here)
        else:
            _read(shown)
    if shown.earlier is not None or (shown.own is not None and shown.own.stored and shown.own.stored.finished):
        _share(shown.here)


def _measured_alone(shown: Shown) -> bool:
    """Whether traits are the whole result, and there are scores."""
    scores = shown.result.traits.values()
    return not shown.here.assessment.roles and any(score.estimate for score in scores)


def _share(here: Site) -> None:
    """To the choice of what to share, for whoever takes part in an invitation to this assessment."""
    taking_part = [
        texts_in(part.campaign, here.language).sender
        for part in participations(visitor().token) or ()
        if part.campaign.assessment == here.assessment.id
    ]
    if taking_part:
        senders = listed(here.words, list(dict.fromkeys(taking_part)))
        with st.container(key="share_step"):
            link("share", here.words("sharing.link", sender=senders), here)


def _left(here: Site, sheet: AnswerSheet) -> int:
    """How many questions of the whole form are open: its rest after a short one, or skipped ones."""
    return len(here.assessment.form_questions(FULL)) - len(known_answers(here.assessment, FULL, sheet))


def _more(here: Site, sheet: AnswerSheet, left: int) -> None:
    words, assessment = here.words, here.assessment
    whole = len(assessment.form_questions(FULL))
    minutes = max(1, round(assessment.forms[FULL].minutes * left / whole))
    if st.button(plain(words("result.more.go")), key="more", type="primary", width="stretch"):
        take(assessment, sheet, FULL)
        go("assessment", here)
    show(tag("p", words("result.more.text", n=left, minutes=minutes), "fit-muted"))


def _read(shown: Shown) -> None:
    """The comparison of the two closest roles on a tie, else the lesson that fits the result best.

    Where nothing is taught: the roles, or without any the way to keep the result.
    """
    here, words = shown.here, shown.here.words
    taught = learning(here)
    plan = reading_plan(shown.result, here.assessment, taught) if taught.lessons else None
    if plan is not None and plan.compare:
        names = listed(words, [role_name(here.assessment, words, role) for role in plan.compare])
        link("compare", words("result.next.compare", roles=names), here, roles=",".join(plan.compare))
    elif plan is not None and plan.lessons:
        lesson = taught.lesson[plan.lessons[0]]
        title = words("result.next.lesson", title=words.of(lesson.title), minutes=lesson.minutes)
        link("lesson", title, here, id=lesson.id)
    elif here.assessment.roles:
        link("roles", words("result.roles"), here)
    else:
        show(f'<p><a class="fit-button" href="#{chapter_id("details")}">{esc(words("along.title"))}</a></p>')
