"""The learning pages in Chromium: accessible, no wider than the screen, every link leads somewhere, choices last."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.lessons.learning import Learning
from tests.browser.conftest import Visit, settle, sideways, until, violations
from tests.browser.names import strangers
from tests.browser.zoom import faults_at_every_size, unfold
from tests.examples import every_nth, in_proof
from tests.shipped import shipped_content

pytestmark = pytest.mark.browser
LEARNING = shipped_content().learning or Learning()
LESSONS = [lesson.id for lesson in LEARNING.lessons]
OTHERS = (
    "learn",
    "learn?q=CRM",
    "compare",
    "compare?roles=customer_success,customer_support,customer_service,sales&dimensions=all",
    "glossary",
    "practice",
    "practice?case=" + LEARNING.practice[0].id,
    "interview",
    "guide?lesson=" + LESSONS[0],
)
LESSON = f"lesson?id={LESSONS[0]}"
LOST = re.compile("見つかりません|分からなかった|could not find|unknown to us")


def slug_of(address: str) -> str:
    return address.split("?")[0]


def in_language(page: str, language: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}lang={language}"


@pytest.mark.parametrize(
    ("name", "language", "dark", "width"),
    [
        # Each page on a phone in Japanese, which fills more of each line, and on a desk in English and in the dark.
        *((name, "ja", False, 390) for name in OTHERS),
        *((name, "en", True, 1280) for name in (*OTHERS, LESSON)),
        *(in_proof(name, "ja", False, 1280) for name in OTHERS),
        *(in_proof(name, "en", False, 390) for name in OTHERS),
        # Lessons are made of the same parts.
        *every_nth(4, ((f"lesson?id={lesson}", "ja", False, 390) for lesson in LESSONS)),
        *(in_proof(f"lesson?id={lesson}", "ja", False, 1280) for lesson in LESSONS),
        *(in_proof(f"lesson?id={lesson}", "en", False, 390) for lesson in LESSONS),
    ],
)
def test_axe_finds_nothing(site: str, look: Visit, name: str, language: str, dark: bool, width: int) -> None:
    page = look(f"{site}/{in_language(name, language)}", width=width, height=900, dark=dark)
    assert LOST.search(page.locator("[data-testid=stMain]").inner_text()) is None
    unfold(page)
    page.wait_for_timeout(150)
    assert violations(page) == []
    assert sideways(page) <= 0
    page.set_viewport_size({"width": 320, "height": 700})
    page.wait_for_timeout(150)
    assert sideways(page) <= 0
    assert strangers(page, language) == []
    if width == 390:
        assert faults_at_every_size(page) == []


@pytest.mark.parametrize("lessons", [LESSONS[:1], in_proof(LESSONS)], ids=["one", "all"])
def test_every_kind_of_link_of_the_learning_pages_leads_to_its_place(
    site: str, look: Visit, lessons: list[str]
) -> None:
    """That each single one names what is there, tests/views/learning/test_links.py sees."""
    page = look(f"{site}/learn", width=1280)
    learning = [f"{site}/{in_language(name, 'ja')}" for name in (*OTHERS, *(f"lesson?id={one}" for one in lessons))]
    found = links_of(page, site, "ja", learning)
    kinds = {kind_of(href): href for href in sorted(found - set(learning))}
    assert len(kinds) >= 8
    for href in kinds.values():
        open_address(page, urljoin(site, href))
        is_in_its_place(page, href, "ja")


def kind_of(href: str) -> tuple[str, ...]:
    """The page and the parameters' names; their values are held against what is there."""
    return (urlsplit(href).path, *sorted(parse_qs(urlsplit(href).query)))


def links_of(page: Page, site: str, language: str, addresses: list[str]) -> set[str]:
    """Opens each address, looks whether it is right, and gives all that they link to."""
    found: set[str] = set()
    for address in addresses:
        open_address(page, address)
        is_in_its_place(page, address, language)
        hrefs = page.evaluate("[...document.querySelectorAll('[data-testid=stMain] a[href]')].map(a => a.href)")
        inside = [href for href in hrefs if urlsplit(href).netloc == urlsplit(site).netloc]
        assert len(inside) == len(hrefs), "a link leads out of the site"
        for href in inside:
            assert parse_qs(urlsplit(href).query).get("lang", ["ja"])[0] == language or "speak" in href, href
        found.update(href.split("#")[0] for href in inside)
    return found


def is_in_its_place(page: Page, href: str, language: str) -> None:
    assert page.locator("h1").count() == 1, href
    assert page.evaluate("document.documentElement.lang") == language, href
    assert LOST.search(page.locator("[data-testid=stMain]").inner_text()) is None, href
    wanted = parse_qs(urlsplit(href).query).get("id")
    if wanted:
        title = LEARNING.lesson[wanted[0]].title.in_language(language)
        assert page.locator("h1").inner_text() == title, href


