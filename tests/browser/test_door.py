"""The organisers' door in Chromium: accessible at any size, kind when it refuses, shut in every tab at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, settle, sideways, violations, watched
from tests.browser.names import strangers
from tests.browser.zoom import faults_at_every_size
from tests.chaos.running import Running

pytestmark = pytest.mark.browser
PASSWORD = "the words of this test"


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("door")
    settings = {"FIT_ORGANISER_PASSWORD": PASSWORD}
    with Running(folder / "log", f"sqlite:///{folder}/fit.db", **settings) as site:
        yield site.address


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in plain HTML in a fresh profile: ``opened(url, width=320, dark=False)``."""
    errors: list[str] = []
    contexts = []

    def open_page(url: str, *, width: int, dark: bool = False) -> Page:
        contexts.append(chromium.new_context(locale="ja-JP", color_scheme="dark" if dark else "light"))
        page = watched(contexts[-1], errors)
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # A refusal has a status of its own, which Chromium tells the console.
    assert [error for error in errors if "403" not in error] == []


def sign_in(page: Page, password: str, name: str = "organiser") -> None:
    page.locator("#name").fill(name)
    page.locator("#password").fill(password)
    page.locator("#password").press("Enter")
    page.wait_for_load_state()


@pytest.mark.parametrize(("language", "dark"), [("ja", False), ("en", False), ("ja", True), ("en", True)])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_is_accessible_and_fits(
    door: str, opened: Callable[..., Page], language: str, dark: bool, width: int
) -> None:
    page = opened(f"{door}/sign-in?lang={language}", width=width, dark=dark)
    assert violations(page) == []
    assert sideways(page) <= 0
    assert page.evaluate("document.documentElement.lang") == language
    assert strangers(page, language) == []
    if not dark:
        assert faults_at_every_size(page) == []


def test_by_keyboard_alone_from_the_page_to_the_session_and_out_in_every_tab(door: str, visit: Visit) -> None:
    page = visit(f"{door}/organise?lang=en", width=1280)
    page.get_by_role("link", name="Sign in", exact=True).press("Enter")
    page.wait_for_url("**/sign-in?*")
    expect(page.locator("#name")).to_be_focused()  # Chromium focuses with the next frame, which may come after load
    page.keyboard.type("organiser")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/organise?*")
    settle(page)
    signed_in = "Signed in as organiser."
    expect(page.get_by_text(signed_in)).to_be_visible()
    (cookie,) = [one for one in page.context.cookies() if one["name"] == "fit_organiser"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert page.evaluate("document.cookie.includes('fit_organiser')") is False
    other = page.context.new_page()
    other.goto(f"{door}/organise?lang=en")
    settle(other)
    expect(other.get_by_text(signed_in)).to_be_visible()
    page.get_by_role("button", name="Sign out on every device").press("Enter")
    page.wait_for_url(f"{door}/?lang=en")
    # The other tab still holds its socket and its old cookie; its next run asks the store.
    other.get_by_role("button", name="日本語").click()
    expect(other.get_by_role("link", name="サインインする")).to_be_visible()
    expect(other.get_by_text("organiser としてサインインしています。")).to_have_count(0)


def test_a_wrong_password_is_said_and_the_name_is_kept(door: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{door}/sign-in?lang=en", width=320)
    sign_in(page, "not the words")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The name or the password is not right")
    expect(page.locator("#name")).to_have_value("organiser")
    expect(page.locator("#password")).to_have_value("")
    expect(page.locator("#password")).to_be_focused()
    assert violations(page) == []
    assert sideways(page) <= 0
    sign_in(page, PASSWORD)
    page.wait_for_url("**/organise?*")
