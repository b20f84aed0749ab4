"""A text full of marks is seen as it is written and heard as it is written, whatever widget it labels."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import free_port, until, wait_until_up
from tests.browser.marks import FEW, TEXTS
from tests.browser.names import heard
from tests.sites import ROOT

pytestmark = pytest.mark.browser
KINDS = (
    *("question", "checkbox", "toggle", "select", "slider", "field", "choice", "segments"),
    *("button", "download", "popover", "expander"),
)


@pytest.fixture(scope="module")
def labels(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of tests/browser/every_label.py in a browser."""
    log, port = tmp_path_factory.mktemp("labels") / "site.log", free_port()
    settings = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "streamlit", "run", "tests/browser/every_label.py"]
    context = chromium.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=out, stderr=out)
        try:
            wait_until_up(f"http://localhost:{port}", process, log)
            page = context.new_page()
            page.goto(f"http://localhost:{port}")
            page.wait_for_selector("p.st-key-foot")
            # The browser fetches each kind of widget when the first one is to be drawn.
            until(
                page,
                "([kinds, n]) => kinds.every(kind =>"
                " [...document.querySelectorAll(`[class*=st-key-${kind}_]`)].filter(e => e.innerText).length === n)",
                [KINDS, len(FEW)],
            )
            yield page
        finally:
            context.close()
            process.terminate()
            process.wait(timeout=20)


@pytest.mark.parametrize("kind", ["options", "pills"])
def test_an_option_is_seen_as_written(labels: Page, kind: str) -> None:
    seen = labels.evaluate(
        "kind => [...document.querySelectorAll(`.st-key-${kind} :is([data-testid=stRadioOption], button)`)]"
        ".map(e => [e.innerText.trim(), e.querySelectorAll('a, img, svg, strong, em, del, span.katex').length])",
        kind,
    )
    wanted = TEXTS if kind == "options" else FEW
    assert seen == [[text, 0] for text in wanted]


@pytest.mark.parametrize("kind", KINDS)
def test_a_label_is_seen_as_written(labels: Page, kind: str) -> None:
    seen = labels.evaluate(
        "kind => [...document.querySelectorAll(`[class*=st-key-${kind}_]`)].map(e => e.innerText.split('\\n'))", kind
    )
    assert len(seen) == len(FEW)
    assert [text for text, lines in zip(FEW, seen, strict=True) if lines.count(text) != 1] == []


def test_a_name_is_heard_as_written(labels: Page) -> None:
    """As often as a widget of that kind bears it: radio groups are three, pills and segments being two of them.

    Streamlit names a slider's handle by its own label and by that of the group around it, which are one and the same.
    """
    times = {
        "radio": 2,
        "radiogroup": 3,
        "checkbox": 1,
        "switch": 1,
        "combobox": 1,
        "textbox": 1,
        "button": 3,
        "DisclosureTriangle": 1,
    }
    said = Counter((one.role, one.name) for one in heard(labels))
    wanted = {(role, text): n for role, n in times.items() for text in FEW}
    wanted |= {("slider", f"{text} {text}"): 1 for text in FEW}
    assert {key: said[key] for key, n in wanted.items() if said[key] != n} == {}
