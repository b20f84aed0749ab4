"""An assessment of thirty traits in Japanese alone, from its first page to its result, as a phone shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.authored.drawn import CUSTOMER_ROLES, ROLES
from tests.authored.facets import write_facets
from tests.browser.answering import answer_all, begin
from tests.browser.conftest import Visit, running_site, settle, sideways, violations

pytestmark = [pytest.mark.browser, pytest.mark.proof]


@pytest.fixture(scope="module")
def facets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("facets")
    write_facets(folder / "questions")
    settings = {"FIT_QUESTIONS": str(folder / "questions"), "DATABASE_URL": f"sqlite:///{folder}/fit.db"}
    with running_site(folder / "site.log", **settings) as address:
        yield address
    assert "Traceback" not in Path(folder / "site.log").read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_thirty_traits_are_answered_and_told_without_a_word_on_roles(facets: str, visit: Visit, language: str) -> None:
    page = visit(f"{facets}/?lang={language}", width=390)
    note = page.locator(".fit-note-quiet")
    expect(note).to_have_count(0 if language == "ja" else 1)
    page.goto(f"{facets}/assessment?lang={language}")
    begin(page, "full")
    answer_all(page, lambda at, options: (at * 2) % options)
    page.locator(".st-key-to_result button").click()
    page.wait_for_selector(".fit-verdict")
    expect(page.locator("#chapter-profile")).to_be_visible()
    expect(page.locator(".st-key-picture_traits .js-plotly-plot")).to_be_visible()
    settle(page)
    said = page.locator("[data-testid='stMain']").inner_text()
    assert CUSTOMER_ROLES.search(said) is None
    assert ROLES.search(said) is None
    assert sideways(page) <= 0
    assert violations(page) == []
    page.locator(".st-key-next_step a").click()
    expect(page.locator("#chapter-details")).to_be_in_viewport()
