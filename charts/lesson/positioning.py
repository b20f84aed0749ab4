"""The roles on a map: who moves first, and how long relations last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from catalog.content.words import Words
from catalog.lessons.learning import Comparison, Place
from charts.lesson.drawing import Drawing, NamedRole, each_once, hidden_from_voice
from charts.sentence import joined, listed
from charts.table import Table

THIRDS = (100 / 3, 200 / 3)


def positioning(
    comparison: Comparison, roles: Mapping[str, NamedRole], words: Words, shown: Sequence[str] | None = None
) -> Drawing | None:
    """The roles of ``shown`` (all of them for None) that have a place. None where none has."""
    wanted = [role for role in comparison.roles if shown is None or role.id in shown]
    placed = [(roles[role.id], role.place) for role in wanted if role.place is not None]
    if not placed:
        return None
    unplaced = [roles[role.id].name for role in wanted if role.place is None]
    by_start = sorted(placed, key=lambda one: -one[1].reactive_to_proactive)
    by_length = sorted(placed, key=lambda one: -one[1].short_to_long)
    said = [
        words("learn.picture.positioning.first", roles=listed(words, [role.name for role, _ in by_start])),
        words("learn.picture.positioning.long", roles=listed(words, [role.name for role, _ in by_length])),
    ]
    if unplaced:
        said.append(words("learn.picture.positioning.unplaced", roles=listed(words, unplaced)))
    table = Table(
        (
            words("charts.column.role"),
            words("learn.picture.positioning.start"),
            words("learn.picture.positioning.length"),
        ),
        tuple((role.name, *_said_place(place, words)) for role, place in placed)
        + tuple((name, *[words("learn.picture.positioning.unknown")] * 2) for name in unplaced),
    )
    facts = each_once([fact for _, place in placed for fact in place.facts])
    return Drawing(
        words("learn.picture.positioning.title"),
        hidden_from_voice(_map(placed, words), "fit-map"),
        joined(words, said),
        table,
        words("learn.picture.positioning.caption"),
        facts,
    )


def _said_place(place: Place, words: Words) -> tuple[str, str]:
    ends = []
    for value, axis in ((place.reactive_to_proactive, "start"), (place.short_to_long, "length")):
        third = sum(value > edge for edge in THIRDS)
        ends.append(words(f"learn.picture.positioning.{axis}_{('low', 'middle', 'high')[third]}"))
    return ends[0], ends[1]


def _map(placed: Sequence[tuple[NamedRole, Place]], words: Words) -> str:
    marks = "".join(
        f'<span class="fit-map-role" style="{role.style};left:{place.reactive_to_proactive:g}%;'
        f'bottom:{place.short_to_long:g}%"><i>{role.mark.glyph}</i><b>{escape(role.short)}</b></span>'
        for role, place in placed
    )
    ends = "".join(
        f'<span class="fit-map-{end}">{escape(words(f"learn.picture.positioning.{key}"))}</span>'
        for end, key in (("top", "top"), ("bottom", "bottom"), ("left", "left"), ("right", "right"))
    )
    plane = f'<div class="fit-map-plane"><div class="fit-map-places">{marks}</div></div>'
    return f'<div class="fit-map-field">{plane}{ends}</div>'
