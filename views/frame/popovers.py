"""Words that open over the page at a tap: a definition, a source. The browser's own popovers, without a script."""

from __future__ import annotations

from collections.abc import Iterable

from views.frame.context import Site
from views.frame.markup import Markup, element, esc, in_a_row, sources, tag


class Popovers:
    """Makes buttons, and collects the popovers that they open; ``prefix`` keeps ids apart on one page."""

    def __init__(self, here: Site, prefix: str) -> None:
        self._here, self._prefix = here, prefix
        self._made: dict[tuple[str, Markup], str] = {}

    def button(
        self, label: str, title: str, inner: Markup, css: str, hidden: str = "", own_id: str = "", heard: str = ""
    ) -> Markup:
        """A button within running text. ``hidden`` is said before ``label`` by a screen reader; ``own_id`` is for a
        label elsewhere that presses it too, ``heard`` is its name in place of its label.
        """
        name = self._made.setdefault((title, inner), f"{self._prefix}-{len(self._made)}")
        voice = f'<span class="fit-hidden">{esc(hidden)} </span>' if hidden else ""
        known = f' id="{esc(own_id)}"' if own_id else ""
        known += f' aria-label="{esc(heard)}"' if heard else ""
        return f'<button type="button"{known} class="{css}" popovertarget="{name}">{voice}{esc(label)}</button>'

    def cite(self, facts: Iterable[str]) -> Markup:
        """A small button that names the articles and opens the facts; empty for none."""
        ids = tuple(facts)
        if not ids:
            return ""
        here = self._here
        cited = {article for fact in ids for article in here.content.facts[fact].articles}
        label = in_a_row(
            here.words, (here.words.of(one.mark) for one in here.content.articles.values() if one.id in cited)
        )
        inner = sources(ids, here.content, here.words)
        # A space, not a margin: at the start of a line it takes no room.
        return " " + self.button(
            label, here.words("learn.cite.title"), inner, "fit-cite", here.words("learn.cite.title")
        )

    def markup(self) -> Markup:
        """The popovers themselves; place them once, behind all of their buttons."""
        close = esc(self._here.words("learn.close"))
        return "".join(
            f'<div popover="auto" id="{name}" class="fit-popover">'
            f'<div class="fit-popover-head">{tag("strong", title)}'
            f'<button type="button" popovertarget="{name}" popovertargetaction="hide">{close}</button></div>'
            + element("div", inner)
            + "</div>"
            for (title, inner), name in self._made.items()
        )
