"""What the store's commands write: new files only, with the ending that fits, and the operator's own hours."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import Answer, Edition, Scores, Store
from store.__main__ import main
from store.operating.stats import stats
from tests.store.moments import NOW

JUST_AFTER_MIDNIGHT_IN_JAPAN = int(datetime(2026, 11, 28, 15, 10, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def folder(file_place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a store at ``own/fit.db``."""
    monkeypatch.setenv("DATABASE_URL", file_place)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def filled(folder: Path, file_place: str, opened: Callable[..., Store]) -> Store:
    store = opened(file_place)
    token, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "quick", "ja"))
    store.sheets.save(token, [Answer("q1", 4, NOW)])
    store.sheets.finish(token, Scores("clear", "support", 51.5, {"pace_score": 1.5}))
    return store


@pytest.mark.parametrize("name", ["out.csv", "out.CSV", "結果.csv"])
def test_an_exported_table_begins_with_the_mark_by_which_excel_knows_it(folder: Path, filled: Store, name: str) -> None:
    assert main(["export", name]) == 0
    content = (folder / name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrespondent,")
    [row] = csv.DictReader(content.decode("utf-8-sig").splitlines())
    assert (row["respondent"], row["q1"], row["verdict"]) == ("1", "4", "clear")


def test_lines_of_json_have_no_mark(folder: Path, filled: Store) -> None:
    assert main(["export", "out.JSONL"]) == 0
    assert json.loads((folder / "out.JSONL").read_bytes())["answers"] == {"q1": 4}


@pytest.mark.parametrize(
    ("zone", "begun"),
    [
        ("Asia/Tokyo", "2026-11-29T00:10:00+09:00"),
        ("UTC", "2026-11-28T15:10:00+00:00"),
        ("America/New_York", "2026-11-28T10:10:00-05:00"),
    ],
)
@pytest.mark.parametrize("name", ["out.csv", "out.jsonl"])
def test_moments_are_told_by_the_operator_s_clock(
    folder: Path, filled: Store, monkeypatch: pytest.MonkeyPatch, zone: str, begun: str, name: str
) -> None:
    with filled.engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.exec_driver_sql(f"UPDATE sheets SET created = {JUST_AFTER_MIDNIGHT_IN_JAPAN}")
    monkeypatch.setenv("FIT_TIME_ZONE", zone)
    assert main(["export", name]) == 0
    assert begun in (folder / name).read_text(encoding="utf-8-sig")


def test_a_zone_that_is_none_is_a_sentence(
    folder: Path, filled: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIT_TIME_ZONE", "Tokyo")
    assert main(["export", "out.csv"]) == 1
    assert (
        capsys.readouterr().err == "FIT_TIME_ZONE is Tokyo, but no time zone has that name. Did you mean Asia/Tokyo?\n"
    )
    assert not (folder / "out.csv").exists()


REFUSED = [
    (["export", "out.txt"], "must end in .csv or .jsonl", ".csv か .jsonl で終わる名前"),
    (["export", "out"], "must end in .csv or .jsonl", ".csv か .jsonl で終わる名前"),
    (["export", "own/fit.db"], "must end in .csv or .jsonl", ".csv か .jsonl で終わる名前"),
    (["export", "there.csv"], "exists already", "すでにあります"),
    (["export", "dangling.csv"], "exists already", "すでにあります"),
    (["export", "nowhere/out.csv"], "its folder does not exist", "保存先のフォルダがありません"),
    (["backup", "own/fit.db"], "exists already", "すでにあります"),
    (["backup", "./own/../own/fit.db"], "exists already", "すでにあります"),
    (["backup", "link.db"], "exists already", "すでにあります"),
    (["backup", "own"], "exists already", "すでにあります"),
    (["backup", "own/fit.db-journal"], "SQLite uses for files of its own", "SQLite がデータベースの隣に置く"),
    (["backup", "copy.csv"], "a backup is not what .csv promises", "バックアップは .csv 形式ではない"),
    (["backup", "copy.XLSX"], "a backup is not what .XLSX promises", "バックアップは .XLSX 形式ではない"),
    (["restore", "own/fit.db", "--replace"], "is the store itself", "使っている保存先そのもの"),
    (["restore", "link.db", "--replace"], "is the store itself", "使っている保存先そのもの"),
    (["restore", "hard.db", "--replace"], "is the store itself", "使っている保存先そのもの"),
]


@pytest.mark.parametrize(("arguments", "english", "japanese"), REFUSED, ids=[" ".join(one[0]) for one in REFUSED])
def test_no_command_writes_over_a_file(
    folder: Path,
    filled: Store,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    english: str,
    japanese: str,
) -> None:
    (folder / "there.csv").write_text("precious")
    (folder / "dangling.csv").symlink_to("later.csv")
    (folder / "link.db").symlink_to("own/fit.db")
    (folder / "hard.db").hardlink_to(folder / "own/fit.db")
    before = sorted(path.name for path in folder.iterdir())
    assert main(arguments) == 1
    assert english in capsys.readouterr().err
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert main(arguments) == 1
    assert japanese in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "there.csv").read_text() == "precious"
    assert stats(filled).sheets == {("roles", "1.0.0", "finished"): 1}


def test_a_file_beside_the_new_one_is_not_touched(folder: Path, filled: Store) -> None:
    (folder / "copy.part").write_text("precious")
    assert main(["backup", "copy"]) == 0
    assert (folder / "copy.part").read_text() == "precious"
    assert (folder / "copy").stat().st_mode & 0o777 == 0o600