def open_address(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("h1").first.wait_for()
    settle(page)


def test_the_comparison_of_an_address_is_the_one_that_a_click_makes(site: str, visit: Visit) -> None:
    page = visit(f"{site}/compare", width=1280)
    roles = page.locator(".st-key-compare_roles_ja")
    roles.get_by_role("button", name="コールセンター").click()
    until(page, "document.querySelectorAll('.fit-compare thead th').length === 2")
    roles.get_by_role("button", name="営業").click()
    until(page, "document.querySelectorAll('.fit-compare thead th').length === 3")
    settle(page)
    until(page, "location.search.includes('roles=')")
    before = page.locator(".fit-compare thead").inner_text()
    other = visit(page.url)
    other.set_viewport_size({"width": 1280, "height": 900})
    assert other.locator(".fit-compare thead").inner_text() == before
    assert "営業" in before


def test_on_a_phone_each_cell_carries_its_role(site: str, look: Visit) -> None:
    page = look(f"{site}/compare?roles=sales,call_center&dimensions=pay&lang=en")
    cells = page.locator(".fit-compare td")
    expect(cells).to_have_count(2)
    expect(cells.nth(0).locator(".fit-cell-name")).to_be_visible()
    expect(cells.nth(1)).to_contain_text("The articles say nothing")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(cells.nth(0).locator(".fit-cell-name")).to_be_hidden()


def test_a_term_and_a_source_open_by_tap_and_by_keyboard(site: str, look: Visit) -> None:
    page = look(f"{site}/lesson?id=measures")
    term = page.locator(".fit-term").first
    term.click()
    sheet = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(sheet).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    source = page.locator(".fit-cite").first
    source.focus()
    page.keyboard.press("Enter")
    sheet = page.locator(f"#{source.get_attribute('popovertarget')}")
    expect(sheet).to_be_visible()
    expect(sheet.locator("cite").first).to_be_visible()
    sheet.get_by_role("button", name="閉じる").click()
    expect(sheet).to_be_hidden()


def test_a_check_can_be_answered_by_keyboard_and_explains_itself(site: str, visit: Visit) -> None:
    question = next(one for one in LEARNING.quizzes["measures"].questions if one.kind == "single")
    page = visit(f"{site}/lesson?id=measures")
    card = page.locator(f".st-key-quiz_lesson_{question.id}")
    card.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    mark = card.locator(f".st-key-mark_lesson_{question.id} button")
    expect(mark).to_be_enabled()
    mark.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_be_visible()
    assert violations(page) == []
    card.get_by_role("button", name="もう一度答える").click()
    expect(card.locator("input[type=radio]:checked")).to_have_count(0)


@pytest.mark.parametrize("kind", ["order", "match", "several"])
def test_every_kind_of_question_fits_a_phone(site: str, look: Visit, kind: str) -> None:
    lesson, question = next(
        (name, one) for name, check in LEARNING.quizzes.items() for one in check.questions if one.kind == kind
    )
    page = look(f"{site}/lesson?id={lesson}", width=320)
    card = page.locator(f".st-key-quiz_lesson_{question.id}")
    card.scroll_into_view_if_needed()
    box = card.bounding_box()
    assert box is not None
    for part in card.locator("[data-testid=stRadioOption], [data-testid=stCheckbox], [data-testid=stSelectbox]").all():
        inner = part.bounding_box()
        assert inner is not None
        assert inner["x"] >= box["x"]
        assert inner["x"] + inner["width"] <= box["x"] + box["width"] + 0.5


def test_progress_shows_on_the_learning_page_of_the_same_visit(site: str, visit: Visit) -> None:
    page = visit(f"{site}/learn")
    page.locator(".st-key-open_next button").click()
    page.get_by_role("button", name="この課を読み終えた").click()
    expect(page.get_by_text("この課は読み終えています")).to_be_visible()
    page.locator(".st-key-next_lesson a").click()
    expect(page.locator("h1")).to_have_text(LEARNING.lessons[1].title.in_language("ja"))
    settle(page)
    assert page.url == f"{site}/lesson?id={LESSONS[1]}", "a reload opens what is shown"
    until(page, "document.querySelector('[data-testid=\"stMain\"]').scrollTop < 50")
    page.locator(".st-key-lesson_links a").first.click()
    expect(page.get_by_text(f"{len(LESSONS)}課のうち1課を読みました").first).to_be_visible()


def test_the_guide_and_the_handout_print_whole(site: str, look: Visit) -> None:
    page = look(f"{site}/guide?lesson=measures", dark=True)
    page.locator(".fit-paper").nth(1).wait_for()
    pages = re.findall(rb"/Count (\d+)", page.pdf(format="A4"))
    assert max(int(count) for count in pages) >= 4


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_menu_fits_in_one_row(site: str, look: Visit, language: str) -> None:
    page = look(f"{site}/{in_language('learn', language)}", width=768)
    page.locator(".st-key-menu_wide a").nth(3).wait_for()
    tops = page.evaluate(
        "[...document.querySelectorAll('.st-key-menu_wide a')].map(a => Math.round(a.getBoundingClientRect().top))"
    )
    assert len(tops) >= 4
    assert len(set(tops)) == 1
    edges = page.evaluate(
        "[...document.querySelectorAll('.st-key-menu_wide a')].map(a => a.getBoundingClientRect().right)"
    )
    assert max(edges) <= page.locator(".st-key-switch").bounding_box()["x"]  # type: ignore[index]
