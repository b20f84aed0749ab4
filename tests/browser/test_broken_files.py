"""Broken data files: an operator's page at the start, the last good version while the site runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import running_site
from tests.sites import ROOT

pytestmark = pytest.mark.browser


def ready(address: str) -> tuple[int, dict[str, object]]:
    try:
        with urllib.request.urlopen(f"{address}/ready", timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_broken_from_the_start_then_mended_then_broken_again(chromium: Browser, tmp_path: Path) -> None:
    questions = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", questions)
    items = questions / "customer_roles" / "items.yaml"
    change(items, "  keyed:", "  keyd:")
    log = tmp_path / "site.log"
    with running_site(log, FIT_QUESTIONS=str(questions), DATABASE_URL=f"sqlite:///{tmp_path}/fit.db") as address:
        assert ready(address)[0] == 503
        assert ready(address)[1]["files"] == "1 problem"
        page = chromium.new_page()
        page.goto(address)
        problem = page.locator(".fit-problems li").first
        expect(problem).to_contain_text("items.yaml:")
        expect(problem).to_contain_text("keyd")
        expect(problem).to_contain_text("keyed")
        assert page.locator(".st-key-go").count() == 0, "no half of a site"

        change(items, "  keyd:", "  keyed:")
        time.sleep(2.5)
        page.reload()
        expect(
            page.get_by_role("button", name="Start").or_(page.get_by_role("button", name="診断をはじめる"))
        ).to_be_visible()
        assert ready(address) == (200, {"ready": True, "files": "ok", "store": "ok"})

        change(items, "trait: structure_preference", "trait: structure_preferance")
        time.sleep(2.5)
        page.reload()
        expect(
            page.get_by_role("button", name="Start").or_(page.get_by_role("button", name="診断をはじめる"))
        ).to_be_visible()
        status, said = ready(address)
        assert status == 200
        assert str(said["files"]).startswith("ok; 1 problem in a newer version")
        page.close()
    text = log.read_text(encoding="utf-8")
    assert "structure_preferance" in text, "the error is logged for the operator"
    assert "items.yaml:" in text


def test_the_operator_reads_it_in_their_language(chromium: Browser, tmp_path: Path) -> None:
    """The page in the browser's, the log in that of FIT_LANGUAGE; the command on the page finds the same."""
    questions = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", questions)
    change(questions / "customer_roles" / "items.yaml", "  trait: ", "  trait：")
    (questions / "other").mkdir()
    shutil.copy(questions / "customer_roles" / "assessment.yaml", questions / "other" / "assesment.yaml")
    log = tmp_path / "site.log"
    settings = {"FIT_QUESTIONS": str(questions), "FIT_LANGUAGE": "ja", "DATABASE_URL": f"sqlite:///{tmp_path}/fit.db"}
    said = {
        "ja-JP": (
            "データファイルに直すところがあります",
            "全角のコロン「：」があります",
            "assessment.yaml ではありませんか。",
        ),
        "en-US": ("The data files need mending", "a full-width colon “：”", "Did you mean assessment.yaml?"),
    }
    with running_site(log, **settings) as address:
        for locale, (title, colon, slip) in said.items():
            page = chromium.new_context(locale=locale).new_page()
            page.goto(address)
            expect(page.get_by_role("heading", name=title)).to_be_visible()
            expect(page.locator(".fit-problems li", has_text=colon)).to_have_count(1)
            expect(page.locator(".fit-problems li", has_text=slip)).to_have_count(1)
            command = page.locator("code").inner_text()
            page.context.close()
        assert "problem" in str(ready(address)[1]["files"])
    ran = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "a full-width colon" in ran.stdout
    text = log.read_text(encoding="utf-8")
    assert "全角のコロン「：」があります" in text
    assert "assesment.yaml" in text
    assert "1 problems" not in text
