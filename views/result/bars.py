"""Roles under one another, each with its mark, its number and its 80 % interval on a track from 0 to 100.

Drawn as HTML: it is there with the first words, and the numbers stand in the text for whoever does not see the track.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.content.words import Words
from charts.palette import RoleMark, mark_of, role_place
from reports.told.numbers import Number
from views.frame.context import Site
from views.frame.markup import Markup, element, esc
from views.frame.role_mark import marked_name


def bars(here: Site, levels: Iterable[Number], label: str, leads: frozenset[str] = frozenset()) -> Markup:
    """``levels``: by role id, from 0 to 100; ``leads``: the roles whose names are bold."""
    places = {role.id: role_place(here.assessment, role.id) for role in here.assessment.roles}
    rows = (bar(here.words, one, mark_of(places[one.id], here.theme), one.id in leads) for one in levels)
    return bar_list(rows, label)


def bar_list(rows: Iterable[Markup], label: str) -> Markup:
    return f'<ul class="fit-bars" aria-label="{esc(label)}">{"".join(rows)}</ul>'


def bar(words: Words, one: Number, mark: RoleMark, leads: bool = False, below: Markup = "") -> Markup:
    """One row; ``below`` stands under its track."""
    name = element("span", marked_name(one.name, mark), "fit-bars-name")
    spread = f" <span>{esc(words('charts.list.bracketed', value=one.spread))}</span>" if one.spread else ""
    value = f'<span class="fit-bars-value"><b>{esc(one.shown)}</b>{spread}</span>'
    css = "fit-bars-leads" if leads else ""
    return f'<li class="{css}" style="--mark:{mark.colour}">{name}{value}{_track(one, mark.glyph)}{below}</li>'


def _track(one: Number, glyph: str) -> Markup:
    if one.value is None or one.low is None or one.high is None:
        return '<span class="fit-bars-track" aria-hidden="true"></span>'
    low, high, at = (min(max(value, 0.0), 100.0) for value in (one.low, one.high, one.value))
    return (
        f'<span class="fit-bars-track" aria-hidden="true">'
        f'<i style="left:{low:.1f}%;width:{high - low:.1f}%"></i><b style="left:{at:.1f}%">{glyph}</b></span>'
    )
