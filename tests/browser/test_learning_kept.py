"""What was learned is kept like answers are: over a reload, under the same cookie, gone with the same deletion."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, settle

pytestmark = pytest.mark.browser


def read_a_lesson(page: Page, site: str, lesson: str) -> None:
    page.goto(f"{site}/lesson?id={lesson}")
    settle(page)
    page.locator(".st-key-read button").click()
    expect(page.locator(".fit-done")).to_be_visible()


def test_progress_is_kept_from_one_tap_on_and_deleted_for_good(site: str, visit: Visit) -> None:
    page = visit(f"{site}/learn")
    page.locator(".st-key-open_next button").click()
    page.locator(".st-key-read button").click()
    expect(page.locator(".fit-done")).to_be_visible()
    settle(page)
    page.locator(".st-key-menu_small button").click()
    # By keyboard: the menu hangs below a head that has only just been scrolled to, and may move under a pointer.
    page.get_by_role("link", name="学ぶ", exact=True).first.press("Enter")
    expect(page.locator(".fit-bar-text")).to_contain_text("1")
    page.locator('form[action="/keep"] button').click()
    page.wait_for_url("**/learn")
    settle(page)
    expect(page.locator(".fit-bar")).to_have_attribute("aria-valuenow", "1")

    read_a_lesson(page, site, "measures")
    page.goto(f"{site}/learn")
    settle(page)
    expect(page.locator(".fit-bar")).to_have_attribute("aria-valuenow", "2")
    expect(page.locator('form[action="/keep"]')).to_have_count(0)

    held = json.loads(page.request.get(f"{site}/mine").text())
    assert {"read.roles_at_a_glance", "read.measures"} <= set(held["progress"]["entries"])

    page.goto(f"{site}/about")
    settle(page)
    page.locator(".st-key-delete button").click()
    page.locator('form[action="/forget"] button').click()
    expect(page.get_by_role("status").filter(has_text="学んだ記録も2件、消しました。")).to_be_visible()
    page.goto(f"{site}/learn")
    settle(page)
    expect(page.locator(".fit-bar")).to_have_count(0)


def test_a_learner_who_takes_the_questionnaire_keeps_both(site: str, visit: Visit) -> None:
    page = visit(f"{site}/learn")
    page.locator('form[action="/keep"] button').click()
    page.wait_for_url("**/learn")
    settle(page)
    read_a_lesson(page, site, "tools")
    page.goto(f"{site}/assessment")
    settle(page)
    page.locator('.st-key-form_quick form[action="/begin"] button').click()
    page.locator(".st-key-next button").wait_for()
    held = json.loads(page.request.get(f"{site}/mine").text())
    assert "read.tools" in held["progress"]["entries"]
    assert len(held["sheets"]) == 1
