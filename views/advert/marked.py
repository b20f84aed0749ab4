"""The text with its marked places: colour, symbol and frame by kind; a tap opens why, and the lesson behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from adverts.reading import Finding, Piece, Reading
from catalog.content.adverts import Adverts
from teaching.reading_plan import lessons_on
from views.advert.kinds import Kind
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, sources, tag
from views.frame.popovers import Popovers
from views.learning.shared import address, learning

AGAINST, VAGUE = "×", "？"
TOGETHER = 2
"""Characters that stand on one line with the mark's symbol."""
LONGEST = 60
"""Characters of a quoted place that stand over its explanation."""


class MarkedText:
    """Draws the text of one reading; ``prefix`` keeps its ids apart from another one's on the same page."""

    def __init__(self, here: Site, adverts: Adverts, kinds: Mapping[str, Kind], prefix: str) -> None:
        self._here, self._adverts, self._kinds, self._prefix = here, adverts, kinds, prefix
        self._popovers = Popovers(here, prefix)
        self._marks = 0

    def markup(self, reading: Reading) -> Markup:
        title = self._pieces(reading.title_pieces)
        body = self._pieces(reading.pieces)
        inner = (element("p", title, "fit-advert-title") if title else "") + element("p", body, "fit-advert-body")
        return element("div", inner, "fit-advert") + self._legend(reading) + self._popovers.markup()

    def _pieces(self, pieces: Iterable[Piece]) -> Markup:
        return "".join(esc(one.text) if one.finding is None else self._mark(one.finding) for one in pieces)

    def _mark(self, found: Finding) -> Markup:
        """The words themselves press the button too, being its label, and break over lines as the text does."""
        self._marks += 1
        own = f"{self._prefix}-mark-{self._marks}"
        said = self._said(found)
        title = found.quote if len(found.quote) <= LONGEST else found.quote[:LONGEST] + "…"
        button = self._popovers.button(
            self._symbol(found), title, self._why(found), "fit-advert-sign", own_id=own, heard=said
        )
        first, rest = found.quote[:TOGETHER], found.quote[TOGETHER:]
        words = element("span", button + esc(first), "fit-advert-start") + esc(rest)
        label = f'<label for="{own}">{words}</label>'
        css = "fit-advert-mark"
        css += " fit-advert-vague" if found.vague else " fit-advert-against" if found.speaks_against else ""
        style = f' style="{esc(self._kinds[found.kind].style)}"' if found.kind else ""
        return f'<mark class="{css}"{style}>{label}</mark>'

    def _symbol(self, found: Finding) -> str:
        if found.kind is None:
            return VAGUE
        glyph = self._kinds[found.kind].mark.glyph
        return glyph + AGAINST if found.speaks_against else glyph

    def _said(self, found: Finding) -> str:
        words = self._here.words
        if found.kind is None:
            return words("advert.text.vague")
        key = "advert.text.against" if found.speaks_against else "advert.text.points"
        return words(key, kind=self._kinds[found.kind].name)

    def _why(self, found: Finding) -> Markup:
        here, words = self._here, self._here.words
        inner = tag("p", self._said(found), "fit-advert-said")
        if found.kind is not None:
            kind = self._kinds[found.kind]
            sign = f'<span class="fit-mark" style="{esc(kind.style)}" aria-hidden="true">{kind.mark.glyph}</span> '
            inner = element("p", sign + esc(self._said(found)), "fit-advert-said")
        inner += tag("p", found.why)
        if found.section in self._adverts.heading:
            heading = words.of(self._adverts.heading[found.section].name)
            inner += tag("p", words("advert.text.under", heading=heading), "fit-muted")
        return inner + self._lessons(found) + sources(found.facts, here.content, words)

    def _lessons(self, found: Finding) -> Markup:
        here, taught = self._here, learning(self._here)
        rows = [
            # In a tab of its own: in this one it would take the pasted text away.
            f'<li><a href="{esc(address(here, "lesson", id=lesson))}" target="_blank" rel="noopener">'
            f"{esc(here.words.of(taught.lesson[lesson].title))}</a></li>"
            for lesson in lessons_on(found.facts, taught)
        ]
        if not rows:
            return ""
        return tag("p", here.words("advert.text.lessons"), "fit-muted") + element("ul", "".join(rows), "fit-list")

    def _legend(self, reading: Reading) -> Markup:
        words, found = self._here.words, (*reading.title_findings, *reading.findings)
        if not found:
            return ""
        named = {one.kind for one in found}
        entries = [element("li", kind.marked) for name, kind in self._kinds.items() if name in named]
        if any(one.speaks_against for one in found):
            entries.append(tag("li", words("advert.text.legend_against")))
        if any(one.vague for one in found):
            entries.append(tag("li", words("advert.text.legend_vague")))
        return f'<ul class="fit-advert-legend" aria-label="{esc(words("advert.text.legend"))}">{"".join(entries)}</ul>'
