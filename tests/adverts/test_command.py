"""``python -m catalog adverts``: a row a file, all or nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from adverts.command import COLUMNS, write_table
from catalog.__main__ import main
from tests.shipped import ROOT

CALLS = (
    "カスタマーサクセス\n受電のお仕事です。トークスクリプトどおりにお答えし、1時間に12件ほどが目安です。\n時給1,300円"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FIT_CONTENT", str(ROOT / "content"))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(CALLS, encoding="utf-8")
    Path("b.txt").write_bytes("営業職\r\nくわしいことは面接でお話しします。お気軽にご応募ください。".encode("cp932"))
    return tmp_path


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(Path(out).read_text(encoding="utf-8-sig").splitlines()))


def test_a_row_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["adverts", "a.txt", "b.txt", "--out", "out.csv", "--language", "en"]) == 0
    assert "2 rows" in capsys.readouterr().out
    first, second = rows("out.csv")
    assert tuple(first) == COLUMNS
    assert (first["file"], first["kind"], first["title_kind"]) == ("a.txt", "call_center", "customer_success")
    assert first["verdict"] in ("clear", "leaning")
    assert "team_size" in first["missing"].split("|")
    assert "pay_incentive" not in first["missing"].split("|")
    assert all(quote in CALLS for quote in first["signals"].split("|"))
    assert (second["verdict"], second["kind"], second["title_kind"]) == ("unknown", "", "sales")


@pytest.mark.parametrize(
    ("name", "says"), [("no.txt", "ファイルがありません"), (".", "フォルダです"), ("c.txt", "テキストではありません")]
)
def test_what_cannot_be_read_is_said_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, says: str
) -> None:
    Path("c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00\x00\x01")
    assert write_table([Path("a.txt"), Path(name)], Path("out.csv"), ROOT / "content", "ja") == 2
    assert says in capsys.readouterr().err
    assert not Path("out.csv").exists()


def test_content_with_mistakes_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "content").mkdir()
    assert write_table([Path("a.txt")], Path("out.csv"), folder / "content", "en") == 1
    assert "site.yaml" in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["adverts", "a.txt", "--out", "no/out.csv", "--language", "en"]) == 2
    assert "cannot be written" in capsys.readouterr().err
