"""How a person answers in the browser, for every test that needs a sheet."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import until

Choose = Callable[[int, int], int]
"""(number of the question on its screen, number of options) -> the option, from 0."""


def begin(page: Page, form: str, stored: bool = False) -> None:
    """Begins a form; ``stored``: with a sheet in the store, by the page's own request."""
    drawn(page)
    if stored:
        page.locator(f'.st-key-form_{form} form[action="/begin"] button').click()
    else:
        page.locator(f".st-key-take_{form} button").click()
    ready(page)


def ready(page: Page) -> None:
    """Waits until a screen of questions is drawn and no script runs."""
    page.locator(".st-key-next button").wait_for()
    page.locator("[data-testid=stRadioOption]").first.wait_for()
    drawn(page)


def drawn(page: Page) -> None:
    """Waits until no script runs: what is tapped before may be drawn anew under the finger."""
    until(page, "!document.querySelector('[data-test-script-state=\"running\"]')")


def options(page: Page, question: int) -> int:
    return group(page, question).locator("[data-testid=stRadioOption]").count()


def group(page: Page, question: int):  # type: ignore[no-untyped-def]
    return page.locator("[data-testid=stRadioGroup]").nth(question)


def questions(page: Page) -> int:
    return page.locator("[data-testid=stRadioGroup]").count()


def answer(page: Page, question: int, option: int) -> None:
    """Chooses an option and waits until the page has taken it."""
    row = group(page, question)
    row.locator("[data-testid=stRadioOption]").nth(option).click()
    expect(row.locator("input").nth(option)).to_be_checked()


def answer_screen(page: Page, choose: Choose) -> None:
    before = answered(page)
    n = questions(page)
    for question in range(n):
        answer(page, question, choose(question, options(page, question)))
    until(page, "n => Number(document.querySelector('.fit-bar')?.getAttribute('aria-valuenow')) >= n", before + n)


def answered(page: Page) -> int:
    return int(page.locator(".fit-bar").get_attribute("aria-valuenow") or 0)


def screen_name(page: Page) -> str:
    return page.locator(".fit-prompt .fit-hidden").inner_text()


def next_screen(page: Page) -> None:
    before = screen_name(page)
    page.locator(".st-key-next button").click()
    until(
        page,
        "before => { const now = document.querySelector('.fit-prompt .fit-hidden');"
        " return !now || now.innerText !== before }",
        before,
    )
    drawn(page)


def next_part(page: Page) -> None:
    """Goes on, answering nothing, to the first screen of the next part."""
    for _ in range(50):
        next_screen(page)
        if page.locator(".fit-part").count():
            ready(page)
            return
    raise AssertionError("no part follows")


def answer_all(page: Page, choose: Choose) -> int:
    """Answers screen after screen up to the last look; gives the number of screens."""
    for number in range(1, 200):
        answer_screen(page, choose)
        next_screen(page)
        if page.locator(".st-key-to_result button").count():
            return number
    raise AssertionError("the questionnaire does not end")


def checked(page: Page) -> list[int]:
    """For each question on the screen the checked option, -1 for none."""
    found = page.evaluate(
        "[...document.querySelectorAll('[data-testid=stRadioGroup]')].map(g =>"
        " [...g.querySelectorAll('input')].findIndex(i => i.checked))"
    )
    return [int(number) for number in found]


def shows(page: Page, *options: int) -> None:
    """Waits until the first questions on the screen show these options (-1: none), and fails with what they show."""
    for _ in range(400):
        if checked(page)[: len(options)] == list(options):
            return
        page.wait_for_timeout(50)
    assert checked(page)[: len(options)] == list(options)
