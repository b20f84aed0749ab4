"""One lesson: what it is for, its text, its check, and what comes next."""

from __future__ import annotations

import streamlit as st

from catalog.lessons.learning import Learning, Lesson
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.labels import plain
from views.frame.markup import element, esc, show, tag
from views.frame.scripts import TO_TOP
from views.learning.lesson_body import LessonBody
from views.learning.progress import learned, progress
from views.learning.quiz import coming_back, quiz_card
from views.learning.shared import learning, nothing_here, role_badges

RETURNING = 2
"""So many questions of other lessons come back at the end of a check."""


def asked_lesson(here: Site, taught: Learning) -> Lesson:
    """The lesson of the address; the first one, with a word, where there is no such lesson."""
    asked = st.query_params.get("id")
    lesson = taught.lesson.get(asked or "")
    if lesson is None:
        if asked is not None:
            notice(here.words("learn.lost.lesson"))
        lesson = taught.lessons[0]
    return lesson


def opening(here: Site, taught: Learning, lesson: Lesson) -> None:
    words = here.words
    number = taught.lessons.index(lesson) + 1
    place = esc(words("learn.lesson.number", n=number, total=len(taught.lessons)))
    meta = tag("span", words("learn.minutes", n=lesson.minutes), "fit-chip") + role_badges(here, lesson.roles)
    aim = element("p", tag("strong", words("learn.lesson.aim")) + " " + tag("span", words.of(lesson.aim)), "fit-aim")
    # A link of the site's own, no plain anchor: a reload would lose what somebody learned without storing it.
    with st.container(key="way", horizontal=True, vertical_alignment="center"):
        link("learn", words("site.pages.learn"), here)
        show(f'<p class="fit-way"><span aria-hidden="true">/</span> {place}</p>')
    show(
        f'<h1 class="fit-focus" tabindex="-1">{esc(words.of(lesson.title))}</h1>'
        + element("div", meta, "fit-meta")
        + aim
    )


def check(here: Site, taught: Learning, lesson: Lesson) -> None:
    words = here.words
    own = taught.quizzes.get(lesson.id)
    questions = own.questions if own else ()
    if questions:
        with st.container(key="part_check"):
            show(tag("h2", words("learn.check.title")) + tag("p", words("learn.check.lead"), "fit-muted"))
            for number, question in enumerate(questions, start=1):
                quiz_card(question.id, number, "lesson")
    back = coming_back(here, "back", [question.id for question in questions], RETURNING)
    if back:
        with st.container(key="part_back"):
            show(tag("h2", words("learn.check.back_title")) + tag("p", words("learn.check.back_lead"), "fit-muted"))
            for number, name in enumerate(back, start=1):
                quiz_card(name, number, "back")


def finish(here: Site, taught: Learning, lesson: Lesson) -> None:
    """Read or not, the next lesson, and the paper for a group."""
    words = here.words
    with st.container(key="finish"):
        if lesson.id in progress().read:
            show(f'<p class="fit-done" role="status">✓ {esc(words("learn.lesson.was_read"))}</p>')
        else:
            st.button(
                plain(words("learn.lesson.read")),
                key="read",
                type="primary",
                on_click=learned().note_read,
                args=(lesson.id,),
            )
        at = taught.lessons.index(lesson)
        if at + 1 < len(taught.lessons):
            following = taught.lessons[at + 1]
            with st.container(key="next_lesson"):
                label = words("learn.lesson.next", title=words.of(following.title))
                link("lesson", label, here, icon=":material/arrow_forward:", id=following.id)
        with st.container(key="lesson_links", horizontal=True):
            link("learn", words("learn.lesson.all"), here)
            if taught.quizzes.get(lesson.id):
                link("guide", words("learn.lesson.guide"), here, lesson=lesson.id)


def main() -> None:
    here = site()
    taught = learning(here)
    if not taught.lessons:
        nothing_here(here, here.words("site.pages.lesson"))
        return
    lesson = asked_lesson(here, taught)
    st.set_page_config(page_title=f"{here.words.of(lesson.title)} | {here.words('site.name')}")
    with st.container(key=f"reading_{lesson.id}_{here.language}"):
        opening(here, taught, lesson)
        # After the heading: before it, the script runs on a slow machine while there is nothing to go on from.
        st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)
        show(LessonBody(here).markup(lesson))
    check(here, taught, lesson)
    finish(here, taught, lesson)


main()
