"""Two assessments on one site: going from one to the other and back loses nothing, stored or not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answering import answer, begin, ready, shows
from tests.browser.conftest import Visit, settle, violations
from tests.browser.stored import Profile, count_is, database, give, has_token, open_page, profile
from tests.browser.zoom import faults_at_every_size
from tests.chaos.running import Running
from tests.shipped import shipped_assessment
from tests.sites import ROOT

__all__ = ["profile"]
pytestmark = pytest.mark.browser
ROLES = shipped_assessment().title.in_language("ja")


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("two") / "questions"


@pytest.fixture(scope="module")
def two(questions: Path) -> Iterator[str]:
    folder = questions.parent
    shutil.copytree(ROOT / "questions", questions)
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", questions / "big_five")
    with Running(folder / "site.log", database(folder), FIT_QUESTIONS=str(questions)) as site:
        yield site.address
    assert "Traceback" not in site.printed()


def choose(page: Page, title: str) -> None:
    """Goes to the front page inside the site, chooses an assessment, and opens its questions."""
    page.locator(".st-key-brand a").click()
    card = page.locator("[class*=st-key-shelf_card_]", has=page.get_by_role("heading", name=title, exact=True))
    card.wait_for()
    settle(page)
    begun = "続きから" in card.inner_text()
    card.get_by_role("link").click()
    card.wait_for(state="detached")
    settle(page)
    if not begun:
        page.locator(".st-key-go button").click()
    page.locator(".st-key-forms, .st-key-next").first.wait_for()
    settle(page)


def test_the_shelf_is_read_and_used_as_any_page(two: str, visit: Visit) -> None:
    page = visit(two, dark=True)
    expect(page.get_by_role("heading", name="どの診断に答えますか", level=1)).to_be_visible()
    assert violations(page) == []
    assert faults_at_every_size(page) == []
    page.get_by_role("heading", name="性格の五つの特性").wait_for()
    card = page.locator("[class*=st-key-shelf_card_big_five] a")
    card.focus()
    page.keyboard.press("Enter")
    page.locator(".st-key-go button").wait_for()
    settle(page)
    for language in ("English", "日本語"):
        page.get_by_role("button", name=language).click()
        settle(page)
        assert "assessment=big_five" in page.url
    page.locator(".st-key-go button").click()
    page.locator(".st-key-forms").wait_for()
    settle(page)
    page.reload()
    page.locator(".st-key-forms").wait_for()
    assert page.url == f"{two}/assessment?assessment=big_five"


@pytest.mark.parametrize("stored", [False, True], ids=["in the session", "stored"])
def test_each_keeps_its_own_answers(two: str, profile: Profile, stored: bool) -> None:
    context = profile()
    page = open_page(context, f"{two}/?assessment=big_five")
    expect(page.locator(".st-key-foot")).to_contain_text("性格の五つの特性")
    choose(page, ROLES)
    expect(page.locator(".st-key-foot")).to_contain_text(ROLES)
    begin(page, "quick", stored=stored)
    take = give if stored else answer
    take(page, 0, 4)
    take(page, 2, 1)
    choose(page, "性格の五つの特性")
    begin(page, "full", stored=stored)
    count_is(page, 0)
    take(page, 1, 5)
    choose(page, ROLES)
    ready(page)
    count_is(page, 2)
    shows(page, 4, -1, 1, -1)
    choose(page, "性格の五つの特性")
    ready(page)
    count_is(page, 1)
    shows(page, -1, 5, -1, -1)
    if stored:
        page.reload()
        settle(page)
        count_is(page, 1)
    assert has_token(context) is stored
    expect(page.locator(".st-key-foot")).to_contain_text("性格の五つの特性")


def test_one_switched_off_in_the_middle_says_so_and_goes_on_later(two: str, questions: Path, profile: Profile) -> None:
    page = open_page(profile(), f"{two}/assessment?assessment=big_five")
    begin(page, "full", stored=True)
    give(page, 0, 4)
    file = questions / "big_five" / "assessment.yaml"
    listed = file.read_text(encoding="utf-8")
    file.write_text(f"{listed}\nshown: off\n", encoding="utf-8")
    closed = page.get_by_role("heading", name="「性格の五つの特性」は、いま受け付けていません")

    def turned() -> bool:
        page.reload()
        page.locator("h1").first.wait_for()
        settle(page)
        return closed.is_visible()

    assert any(turned() for _ in range(10)), "the files are looked at every two seconds"
    expect(page.get_by_text("消えずに残っています")).to_be_visible()
    assert violations(page) == []
    file.write_text(listed, encoding="utf-8")
    assert any(not turned() for _ in range(10))
    ready(page)
    count_is(page, 1)
    shows(page, 4, -1, -1, -1)
