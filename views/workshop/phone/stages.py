"""What each stage says and shows on the phone."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from people.participant.shapes import Seat, Stage
from views.frame.context import Site
from views.frame.head_and_foot import go, link, notice
from views.frame.labels import plain
from views.frame.markup import show, whole_tag
from views.taking.session import answer_sheet
from views.workshop.live import discussion, live
from views.workshop.phone.again import begin_again
from views.workshop.phone.keeping import keep_section
from views.workshop.phone.voting import ask_here, marked_here


def now_line(here: Site, seat: Seat, stage: Stage) -> str:
    """What to do now, in one line."""
    words, room = here.words, seat.workshop
    if stage.kind == "assessment":
        return words("room.now.finished" if _has_result(seat) else "room.now.assessment")
    if stage.kind == "own_result":
        return words("room.now.own_result" if _has_result(seat) else "room.now.own_result_open")
    if stage.kind == "again":
        return words("room.now.finished_again" if seat.finished_again else "room.now.again")
    if stage.kind == "check":
        return words("room.now.check_shown" if room.revealed else "room.now.check")
    if stage.kind == "wrap_up":
        asks = bool(stage.about) and not room.revealed
        return words("room.now.wrap_up" if asks else "room.now.wrap_up_shown")
    return words(f"room.now.{stage.kind}")


def stage_body(here: Site, seat: Seat, stage: Stage) -> None:
    draw: dict[str, Callable[[Site, Seat, Stage], None]] = {
        "assessment": _assessment,
        "own_result": _own_result,
        "discussion": _discussion,
        "check": _check,
        "again": _again,
        "wrap_up": _wrap_up,
    }
    draw.get(stage.kind, _look_up)(here, seat, stage)


def _look_up(here: Site, seat: Seat, stage: Stage) -> None:
    """Lobby, group picture, before and after: the screen shows it, the phone stays free of it."""
    show(whole_tag("p", here.words(f"room.hint.{stage.kind}"), "fit-lead"))
    if stage.kind == "lobby" and seat.nickname:
        show(whole_tag("p", here.words("room.nickname", name=seat.nickname), "fit-muted"))


def _has_result(seat: Seat) -> bool:
    """Who came after the room was asked again has answered that time only."""
    return seat.finished or seat.finished_again


def _assessment(here: Site, seat: Seat, stage: Stage) -> None:
    if _has_result(seat):
        show(whole_tag("p", here.words("room.hint.finished"), "fit-lead"))
        _to_result(here, seat)
        return
    _to_questions(here, seat)
    show(whole_tag("p", here.words("room.hint.assessment"), "fit-muted"))


def _own_result(here: Site, seat: Seat, stage: Stage) -> None:
    if _has_result(seat):
        _to_result(here, seat, "primary")
        return
    show(whole_tag("p", here.words("room.hint.late"), "fit-lead"))
    _to_questions(here, seat)


def _again(here: Site, seat: Seat, stage: Stage) -> None:
    if seat.finished_again:
        show(whole_tag("p", here.words("room.hint.finished"), "fit-lead"))
        _to_result(here, seat)
    elif not seat.finished:
        show(whole_tag("p", here.words("room.hint.late"), "fit-lead"))
        _to_questions(here, seat)
    else:
        begin_again(here, seat)


def _discussion(here: Site, seat: Seat, stage: Stage) -> None:
    asked = discussion(here, stage.about)
    if asked is not None:
        show(whole_tag("p", here.words.of(asked.question), "fit-card fit-room-question"))
    else:
        show(whole_tag("p", here.words("room.hint.discussion_screen"), "fit-lead"))
    show(whole_tag("p", here.words("room.hint.discussion"), "fit-muted"))


def _check(here: Site, seat: Seat, stage: Stage) -> None:
    if not seat.workshop.revealed:
        ask_here(seat, stage.about)
        return
    marked_here(here, seat, stage.about)
    asked = live(here, stage.about)
    if asked is not None and asked.discussion:
        show(whole_tag("p", here.words("room.hint.differ", question=asked.discussion), "fit-muted"))


def _wrap_up(here: Site, seat: Seat, stage: Stage) -> None:
    if stage.about and seat.workshop.revealed:
        marked_here(here, seat, stage.about)
    elif stage.about:
        ask_here(seat, stage.about)
    keep_section(here, seat)


def _to_questions(here: Site, seat: Seat) -> None:
    words, name = here.words, seat.workshop.assessment
    if name is None or name not in here.assessments:
        notice(words("room.no_files"))
        return
    begun = bool(answer_sheet(here.assessments[name]).answers)
    label = words("room.go_on" if begun else "room.begin")
    if st.button(plain(label), key="room_go", type="primary", width="stretch"):
        go("assessment", here, assessment=name)


def _to_result(here: Site, seat: Seat, kind: str = "secondary") -> None:
    words, name = here.words, seat.workshop.assessment
    if name is None:
        return
    if kind == "primary":
        if st.button(plain(words("room.result")), key="room_go", type="primary", width="stretch"):
            go("result", here, assessment=name)
        return
    with st.container(key="further"):
        link("result", words("room.result"), here, assessment=name)
