"""A question on the screen: its options, and once it is revealed how the room chose, in counts that name nobody."""

from __future__ import annotations

from dataclasses import dataclass

from people.trainer.shapes import Snapshot
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, in_a_row, tag
from views.workshop.live import Live


@dataclass(frozen=True, slots=True)
class Bar:
    """One option, or several that are counted together. ``share``: 0 to 1. ``right``: all of them are."""

    names: tuple[str, ...]
    said: str
    share: float
    right: bool


def counted(here: Site, asked: Live, found: Snapshot) -> list[Bar]:
    words, people = here.words, max(found.people, 1)
    bars = []
    for cell in found.content.get("cells", ()):
        options = [option for option in cell["options"] if option in asked.options]
        count = cell["count"]
        said = words("projector.people", n=count) if count is not None else words("projector.few")
        right = bool(options) and asked.good.issuperset(options)
        bars.append(Bar(tuple(asked.options[one] for one in options), said, (count or 0) / people, right))
    return bars


def question_screen(here: Site, asked: Live, found: Snapshot | None, revealed: bool) -> Markup:
    words = here.words
    inner = (tag("p", asked.lead, "fit-screen-lead") if asked.lead else "") + tag("p", asked.ask, "fit-screen-ask")
    if not revealed:
        return inner + element("ol", "".join(tag("li", text) for text in _shown(asked)), "fit-screen-options")
    if found is None:
        lines = "".join(_line(here, text, one in asked.good, "", 0) for one, text in asked.options.items())
        return (
            inner + element("ul", lines, "fit-screen-bars") + tag("p", words("projector.no_counts"), "fit-screen-foot")
        )
    lines = "".join(
        _line(here, in_a_row(words, bar.names), bar.right, bar.said, bar.share) for bar in counted(here, asked, found)
    )
    return inner + element("ul", lines, "fit-screen-bars")


def _shown(asked: Live) -> list[str]:
    return list(asked.options.values())


def _line(here: Site, text: str, right: bool, said: str, share: float) -> Markup:
    """The sign and the number say it; the bar repeats it."""
    sign = f'<b class="fit-screen-right">✓ {esc(here.words("projector.right"))}</b> ' if right else ""
    bar = f'<i aria-hidden="true" style="width:{round(100 * share)}%"></i>'
    number = tag("em", said) if said else ""
    return element("li", f"<span>{sign}{esc(text)}</span>{number}{bar}")
