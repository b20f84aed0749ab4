"""Every page that teaches nothing: accessible in both languages, in light and dark, within the screen at any text size.

The pages that teach are looked at in the same way by ``test_learning_pages``.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.answering import begin
from tests.browser.conftest import Visit, settle, sideways, violations
from tests.browser.names import strangers
from tests.browser.test_learning_pages import OTHERS, slug_of
from tests.browser.zoom import faults_at_every_size, unfold
from tests.examples import in_proof
from views.frame.addresses import ADDRESSES

pytestmark = pytest.mark.browser
TEACHING = {"lesson", *map(slug_of, OTHERS)}
PAGES = (
    *(address.slug for address in ADDRESSES if address.slug not in TEACHING),
    "result?sample=planner",
    "result?sample=brisk",
)


def in_language(page: str, language: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}lang={language}"


@pytest.mark.parametrize(
    ("page_name", "language", "dark"),
    [
        *((name, "ja", False) for name in PAGES),
        *((name, "en", True) for name in PAGES),
        *(in_proof(name, "en", False) for name in PAGES),
        *(in_proof(name, "ja", True) for name in PAGES),
    ],
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    site: str, look: Visit, page_name: str, language: str, dark: bool
) -> None:
    page = look(f"{site}/{in_language(page_name, language)}", width=320 if not dark else 1280, dark=dark)
    page.wait_for_timeout(800 if "sample" in page_name else 200)
    unfold(page)
    assert violations(page) == []
    assert sideways(page) <= 0
    assert page.evaluate("document.documentElement.lang") == language
    assert strangers(page, language) == []
    if language == "ja" and not dark:  # Japanese fills more of each line.
        assert faults_at_every_size(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_while_questions_are_asked(site: str, visit: Visit, dark: bool) -> None:
    page = visit(f"{site}/assessment", dark=dark)
    begin(page, "quick")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("/nowhere", "お探しのページは見つかりませんでした"),
        ("/old/result/42", "お探しのページは見つかりませんでした"),
        ("/?lang=xx", "その言語はまだありません"),
        ("/result?sample=nobody", "そのサンプルは見つかりませんでした"),
        ("/?assessment=nothing", "その診断は見つかりませんでした"),
    ],
)
def test_a_stale_address_opens_with_a_word(site: str, visit: Visit, address: str, word: str) -> None:
    page = visit(f"{site}{address}")
    expect(page.get_by_role("status").filter(has_text=word)).to_be_visible()


def test_the_browser_wish_decides_without_a_parameter_and_links_keep_the_language(site: str, visit: Visit) -> None:
    page = visit(site, locale="en-GB", width=1280)
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    page.locator(".st-key-menu_wide").get_by_role("link", name="The roles", exact=True).click()
    page.get_by_role("heading", name="The roles", level=1).wait_for()
    settle(page)
    assert "lang=en" in page.url
    page.reload()
    expect(page.get_by_role("heading", name="The roles", level=1)).to_be_visible()


def test_samples_open_from_the_front_page(site: str, visit: Visit) -> None:
    page = visit(site)
    links = page.locator(".st-key-samples a")
    expect(links).to_have_count(3)
    links.first.click()
    page.wait_for_selector(".fit-verdict")
    expect(page.get_by_role("status").filter(has_text="これはサンプルです")).to_be_visible()


def test_the_role_switch_changes_radar_and_reasons(site: str, visit: Visit) -> None:
    page = visit(f"{site}/result?sample=planner&lang=en")
    page.wait_for_selector(".fit-verdict")
    expect(page.get_by_text("Tendencies that may help in Customer success.")).to_be_visible()
    page.get_by_role("radio", name="Call center").click()
    expect(page.get_by_text("Tendencies that may help in Call center.")).to_be_visible()


def test_the_page_is_dressed_before_any_script_runs(site: str, visit: Visit) -> None:
    page = visit(f"{site}/method?lang=en")
    html = page.request.get(f"{site}/method?lang=en").text()
    assert '<html lang="en">' in html
    assert "<title>Customer Role Fit</title>" in html
    assert "window.__streamlit" in html
