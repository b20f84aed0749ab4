"""What a person can take along from a result, as the browser hands it over."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_every_download_opens(site: str, visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{site}/result?sample=planner", width=1280)
    page.get_by_label("レポートに載せる名前").fill("山田 *太郎* <b>")
    files: dict[str, Path] = {}
    for kind in ("pdf", "wide", "square", "xlsx", "csv", "json"):
        if kind == "wide":
            page.get_by_text("画像とデータ").click()
        with page.expect_download() as download:
            page.locator(f".st-key-download_{kind} button").click()
        files[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[kind])
    text = subprocess.run(["pdftotext", str(files["pdf"]), "-"], capture_output=True, text=True, check=True).stdout
    assert "山田 *太郎* <b>" in text, "printed as typed, and at once"
    assert "カスタマーサクセス" in text
    assert Image.open(files["wide"]).size == (1200, 630)
    assert Image.open(files["square"]).size == (1080, 1080)
    assert zipfile.is_zipfile(files["xlsx"])
    assert len(zipfile.ZipFile(files["csv"]).namelist()) == 5
    assert json.loads(files["json"].read_text(encoding="utf-8"))["answers"]


def test_the_browsers_own_print_has_no_controls(site: str, visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{site}/result?sample=planner", width=900)
    page.locator(".js-plotly-plot").nth(3).wait_for()
    page.pdf(path=str(tmp_path / "print.pdf"), format="A4")
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "print.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "いちばん合いそうです" in text
    for control in ("English", "職種を切り替える", "画像とデータ", "レポートに載せる名前", "自分でも診断してみる"):
        assert control not in text
