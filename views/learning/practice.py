"""Practice: situations at work with several good answers, and the questions that come back."""

from __future__ import annotations

import streamlit as st

from catalog.lessons.learning import Learning, Practice, PracticeOption
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.labels import plain
from views.frame.markup import Markup, details, element, esc, show, sources, tag
from views.frame.seeds import always, index_of
from views.learning.progress import learned, progress
from views.learning.quiz import coming_back, quiz_card
from views.learning.shared import learning, nothing_here, role_badges


def split_opening(text: str) -> tuple[str, str]:
    """The first sentence of a situation, and the rest."""
    end = min((at + 1 for mark in ("。", ". ") if (at := text.find(mark)) > 0), default=len(text))
    return text[:end], text[end:].strip()


def again(here: Site) -> None:
    names = coming_back(here, "again")
    if not names:
        return
    words = here.words
    with st.container(key="part_again"):
        title = words("learn.practice.again_title")
        show(tag("h2", title) + tag("p", words("learn.practice.again_lead"), "fit-muted"))
        for number, name in enumerate(names, start=1):
            quiz_card(name, number, "again")


def situations(here: Site, taught: Learning) -> None:
    words, held = here.words, progress()
    with st.container(key="part_cases"):
        show(tag("h2", words("learn.practice.cases")))
        with st.container(key="cases"):
            for number, case in enumerate(taught.practice, start=1):
                with st.container(key=f"case_{case.id}"):
                    first, rest = split_opening(words.of(case.situation))
                    link("practice", f"{number}. {first}", here, case=case.id)
                    done = (
                        tag("span", f"✓ {words('learn.practice.done')}", "fit-chip fit-chip-done")
                        if case.id in held.cases
                        else ""
                    )
                    show(tag("p", rest) + element("div", role_badges(here, case.roles) + done, "fit-meta fit-small"))


@st.fragment
def step(case_id: str, number: int) -> None:
    """One step: choose any answer, read the comment on it, then those on the others."""
    here = site()
    words = here.words
    case = next(one for one in learning(here).practice if one.id == case_id)
    asked = case.steps[number]
    texts = {option.id: plain(words.of(option.text)) for option in asked.options}
    held_key = f"case_choice_{case_id}_{number}"
    key = f"{held_key}_{here.language}"
    held = always(key, st.session_state.get(held_key))
    with st.container(key=f"quiz_case_{case_id}_{number}"):
        count = words("learn.practice.step", n=number + 1, total=len(case.steps))
        show(tag("p", count, "fit-kicker") + tag("h2", words.of(asked.ask)))
        with st.container(key=f"ask_single_{case_id}_{number}"):
            chosen = st.radio(
                words.of(asked.ask),
                list(texts),
                index=index_of(texts, held),
                format_func=texts.__getitem__,
                label_visibility="collapsed",
                width="stretch",
                key=key,
                on_change=_take,
                args=(held_key, key, case_id, len(case.steps)),
            )
        if chosen is not None:
            show(comments(here, asked.options, str(chosen)))


def _take(held_key: str, key: str, case_id: str, steps: int) -> None:
    st.session_state[held_key] = st.session_state[key]
    if all(st.session_state.get(f"case_choice_{case_id}_{number}") for number in range(steps)):
        learned().note_case(case_id)


def comments(here: Site, options: tuple[PracticeOption, ...], chosen: str) -> Markup:
    words = here.words

    def line(option: PracticeOption) -> Markup:
        kind = "good" if option.good else "better"
        head = tag("span", words(f"learn.practice.{kind}"), f"fit-chip fit-chip-{kind}")
        return element("li", head + tag("strong", words.of(option.text)) + tag("p", words.of(option.comment)))

    mine = "".join(line(option) for option in options if option.id == chosen)
    others = "".join(line(option) for option in options if option.id != chosen)
    folded = details(words("learn.practice.others"), element("ul", others, "fit-marks"))
    return f'<div class="fit-marked" role="status">{element("ul", mine, "fit-marks")}{folded}</div>'


def one_case(here: Site, taught: Learning, case: Practice) -> None:
    words = here.words
    at = taught.practice.index(case)
    with st.container(key=f"case_{case.id}_{here.language}"):
        link("practice", words("learn.practice.back"), here, icon=":material/arrow_back:")
        show(
            tag("p", words("learn.practice.number", n=at + 1, total=len(taught.practice)), "fit-kicker")
            + f'<h1 class="fit-focus fit-situation" tabindex="-1">{esc(words.of(case.situation))}</h1>'
            + element("div", role_badges(here, case.roles), "fit-meta")
            + tag("p", words("learn.practice.several"), "fit-muted")
        )
    for number in range(len(case.steps)):
        step(case.id, number)
    behind = tag("p", words("learn.practice.facts")) + sources(case.facts, here.content, words)
    show(details(words("learn.cite.title"), behind))
    if at + 1 < len(taught.practice):
        with st.container(key="next_lesson"):
            link(
                "practice",
                words("learn.practice.next"),
                here,
                icon=":material/arrow_forward:",
                case=taught.practice[at + 1].id,
            )


def main() -> None:
    here = site()
    words, taught = here.words, learning(here)
    asked = st.query_params.get("case")
    case = next((one for one in taught.practice if one.id == asked), None)
    if case is not None:
        one_case(here, taught, case)
        return
    if not taught.practice:
        nothing_here(here, words("learn.practice.title"))
        return
    show(tag("h1", words("learn.practice.title")) + tag("p", words("learn.practice.lead"), "fit-lead"))
    if asked is not None:
        notice(words("learn.lost.case"))
    again(here)
    situations(here, taught)


main()
