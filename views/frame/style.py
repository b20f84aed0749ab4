"""The site's look: one style sheet, and the colours of the theme and of the roles as CSS variables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from charts.palette import PALETTES, role_mark
from views.frame.markup import show

SHEETS = (
    "base.css",
    "questions.css",
    "parts.css",
    "verdict.css",
    "learning.css",
    "sharing.css",
    "advert.css",
    "organising.css",
    "reading.css",
    "workshop.css",
    "projector.css",
)


AUTHORING = "authoring.css"
"""Of no page of a site: an author's pages beside an assessment that is being written."""


@cache
def style_sheet(*further: str) -> str:
    folder = Path(__file__).with_name("css")
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in (*SHEETS, *further))


def variables(theme: Literal["light", "dark"], roles: Sequence[str]) -> str:
    """The palette as custom properties, ``--scheme`` its name; ``--role-0`` is the first role of the files."""
    palette = PALETTES[theme]
    colours = {
        "scheme": theme,
        "page": palette.page,
        "card": palette.card,
        "text": palette.text,
        "muted": palette.muted,
        "line": palette.grid,
        "accent": palette.accent,
    } | {f"role-{place}": role_mark(place, theme).colour for place in range(len(roles))}
    return ":root{" + "".join(f"--{name}:{value};" for name, value in colours.items()) + "}"


def draw(theme: Literal["light", "dark"], roles: Sequence[str], *further: str) -> None:
    """``further``: style sheets beside those of every page."""
    show(f"<style>{variables(theme, roles)}\n{style_sheet(*further)}</style>")
