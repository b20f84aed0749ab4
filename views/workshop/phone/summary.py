"""The page to keep: what the room talked about and saw of itself, which answers were right, where to read on."""

from __future__ import annotations

from people.participant.seat import shown
from people.participant.shapes import PublicSnapshot, Seat
from people.respondent.outcome import Outcome
from reports.workshop.questions import AskedText, asked_text, called_for, discussed
from reports.workshop.told import told_pictures
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.head_and_foot import notice
from views.frame.markup import Markup, bullets, element, show, sources, whole_tag
from views.learning.shared import address, anchor, learning
from views.workshop.said import zone
from views.workshop.told_block import told_block
from views.workshop.touched import touched


def summary(here: Site, seat: Seat) -> None:
    """Once the workshop is over. What was asked and never shown is told with its answer, what was skipped is not."""
    workshop, kept = seat.workshop, shown(visitor().token, seat)
    _talked(here, seat, () if isinstance(kept, Outcome) else kept)
    if isinstance(kept, Outcome):
        notice(here.words("room.away"))
        return
    assessment = here.assessments.get(workshop.assessment or "")
    told = told_pictures(kept, here.content, here.words, assessment, zone())
    if told:
        inner = whole_tag("h2", here.words("room.keep.shown")) + "".join(told_block(here, one) for one in told)
        show(element("section", inner, "fit-card"))
    answered = {one.about for one in kept}
    rest = _answers(here, [stage.about for stage in workshop.led if stage.about not in answered])
    if rest:
        show(element("section", whole_tag("h2", here.words("room.keep.answers")) + rest, "fit-card"))
    _lessons(here, seat)


def _talked(here: Site, seat: Seat, kept: tuple[PublicSnapshot, ...]) -> None:
    stages = [stage for stage in seat.workshop.led if stage.kind == "discussion"]
    abouts = (stage.about or called_for(here.content, kept) for stage in stages)
    asked = [discussed(here.content, here.words, about) for about in dict.fromkeys(abouts)]
    if any(asked):
        inner = whole_tag("h2", here.words("room.keep.talked")) + element(
            "ul", "".join(whole_tag("li", one) for one in asked if one), "fit-list"
        )
        show(element("section", inner, "fit-card"))


def _answers(here: Site, abouts: list[str]) -> Markup:
    """Of the checks: a poll has no answer to tell."""
    asked = (asked_text(here.content, here.words, about) for about in dict.fromkeys(abouts))
    return "".join(_answer(here, one) for one in asked if one is not None and (one.right or one.belongs))


def _answer(here: Site, asked: AskedText) -> Markup:
    words = here.words
    right = [text for option, text in asked.options.items() if option in asked.right]
    right += [
        words("shown.belongs", option=asked.options[option], place=asked.places.get(place, place))
        for option, place in asked.belongs.items()
    ]
    inner = whole_tag("h3", asked.ask) + (whole_tag("p", asked.lead) if asked.lead else "")
    inner += whole_tag("p", words("shown.good" if asked.defensible else "shown.right"), "fit-muted") + bullets(right)
    if asked.why:
        inner += whole_tag("p", asked.why)
    if asked.facts:
        inner += element("div", sources(asked.facts, here.content, words), "fit-muted")
    return element("section", inner, "fit-shown")


def _lessons(here: Site, seat: Seat) -> None:
    words, taught = here.words, learning(here).lesson
    links = "".join(
        element("li", anchor(words.of(taught[one].title), address(here, "lesson", id=one)))
        for one in touched(here, seat.workshop.led)
    )
    if links:
        inner = whole_tag("h2", words("room.keep.lessons")) + element("ul", links, "fit-list")
        show(element("section", inner, "fit-card"))
    show(whole_tag("p", words("room.keep.print"), "fit-muted"))
