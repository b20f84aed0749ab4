"""A download that fails says so, in the reader's language and next to its button, and the log says why."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from catalog.content.words import Words
from tests.browser.conftest import Visit, running_site, settle, until, violations
from tests.shipped import shipped_content

pytestmark = pytest.mark.browser
NAME = "山田花子"
# The name is in the message and not in the line that a traceback shows.
BROKEN = f"raise MemoryError(bytes.fromhex('{NAME.encode().hex()}').decode())\n"
SHOWN = "kind => document.querySelector(`.st-key-take_${kind} .fit-failed`).innerText !== ''"
GONE = "kind => document.querySelector(`.st-key-take_${kind} .fit-failed`).innerText === ''"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("failing") / "site.log"


@pytest.fixture(scope="module")
def failing_site(log: Path) -> Iterator[str]:
    """A site on a machine where the typesetter and the workbooks' writer have no memory left."""
    for module in ("typst", "xlsxwriter"):
        (log.parent / f"{module}.py").write_text(BROKEN, encoding="utf-8")
    first = os.pathsep.join([str(log.parent), *filter(None, sys.path)])
    with running_site(log, DATABASE_URL=f"sqlite:///{log.parent}/fit.db", PYTHONPATH=first) as address:
        yield address


def words(language: str) -> Words:
    return shipped_content().words(language)


def said(page: Page, kind: str) -> str:
    return page.locator(f".st-key-take_{kind} .fit-failed").inner_text()


def tap(page: Page, kind: str) -> None:
    page.locator(f".st-key-download_{kind} button").click()


@pytest.mark.parametrize(
    ("language", "locale", "width", "dark"), [("ja", "ja-JP", 390, True), ("en", "en-US", 1280, False)]
)
def test_the_reader_is_told_next_to_the_button(
    language: str, locale: str, width: int, dark: bool, failing_site: str, visit: Visit, log: Path
) -> None:
    page = visit(f"{failing_site}/result?sample=planner", width=width, locale=locale, dark=dark)
    sentence = words(language)("along.failed")
    page.get_by_label(words(language)("along.name")).fill(NAME)
    tap(page, "pdf")
    until(page, SHOWN, "pdf")
    assert said(page, "pdf") == sentence
    assert page.locator(".st-key-take_pdf [role=alert]").count() == 1
    assert said(page, "pdf") not in ("", page.locator("[data-testid=stDownloadButtonError]").inner_text())
    assert not page.locator("[data-testid=stDownloadButtonError]").is_visible(), "Streamlit's English is not shown"
    page.get_by_text(words(language)("along.more")).click()
    for kind in ("wide", "square", "xlsx"):
        tap(page, kind)
        until(page, SHOWN, kind)
        assert said(page, kind) == sentence
    for kind in ("csv", "json"):
        with page.expect_download():
            tap(page, kind)
        assert said(page, kind) == "", "one that fails says nothing of the others"
    # Streamlit's own word is gone after five seconds; the sentence is not.
    until(page, "!document.querySelector('[data-testid=stDownloadButtonError]')")
    assert said(page, "pdf") == sentence
    assert page.get_by_label(words(language)("along.name")).input_value() == NAME
    assert violations(page) == []
    printed = log.read_text(encoding="utf-8")
    assert "the download pdf was not made" in printed
    assert "MemoryError" in printed
    assert "reports/" in printed, "where in the code it came up"
    assert NAME not in printed


def test_the_next_try_takes_the_sentence_back(failing_site: str, visit: Visit, log: Path) -> None:
    page = visit(f"{failing_site}/result?sample=planner")
    tap(page, "pdf")
    until(page, SHOWN, "pdf")
    (log.parent / "typst.py").unlink()
    with page.expect_download() as download:
        tap(page, "pdf")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    until(page, GONE, "pdf")
    settle(page)
