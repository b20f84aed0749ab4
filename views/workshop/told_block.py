"""A picture that the room saw, on a page: as a sentence and a table, for trainers and participants alike."""

from __future__ import annotations

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
    inner += element("div", table(one.table.columns, one.table.rows, one.title), "fit-paper-table")
    inner += "".join(tag("p", said) for said in one.said)
    if one.asked is not None and one.asked.why:
        inner += tag("p", one.asked.why)
    if one.asked is not None and one.asked.facts:
        inner += element("div", sources(one.asked.facts, here.content, words), "fit-muted")
    return element("section", inner + f'<p class="fit-muted fit-rule">{esc(one.rule)}</p>', "fit-shown")
