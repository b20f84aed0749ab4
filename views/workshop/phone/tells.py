"""What the screen can give away of one person, in numbers: to be read before joining, and in the room."""

from __future__ import annotations

from math import ceil

from scoring.group.people import MOST_GROUPS
from scoring.group.picture import FEWEST_COUNTED
from scoring.group.played import played
from scoring.group.steps import step
from scoring.told.group import FEWEST, FEWEST_WITH_SPREAD, NEWCOMERS
from views.frame.context import Site, site
from views.frame.markup import Markup, bullets, element, show, table, whole_tag
from views.learning.shared import address, anchor
from views.workshop.phone.seated import seat_here

FOR_EXAMPLE = (5, 10, 20)
"""Rooms whose steps are told."""


def main() -> None:
    here = site()
    words = here.words
    show(whole_tag("h1", words("site.pages.tells")) + whole_tag("p", words("tells.lead"), "fit-lead"))
    show(element("section", _shown(here), "fit-card"))
    show(element("section", _never(here), "fit-card"))
    show(element("section", _guessed(here), "fit-card"))
    show(
        element(
            "section", whole_tag("h2", words("tells.can.title")) + whole_tag("p", words("tells.can.text")), "fit-card"
        )
    )
    if seat_here()[0] is not None:
        show(element("p", anchor(words("tells.back"), address(here, "room"))))


def _shown(here: Site) -> Markup:
    words = here.words
    widths = {f"step_{people}": step(people) for people in FOR_EXAMPLE}
    lines = (
        words("tells.shown.fewest", n=FEWEST, less=FEWEST - 1),
        words("tells.shown.steps", **widths),
        words("tells.shown.spread", n=FEWEST_WITH_SPREAD),
        words("tells.shown.counts", n=FEWEST_COUNTED),
        words("tells.shown.again", n=NEWCOMERS),
        words("tells.shown.groups", n=MOST_GROUPS),
    )
    return whole_tag("h2", words("tells.shown.title")) + bullets(lines)


def _never(here: Site) -> Markup:
    words = here.words
    return whole_tag("h2", words("tells.never.title")) + bullets(
        words(f"tells.never.{one}") for one in ("who", "rows", "name")
    )


def _guessed(here: Site) -> Markup:
    words, told = here.words, played()
    heads = [words(f"tells.column.{column}") for column in ("people", "step", "first", "most")]
    rows = [
        (
            words("tells.people", n=one.people),
            words("tells.points", n=step(one.people)),
            words("tells.times", n=ceil(one.first)),
            words("tells.times", n=ceil(one.most)),
        )
        for one in told.sizes
    ]
    inner = whole_tag("h2", words("tells.guess.title"))
    inner += whole_tag("p", words("tells.guess.how")) + whole_tag("p", words("tells.guess.chance", n=told.chance))
    inner += element("div", table(heads, rows, words("tells.guess.title")), "fit-paper-table fit-tells")
    rooms = f"{told.rooms:,}"
    inner += whole_tag("p", words("tells.guess.simulated", rooms=rooms, least=told.sizes[0].people), "fit-muted")
    return inner + whole_tag("p", words("tells.guess.together"))


main()
