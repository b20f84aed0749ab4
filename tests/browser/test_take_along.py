"""What a person can take along from a result, as the browser hands it over."""

from __future__ import annotations

import json
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, shown, watched

pytestmark = pytest.mark.browser


def test_every_download_opens(site: str, visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{site}/result?sample=planner", width=1280)
    page.get_by_label("レポートに載せる名前").fill("山田 *太郎* <b>")
    files: dict[str, Path] = {}
    for kind in ("pdf", "wide", "square", "xlsx", "csv", "json"):
        if kind == "wide":
            page.get_by_text("画像とデータ").click()
        with page.expect_download(timeout=60_000) as download:
            page.locator(f".st-key-download_{kind} button").click()
        files[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[kind])
    text = subprocess.run(["pdftotext", str(files["pdf"]), "-"], capture_output=True, text=True, check=True).stdout
    assert "山田 *太郎* <b>" in text, "printed as typed, and at once"
    assert "カスタマーサクセス" in text
    assert Image.open(files["wide"]).size == (1200, 630)
    assert Image.open(files["square"]).size == (1080, 1080)
    assert zipfile.is_zipfile(files["xlsx"])
    assert len(zipfile.ZipFile(files["csv"]).namelist()) == 6
    assert json.loads(files["json"].read_text(encoding="utf-8"))["answers"]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_of_a_download_is_the_readers(site: str, chromium: Browser, tmp_path: Path, zone: str) -> None:
    """These zones are 25 hours apart: no server's own day is right in both."""
    context = chromium.new_context(locale="ja-JP", timezone_id=zone)
    errors: list[str] = []
    page = shown(watched(context, errors), f"{site}/result?sample=planner", width=1280, height=900, dark=False)
    page.get_by_text("画像とデータ").click()
    days = {datetime.now(ZoneInfo(zone)).date()}
    files = {}
    for kind in ("json", "csv", "pdf"):
        with page.expect_download(timeout=60_000) as download:
            page.locator(f".st-key-download_{kind} button").click()
        files[kind] = tmp_path / f"{kind}"
        download.value.save_as(files[kind])
    days |= {datetime.now(ZoneInfo(zone)).date()}
    context.close()
    assert errors == []
    assert json.loads(files["json"].read_text(encoding="utf-8"))["date"] in {day.isoformat() for day in days}
    with zipfile.ZipFile(files["csv"]) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert all(content.startswith(b"\xef\xbb\xbf") for content in parts.values())
    assert any(day.isoformat() in parts["summary.csv"].decode("utf-8-sig") for day in days)
    text = subprocess.run(["pdftotext", str(files["pdf"]), "-"], capture_output=True, text=True, check=True).stdout
    assert any(f"{day.year}年{day.month}月{day.day}日" in text for day in days)


def test_the_browsers_own_print_has_no_controls(site: str, visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{site}/result?sample=planner", width=900)
    page.locator(".js-plotly-plot").nth(3).wait_for()
    page.pdf(path=str(tmp_path / "print.pdf"), format="A4")
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "print.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "いちばん合いそうなのは" in text
    for control in (
        "English",
        "職種を切り替える",
        "画像とデータ",
        "レポートに載せる名前",
        "自分でも診断してみる",
        "仕事の好み\n\n生かし方",
    ):
        assert control not in text
