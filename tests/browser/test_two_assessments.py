"""Two assessments on one site: going from one to the other and back loses nothing, stored or not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answering import answer, begin, ready, shows
from tests.browser.conftest import settle
from tests.browser.stored import Profile, count_is, database, give, has_token, open_page, profile
from tests.chaos.running import Running
from tests.shipped import shipped_assessment
from tests.sites import ROOT

__all__ = ["profile"]
pytestmark = pytest.mark.browser
ROLES = shipped_assessment().title.in_language("ja")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("two")
    questions = folder / "questions"
    shutil.copytree(ROOT / "questions", questions)
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", questions / "big_five")
    with Running(folder / "site.log", database(folder), FIT_QUESTIONS=str(questions)) as site:
        yield site.address
    assert "Traceback" not in site.printed()


def choose(page: Page, title: str) -> None:
    """Goes to the front page inside the site, chooses an assessment, and opens its questions."""
    page.locator(".st-key-brand a").click()
    card = page.locator("[class*=st-key-shelf_card_]", has=page.get_by_role("heading", name=title, exact=True))
    begun = "続きから" in card.inner_text()
    card.get_by_role("link").click()
    if not begun:
        page.locator(".st-key-go button").click()
    page.locator(".st-key-forms, .st-key-next").first.wait_for()
    settle(page)


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
