"""Files of results: never over the input, in the format that the name says, whole, and inert in a spreadsheet."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.__main__ import main
from scoring.tables.write import inert_table, write_table
from tests.reports.reading import workbook_rows
from tests.scoring.tables.opened import as_excel_opens, column

ROOT = Path(__file__).parents[3]
FOLDER = str(ROOT / "tests/fixtures/customer_roles_1")
NAMED = "id,氏名,proactivity_1,proactivity_2\n001,山田 太郎,5,1\n"
OF_THE_INPUT = ("Note: The form full asks for", "お知らせ: フォーム full で尋ねる")
Score = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``d`` to stand in, with ``in.csv``."""
    here = tmp_path / "d"
    here.mkdir()
    (here / "in.csv").write_text(NAMED, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def score(folder: Path, capsys: pytest.CaptureFixture[str]) -> Score:
    """``score(OUT, IN)`` gives the status and what was said of OUT: that items have no column is said of IN."""

    def run(target: str, source: str = "in.csv", language: str = "en") -> tuple[int, str]:
        status = main(["score", "--language", language, FOLDER, source, target])
        lines = capsys.readouterr().err.splitlines(keepends=True)
        return status, "".join(line for line in lines if not line.startswith(OF_THE_INPUT))

    return run


@pytest.mark.parametrize("mark", ["", "\N{BYTE ORDER MARK}"], ids=["plain", "marked"])
@pytest.mark.parametrize("first", ["id", "ID", "ID番号", "氏名コード"])
def test_a_japanese_excel_shows_the_names(folder: Path, score: Score, mark: str, first: str) -> None:
    (folder / "in.csv").write_text(mark + NAMED.replace("id", first, 1), encoding="utf-8")
    assert score("out.csv") == (0, "")
    rows = as_excel_opens(folder / "out.csv")
    assert rows[0][:2] == [first, "氏名"]
    assert rows[1][:2] == ["001", "山田 太郎"]


def spelt(folder: Path, how: str) -> str:
    """Another name for ``in.csv``."""
    (folder / "link.csv").symlink_to("in.csv")
    (folder / "way.csv").symlink_to("link.csv")
    (folder / "hard.csv").hardlink_to("in.csv")
    (folder.parent / "door").symlink_to(folder, target_is_directory=True)
    names = {"whole": str(folder / "in.csv"), "door": str(folder.parent / "door/in.csv")}
    return names.get(how, how)


SPELLINGS = ["in.csv", "./in.csv", "../d/in.csv", "whole", "link.csv", "way.csv", "hard.csv", "door", "..//d/./in.csv"]


@pytest.mark.parametrize("how", SPELLINGS)
def test_the_table_is_never_written_over_itself(folder: Path, score: Score, how: str) -> None:
    name = spelt(folder, how)
    status, said = score(name)
    assert (status, len(said.splitlines())) == (2, 1)
    assert f"OUT {Path(name)} is the file that is read (in.csv)" in said
    assert "上書きせずに" in score(name, language="ja")[1]
    assert (folder / "in.csv").read_text(encoding="utf-8") == NAMED


def test_nor_is_it_where_the_input_is_the_link(folder: Path, score: Score) -> None:
    spelt(folder, "")
    assert score("in.csv", "way.csv")[0] == 2
    assert score("hard.csv", "door")[0] == 2
    assert (folder / "in.csv").read_text(encoding="utf-8") == NAMED
    assert (folder / "way.csv").is_symlink()


def test_a_link_to_another_file_stays_a_link(folder: Path, score: Score) -> None:
    (folder / "results.csv").write_text("before", encoding="utf-8")
    (folder / "latest.csv").symlink_to("results.csv")
    assert score("latest.csv") == (0, "")
    assert (folder / "latest.csv").is_symlink()
    assert as_excel_opens(folder / "results.csv")[1][:2] == ["001", "山田 太郎"]


@pytest.mark.parametrize("name", ["out.CSV", "out.Xlsx", "out.PARQUET", "結果.xlsx", "a.b.csv"])
def test_the_ending_decides_in_any_case_of_letters(folder: Path, score: Score, name: str) -> None:
    assert score(name) == (0, "")
    start = (folder / name).read_bytes()[:4]
    wanted = {".csv": b"\xef\xbb\xbfi", ".xlsx": b"PK\x03\x04", ".parquet": b"PAR1"}
    assert start == wanted[Path(name).suffix.lower()]


@pytest.mark.parametrize("name", ["out", "out.txt", "out.xls", "out.csv.gz", "out.tsv", ".csv", "out.csv.", "out.pdf"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_another_ending_is_refused_before_anything_is_read(
    folder: Path, score: Score, name: str, language: str
) -> None:
    status, said = score(name, "not there.csv", language)
    assert (status, len(said.splitlines())) == (2, 1)
    assert ".csv, .xlsx, .parquet" in said
    assert [path.name for path in folder.iterdir()] == ["in.csv"]


def test_a_folder_a_pipe_and_a_place_that_is_not_there_are_said(folder: Path, score: Score) -> None:
    (folder / "out.csv").mkdir()
    os.mkfifo(folder / "pipe.csv")
    for name, words in {
        "out.csv": "there is a folder or a device of that name",
        "pipe.csv": "there is a folder or a device of that name",
        "no/such/out.csv": "its folder does not exist",
        "in.csv/out.csv": "its folder does not exist",
        f"{'長' * 90}.csv": "its name is too long",
    }.items():
        status, said = score(name)
        assert (status, len(said.splitlines())) == (2, 1), name
        assert words in said
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "out.csv", "pipe.csv"]


def test_the_longest_name_that_the_disk_takes_is_written(folder: Path, score: Score) -> None:
    name = "長" * 83 + ".csv"
    assert score(name) == (0, "")
    assert column(as_excel_opens(folder / name), "氏名") == ["山田 太郎"]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.parquet"])
def test_a_full_disk_leaves_what_was_there(folder: Path, name: str) -> None:
    rows = "".join(f"{n},山田 {n * n * 7919},{n % 5 + 1},1\n" for n in range(2000))
    (folder / "in.csv").write_text(NAMED.splitlines()[0] + "\n" + rows, encoding="utf-8")
    (folder / name).write_text("before", encoding="utf-8")
    program = (
        "import resource, sys; from scoring.__main__ import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "score", "--language", "en", FOLDER, "in.csv", name]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert f"{name} cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / name).read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", name]


def test_a_stop_by_hand_leaves_what_was_there(folder: Path, score: Score, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(table: pl.DataFrame, target: Path, **_: object) -> None:
        target.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    (folder / "out.csv").write_text("before", encoding="utf-8")
    monkeypatch.setattr(pl.DataFrame, "write_csv", stopped)
    with pytest.raises(KeyboardInterrupt):
        score("out.csv")
    assert (folder / "out.csv").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "out.csv"]


def test_a_file_keeps_its_rights_and_a_new_one_has_the_usual_ones(folder: Path, score: Score) -> None:
    (folder / "private.csv").touch(0o600)
    for name in ("private.csv", "new.csv"):
        assert score(name) == (0, "")
    (folder / "usual").touch()
    assert stat.S_IMODE((folder / "private.csv").stat().st_mode) == 0o600
    assert (folder / "new.csv").stat().st_mode == (folder / "usual").stat().st_mode


RUN = [
    "=1+1",
    "+81-90-1234-5678",
    "-山田",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|' /C calc'!A0",
    " =1",
    "　＝1",
]
RUN += ['"=1+1"', "\t=1", "\r=1", "\n@x", "\tname", '=HYPERLINK("http://x","y")', "+1-2", "-1e", " \t+a"]
STAYS = [
    "-1.5",
    "+3",
    "-1,234",
    "-.5",
    "1e-3",
    "-2E+10",
    "-12%",
    " -7 ",
    "001",
    "2026-11-28",
    "山田 太郎",
    "'=1",
    "a=b",
]
STAYS += ["a@example.org", "1-2", "", "-", "--", " - ", "+", "５", "(=1)", "〜", "・"]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_is_inert_and_said(folder: Path, score: Score, text: str) -> None:
    table = pl.DataFrame({"id": ["1", "2"], "氏名": [text, "山田"], "proactivity_1": ["5", "5"]})
    table.write_csv(folder / "in.csv")
    status, said = score("out.csv")
    assert (status, len(said.splitlines())) == (0, 1)
    assert said.endswith("for formulas; an apostrophe stands before them now: 氏名 (1)\n")
    assert column(as_excel_opens(folder / "out.csv"), "氏名") == [f"'{text}", "山田"]
    assert "氏名 (1)" in score("out.csv", language="ja")[1]
    assert "先頭に「'」を付けて書き出しました" in score("out.csv", language="ja")[1]
    for name in ("out.xlsx", "out.parquet"):
        assert score(name) == (0, ""), "these know text from formulas"
    cells = workbook_rows((folder / "out.xlsx").read_bytes())["results"]
    assert cells[1][1] == text
    assert pl.read_parquet(folder / "out.parquet")["氏名"].to_list() == [text, "山田"]


def test_what_is_no_formula_stays_as_it_is(folder: Path, score: Score) -> None:
    pl.DataFrame({"note": STAYS, "proactivity_1": ["5"] * len(STAYS)}).write_csv(folder / "in.csv")
    assert score("out.csv") == (0, "")
    assert column(as_excel_opens(folder / "out.csv"), "note") == STAYS


@pytest.mark.parametrize("name", ["=1+1", "@x", "＝x", "+a", " -b", "\tc"])
def test_a_column_s_name_is_made_inert_too(folder: Path, score: Score, name: str) -> None:
    table = pl.DataFrame({name: ["x", "=y"], "'" + name: ["other", "other"], "proactivity_1": ["5", "5"]})
    table.write_csv(folder / "in.csv")
    status, said = score("out.csv")
    assert status == 0
    assert f"{name} (2)" in said
    rows = as_excel_opens(folder / "out.csv")
    assert rows[0][:2] == ["''" + name, "'" + name], "each column keeps a name of its own"
    assert [row[:2] for row in rows[1:]] == [["x", "other"], ["'=y", "other"]]


def test_what_was_made_inert_once_is_not_marked_again(folder: Path) -> None:
    table = pl.DataFrame({"=name": ["=1", "plain", None], "n": [-1, 2, 3]})
    once, changed = inert_table(table)
    assert changed == {"=name": 2}
    again, unchanged = inert_table(once)
    assert (again.equals(once), unchanged) == (True, {})
    assert once["n"].to_list() == [-1, 2, 3]
    assert once["'=name"].to_list() == ["'=1", "plain", None]


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("=+-@＝＋－＠ \t\r\n\"'　1.,a")), min_size=1))
def test_no_text_leaves_a_cell_that_runs_and_none_is_lost(texts: list[str]) -> None:
    made, _ = inert_table(pl.DataFrame({"note": texts}))
    for text, cell in zip(texts, made["note"].to_list(), strict=True):
        assert cell in (text, f"'{text}")
        bare = cell.strip(' \t\r\n\u3000"')
        if bare.startswith(tuple("=+-@＝＋－＠")) and bare.strip("+- \t\r\n\u3000"):
            assert float(bare.replace(",", "")) is not None, "only a number may begin like that"


