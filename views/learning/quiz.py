"""One question of a check: asked, marked, explained with its sources, and asked anew on request."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from catalog.lessons.learning import CHOSEN, Question
from people.respondent.learned import now_ms
from teaching.quiz import APART_MS, Marked, OptionMark, mark
from views.frame.context import Site, site
from views.frame.labels import plain
from views.frame.markup import Markup, details, element, esc, show, sources, tag
from views.learning.progress import learned, progress
from views.learning.quiz_answer import answer_of, ask, draft_key, draft_of
from views.learning.shared import learning


def marked_key(place: str, question: str) -> str:
    return f"marked_{place}_{question}"


def questions_by_id(here: Site) -> dict[str, Question]:
    return {question.id: question for check in learning(here).quizzes.values() for question in check.questions}


def coming_back(here: Site, place: str, but_not: Iterable[str] = (), most: int | None = None) -> tuple[str, ...]:
    """The questions that are due again, and those answered here a moment ago, whose feedback still stands."""
    known, left_out = questions_by_id(here), set(but_not)
    now = now_ms()
    fresh = [name for name in known if now - int(st.session_state.get(marked_key(place, name), 0)) < APART_MS]
    due = [name for name in progress().to_come_back if name in known and name not in fresh]
    for name in due:
        if st.session_state.get(marked_key(place, name)):
            _clear(place, name)
    kept = [name for name in (*fresh, *due) if name not in left_out]
    return tuple(kept[:most])


@st.fragment
def quiz_card(question_id: str, number: int, place: str) -> None:
    """Draws the question; ``place`` keeps the same question apart in two parts of the site."""
    here = site()
    question = questions_by_id(here)[question_id]
    words = here.words
    marked_at = st.session_state.get(marked_key(place, question_id))
    with st.container(key=f"quiz_{place}_{question_id}"):
        kind = words(f"learn.check.kind.{question.kind}")
        show(
            f'<p class="fit-kicker">{esc(words("learn.check.number", n=number))} <span>{esc(kind)}</span></p>'
            + tag("h3", words.of(question.ask))
        )
        answer = answer_of(question, draft_of(place, question_id))
        if marked_at is not None and answer is not None:
            show(feedback(here, question, mark(question, answer)))
            st.button(
                plain(words("learn.check.again")),
                key=f"retry_{place}_{question_id}",
                on_click=_clear,
                args=(place, question_id),
            )
            return
        with st.container(key=f"ask_{question.kind}_{place}_{question_id}"):
            ask(here, place, question)
        st.button(
            plain(words("learn.check.mark")),
            key=f"mark_{place}_{question_id}",
            type="primary",
            disabled=answer is None,
            on_click=_mark,
            args=(place, question_id),
        )


def _mark(place: str, question_id: str) -> None:
    question = questions_by_id(site())[question_id]
    answer = answer_of(question, draft_of(place, question_id))
    if answer is not None:
        learned().note_answer(question_id, mark(question, answer).right)
        st.session_state[marked_key(place, question_id)] = now_ms()


def _clear(place: str, question_id: str) -> None:
    """Takes the marks and what was chosen away; what progress holds stays."""
    st.session_state.pop(marked_key(place, question_id), None)
    st.session_state[draft_key(place, question_id)] = {}


def feedback(here: Site, question: Question, marked: Marked) -> Markup:
    """Right or not, the reason of each option, and the facts behind the question."""
    words = here.words
    verdict = tag("p", words("learn.check.right" if marked.right else "learn.check.wrong"), "fit-marked-verdict")
    inner = _chosen(here, question, marked) if question.kind in CHOSEN else _sorted(here, question, marked)
    if marked.why is not None:
        inner += tag("p", words.of(marked.why), "fit-marked-why")
    cited = details(words("learn.cite.title"), sources(question.facts, here.content, words))
    css = "fit-marked fit-marked-right" if marked.right else "fit-marked fit-marked-wrong"
    return f'<div class="{css}" role="status">{verdict}{inner}{cited}</div>'


def _chosen(here: Site, question: Question, marked: Marked) -> Markup:
    """What was chosen and what is right come first; the reasons of the others fold away."""
    first = [one for one in marked.options if one.given or one.wanted]
    rest = [one for one in marked.options if not one.given and not one.wanted]
    lines = element("ul", "".join(_line(here, question, one) for one in first), "fit-marks")
    if rest:
        folded = element("ul", "".join(_line(here, question, one) for one in rest), "fit-marks")
        lines += details(here.words("learn.check.others"), folded)
    return lines


def _line(here: Site, question: Question, one: OptionMark) -> Markup:
    words = here.words
    text = next(words.of(option.text) for option in question.options if option.id == one.option)
    key = "right" if one.wanted else "not_right"
    yours = f" {tag('em', words('learn.check.yours'))}" if one.given else ""
    sign = "✓" if one.wanted else "✕"
    said = (
        f'<span class="fit-sign fit-sign-{key}" aria-hidden="true">{sign}</span>'
        f'<span class="fit-hidden">{esc(words(f"learn.check.is_{key}"))}: </span>{tag("strong", text)}{yours}'
    )
    return element("li", said + (tag("p", words.of(one.why)) if one.why else ""))


def _sorted(here: Site, question: Question, marked: Marked) -> Markup:
    """The right order or the right targets, each with what was answered where it differs."""
    words = here.words
    texts = {option.id: words.of(option.text) for option in question.options}
    names = {target.id: words.of(target.text) for target in question.targets}
    options = sorted(marked.options, key=lambda one: int(one.wanted)) if question.kind == "order" else marked.options
    lines = []
    for one in options:
        wanted = (
            f"{one.wanted}. {texts[one.option]}"
            if question.kind == "order"
            else f"{texts[one.option]} → {names[one.wanted]}"
        )
        given = words("learn.check.your_place", n=one.given) if question.kind == "order" else names.get(one.given, "")
        key, sign = ("right", "✓") if one.right else ("not_right", "✕")
        line = (
            f'<span class="fit-sign fit-sign-{key}" aria-hidden="true">{sign}</span>'
            f'<span class="fit-hidden">{esc(words(f"learn.check.was_{key}"))}: </span>{tag("strong", wanted)}'
        )
        if not one.right:
            line += tag("p", words("learn.check.you_said", answer=given), "fit-muted")
        lines.append(element("li", line))
    return element("ul", "".join(lines), "fit-marks")
