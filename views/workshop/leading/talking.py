"""What the facilitator may say in a stage, the answers that often come, and what to say to them."""

from __future__ import annotations

from catalog.content.workshops import Discussion
from people.trainer.shapes import Workshop
from views.frame.context import Site
from views.frame.markup import Markup, bullets, details, element, show, sources, tag
from views.workshop.live import Live, live


def what_to_say(here: Site, workshop: Workshop, to_discuss: Discussion | None) -> None:
    """``to_discuss``: the question of a discussion."""
    words, stage = here.words, workshop.stage
    inner = tag("h2", words("trainer.say.title"))
    ready = here.content.workshops
    if ready is not None:
        told = ready.stages.of(stage.kind)
        inner += "".join(tag("p", words.of(line), "fit-say") for line in told.what_to_say)
        inner += bullets(words.of(point) for point in told.talking_points)
    inner += _discussion(here, to_discuss) if to_discuss is not None else ""
    asked = live(here, stage.about)
    if asked is not None:
        inner += _asked(here, asked)
    show(element("section", inner, "fit-card"))


def _discussion(here: Site, found: Discussion) -> Markup:
    words = here.words
    inner = tag("h3", words("trainer.say.question")) + tag("p", words.of(found.question), "fit-room-question")
    inner += bullets(words.of(point) for point in found.talking_points)
    answers = "".join(
        element("li", tag("strong", words.of(one.answer)) + tag("p", words.of(one.say)), "fit-statement")
        for one in found.common_answers
    )
    if answers:
        inner += tag("h3", words("trainer.say.common")) + element("ul", answers, "fit-statements")
    if found.facts:
        inner += details(words("learn.cite.title"), sources(found.facts, here.content, words))
    return inner


def _asked(here: Site, asked: Live) -> Markup:
    """The question with what is right: on this page only, never on the screen before the reveal."""
    words = here.words
    inner = tag("h3", words("trainer.say.question"))
    if asked.lead:
        inner += tag("p", asked.lead)
    inner += tag("p", asked.ask, "fit-room-question")
    inner += element("ul", "".join(_option(here, asked, name) for name in asked.options), "fit-list")
    if asked.question is not None and asked.question.why is not None:
        inner += tag("p", words.of(asked.question.why))
    if asked.discussion:
        inner += tag("h3", words("trainer.say.differ")) + tag("p", asked.discussion)
    if asked.facts:
        inner += details(words("learn.cite.title"), sources(asked.facts, here.content, words))
    return inner


def _option(here: Site, asked: Live, name: str) -> Markup:
    text = tag("span", asked.options[name])
    if name not in asked.good:
        return element("li", text)
    return element(
        "li",
        text
        + " "
        + tag("strong", f"✓ {here.words('projector.good' if asked.step is not None else 'projector.right')}"),
    )