def test_an_excel_file_holds_texts_as_texts_and_numbers_as_numbers(folder: Path) -> None:
    table = pl.DataFrame(
        {
            "id": ["001", "=1", "http://x.example"],
            "<r>name</r>": ["<r><t>x</t></r>", "_x0041_", "a\x0bb"],
            "n": [-1.5, None, float("nan")],
            "long": [9_007_199_254_740_993, -1, 0],
            "whole": [1, 2, 3],
            "yes": [True, False, None],
            "day": pl.Series(["2026-11-28"] * 3).str.to_date(),
        }
    )
    assert write_table(table, folder / "out.xlsx") == {}
    rows = workbook_rows((folder / "out.xlsx").read_bytes())["results"]
    assert rows[0] == ["id", "'<r>name</r>", "n", "long", "whole", "yes", "day"]
    assert rows[1] == ["001", "'<r><t>x</t></r>", -1.5, "9007199254740993", 1.0, 1.0, "2026-11-28"]
    assert rows[2][0] == "=1"
    assert rows[2][3:] == ["-1", 2.0, 0.0, "2026-11-28"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pl.DataFrame({"n": pl.repeat(1, 1_048_576, eager=True)}), "1048576 rows and 16384 columns"),
        (pl.DataFrame({f"c{n}": [1] for n in range(16_385)}), "1048576 rows and 16384 columns"),
        (pl.DataFrame({"note": ["x" * 32_768]}), "cells of note are longer"),
    ],
    ids=["rows", "columns", "characters"],
)
def test_what_no_excel_sheet_holds_is_refused_and_named(folder: Path, table: pl.DataFrame, words: str) -> None:
    with pytest.raises(Exception, match=words):
        write_table(table, folder / "out.xlsx")
    assert [path.name for path in folder.iterdir()] == ["in.csv"]


def test_a_kind_of_cell_that_csv_cannot_hold_is_said(folder: Path, score: Score) -> None:
    pl.DataFrame({"tags": [["a", "b"]], "proactivity_1": [5]}).write_parquet(folder / "in.parquet")
    status, said = score("out.csv", "in.parquet")
    assert (status, len(said.splitlines())) == (2, 1)
    assert said.startswith("out.csv cannot be written: ")
    assert not (folder / "out.csv").exists()
