"""A question on the phone: asked, sent, changed until the room sees the answers; then marked, for its owner alone."""

from __future__ import annotations

import streamlit as st

from people.participant.seat import vote
from people.participant.shapes import Seat
from people.respondent.outcome import Outcome
from teaching.quiz import mark
from views.frame.context import Site, site
from views.frame.cookie import visitor
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.markup import Markup, details, element, esc, show, sources, tag, whole_tag
from views.frame.seeds import always, index_of
from views.learning.quiz import feedback
from views.learning.quiz_answer import WHOLE, answer_of, ask, draft_key, draft_of
from views.workshop.live import Live, choice_of, draft_from, live

PLACE = "room"
SENT, FAILED = "vote_sent_", "vote_failed_"


@st.fragment
def ask_here(seat: Seat, about: str) -> None:
    """Nothing is drawn where the files do not hold the question any more."""
    here = site()
    asked = live(here, about)
    if asked is None:
        return
    key = _key(asked)
    if draft_key(PLACE, key) not in st.session_state:
        st.session_state[draft_key(PLACE, key)] = draft_from(asked, seat.voted.get(asked.id))
    if asked.id in seat.voted:
        st.session_state.setdefault(SENT + asked.id, choice_of(asked, draft_of(PLACE, key)))
    words = here.words
    with st.container(key=f"quiz_{PLACE}_{key}"):
        if asked.lead:
            show(whole_tag("p", asked.lead))
        show(whole_tag("h2", asked.ask))
        kind = asked.question.kind if asked.question is not None else "single"
        with st.container(key=f"ask_{kind}_{PLACE}_{key}"):
            if asked.question is not None:
                ask(here, PLACE, asked.question)
            else:
                _one(here, asked)
        choice = choice_of(asked, draft_of(PLACE, key))
        sent = st.session_state.get(SENT + asked.id)
        st.button(
            plain(words("room.vote.change" if sent is not None else "room.vote.send")),
            key=f"vote_{asked.id}",
            type="primary",
            width="stretch",
            disabled=choice is None or choice == sent,
            on_click=_send,
            args=(seat, asked, choice),
        )
        failed = st.session_state.pop(FAILED + asked.id, None)
        if failed is not None:
            notice(words("room.vote.away" if failed is Outcome.AWAY else "room.vote.over"))
        elif sent is not None:
            show(f'<p class="fit-muted" role="status">{esc(words("room.vote.sent"))}</p>')


def marked_here(here: Site, seat: Seat, about: str) -> None:
    """After the reveal: what was right and why, beside one's own answer; for a poll, one's own choice."""
    asked = live(here, about)
    if asked is None:
        return
    given = draft_from(asked, seat.voted.get(asked.id))
    inner = (whole_tag("p", asked.lead) if asked.lead else "") + whole_tag("h2", asked.ask)
    if asked.question is not None:
        answer = answer_of(asked.question, given)
        inner += feedback(here, asked.question, mark(asked.question, answer)) if answer else _right(here, asked)
    elif asked.step is not None:
        inner += _comments(here, asked, given.get(WHOLE))
    else:
        chosen = asked.options.get(given.get(WHOLE, ""))
        key = "room.poll.yours" if chosen else "room.poll.none"
        inner += whole_tag("p", here.words(key, choice=chosen or ""), "fit-lead")
    show(element("section", inner, "fit-card fit-room-card"))


def _key(asked: Live) -> str:
    return asked.question.id if asked.question is not None else asked.id


def _one(here: Site, asked: Live) -> None:
    draft = draft_of(PLACE, asked.id)
    texts = {option: plain(text) for option, text in asked.options.items()}
    key = f"check_{PLACE}_{asked.id}_{here.language}"
    held = always(key, draft.get(WHOLE))
    st.radio(
        asked.ask,
        list(texts),
        index=index_of(texts, held),
        format_func=texts.__getitem__,
        label_visibility="collapsed",
        width="stretch",
        key=key,
        on_change=_take,
        args=(asked.id, key),
    )


def _take(name: str, key: str) -> None:
    value = st.session_state[key]
    if value is None:
        draft_of(PLACE, name).pop(WHOLE, None)
    else:
        draft_of(PLACE, name)[WHOLE] = str(value)


def _send(seat: Seat, asked: Live, choice: object) -> None:
    done = vote(visitor().token, seat, asked.id, choice)
    if done is not Outcome.DONE:
        st.session_state[FAILED + asked.id] = done
    else:
        st.session_state[SENT + asked.id] = choice


def _right(here: Site, asked: Live) -> Markup:
    """For who did not answer: what is right, with its source."""
    question = asked.question
    assert question is not None
    words = here.words
    if question.kind == "match":
        targets = {target.id: words.of(target.text) for target in question.targets}
        lines = [f"{words.of(one.text)} → {targets.get(one.target or '', '')}" for one in question.options]
    elif question.kind == "order":
        lines = [f"{place}. {words.of(one.text)}" for place, one in enumerate(question.options, start=1)]
    else:
        lines = [words.of(one.text) for one in question.options if one.right]
    inner = whole_tag("p", words("room.vote.right_is")) + element(
        "ul", "".join(whole_tag("li", one) for one in lines), "fit-list"
    )
    if question.why is not None:
        inner += whole_tag("p", words.of(question.why))
    return inner + details(words("learn.cite.title"), sources(asked.facts, here.content, words))


def _comments(here: Site, asked: Live, chosen: str | None) -> Markup:
    step, words = asked.step, here.words
    assert step is not None

    def line(option_id: str) -> Markup:
        option = next(one for one in step.options if one.id == option_id)
        kind = "good" if option.good else "better"
        name = words(f"learn.practice.{kind}")
        head = tag("span", name, f"fit-chip fit-chip-{kind}") + whole_tag("strong", words.of(option.text))
        return element("li", head + whole_tag("p", words.of(option.comment)))

    mine = [one for one in asked.options if one == chosen]
    rest = "".join(line(one) for one in asked.options if one != chosen)
    inner = element("ul", "".join(line(one) for one in mine), "fit-marks") if mine else ""
    others = element("ul", rest, "fit-marks")
    inner += details(words("learn.practice.others"), others) if mine else others
    return element("div", inner, "fit-marked") + details(
        words("learn.cite.title"), sources(asked.facts, here.content, words)
    )
