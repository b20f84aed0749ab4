"""An advertisement from paste to questions in hand, and two side by side; afterwards nothing of it is left anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, running_site, settle, sideways, violations
from tests.browser.names import strangers
from tests.browser.zoom import faults_at_every_size, unfold
from tests.examples import in_proof
from tests.shipped import shipped_content

pytestmark = pytest.mark.browser
CONTENT = shipped_content()
SAMPLES = {one.id: one for one in CONTENT.advert_samples}
CANARY = {"ja": "いろはにほへと商会", "en": "Quibbleforth Trading"}
PHONE, DESK = 390, 1280


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A site of its own, and the folder of all that it writes."""
    folder = tmp_path_factory.mktemp("advert")
    with running_site(folder / "site.log", DATABASE_URL=f"sqlite:///{folder}/fit.db") as address:
        yield address, folder


def field(place: int) -> str:
    return f"[class*=st-key-advert_text_{place}_] textarea"


def paste(page: Page, text: str, place: int = 0) -> None:
    page.locator(field(place)).fill(text)
    page.locator(f".st-key-advert_read_{place} button").click()
    settle(page)


def accessible(page: Page, language: str) -> None:
    unfold(page)
    page.wait_for_timeout(150)
    assert violations(page) == []
    assert sideways(page) <= 0
    assert strangers(page, language) == []


@pytest.mark.parametrize(
    ("language", "width", "dark"),
    [
        ("ja", PHONE, False),
        ("en", DESK, True),
        in_proof("ja", DESK, True),
        in_proof("en", PHONE, False),
    ],
)
def test_paste_read_open_a_mark_copy_and_compare(
    kept: tuple[str, Path], visit: Visit, language: str, width: int, dark: bool
) -> None:
    address, folder = kept
    words = CONTENT.words(language)
    plain, other = SAMPLES["plain"], SAMPLES["title_apart"]
    assert CONTENT.adverts is not None
    page = visit(f"{address}/advert?lang={language}", width=width, dark=dark)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    paste(page, f"{plain.title.in_language(language)}\n{CANARY[language]}\n{plain.text.in_language(language)}")
    support = CONTENT.adverts.kind["customer_support"].name.in_language(language)
    expect(page.locator(".fit-advert-verdict h2")).to_have_text(words("advert.verdict.clear", kind=support))

    # By keyboard: the mark's button opens why, Escape closes it and gives the focus back.
    first = page.locator(".fit-advert-sign").first
    first.focus()
    page.keyboard.press("Enter")
    opened = page.locator(".fit-popover:popover-open")
    expect(opened).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(first).to_be_focused()
    # By tap, on the words themselves.
    words_of_mark = page.locator(".fit-advert-mark label").nth(1)
    words_of_mark.scroll_into_view_if_needed()
    x, y = words_of_mark.evaluate("one => { const box = one.getClientRects()[0]; return [box.x + 6, box.y + 8]; }")
    page.mouse.click(x, y)
    expect(opened).to_be_visible()
    page.locator(".fit-popover:popover-open .fit-popover-head button").click()
    expect(opened).to_be_hidden()

    copy = page.locator("[data-testid=stCode] button").first
    expect(copy).to_be_visible()
    copy.click()
    career = CONTENT.adverts.condition["career"].ask.in_language(language)
    page.wait_for_function("async asked => (await navigator.clipboard.readText()).includes(asked)", arg=career)
    accessible(page, language)

    page.get_by_text(words("advert.count.two"), exact=True).click()
    page.locator(field(1)).wait_for()
    paste(page, f"{other.title.in_language(language)}\n{other.text.in_language(language)}", 1)
    table = page.locator(".fit-advert-beside")
    expect(table).to_contain_text(other.title.in_language(language))
    expect(table).to_contain_text(plain.title.in_language(language))
    accessible(page, language)

    assert CANARY[language] not in page.url
    for path in (one for one in folder.rglob("*") if one.is_file()):
        assert CANARY[language].encode() not in path.read_bytes(), path


def test_a_recruiters_page_is_accessible_at_every_size(site: str, visit: Visit) -> None:
    page = visit(f"{site}/advert?for=recruiter", width=PHONE)
    page.locator(".st-key-advert_sample_title_apart button").click()
    page.locator(".fit-advert-verdict").wait_for()
    settle(page)
    accessible(page, "ja")
    assert faults_at_every_size(page) == []


@pytest.mark.proof
def test_the_text_survives_the_language_switch_there_and_back(site: str, visit: Visit) -> None:
    page = visit(f"{site}/advert", width=PHONE)
    paste(page, "お問い合わせにお答えする仕事です。")
    for name in ("English", "日本語"):
        page.locator(".st-key-switch button").get_by_text(name).click()
        settle(page)
        page.wait_for_timeout(500)
        expect(page.locator(field(0))).to_have_value("お問い合わせにお答えする仕事です。")
