"""The site's colours, light and dark, and the mark of each role. The page's theme uses the same values.

Role colours start from Okabe and Ito's set, moved until each reaches 4.5:1 on the card and on the page, so that one
colour serves marks and text alike. They are told apart under deuteranopia and protanopia, as
tests/charts/test_palette.py shows, and never stand alone: each role also has its own symbol and line dash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment

Theme = Literal["light", "dark"]
ACCENT: Mapping[Theme, str] = {"light": "#0B6E8E", "dark": "#5CC4E4"}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB``. ``accent`` is the person and what is pressed; ``roles`` go by place in the file."""

    page: str
    card: str
    text: str
    muted: str
    grid: str
    accent: str
    positive: str
    negative: str
    roles: tuple[str, ...]


PALETTES: Mapping[Theme, Palette] = {
    "light": Palette(
        page="#F7F8FA",
        card="#FFFFFF",
        text="#1B2430",
        muted="#566170",
        grid="#E3E7EC",
        accent=ACCENT["light"],
        positive=ACCENT["light"],
        negative="#7A5F4A",
        roles=("#C2410C", "#6D3FC0", "#1E7A4F", "#85104A", "#17357A", "#5A3300", "#4C5CA9", "#36444C"),
    ),
    "dark": Palette(
        page="#12161C",
        card="#1A2028",
        text="#E8ECF1",
        muted="#A3AFBD",
        grid="#303945",
        accent=ACCENT["dark"],
        positive=ACCENT["dark"],
        negative="#C9AE93",
        roles=("#F0843C", "#A68BFF", "#4FD6A0", "#F2E26B", "#E88BB4", "#D0705A", "#B7EA90", "#E3E9F0"),
    ),
}

# Glyphs are of JIS X 0208, so that every Japanese font has them and no phone turns them into emoji.
SYMBOLS: tuple[tuple[str, str], ...] = (
    ("circle", "●"),
    ("square", "■"),
    ("diamond", "◆"),
    ("triangle-up", "▲"),
    ("star", "★"),
    ("triangle-down", "▼"),
    ("circle-open", "○"),
    ("square-open", "□"),
)
DASHES: tuple[str, ...] = (
    "solid",
    "dash",
    "dot",
    "dashdot",
    "longdash",
    "longdashdot",
    "8px,3px,2px,3px,2px,3px",
    "12px,3px,3px,3px",
)


@dataclass(frozen=True, slots=True)
class RoleMark:
    """How one role looks everywhere: a colour, a Plotly symbol, the same symbol as a character, a Plotly line dash."""

    colour: str
    symbol: str
    glyph: str
    dash: str


def role_mark(place: int, theme: Theme) -> RoleMark:
    """The mark of the role at ``place`` (0 is the file's first). Distinct for 64 roles: past eight symbols shift."""
    colours = PALETTES[theme].roles
    turn, at = divmod(place, len(colours))
    symbol, glyph = SYMBOLS[(at + turn) % len(SYMBOLS)]
    return RoleMark(colours[at], symbol, glyph, DASHES[(at + turn) % len(DASHES)])


def mark_of(place: int | None, theme: Theme) -> RoleMark:
    """The mark of the role at ``place``; for None the person's own, a dot in the accent."""
    return RoleMark(ACCENT[theme], *SYMBOLS[0], DASHES[0]) if place is None else role_mark(place, theme)


def outline_of(symbol: str) -> tuple[str, bool]:
    """A Plotly symbol's outline, and whether it is hollow."""
    return symbol.removesuffix("-open"), symbol.endswith("-open")


def role_place(assessment: Assessment, role: str) -> int:
    """The role's place in its file. Raises KeyError for an unknown role."""
    return list(assessment.role).index(assessment.role[role].id)


def faded(colour: str, opacity: float) -> str:
    """``#RRGGBB`` as ``rgba(…)`` with an opacity of 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
