"""One question as a card: rated on a scale in one row from 320 px up, or a situation; nothing is chosen beforehand."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Item, Scale, Scenario, Task
from people.respondent.asked import codes, scale_of
from people.respondent.saving import record
from people.respondent.sheet import AnswerSheet
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import label, plain
from views.frame.markup import Markup, show, tag
from views.frame.seeds import always, index_of
from views.taking import bar, saving
from views.taking.session import answer_sheet

NO_OPTION = "no_option_chosen_at"


def answer_key(question: str, language: str) -> str:
    """The widget's key. It holds the language, because a browser shows a relabelled radio group as unanswered."""
    return f"answer_to_{question}_{language}"


@st.fragment
def rated_card(question: Item | Task, number: int, slot: st.delta_generator.DeltaGenerator) -> None:
    """Draws what is rated; ``slot`` is where the bar stands, redrawn with each answer. ``number`` counts from 1."""
    here = site()
    assessment = here.assessment
    # The card is drawn anew by itself, after the files may have changed.
    question = assessment.task.get(question.id) or assessment.item.get(question.id) or question
    scale, text = scale_of(assessment, question.id), here.words.of(question.text)
    points = codes(assessment, question.id)
    with st.container(key=f"card_scale_{question.id}"):
        sheet = _head(here, question.id, number, text, _short_names(here, scale))
        st.radio(
            text,
            list(points),
            index=index_of(points, _seed(question.id, here, sheet, points)),
            format_func=lambda point: plain(here.words.of(scale.labels[points.index(point)])),
            label_visibility="collapsed",
            horizontal=True,
            width="stretch",
            key=answer_key(question.id, here.language),
            on_change=_record,
            args=(question.id, answer_key(question.id, here.language), points),
        )
    bar.draw(slot, here, sheet)
    saving.notice_change(sheet)


@st.fragment
def scenario_card(scenario: Scenario, number: int, slot: st.delta_generator.DeltaGenerator) -> None:
    """Draws a situation with its options, one under the other."""
    here = site()
    scenario = here.assessment.scenario.get(scenario.id) or scenario
    text = here.words.of(scenario.text)
    texts = {option.id: plain(here.words.of(option.text)) for option in scenario.options}
    with st.container(key=f"card_options_{scenario.id}"):
        sheet = _head(here, scenario.id, number, text)
        st.radio(
            text,
            list(texts),
            index=index_of(texts, _seed(scenario.id, here, sheet, tuple(texts))),
            format_func=texts.__getitem__,
            label_visibility="collapsed",
            width="stretch",
            key=answer_key(scenario.id, here.language),
            on_change=_record,
            args=(scenario.id, answer_key(scenario.id, here.language), tuple(texts)),
        )
    bar.draw(slot, here, sheet)
    saving.notice_change(sheet)


def _short_names(here: Site, scale: Scale) -> Markup:
    """What stands under the circles on a narrow screen. The options themselves keep their full names, for the ear."""
    words = here.words
    short = [words.of(name) for name in scale.short_labels or ()]
    if not short or short == [words.of(name) for name in scale.labels]:
        return ""
    names = "".join(tag("span", name) for name in short)
    return f'<div class="fit-short-names" aria-hidden="true">{names}</div>'


def _head(here: Site, question: str, number: int, text: str, below: Markup = "") -> AnswerSheet:
    """The question's number and text, and the button that takes the answer back: always there, so that nothing jumps.

    One piece of HTML, ``below`` in it: what Streamlit sends and draws one by one costs more than what it says.
    """
    sheet = answer_sheet(here.assessment)
    show(f'<span class="fit-number">{number}</span>{label(text)}{below}')
    st.button(
        plain(here.words("assessment.screen.clear")),
        key=f"clear_{question}",
        type="tertiary",
        disabled=question not in sheet.answers,
        on_click=_take_back,
        args=(question,),
    )
    return sheet


def _seed(question: str, here: Site, sheet: AnswerSheet, codes: tuple[int | str, ...]) -> int | str | None:
    """Shows the answer that we hold; the sheet is the truth, the widget only its picture.

    A browser that stayed open while the server was away sends its picture again, with an answer in it perhaps that
    never arrived: so a session's first picture is always ours, also where it shows no answer.
    """
    if st.session_state.get(NO_OPTION) == question:
        del st.session_state[NO_OPTION]
        notice(here.words("assessment.screen.no_option"))
    held = sheet.answers.get(question)
    shown: int | str | None = always(answer_key(question, here.language), held if held in codes else None)
    return shown


def _record(question: str, key: str, codes: tuple[int | str, ...]) -> None:
    """Takes the answer. A page from before the files changed, or a forged one, may send what is no option any more."""
    here, chosen = site(), st.session_state[key]
    if chosen is not None and chosen not in codes:
        st.session_state[NO_OPTION] = question
    else:
        record(answer_sheet(here.assessment), question, chosen, here.language)


def _take_back(question: str) -> None:
    here = site()
    record(answer_sheet(here.assessment), question, None, here.language)
    for language in here.content.language_ids:
        st.session_state[answer_key(question, language)] = None
