"""The screen that a room looks at: what to do now, in letters to be read from afar, with the way in always in sight."""

from __future__ import annotations

from datetime import UTC, datetime

from catalog.content.workshops import Discussion
from people.trainer.room import RoomNow
from people.trainer.shapes import Snapshot, Workshop
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, tag
from views.frame.qr import qr
from views.workshop.joining_address import FOR_PHONES, in_groups, join_address, only_here, qr_address
from views.workshop.live import live
from views.workshop.running import can_be_revealed
from views.workshop.said import minutes_and_seconds
from views.workshop.screen.check import question_screen
from views.workshop.screen.picture import Part, legend, picture_screen

HINT = "fit-screen-hint"


def screen(
    here: Site,
    workshop: Workshop,
    room: RoomNow | None,
    found: Snapshot | None,
    to_discuss: Discussion | None,
    part: Part | None,
) -> Markup:
    """``found``: the present stage's snapshot, None where it has none. ``to_discuss``: the question of a discussion.
    ``part``: of the snapshot, where it has parts.
    """
    if workshop.ended or workshop.code is None:
        return over_screen(here, workshop.title)
    clock = ""
    if workshop.until is not None:
        left = minutes_and_seconds(here, (workshop.until - datetime.now(UTC)).total_seconds())
        clock = tag("p", left, "fit-screen-clock")
    head = f'<p class="fit-screen-title"><bdi>{esc(workshop.title)}</bdi></p>{clock}'
    line = tag("h1", _now(here, workshop, found))
    if found is not None and part is not None:
        signs = element("p", legend(here, found.kind, part))
        line = element("div", line + signs, "fit-screen-line")
    body = element(
        "div",
        line + _body(here, workshop, room, found, to_discuss, part),
        f"fit-screen-main fit-on-{workshop.stage.kind}",
    )
    return element("div", element("div", head, "fit-screen-head") + body + _way_in(here, workshop.code), "fit-screen")


def over_screen(here: Site, title: str) -> Markup:
    words = here.words
    head = f'<p class="fit-screen-title"><bdi>{esc(title)}</bdi></p>'
    main = tag("h1", words("projector.over")) + tag("p", words("projector.over_text"))
    inner = element("div", head, "fit-screen-head") + element("div", main, "fit-screen-main")
    return element("div", inner, "fit-screen fit-screen-over")


def _way_in(here: Site, code: str) -> Markup:
    words = here.words
    inner = qr(qr_address(code), words("projector.qr")) + element("p", _typed(join_address()), "fit-address")
    return element("div", inner + tag("p", in_groups(code), "fit-screen-code"), "fit-screen-in")


def _typed(address: str) -> Markup:
    """A line ends before the port, if anywhere."""
    host, colon, port = address.partition(":")
    return f"<span>{esc(host)}</span><wbr><span>{esc(colon + port)}</span>" if colon else esc(address)


def _now(here: Site, workshop: Workshop, found: Snapshot | None) -> str:
    words, stage = here.words, workshop.stage
    if can_be_revealed(workshop) and workshop.revealed:
        return words(f"projector.shown.{stage.kind}")
    if stage.kind == "wrap_up" and not stage.about:
        return words("projector.shown.wrap_up")
    return words(f"projector.now.{stage.kind}")


def _body(
    here: Site,
    workshop: Workshop,
    room: RoomNow | None,
    found: Snapshot | None,
    to_discuss: Discussion | None,
    part: Part | None,
) -> Markup:
    words, stage = here.words, workshop.stage
    if stage.kind == "lobby":
        return _lobby(here, room)
    if stage.kind in ("assessment", "again"):
        return _progress(here, room)
    if stage.kind in ("picture", "change"):
        return _picture(here, workshop, room, found, part)
    if stage.kind == "discussion":
        return tag("p", words.of(to_discuss.question), "fit-screen-question") if to_discuss is not None else ""
    if stage.kind in ("check", "wrap_up") and stage.about:
        question = live(here, stage.about)
        body = question_screen(here, question, found, workshop.revealed) if question is not None else ""
        return body if workshop.revealed else body + _progress(here, room, small=True)
    return tag("p", words(f"projector.hint.{stage.kind}"), HINT)


def _lobby(here: Site, room: RoomNow | None) -> Markup:
    words = here.words
    steps = "".join(tag("li", words(f"projector.step.{step}")) for step in ("open", "code", "agree"))
    count = tag("p", words("projector.here", n=room.here), "fit-screen-count") if room is not None and room.here else ""
    inner = element("ol", steps, "fit-screen-steps")
    if only_here():
        inner += tag("p", words("trainer.only_here", command=FOR_PHONES), "fit-screen-only-here")
    return inner + count


def _progress(here: Site, room: RoomNow | None, small: bool = False) -> Markup:
    """One bar for the room; below five people it would tell of each."""
    words = here.words
    if room is None or room.progress is None:
        return "" if small else tag("p", words("projector.hint.assessment"), HINT)
    said = words("projector.progress", n=room.progress)
    bar = (
        f'<div class="fit-screen-bar" role="progressbar" aria-valuenow="{room.progress}" aria-valuemin="0" '
        f'aria-valuemax="100" aria-label="{esc(said)}"><i style="width:{room.progress}%"></i></div>'
    )
    return element("div", bar + tag("p", said), "fit-screen-progress") + (
        "" if small else tag("p", words("projector.hint.assessment"), HINT)
    )


def _picture(here: Site, workshop: Workshop, room: RoomNow | None, found: Snapshot | None, part: Part | None) -> Markup:
    if found is None or part is None:
        return tag("p", here.words(f"projector.hint.{workshop.stage.kind}"), HINT) + _progress(here, room, small=True)
    return picture_screen(here, workshop, found, part)
