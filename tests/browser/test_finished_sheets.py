"""A finished sheet: opened as it was, taken again and compared, and finished on another site of the same database."""

from __future__ import annotations

import re
import shutil
import time
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from people.respondent.asked import codes
from people.respondent.sheet import screens
from store import Answer, Token, open_store
from tests.browser.answering import answered, next_screen, ready
from tests.browser.conftest import settle, until
from tests.browser.stored import (
    Profile,
    begin_stored,
    count_is,
    database,
    give,
    go_to,
    open_page,
    profile,
    token_of,
)
from tests.chaos.running import Running
from tests.sites import ROOT
from tests.store.conftest import cluster, postgres_place, postgres_url

__all__ = ["cluster", "postgres_place", "postgres_url", "profile"]
pytestmark = pytest.mark.browser
FIRST = re.compile(r"^1回目（\d+年\d+月\d+日）の結果です。$")
QUESTIONS = ROOT / "questions"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """The questions of 1.0.0."""
    folder = tmp_path / "questions"
    shutil.copytree(ROOT / "tests" / "fixtures" / "customer_roles_1", folder / "customer_roles")
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content beside the questions of 1.0.0: without samples, which answer today's."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("samples.yaml"))
    return folder


def asked_by(questions: Path) -> Assessment:
    return load_assessment(questions / "customer_roles")


def answer_all_but_one(url: str, token: Token, held: Assessment, shift: int) -> None:
    """Straight into the store: the quick form but its last answer, far enough from one level to be scored."""
    now, asked = time.time_ns() // 1_000_000, screens(held, ("quick",))
    given = []
    for place, question in enumerate(held.form_questions("quick")):
        options = codes(held, question)
        given.append(Answer(question, options[(place * 3 + shift * (place % 3)) % len(options)], now, place))
    with closing(open_store(url)) as store:
        store.sheets.save(token, given[:-1], position=f"quick:{asked[-1][0]}", moment=now)


def finish(page: Page, site: str, held: Assessment) -> str:
    """Gives the last answer on screen and opens the result; the verdict's sentence."""
    asked = screens(held, ("quick",))
    total = sum(len(ids) for ids in asked)
    go_to(page, f"{site}/assessment")
    ready(page)
    count_is(page, total - 1)
    give(page, len(asked[-1]) - 1, 1)
    count_is(page, total)
    next_screen(page)
    page.locator(".st-key-to_result button").click()
    return verdict(page)


def verdict(page: Page) -> str:
    page.wait_for_selector(".fit-verdict")
    settle(page)
    return page.locator(".fit-verdict").inner_text()


def state(url: str, context: BrowserContext) -> list[tuple[str, str]]:
    """(version, state) of each sheet, the first attempt first."""
    with closing(open_store(url)) as store:
        return [(sheet.version, sheet.state) for sheet in store.sheets.history(token_of(context))]


def test_an_old_result_opens_as_it_was_and_is_compared_with_the_next(
    profile: Profile, tmp_path: Path, questions: Path, content: Path
) -> None:
    url, first_held, held = database(tmp_path), asked_by(questions), asked_by(QUESTIONS)
    with Running(tmp_path / "site.log", url, FIT_QUESTIONS=str(questions), FIT_CONTENT=str(content)) as site:
        context = profile()
        page = begin_stored(context, site.address)
        answer_all_but_one(url, token_of(context), first_held, shift=0)
        first = finish(page, site.address, first_held)
        assert state(url, context) == [("1.0.0", "finished")]
        site.stop()
        site.start(FIT_QUESTIONS=str(QUESTIONS), FIT_CONTENT=str(ROOT / "content"))
        go_to(page, f"{site.address}/result")
        assert verdict(page) == first
        expect(page.get_by_text("この結果は、回答を始めたときの版で採点しています。")).to_be_visible()
        expect(page.locator(".st-key-foot")).to_contain_text("第1.0.0版")
        expect(open_page(profile(), site.address).locator(".st-key-foot")).to_contain_text(f"第{held.version}版")
        page.get_by_role("button", name="もう一度受ける").click()
        until(page, "!document.querySelector('.st-key-again')")
        # While the next attempt is under way the earlier result stays within reach.
        page.locator(".st-key-attempts a").click()
        expect(page.get_by_text(FIRST)).to_be_visible()
        assert verdict(page) == first
        answer_all_but_one(url, token_of(context), held, shift=2)
        second = finish(page, site.address, held)
        assert second != first
        assert state(url, context) == [("1.0.0", "finished"), (held.version, "finished")]
        expect(page.get_by_role("heading", name="前回との比較")).to_be_visible()
        told = page.locator(".fit-card").filter(has_text="前回との比較")
        expect(told).to_contain_text(f"前回は第1.0.0版、今回は第{held.version}版の質問で答えています。")
        expect(told).to_contain_text("得点どうしは比べていません")
        assert not re.search(r"\d+ → \d+", told.inner_text())
        expect(page.locator(".st-key-foot")).to_contain_text(f"第{held.version}版")
        page.locator(".st-key-attempts a").click()
        expect(page.get_by_text(FIRST)).to_be_visible()
        assert verdict(page) == first
        expect(page.get_by_text("この結果は、回答を始めたときの版で採点しています。")).to_be_visible()
        expect(page.get_by_role("button", name="もう一度受ける")).to_have_count(0)
        page.get_by_role("link", name="いちばん新しい結果へ").click()
        expect(page.get_by_text(FIRST)).to_have_count(0)
        assert verdict(page) == second
    assert "Traceback" not in site.printed()


def test_half_on_one_site_finished_on_the_other(profile: Profile, tmp_path: Path, postgres_place: str) -> None:
    """One profile serves both: a cookie knows hosts, not ports, as behind one balancer."""
    context, held = profile(), asked_by(QUESTIONS)
    with (
        Running(tmp_path / "one.log", postgres_place) as one,
        Running(tmp_path / "two.log", postgres_place) as two,
    ):
        page = begin_stored(context, one.address)
        for question in range(4):
            give(page, question, question)
        next_screen(page)
        ready(page)
        go_to(page, f"{two.address}/assessment")
        ready(page)
        assert answered(page) == 4
        assert page.locator(".fit-number").first.inner_text() == "5"
        give(page, 0, 2)
        answer_all_but_one(postgres_place, token_of(context), held, shift=1)
        there = finish(page, two.address, held)
        go_to(page, f"{one.address}/result")
        assert verdict(page) == there
        assert state(postgres_place, context) == [(held.version, "finished")]
    assert "Traceback" not in one.printed() + two.printed()
