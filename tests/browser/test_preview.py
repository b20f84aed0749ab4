"""An author's preview in Chromium: what is saved is seen by itself, findings lead to their line, keyboard and axe."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import Visit, free_port, sideways, violations, wait_until_up
from tests.examples import in_proof
from tests.sites import ROOT

pytestmark = pytest.mark.browser


class Preview(NamedTuple):
    address: str
    folder: Path

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    around = tmp_path_factory.mktemp("preview")
    folder, port, log = around / "mine", free_port(), around / "preview.log"
    shutil.copytree(ROOT / "questions" / "customer_roles", folder)
    command = [sys.executable, "-m", "catalog", "preview", str(folder), "--port", str(port), "--no-browser"]
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=out, stderr=out) as site:
        try:
            wait_until_up(f"http://localhost:{port}", site, log)
            yield Preview(f"http://localhost:{port}", folder)
        finally:
            site.terminate()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def framed(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-author_page iframe")


def test_what_is_saved_is_seen_by_itself_and_a_mistake_leads_to_its_line(preview: Preview, visit: Visit) -> None:
    page = visit(preview.address, width=1280, height=1000)
    frame = framed(page)
    expect(frame.locator(".fit-verdict h1")).to_be_visible()
    expect(frame.locator(".st-key-foot")).to_be_attached()  # Two pages draw at once: the bar holds still afterwards.
    assert frame.locator("html").evaluate("root => root.clientWidth") < 400, "as wide as a phone, on a desk"
    page.get_by_role("radio", name="質問", exact=True).click()
    first = frame.locator(".fit-label").first
    expect(first).to_contain_text("仲間と一緒に進めるほうが")
    frame.get_by_text("まったく当てはまらない").first.scroll_into_view_if_needed()
    preview.change("items.yaml", "仲間と一緒に進めるほうが", "みんなと一緒に進めるほうが")
    expect(first).to_contain_text("みんなと一緒に進めるほうが")
    preview.change("items.yaml", "trait: teamwork", "trait: teamwrok")
    finding = page.locator(".fit-finding-list li").first
    expect(finding).to_contain_text("teamwrok")
    link = finding.locator("a")
    expect(link).to_have_attribute("href", f"vscode://file{(preview.folder / 'items.yaml').as_posix()}:9:10")
    expect(page.get_by_text("直前の版")).to_be_visible()
    expect(first).to_contain_text("みんなと一緒に進めるほうが")
    assert violations(page) == []
    preview.change("items.yaml", "trait: teamwrok", "trait: teamwork")
    expect(page.get_by_text("直前の版")).to_have_count(0)
    # By keyboard: another screen, whose answers are somebody else's.
    page.get_by_role("radio", name="質問", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(frame.locator(".fit-verdict h1")).to_be_visible()
    page.get_by_role("radio", name="パソコン", exact=True).click()
    expect(frame.locator(".st-key-menu_wide")).to_be_visible()
    expect(frame.locator(".fit-verdict h1")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "language", "dark"),
    [
        ("", "ja", False),
        ("questions", "en", True),
        ("sentences", "ja", True),
        in_proof("", "en", True),
        in_proof("questions", "ja", False),
        in_proof("sentences", "en", False),
    ],
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    preview: Preview, visit: Visit, name: str, language: str, dark: bool
) -> None:
    page = visit(f"{preview.address}/{name}?lang={language}", width=1280 if dark else 320, dark=dark)
    page.wait_for_timeout(500)
    assert violations(page) == []
    assert sideways(page) <= 0
    assert page.evaluate("document.documentElement.lang") == language
