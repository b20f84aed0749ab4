"""Traits on the screen: a line between its two ends in words, the room's mean on it, the end it leans to in bold."""

from __future__ import annotations

from collections.abc import Sequence

from charts.sentence import quoted
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, tag
from views.workshop.screen.rows import End, TraitRow

MOST = 5
"""Rows at once: each takes a line and up to two for the words of its ends, in letters to be read from afar."""
POINTS = {"low": "◀", "high": "▶"}


def pages(rows: Sequence[TraitRow]) -> list[Sequence[TraitRow]]:
    """As few as possible, each about as long as the others."""
    many = -(-len(rows) // MOST)
    longest = -(-len(rows) // many) if many else 1
    return [rows[at : at + longest] for at in range(0, len(rows), longest)]


def tracks(here: Site, rows: Sequence[TraitRow]) -> Markup:
    return element("ul", "".join(_track(here, row) for row in rows), "fit-tracks")


def _track(here: Site, row: TraitRow) -> Markup:
    line = f'<div class="fit-track" role="img" aria-label="{esc(_voice(here, row))}"><b aria-hidden="true"></b>'
    head = tag("p", row.name) + f"{line}{_signs(row)}</div>" + (tag("em", row.apart) if row.apart else "")
    return element("li", head + element("p", _end(row, "low") + _end(row, "high"), "fit-ends"))


def _signs(row: TraitRow) -> Markup:
    if row.after is None:
        low, high = max(0.0, row.mean - row.reach), min(100.0, row.mean + row.reach)
        band = f'<i class="fit-band" style="left:{low:.1f}%;width:{high - low:.1f}%"></i>'
        return f'{band}<i class="fit-dot" style="left:{row.mean}%"></i>'
    first, last = sorted((row.mean, row.after))
    return (
        f'<i class="fit-way" style="left:{first}%;width:{last - first}%"></i>'
        f'<i class="fit-dot-before" style="left:{row.mean}%"></i><i class="fit-dot" style="left:{row.after}%"></i>'
    )


def _voice(here: Site, row: TraitRow) -> str:
    words, value = here.words, row.said if row.after is None else f"{row.said} → {row.after}"
    at = f"{row.name}: {value}"
    if row.lean is None:
        return at
    return f"{at} {words('projector.leans', ends=quoted(words, [row.low if row.lean == 'low' else row.high]))}"


def _end(row: TraitRow, end: End) -> Markup:
    """Bold and with a sign where the room leans to it."""
    text = esc(row.low if end == "low" else row.high)
    if row.lean != end:
        return f"<span>{text}</span>"
    sign = f'<i aria-hidden="true">{POINTS[end]}</i>'
    return f"<b>{sign}{text}</b>" if end == "low" else f"<b>{text}{sign}</b>"
