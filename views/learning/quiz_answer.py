"""What a visitor has chosen at a question so far, and the widgets that take it; nothing is chosen at first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import streamlit as st

from catalog.lessons.learning import ONE_RIGHT, Question, QuizOption
from teaching.quiz import Answer, shuffled
from views.frame.context import Site
from views.frame.labels import label_of, own_label, plain
from views.frame.seeds import always, index_of, seeded

WHOLE = "whole"
"""The one entry of a draft in which a single option is chosen."""
Draft = dict[str, str]
"""By kind: the option under WHOLE; "yes" by option; the place by option; the target by option."""


def draft_key(place: str, question: str) -> str:
    return f"draft_{place}_{question}"


def draft_of(place: str, question: str) -> Draft:
    """What is chosen at this place of the site, kept apart from the widgets so that a language switch shows it."""
    return cast(Draft, st.session_state.setdefault(draft_key(place, question), {}))


def answer_of(question: Question, draft: Mapping[str, str]) -> Answer | None:
    """The draft as an answer; None while something is still to choose."""
    if question.kind in ONE_RIGHT:
        return draft.get(WHOLE)
    if question.kind == "several":
        return frozenset(draft) or None
    if set(draft) != {option.id for option in question.options}:
        return None
    if question.kind == "order":
        return tuple(sorted(draft, key=lambda option: int(draft[option])))
    return dict(draft)


def widget_key(place: str, question: str, part: str, here: Site) -> str:
    """The key holds the language: a browser shows a relabelled group as unanswered."""
    return f"check_{place}_{question}_{part}_{here.language}"


def ask(here: Site, place: str, question: Question) -> None:
    """Draws the widgets of the question, its options mixed."""
    options = shuffled(question)
    if question.kind in ONE_RIGHT:
        _one(here, place, question, options)
    elif question.kind == "several":
        for option in options:
            _tick(here, place, question, option)
    elif question.kind == "order":
        for option in options:
            _place(here, place, question, option)
    else:
        for option in options:
            _match(here, place, question, option)


def _one(here: Site, place: str, question: Question, options: tuple[QuizOption, ...]) -> None:
    key = widget_key(place, question.id, WHOLE, here)
    texts = {option.id: plain(here.words.of(option.text)) for option in options}
    held = always(key, draft_of(place, question.id).get(WHOLE))
    st.radio(
        here.words.of(question.ask),
        list(texts),
        index=index_of(texts, held),
        format_func=texts.__getitem__,
        label_visibility="collapsed",
        width="stretch",
        key=key,
        on_change=_take,
        args=(place, question.id, WHOLE, key),
    )


def _tick(here: Site, place: str, question: Question, option: QuizOption) -> None:
    key, text = widget_key(place, question.id, option.id, here), here.words.of(option.text)
    held = always(key, option.id in draft_of(place, question.id))
    # Streamlit's own label would be said once more after the box that it names.
    with st.container(key=f"tick_{place}_{question.id}_{option.id}"):
        st.checkbox(
            text,
            held,
            label_visibility=own_label(text),
            key=key,
            width="stretch",
            on_change=_take,
            args=(place, question.id, option.id, key),
        )


def _place(here: Site, place: str, question: Question, option: QuizOption) -> None:
    """A place number for an option; a number that another option holds moves here."""
    key, text = widget_key(place, question.id, option.id, here), here.words.of(option.text)
    held = always(key, draft_of(place, question.id).get(option.id))
    places = [str(number) for number in range(1, len(question.options) + 1)]
    st.radio(
        text,
        places,
        index=index_of(places, held),
        label_visibility=label_of(text),
        horizontal=True,
        key=key,
        width="stretch",
        on_change=_take_place,
        args=(place, question.id, option.id, key),
    )


def _match(here: Site, place: str, question: Question, option: QuizOption) -> None:
    key, text = widget_key(place, question.id, option.id, here), here.words.of(option.text)
    texts = {target.id: here.words.of(target.text) for target in question.targets}
    held = always(key, draft_of(place, question.id).get(option.id))
    # A list whose own default is an option cannot be emptied again, so what is chosen on this page is no default.
    began = seeded(f"{key}_began", held)
    st.selectbox(
        text,
        list(texts),
        index=index_of(texts, began),
        label_visibility=label_of(text),
        format_func=texts.__getitem__,
        placeholder=here.words("learn.check.choose"),
        filter_mode=None,
        key=key,
        on_change=_take,
        args=(place, question.id, option.id, key),
    )


def _take(place: str, question: str, part: str, key: str) -> None:
    draft, value = draft_of(place, question), st.session_state[key]
    if value is None or value is False:
        draft.pop(part, None)
    else:
        draft[part] = "yes" if value is True else str(value)


def _take_place(place: str, question: str, option: str, key: str) -> None:
    draft, number = draft_of(place, question), st.session_state[key]
    for other in [other for other, held in draft.items() if held == number and other != option]:
        del draft[other]
    _take(place, question, option, key)
