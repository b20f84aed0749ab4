"""A person's whole way, from the first page to the result."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.answering import answer_all, answered, begin, ready
from tests.browser.conftest import Visit, settle, sideways, until
from tests.shipped import shipped_assessment

pytestmark = pytest.mark.browser
ASSESSMENT = shipped_assessment()
QUICK, FULL = (len(ASSESSMENT.form_questions(form)) for form in ("quick", "full"))


def varied(question: int, n: int) -> int:
    return (question * 3 + 1) % n


def test_quick_on_a_phone_in_japanese_then_the_rest(site: str, visit: Visit) -> None:
    page = visit(site)
    page.get_by_role("button", name="診断をはじめる").click()
    page.wait_for_selector(".st-key-take_quick")
    begin(page, "quick")
    answer_all(page, varied)
    expect(page.get_by_text("すべての質問に答えました。")).to_be_visible()
    page.locator(".st-key-to_result button").click()
    page.wait_for_selector(".fit-verdict")
    settle(page)
    assert page.url.endswith("/result")
    expect(page.locator(".fit-verdict")).to_contain_text(f"{QUICK}問中{QUICK}問")
    assert sideways(page) <= 0
    page.locator(".st-key-more button").click()
    ready(page)
    assert answered(page) == QUICK, "the quick form's answers carry over"
    expect(page.locator(".fit-number").first).to_have_text(str(QUICK + 1))
    answer_all(page, varied)
    expect(page.get_by_text("すべての質問に答えました。")).to_be_visible()
    page.locator(".st-key-to_result button").click()
    expect(page.locator(".fit-verdict")).to_contain_text(f"{FULL}問中{FULL}問")


def test_full_on_a_desktop_in_english(site: str, visit: Visit) -> None:
    page = visit(site, width=1280, height=900, locale="en-US")
    page.get_by_role("button", name="Start").click()
    page.wait_for_selector(".st-key-take_full")
    begin(page, "full")
    answer_all(page, varied)
    page.locator(".st-key-to_result button").click()
    page.wait_for_selector(".fit-verdict")
    settle(page)
    expect(page.locator(".fit-verdict")).to_contain_text(f"{FULL} of {FULL}")
    for heading in ("What may work for you", "Watch-outs", "For an application or an interview", "Conditions to match"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.locator(".js-plotly-plot").nth(3).wait_for()
    assert "NaN" not in page.locator("[data-testid=stMain]").inner_text()


def test_by_keyboard_alone(site: str, visit: Visit) -> None:
    """Tab, arrows, space and Enter reach everything from the form to the second screen."""
    page = visit(f"{site}/assessment?lang=en")

    def tab_to(selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("s => !!document.activeElement.closest(s)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    tab_to(".st-key-take_quick")
    page.keyboard.press("Enter")
    ready(page)
    settle(page)
    for number in range(4):
        tab_to("[data-testid=stRadioGroup]")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        until(page, "n => Number(document.querySelector('.fit-bar')?.getAttribute('aria-valuenow')) === n", number + 1)
    tab_to(".st-key-next")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.fit-prompt .fit-hidden')?.innerText.startsWith('Screen 2')")
    # A keyboard goes on from the new screen's heading.
    until(page, "!!document.activeElement.closest('.fit-focus')")
