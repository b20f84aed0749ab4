"""Contrast (WCAG 2.2, 1.4.3 and 1.4.11) and the distance of colours as the colour-blind see them."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from charts.palette import ACCENT, DASHES, PALETTES, SYMBOLS, Palette, role_mark

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "usual": np.eye(3),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
THEMES = sorted(PALETTES)
ROOT = Path(__file__).resolve().parents[2]


def linear(colour: str) -> np.ndarray:
    value = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(linear(colour) @ np.array([0.2126, 0.7152, 0.0722])) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, vision: str) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(VISION[vision] @ linear(colour), 0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def nearest(colours: list[str], vision: str) -> float:
    """The least distance (CIE76) between any two of the colours."""
    return min(float(np.linalg.norm(lab(a, vision) - lab(b, vision))) for a, b in combinations(colours, 2))


@pytest.fixture(params=THEMES)
def palette(request: pytest.FixtureRequest) -> Palette:
    return PALETTES[request.param]


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_all_that_is_read_reaches_4_5_on_card_and_page(palette: Palette) -> None:
    read = [palette.text, palette.muted, palette.accent, palette.positive, palette.negative, *palette.roles]
    for colour in read:
        for ground in (palette.card, palette.page):
            assert contrast(colour, ground) >= 4.5, (colour, ground)


@pytest.mark.parametrize("vision", sorted(VISION))
def test_the_first_three_roles_and_the_accent_are_far_apart(palette: Palette, vision: str) -> None:
    assert nearest([palette.accent, *palette.roles[:3]], vision) >= 20


@pytest.mark.parametrize("vision", sorted(VISION))
def test_any_two_roles_are_told_apart(palette: Palette, vision: str) -> None:
    assert nearest(list(palette.roles), vision) >= 8


@pytest.mark.parametrize("vision", sorted(VISION))
def test_positive_and_negative_are_far_apart(palette: Palette, vision: str) -> None:
    assert nearest([palette.positive, palette.negative], vision) >= 20


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_has_its_own_mark(theme: str) -> None:
    marks = [role_mark(place, theme) for place in range(8)]
    for part in ("colour", "symbol", "glyph", "dash"):
        assert len({getattr(mark, part) for mark in marks}) == 8
    assert len({(mark.colour, mark.symbol) for mark in (role_mark(place, theme) for place in range(64))}) == 64


def test_symbols_and_dashes_do_not_depend_on_the_theme() -> None:
    for place in range(8):
        light, dark = role_mark(place, "light"), role_mark(place, "dark")
        assert (light.symbol, light.glyph, light.dash) == (dark.symbol, dark.glyph, dark.dash)
    assert len(SYMBOLS) == len(DASHES) == len(PALETTES["light"].roles) == len(PALETTES["dark"].roles)


def test_the_pages_theme_has_the_palettes_colours() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for name, palette in PALETTES.items():
        assert palette.accent == ACCENT[name]
        assert theme[name]["primaryColor"] == palette.accent
        assert theme[name]["backgroundColor"] == palette.page
        assert theme[name]["secondaryBackgroundColor"] == palette.card
        assert theme[name]["textColor"] == palette.text
    assert theme["light"]["linkColor"] == ACCENT["light"]


def test_style_sheets_and_the_icon_have_no_accent_of_their_own() -> None:
    sheets = sorted((ROOT / "views").rglob("*.css"))
    given = [colour for path in sheets for colour in re.findall(r"--accent:\s*([^;}]+)", path.read_text("utf-8"))]
    assert given
    assert set(given) == {ACCENT["light"]}, "paper is light; on screen the page sets --accent from the palette"
    assert f'fill="{ACCENT["light"]}"' in (ROOT / "views" / "icon.svg").read_text("utf-8")


def test_the_accent_is_written_once_in_the_code() -> None:
    rooms = ("server", "views", "people", "reports", "charts", "store", "teaching", "adverts", "scoring", "catalog")
    sources = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    assert len(sources) > 100
    for accent in ACCENT.values():
        written = [path for path in sources if accent.lower() in path.read_text("utf-8").lower()]
        assert written == [ROOT / "charts" / "palette.py"]
        assert written[0].read_text("utf-8").count(accent) == 1
