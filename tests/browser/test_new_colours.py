"""A page that stands open while the device turns dark or light."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, settle, until

pytestmark = pytest.mark.browser
CARD = "getComputedStyle(document.documentElement).getPropertyValue('--card').trim() === {!r}"
LIGHT, DARK = "#FFFFFF", "#1A2028"


@pytest.mark.parametrize("path", ["/result?sample=brisk", "/method"])
def test_words_and_pictures_follow_the_device(site: str, visit: Visit, path: str) -> None:
    page = visit(site + path)
    for scheme, card in (("dark", DARK), ("light", LIGHT)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        until(page, CARD.format(card), seconds=60)
        settle(page)
        text = page.locator("[data-testid=stMain] h1").first.evaluate("(it) => getComputedStyle(it).color")
        assert text == ("rgb(232, 236, 241)" if scheme == "dark" else "rgb(27, 36, 48)")


def test_what_is_being_typed_stays(site: str, visit: Visit) -> None:
    page = visit(f"{site}/glossary")
    field = page.locator("[data-testid=stMain] input").first
    field.press_sequentially("かくし")
    page.emulate_media(color_scheme="dark")
    until(page, CARD.format(DARK))
    settle(page)
    expect(field).to_have_value("かくし")
    expect(field).to_be_focused()
