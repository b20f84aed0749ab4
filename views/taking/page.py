"""The questionnaire: choose a form, answer one screen at a time, look over it, go to the result."""

from __future__ import annotations

import streamlit as st

from people.respondent.asked import open_questions, parts
from people.respondent.sheet import AnswerSheet, open_screen, progress, screens
from views.frame.context import Site, site
from views.frame.head_and_foot import go, notice
from views.frame.labels import plain
from views.frame.markup import esc, show, tag
from views.frame.scripts import TO_TOP
from views.taking import bar, saving
from views.taking.anew import ANEW_FAILED, can_undo, start_anew, undo_anew
from views.taking.begin import arrivals, choose_form
from views.taking.devices import not_mine, other_device
from views.taking.prompt import part_name, prompt
from views.taking.question import rated_card, scenario_card
from views.taking.session import answer_sheet, go_to


def ask(here: Site, sheet: AnswerSheet, asked: list[tuple[str, ...]]) -> None:
    words, assessment = here.words, here.assessment
    open_screen(sheet)
    ids = asked[sheet.screen]
    first = 1 + sum(len(group) for group in asked[: sheet.screen])
    with st.container(key="progress"):
        slot = st.empty()
    saving.notices(here, sheet, slot)
    with st.container(key=f"screen_{sheet.screen}_{here.language}"):
        show(prompt(here, sheet, asked))
        if sheet.hasty:
            show(f'<p class="fit-note" role="status">{esc(words("assessment.screen.hasty"))}</p>')
        for place, question in enumerate(ids):
            if question in assessment.scenario:
                scenario_card(assessment.scenario[question], first + place, slot)
            else:
                rated_card(assessment.task.get(question) or assessment.item[question], first + place, slot)
        st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)
    bar.draw(slot, here, sheet)
    steps(here, sheet, len(asked))


def steps(here: Site, sheet: AnswerSheet, total: int) -> None:
    words = here.words
    with st.container(key="steps", horizontal=True):
        st.button(
            plain(words("assessment.screen.back")),
            key="back",
            disabled=sheet.screen == 0,
            on_click=go_to,
            args=(here.assessment, sheet, sheet.screen - 1),
        )
        st.button(
            plain(words("assessment.screen.last" if sheet.screen == total - 1 else "assessment.screen.next")),
            key="next",
            type="primary",
            on_click=go_to,
            args=(here.assessment, sheet, sheet.screen + 1),
        )


def review(here: Site, sheet: AnswerSheet, asked: list[tuple[str, ...]]) -> None:
    """The last look: what is open, and the way to the result."""
    words = here.words
    done, total, _ = progress(here.assessment, sheet)
    with st.container(key="review"):
        title = words("assessment.review.title" if done == total else "assessment.review.title_open")
        show(f'<h1 class="fit-focus" tabindex="-1">{esc(title)}</h1>')
        if done == 0:
            show(tag("p", words("assessment.review.nothing"), "fit-lead"))
        elif done < total:
            show(tag("p", words("assessment.review.missing", n=total - done), "fit-lead"))
        else:
            show(tag("p", words("assessment.review.all"), "fit-lead"))
        if done and st.button(
            plain(words("assessment.review.result")), key="to_result", type="primary", width="stretch"
        ):
            go("result", here)
        ways_to_what_is_open(here, sheet, asked)
        st.button(
            plain(words("assessment.review.back")),
            key="look_again",
            width="stretch",
            on_click=go_to,
            args=(here.assessment, sheet, len(asked) - 1 if done == total else 0),
        )
        st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)


def ways_to_what_is_open(here: Site, sheet: AnswerSheet, asked: list[tuple[str, ...]]) -> None:
    """A button to the first open question; where several parts have some, one for each part, with how many."""
    found = parts(here.assessment, asked)
    still = {number: open_questions(part, asked, sheet.answers) for number, part in enumerate(found)}
    still = {number: screens_open for number, screens_open in still.items() if screens_open}
    jump = here.words("assessment.review.jump")
    if len(still) > 1:
        show(tag("p", jump, "fit-muted"))
    for number, screens_open in still.items():
        name = part_name(here, found[number], number, len(found))
        label = here.words("assessment.review.jump_part", part=name, n=len(screens_open)) if len(still) > 1 else jump
        st.button(
            plain(label),
            key=f"jump_{number}",
            width="stretch",
            on_click=go_to,
            args=(here.assessment, sheet, screens_open[0]),
        )


def begin_again(here: Site) -> None:
    newest = here.newest
    st.button(plain(here.words("assessment.anew.go")), key="anew", type="tertiary", on_click=start_anew, args=(newest,))


def way_back(here: Site, sheet: AnswerSheet) -> None:
    """After a start anew, until the first new answer: one tap brings the earlier answers back."""
    if st.session_state.pop(ANEW_FAILED, False):
        notice(here.words("saving.note.anew_failed"))
    if can_undo(sheet):
        with st.container(key="way_back"):
            show(f'<p role="status">{esc(here.words("saving.note.anew"))}</p>')
            st.button(
                plain(here.words("assessment.anew.back")), key="undo_anew", on_click=undo_anew, args=(here.language,)
            )
            # The tap was at the foot of a long screen; the way back must not stand out of sight above it.
            st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)


def below(here: Site, sheet: AnswerSheet) -> None:
    """What a person may want to do with the sheet as a whole."""
    with st.container(key="whole", horizontal=True):
        begin_again(here)
        other_device(here, sheet)
        not_mine(here, sheet)


def main() -> None:
    here = site()
    sheet = answer_sheet(here.assessment)
    arrivals(here)
    way_back(here, sheet)
    asked = screens(here.assessment, sheet.path)
    if not asked:
        choose_form(here, sheet)
    elif sheet.screen < len(asked):
        ask(here, sheet, asked)
        below(here, sheet)
    else:
        review(here, sheet, asked)
        below(here, sheet)


main()
