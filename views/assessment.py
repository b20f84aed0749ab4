"""The questionnaire: choose a form, answer one screen at a time, look over it, go to the result."""

from __future__ import annotations

import streamlit as st

from catalog.assessment import FULL
from views import bar
from views.frame import go
from views.markup import bullets, element, esc, show, tag
from views.respondent import (
    AnswerSheet,
    answer_sheet,
    first_unanswered,
    forget,
    leave_screen,
    open_screen,
    progress,
    screens,
    take,
)
from views.scale import item_card, scenario_card
from views.scripts import TO_TOP
from views.site_context import Site, site


def choose_form(here: Site, sheet: AnswerSheet) -> None:
    words, assessment = here.words, here.assessment
    show(
        tag("h1", words("assessment.choose.title"), "fit-focus") + tag("p", words("assessment.choose.lead"), "fit-lead")
    )
    by_length = sorted(assessment.forms.items(), key=lambda form: form[1].minutes)
    with st.container(key="forms"):
        for place, (form_id, form) in enumerate(by_length):
            n = len(assessment.form_items(form_id)) + len(assessment.form_scenarios(form_id))
            title = words.of(form.title) if form.title else words.of(assessment.title)
            with st.container(key=f"form_{form_id}"):
                hint = words("assessment.choose.full_hint" if form_id == FULL else "assessment.choose.quick_hint")
                label = words("assessment.choose.form", title=title, n=n, minutes=form.minutes)
                show(tag("h2", label) + tag("p", hint))
                st.button(
                    words("assessment.choose.begin"),
                    key=f"take_{form_id}",
                    help=None,
                    type="primary" if place == 0 else "secondary",
                    width="stretch",
                    on_click=take,
                    args=(assessment, sheet, form_id),
                )
    how = [words(f"assessment.choose.how.{key}") for key in ("honest", "skip", "change")]
    show(
        element(
            "div",
            tag("h2", words("assessment.choose.how_title"))
            + bullets(how)
            + tag("p", words("assessment.choose.kept"), "fit-muted"),
            "fit-card",
        )
    )


def ask(here: Site, sheet: AnswerSheet, asked: list[tuple[str, ...]]) -> None:
    words, assessment = here.words, here.assessment
    open_screen(sheet)
    ids = asked[sheet.screen]
    first = 1 + sum(len(group) for group in asked[: sheet.screen])
    with st.container(key="progress"):
        slot = st.empty()
    is_scenario = ids[0] in assessment.scenario
    with st.container(key=f"screen_{sheet.screen}_{here.language}"):
        heading = esc(words("assessment.screen.label", page=sheet.screen + 1, pages=len(asked)))
        prompt = words("assessment.screen.scenario" if is_scenario else "assessment.screen.ask")
        hidden = f'<span class="fit-hidden">{heading}</span>'
        show(f'<h1 class="fit-focus fit-prompt" tabindex="-1">{hidden} {esc(prompt)}</h1>')
        if sheet.hasty:
            show(f'<p class="fit-note" role="status">{esc(words("assessment.screen.hasty"))}</p>')
        for place, question in enumerate(ids):
            if is_scenario:
                scenario_card(assessment.scenario[question], first + place, slot)
            else:
                item_card(assessment.item[question], first + place, slot)
        st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)
    bar.draw(slot, here, sheet)
    steps(here, sheet, len(asked))


def steps(here: Site, sheet: AnswerSheet, total: int) -> None:
    words = here.words
    with st.container(key="steps", horizontal=True):
        st.button(
            words("assessment.screen.back"),
            key="back",
            disabled=sheet.screen == 0,
            on_click=leave_screen,
            args=(here.assessment, sheet, sheet.screen - 1),
        )
        st.button(
            words("assessment.screen.last" if sheet.screen == total - 1 else "assessment.screen.next"),
            key="next",
            type="primary",
            on_click=leave_screen,
            args=(here.assessment, sheet, sheet.screen + 1),
        )


def review(here: Site, sheet: AnswerSheet, total: int) -> None:
    """The last look: what is open, and the way to the result."""
    words = here.words
    done, asked, _ = progress(here.assessment, sheet)
    with st.container(key="review"):
        show(f'<h1 class="fit-focus" tabindex="-1">{esc(words("assessment.review.title"))}</h1>')
        if done == 0:
            show(tag("p", words("assessment.review.nothing"), "fit-lead"))
        elif done < asked:
            show(tag("p", words("assessment.review.missing", n=asked - done), "fit-lead"))
        else:
            show(tag("p", words("assessment.review.all"), "fit-lead"))
        if done and st.button(words("assessment.review.result"), key="to_result", type="primary", width="stretch"):
            go("result", here)
        first_open = first_unanswered(here.assessment, sheet)
        if first_open is not None:
            st.button(
                words("assessment.review.jump"),
                key="jump",
                width="stretch",
                on_click=leave_screen,
                args=(here.assessment, sheet, first_open),
            )
        st.button(
            words("assessment.review.back"),
            key="look_again",
            width="stretch",
            on_click=leave_screen,
            args=(here.assessment, sheet, total - 1 if done == asked else 0),
        )
        st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)


def start_anew(here: Site) -> None:
    with st.popover(here.words("assessment.anew.open"), type="tertiary"):
        st.write(here.words("assessment.anew.ask"))
        st.button(
            here.words("assessment.anew.confirm"), key="anew", on_click=forget, args=(here.assessment,), width="stretch"
        )


def main() -> None:
    here = site()
    sheet = answer_sheet(here.assessment)
    asked = screens(here.assessment, sheet.path)
    if not asked:
        choose_form(here, sheet)
    elif sheet.screen < len(asked):
        ask(here, sheet, asked)
        start_anew(here)
    else:
        review(here, sheet, len(asked))
        start_anew(here)


main()
