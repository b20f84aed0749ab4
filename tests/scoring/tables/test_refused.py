"""Tables that cannot be read for certain: nothing is written, the sentence says where it is wrong and what to do."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest

from scoring.__main__ import main
from tests.scoring.tables.conftest import FOLDER, TABLES, Tried

HEAD = "id,teamwork_1,teamwork_2\n"
OTHER = "is no item, scenario or task of customer_roles. Did you mean"
RENAME = "Correct it, or rename it if it is something else."


def refused(tried: Tried, content: bytes | str | Path, name: str = "in.csv") -> list[str]:
    outcome = tried(content, name)
    assert outcome.status == 2
    assert outcome.table is None
    return [line.replace(str(outcome.source), "IN") for line in outcome.said]


def test_a_full_width_digit_without_the_low_line_is_asked_about(tried: Tried) -> None:
    assert refused(tried, TABLES / "fullwidth_header/dropped.csv") == [
        f"The column teamwork１ {OTHER} teamwork_1? {RENAME}"
    ]


@pytest.mark.parametrize(
    ("column", "near"),
    [
        ("teamwork１", "teamwork_1"),
        ("TEAMWORK_3", "teamwork_3"),
        ("Teamwork 3", "teamwork_3"),
        ("team-work-4", "teamwork_4"),
        ("Team-Work 5", "teamwork_4"),
        ("teamwork_０３", "teamwork_3"),
        ("teamwork_01", "teamwork_1"),
        ("teamwork_0", "teamwork_1"),
        ("teamwork_9", "teamwork_4"),
        ("teamwork_１２", "teamwork_4"),
        ("teamwork12", "teamwork_4"),
        ("teamwok_4", "teamwork_4"),
        ("structure_preferense_2", "structure_preference_2"),
        ("structure_preferense_２２", "structure_preference_6"),
        ("teamwork_1（任意）", "teamwork_1"),
        ("teamwork_2 (optional)", "teamwork_2"),
        ("Q12_teamwork_1", "teamwork_1"),
        ("Q12. teamwork_4\n必須", "teamwork_4"),
        ("Q12_teamwork_7", "teamwork_4"),
        ("[teamwork_3]", "teamwork_3"),
        ("work_pace_2?", "work_pace_2"),
        ("teamwork_999999999", "teamwork_4"),
        ("一人で最後まで仕上げるほうが落ち着く。", "teamwork_1"),
        ("I feel more at ease finishing things on my own.", "teamwork_1"),
    ],
)
def test_a_suggestion_is_the_item_with_the_nearest_number(tried: Tried, column: str, near: str) -> None:
    said = refused(tried, f'problem_solving_1,"{column}"\n1,2\n')
    assert "\n".join(said) == f"The column {column} {OTHER} {near}? {RENAME}"


def test_a_column_that_resembles_a_trait_but_names_no_number_is_carried(tried: Tried) -> None:
    outcome = tried("teamwork_1,structure_preference,teamwork_77_note,gender,age_1\n1,2,,f,9\n")
    assert (outcome.status, outcome.said) == (0, [])


def test_a_longer_name_beside_the_item_itself_is_carried_and_said(tried: Tried) -> None:
    outcome = tried("teamwork_1,teamwork_1_seconds,teamwork_2,Q_teamwork_2\n1,8.5,2,\n")
    assert outcome.status == 0
    assert outcome.said == [
        "Note: Not read as answers, because teamwork_1 have columns of their own: teamwork_1_seconds"
    ]


def test_every_clash_is_named_at_once(tried: Tried) -> None:
    text = "verdict,best,ｔeamwork_1,teamwork_1,proactivty_2,note,note,work_pace_99\n" + "1," * 7 + "1\n"
    assert refused(tried, text) == [
        "The columns ｔeamwork_1, teamwork_1 all mean teamwork_1. Keep one of them, or rename the others.",
        "The column note stands there twice. Keep one of them.",
        f"The column proactivty_2 {OTHER} proactivity_2? {RENAME}",
        f"The column work_pace_99 {OTHER} work_pace_6? {RENAME}",
        "The column verdict has the name of a result. Rename it, so that both can be kept.",
        "The column best has the name of a result. Rename it, so that both can be kept.",
    ]


ONE_MORE = "Put quotation marks around a text that holds commas, or delete what is too much."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["IN is empty. Its first line should name the columns."]),
        ("\ufeff \r\n\n", ["IN is empty. Its first line should name the columns."]),
        (
            "who,age\n1,2\n",
            [
                "No column is an item, scenario or task of customer_roles. Name the columns as the files do "
                "(structure_preference_1, …)."
            ],
        ),
        (
            HEAD + 'a,1,2\nb,"1,2\nc,3,4\n',
            [
                'IN:3: a quotation mark (") opens in this line and is never closed. '
                "Close it, or delete it if it is a slip."
            ],
        ),
        (
            HEAD + 'a,1,2\n"b" x,1,2\n',
            ['IN:3: a quotation mark (") closes before the cell ends. Write a mark inside a text twice ("").'],
        ),
        (
            HEAD + "1,a,1,2\n2,b,3,4\n3,c,1,2\n",
            ["IN:1: every row has 1 more than the header (3). Write a name for each column into the header."],
        ),
        (
            "id,item,answer\na,teamwork_1,5\na,teamwork_2,1\n",
            [
                "No column is an item, scenario or task of customer_roles. Name the columns as the files do "
                "(structure_preference_1, …)."
            ],
        ),
        (
            '[\n  {"teamwork_1": 5}\n]\n',
            ["IN:1: no line of an export. Of JSON, only the .jsonl of python -m store export is read."],
        ),
        (
            HEAD + "a;1;2\nb;3;4\n",
            ["IN:2: the rows are separated by semicolons, the header by commas. Use one separator in the whole table."],
        ),
        (
            '{"teamwork_1": 5}\n',
            ["IN:1: no line of an export. Of JSON, only the .jsonl of python -m store export is read."],
        ),
    ],
)
def test_the_sentence_names_the_line_and_what_to_do(tried: Tried, text: str, said: list[str]) -> None:
    assert refused(tried, text) == said


def test_each_line_with_too_many_cells_is_named(tried: Tried) -> None:
    assert refused(tried, HEAD + 'a,1,2,3\nb,1,2\n"c\nd",1,2,x,y\n,,,\n') == [
        f"IN:2: 4 cells, but the header has 3. {ONE_MORE}",
        f"IN:4: 5 cells, but the header has 3. {ONE_MORE}",
    ]


def test_a_quote_that_swallows_lines_up_to_another_one_is_found(tried: Tried) -> None:
    (said,) = refused(tried, HEAD + 'a,"1,2\nb,3,4\nc,"5,1\n')
    assert said.startswith("IN:4: a quotation mark")


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ("名前,teamwork_1\nDesirée,1\nMüller,2\n".replace("名前", "id").encode("latin-1"), 2, "cannot be told"),
        ("id,teamwork_1\nDesir\xe9e,1\n".encode("latin-1"), 2, "cannot be told"),
        ("id,teamwork_1\na,1\nさとう ひろし,1\n".encode("euc_jp"), 3, "EUC-JP"),
        ("id,teamwork_1\n佐藤,1\n".encode() + b"\x83,2\n", 3, "a character is damaged here"),
        (b"\xef\xbb\xbfid,teamwork_1\n\xff,2\n", 2, "a character is damaged here"),
    ],
)
def test_an_uncertain_encoding_is_named_with_its_line(tried: Tried, data: bytes, line: int, words: str) -> None:
    (said,) = refused(tried, data)
    assert said.startswith(f"IN:{line}: ")
    assert words in said
    assert "UTF-8" in said


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(name, "id,teamwork_1\n")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "in.xls", "an Excel file of the old kind (.xls)"),
        (zipped("answers.csv"), "in.zip", "is a ZIP archive, no table"),
        (zipped("xl/workbook.xml"), "in.xlsx", "cannot be read as an Excel workbook"),
        (b"\x1f\x8b\x08broken", "in.csv.gz", "cannot be unpacked as gzip"),
        (b"PAR1 broken PAR1", "in.parquet", "cannot be read as Parquet"),
        (b"id,teamwork_1\n", "in.parquet", "cannot be read as Parquet"),
        (bytes(range(256)) * 8, "in.csv", "is no table of text"),
        (b"\r\n<html><table><tr><td>teamwork_1</td></tr></table>", "in.xls", "is no table of text"),
        (b"%PDF-1.7 teamwork_1", "in.csv", "is no table of text"),
    ],
)
def test_a_file_of_another_kind_is_named(tried: Tried, data: bytes, name: str, words: str) -> None:
    (said,) = refused(tried, data, name)
    assert words in said


def test_a_folder_and_a_file_that_is_not_there_are_named(tried: Tried, tmp_path: Path) -> None:
    assert refused(tried, tmp_path) == ["IN is a folder. Name the file with the table of answers."]
    assert refused(tried, tmp_path / "none.csv") == ["There is no file IN."]


def test_columns_of_answers_that_hold_lists_are_named(tried: Tried) -> None:
    out = io.BytesIO()
    pl.DataFrame({"teamwork_1": [[5]], "teamwork_2": [{"x": 1}], "teamwork_3": [b"5"]}).write_parquet(out)
    said = refused(tried, out.getvalue(), "in.parquet")
    assert [line.split(";")[0] for line in said] == [
        "The column teamwork_1 holds List(Int64)",
        "The column teamwork_2 holds Struct({'x': Int64})",
        "The column teamwork_3 holds Binary",
    ]


WHOLE = "is no answer; write a whole number from 1 to 5, or leave it empty"
EMPTY = "is no answer; leave the cell empty where nothing was answered"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        *(
            (cell, f"{cell!r} {WHOLE}")
            for cell in ("6", "0", "-1", "−3", "2.5", "5,5", "5e1", "1e400", "true", "x", "5-")
        ),
        *(
            (cell, f"{cell!r} {EMPTY}")
            for cell in ("NA", "N/A", "ＮＡ", "#N/A", "NaN", "-", "ー", ".", "無回答", "未回答")
        ),
        ("五", "'五' is no answer; write 5"),
        ("Ⅳ", f"'Ⅳ' {WHOLE}"),
        ("とても当てはまる", "'とても当てはまる' is no answer; write 5"),
        (
            "2026-01-05",
            "'2026-01-05' is a date; a spreadsheet may have made one of what was typed. Write a whole "
            "number from 1 to 5, or leave it empty",
        ),
        ("x" * 200, f"'{'x' * 40}…' {WHOLE}"),
    ],
)
def test_a_cell_that_is_no_answer_is_named_with_line_and_column(tried: Tried, cell: str, said: str) -> None:
    outcome = tried(f'id,note,teamwork_1,teamwork_2\n\n"a\nb",x,1,2\nc,,3,"{cell}"\n')
    assert outcome.status == 1
    assert outcome.table is None
    assert outcome.said == [f"{outcome.source}:5:teamwork_2: {said}", "1 cells are no answers; nothing was written."]


@pytest.mark.parametrize(
    ("values", "word"),
    [([6, 5], "6"), ([5.0, 2.5], "2.5"), ([5.0, float("inf")], "inf"), ([True, None], "true"), ([-1, 1], "-1")],
)
def test_a_bad_number_in_parquet_is_named_with_its_row(tried: Tried, values: list[object], word: str) -> None:
    out = io.BytesIO()
    pl.DataFrame({"id": ["a", "b"], "teamwork_1": values}).write_parquet(out)
    outcome = tried(out.getvalue(), "in.parquet")
    assert outcome.status == 1
    row = 1 + [str(value).lower() for value in values].index(word)
    assert outcome.said[0] == f"{outcome.source}:{row}:teamwork_1: '{word}' {WHOLE}"


def test_every_sentence_is_said_in_japanese_too(tried: Tried) -> None:
    said = tried("teamwork_1,TEAMWORK_2,verdict\n1,2,x\n", language="ja").said
    assert said == [
        "列 TEAMWORK_2 は customer_roles の質問、場面、業務のどれでもありません。teamwork_2 ではありませんか。"
        "名前を直すか、別のものなら別の名前にしてください。",
        "列 verdict は、結果の列と同じ名前です。両方を残せるように、名前を変えてください。",
    ]
    outcome = tried("teamwork_1\n9\n無回答\n", language="ja")
    assert outcome.said == [
        f"{outcome.source}:2:teamwork_1: '9' は答えとして読めません。1から5までの整数を書くか、空欄にしてください",
        f"{outcome.source}:3:teamwork_1: '無回答' は答えとして読めません。無回答のセルは空欄にしてください",
        "答えとして読めないセルが2個あります。結果は書いていません。",
    ]


def test_the_language_is_the_machine_s_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FIT_LANGUAGE", raising=False)
    arguments = ["score", str(FOLDER), str(tmp_path / "none.csv"), str(tmp_path / "out.csv")]
    for locale, words in (("ja_JP.UTF-8", "がありません"), ("en_GB.UTF-8", "There is no file")):
        monkeypatch.setenv("LC_ALL", locale)
        assert main(arguments) == 2
        assert words in capsys.readouterr().err
        with pytest.raises(SystemExit):
            main(["score"])
        assert ("引数が正しくありません" in capsys.readouterr().err) == locale.startswith("ja")


def test_items_without_a_column_are_all_named(
    tmp_path: Path, customer_roles, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    quick = [item.id for item in customer_roles.form_items("quick")]
    source.write_text("form," + ",".join(quick[1:]) + "\nquick" + ",3" * (len(quick) - 1) + "\n")
    assert main(["score", str(FOLDER), str(source), str(out), "--language", "en"]) == 0
    scenarios = [scenario.id for scenario in customer_roles.form_scenarios("quick")]
    assert capsys.readouterr().err == (
        "Note: The form quick asks for what has no column in the table; it counts as not answered: "
        f"{', '.join([quick[0], *scenarios])}\n"
    )
    source.write_text("teamwork_1\n3\n")
    assert main(["score", str(FOLDER), str(source), str(out), "--language", "en"]) == 0
    said = capsys.readouterr().err
    every = [*customer_roles.item, *customer_roles.scenario]
    assert said.rstrip("\n").split(": ")[-1].split(", ") == [name for name in every if name != "teamwork_1"]
