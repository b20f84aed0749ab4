"""What a person may do with an answer, and what must never happen to it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from people.respondent.sheet import screens
from tests.browser.answering import answer, answered, begin, group, next_part, next_screen, questions, ready, shows
from tests.browser.conftest import Visit, settle, sideways, until
from tests.examples import in_proof
from tests.shipped import shipped_assessment

pytestmark = pytest.mark.browser
ASSESSMENT = shipped_assessment()


def speak(page: Page, language: str) -> None:
    page.locator(f".st-key-speak_{language} button").click()
    until(page, "l => document.documentElement.lang === l", language)
    settle(page)


def test_answers_survive_language_switches_and_other_pages(site: str, visit: Visit) -> None:
    page = visit(f"{site}/assessment")
    begin(page, "quick")
    shows(page, -1, -1, -1, -1)
    given = [4, 0, 2, 1]
    for question, option in enumerate(given):
        answer(page, question, option)
    for language in ("en", "ja", "en", "ja"):
        speak(page, language)
        until(page, "document.querySelectorAll('[data-testid=stRadioGroup] input:checked').length === 4")
        shows(page, *given)
    page.locator(".st-key-menu_small button").click()
    page.get_by_role("link", name="採点のしくみ").first.click()
    page.get_by_role("heading", name="採点のしくみ", level=1).wait_for()
    page.locator(".st-key-brand a").click()
    page.get_by_role("button", name="続きから答える").click()
    ready(page)
    shows(page, *given)


def test_an_answer_is_changed_and_taken_back(site: str, visit: Visit) -> None:
    page = visit(f"{site}/assessment")
    begin(page, "quick")
    answer(page, 1, 0)
    answer(page, 1, 3)
    until(page, "document.querySelector('.fit-bar')?.getAttribute('aria-valuenow') === '1'")
    page.get_by_role("button", name="取り消す").nth(0).click()
    until(page, "document.querySelector('.fit-bar')?.getAttribute('aria-valuenow') === '0'")
    shows(page, -1, -1, -1, -1)
    answer(page, 1, 2)
    shows(page, -1, 2, -1, -1)


def test_jump_to_what_is_open_and_back_again(site: str, visit: Visit) -> None:
    page = visit(f"{site}/assessment")
    begin(page, "quick")
    answer(page, 0, 1)
    asked = screens(ASSESSMENT, ("quick",))
    for _ in asked:
        next_screen(page)
    still_open = len(ASSESSMENT.form_questions("quick")) - 1
    expect(page.get_by_text(f"まだ答えていない質問が{still_open}問あります。", exact=False)).to_be_visible()
    tasks = len(ASSESSMENT.form_tasks("quick"))
    expect(page.get_by_text("答えていない質問へ", exact=True)).to_be_visible()
    page.get_by_role("button", name=f"やってみたい仕事（あと{tasks}問）").click()
    ready(page)
    answer(page, 0, 3)
    page.wait_for_timeout(100)
    for _ in [ids for ids in asked if ids[0] in ASSESSMENT.task]:
        next_screen(page)
    page.get_by_role("button", name=f"働き方（あと{still_open - tasks}問）").click()
    ready(page)
    shows(page, 1)
    assert answered(page) == 2


def test_a_screen_answered_in_a_flash_gets_a_gentle_note(site: str, visit: Visit) -> None:
    page = visit(f"{site}/assessment")
    begin(page, "quick")
    for question in range(4):
        answer(page, question, 2)
    next_screen(page)
    expect(page.get_by_role("status").filter(has_text="とても短い時間")).to_be_visible()
    page.wait_for_timeout(9_000)
    for question in range(4):
        answer(page, question, 1)
    next_screen(page)
    expect(page.get_by_role("status").filter(has_text="とても短い時間")).to_have_count(0)


def test_start_anew_clears_everything(site: str, visit: Visit) -> None:
    page = visit(f"{site}/assessment")
    begin(page, "quick")
    answer(page, 0, 1)
    page.get_by_role("button", name="はじめからやり直す").click()
    page.wait_for_selector(".st-key-take_quick")
    begin(page, "quick")
    shows(page, -1, -1, -1, -1)
    page.get_by_role("button", name="前の答えに戻す").click()
    shows(page, 1, -1, -1, -1)


@pytest.mark.parametrize(
    ("width", "language"),
    [(320, "ja"), (1280, "en"), *(in_proof(*rest) for rest in ((320, "en"), (390, "ja"), (390, "en"), (1280, "ja")))],
)
def test_the_scales_stand_in_one_row(site: str, visit: Visit, width: int, language: str) -> None:
    page = visit(f"{site}/assessment?lang={language}", width=width)
    begin(page, "quick")
    in_one_row(page, width)
    next_part(page)
    in_one_row(page, width)


def in_one_row(page: Page, width: int) -> None:
    assert sideways(page) <= 0
    assert questions(page) == 4
    for question in range(4):
        boxes = [
            box
            for box in (
                option.bounding_box() for option in group(page, question).locator("[data-testid=stRadioOption]").all()
            )
            if box is not None
        ]
        assert len(boxes) == 5
        assert max(box["y"] for box in boxes) - min(box["y"] for box in boxes) < 1, "one row"
        assert all(left["x"] + left["width"] <= right["x"] + 1 for left, right in pairwise(boxes))
        assert all(box["width"] >= 44 and box["height"] >= 44 for box in boxes), "large enough for a thumb"
        assert boxes[-1]["x"] + boxes[-1]["width"] <= width
        assert lines_of_labels(page, question) <= 2


def lines_of_labels(page: Page, question: int) -> float:
    """The most lines that a visible label of the question's scale takes."""
    return float(
        page.evaluate(
            "g => { const scale = document.querySelectorAll('[class*=st-key-card_scale_]')[g];"
            " const short = [...scale.querySelectorAll('.fit-short-names span')].filter(one => one.checkVisibility());"
            " return Math.max(...(short.length ? short : [...scale.querySelectorAll('[data-testid=stRadioOption] p')])"
            ".map(p => Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)))) }",
            question,
        )
    )


def test_every_option_has_its_full_name_for_a_screen_reader(site: str, visit: Visit) -> None:
    page = visit(f"{site}/assessment", width=320)
    begin(page, "quick")
    for name in ("まったく当てはまらない", "どちらともいえない", "とても当てはまる"):
        expect(group(page, 0).get_by_role("radio", name=name, exact=True)).to_have_count(1)
    next_part(page)
    assert ASSESSMENT.task_scale
    for label in ASSESSMENT.task_scale.labels:
        expect(group(page, 0).get_by_role("radio", name=label.in_language("ja"), exact=True)).to_have_count(1)
