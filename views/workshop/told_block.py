"""A picture that the room saw, on a page: as sentences, lines and counts, for trainers and participants alike."""

from __future__ import annotations

from charts.plan.team import GroupTrait, team_value
from reports.workshop.told import Told
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, sources, table, tag


def told_block(here: Site, one: Told) -> Markup:
    """Under the page's own heading; the sources of a check with it."""
    words = here.words
    inner = tag("h3", one.title)
    if one.asked is not None and one.asked.lead:
        inner += tag("p", one.asked.lead)
    inner += tag("p", words("shown.facts", taken=one.taken, n=one.people), "fit-muted")
    inner += _traits(here, one) if one.traits else _counts(one)
    inner += "".join(tag("p", said) for said in one.said)
    if one.asked is not None and one.asked.why:
        inner += tag("p", one.asked.why)
    if one.asked is not None and one.asked.facts:
        inner += element("div", sources(one.asked.facts, here.content, words), "fit-muted")
    return element("section", inner + f'<p class="fit-muted fit-rule">{esc(one.rule)}</p>', "fit-shown")


def _counts(one: Told) -> Markup:
    return element("div", table(one.table.columns, one.table.rows, one.title), "fit-paper-table")


def _traits(here: Site, one: Told) -> Markup:
    """A row a trait that fits a phone: the mean in figures and on a line between the two ends."""
    return element("ul", "".join(element("li", _trait(here, each)) for each in one.traits), "fit-told")


def _trait(here: Site, trait: GroupTrait) -> Markup:
    head = tag("strong", trait.name) + tag("span", team_value(trait, here.words))
    dots = f'<i style="left:{trait.mean}%"></i>'
    if trait.other is not None:
        dots = f'<i class="fit-before" style="left:{trait.other}%"></i>' + dots
    line = f'<div class="fit-told-track" aria-hidden="true">{dots}</div>'
    return element("p", head) + line + element("p", tag("span", trait.low) + tag("span", trait.high), "fit-muted")
