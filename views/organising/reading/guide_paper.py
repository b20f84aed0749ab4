"""One candidate's interview guide on a page that prints: the common questions, then at most five of their own."""

from __future__ import annotations

from collections.abc import Iterable

from people.organiser.shapes import Campaign, Share
from reports.guide.told import ToldQuestion, core_told, own_told
from reports.organising.within import within
from reports.sharing.levels import holds
from views.frame.context import Site
from views.frame.markup import Markup, bullets, element, tag
from views.organising.reading.names import named

LINES = 3
"""Ruled lines for notes below each question; on paper only."""


def guide_paper(here: Site, campaign: Campaign, share: Share) -> Markup:
    """Without any score. Where the guide was not shared, the common questions stand alone."""
    words = here.words
    head = element("p", named(here, share), "fit-paper-name")
    head += tag("p", words("guide.gate.decides")) + tag("p", words("guide.gate.sides"))
    core = core_told(campaign.core, words)
    inner = element("header", tag("h2", words("guide.title")) + head)
    inner += tag("h3", words("guide.core.title"))
    if core:
        inner += tag("p", words("guide.core.lead"), "fit-muted") + _questions(here, core)
    else:
        inner += tag("p", words("reading.guide.no_core"), "fit-muted")
    inner += tag("h3", words("guide.own.title"))
    own = own_told(within(share.level, share.content), words)
    if own:
        inner += tag("p", words("guide.own.lead"), "fit-muted") + _questions(here, own)
    else:
        why = "sharing.shown.no_questions" if holds(share.level, "guide") else "reading.guide.not_shared"
        inner += tag("p", words(why), "fit-muted")
    inner += tag("h3", words("guide.theirs.title")) + tag("p", words("guide.theirs.lead"), "fit-muted") + _lines()
    return element("section", inner, "fit-paper fit-guide")


def _questions(here: Site, questions: Iterable[ToldQuestion]) -> Markup:
    return element("ol", "".join(element("li", _question(here, one)) for one in questions), "fit-paper-questions")


def _question(here: Site, one: ToldQuestion) -> Markup:
    words = here.words
    inner = tag("p", one.ask)
    if one.why:
        inner += tag("p", one.why, "fit-muted")
    if one.listen:
        inner += element("div", tag("strong", words("guide.listen")) + bullets(one.listen), "fit-listen")
    return inner + _lines()


def _lines() -> Markup:
    """Decoration for whoever hears the page: there is nothing to write on."""
    return f'<div class="fit-paper-lines" aria-hidden="true">{"<hr>" * LINES}</div>'
