"""A running site of the test's own, and visitors who look at it in Chromium."""

from __future__ import annotations

import contextlib
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.sites import Process, begin_site

START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def running_site(log: Path, **settings: str) -> Iterator[str]:
    """Starts ``streamlit run app.py`` and gives its address; ends it afterwards."""
    port = free_port()
    process = begin_site({"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1", **settings}, log)
    address = f"http://localhost:{port}"
    try:
        wait_until_up(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_up(address: str, process: Process, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the site did not come up:\n{log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    with running_site(folder / "site.log", DATABASE_URL=f"sqlite:///{folder}/fit.db") as address:
        yield address


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Opens a page in a fresh profile: ``visit(url, width=390, locale="ja-JP", dark=False)``.

    At the end of the test no visitor may have seen a console error or a failed script.
    """
    contexts = []
    errors: list[str] = []

    def open_page(url: str, *, width: int = 390, height: int = 844, locale: str = "ja-JP", dark: bool = False) -> Page:
        context = chromium.new_context(locale=locale)
        contexts.append(context)
        return shown(watched(context, errors), url, width=width, height=height, dark=dark)

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


class Reader:
    """One page for all who only look: a page that is warm already opens the next address in half the time."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.errors: list[str] = []
        self.page = watched(context, self.errors)


@pytest.fixture(scope="session")
def reader(chromium: Browser) -> Iterator[Reader]:
    context = chromium.new_context(locale="ja-JP")
    yield Reader(context)
    context.close()


@pytest.fixture
def look(reader: Reader) -> Iterator[Visit]:
    """As ``visit``, with one page for all tests and no token: for pages that are looked at and keep nothing."""
    reader.errors.clear()

    def open_page(url: str, *, width: int = 390, height: int = 844, dark: bool = False) -> Page:
        return shown(reader.page, url, width=width, height=height, dark=dark)

    yield open_page
    assert [cookie for cookie in reader.context.cookies() if cookie["name"].startswith("fit_")] == []
    assert reader.errors == []


def watched(context: BrowserContext, errors: list[str]) -> Page:
    """A new page whose console errors and failures are noted."""
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    return page


def shown(page: Page, url: str, *, width: int, height: int, dark: bool) -> Page:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(url)
    settle(page)
    return page


def until(page: Page, expression: str, argument: object = None, seconds: float = 20) -> None:
    """Waits for a JavaScript expression. Playwright's own waiting needs eval, which the site's policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        if time.monotonic() > deadline:
            raise AssertionError(f"never came true: {expression} ({argument})")
        page.wait_for_timeout(50)


def settle(page: Page) -> None:
    """Waits until the page's foot is drawn and no script runs any more."""
    page.wait_for_selector(".st-key-foot", state="attached")
    until(page, "!document.querySelector('[data-test-script-state=\"running\"]')")


def sideways(page: Page) -> int:
    """How many pixels wider than the screen the page's content is."""
    return int(page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth - innerWidth"))


def violations(page: Page, *only: str) -> list[str]:
    """What axe-core finds, a line each; ``only``: by these of its rules, also those that it leaves out by itself."""
    from axe_playwright_python.sync_playwright import Axe

    # What passes is not asked for: to put it together takes axe three times as long as to find what does not.
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = {"type": "rule", "values": list(only)}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [f"{hit['id']} ({hit['impact']}): {hit['nodes'][0]['html'][:160]}" for hit in found]
