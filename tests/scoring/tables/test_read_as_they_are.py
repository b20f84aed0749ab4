"""Tables that look different and say the same: each is scored as the plain one is, to the last digit."""

from __future__ import annotations

import gzip
import io
from datetime import datetime
from decimal import Decimal

import polars as pl
import pytest
from xlsxwriter import Workbook

from tests.scoring.tables.conftest import TABLES, Outcome, Tried

PLAIN = "id,teamwork_1,teamwork_2,teamwork_3,teamwork_4\na,5,1,5,1\nb,4,2,4,2\n"
SEMICOLONS = PLAIN.replace(",", ";")
NAMED = PLAIN.replace("a,", "山田,").replace("b,", "ﾔﾏﾀﾞ花子,")
ITEMS = [f"teamwork_{number}" for number in range(1, 5)]


def results(outcome: Outcome) -> pl.DataFrame:
    """The result columns: all from the first score on."""
    assert outcome.table is not None, outcome.said
    return outcome.table[:, outcome.table.columns.index("proactivity_score") :]


def assert_plain(tried: Tried, outcome: Outcome, notes: int = 0) -> None:
    assert outcome.status == 0, outcome.said
    assert len(outcome.said) == notes, outcome.said
    assert results(outcome).equals(results(tried(PLAIN)))


@pytest.mark.parametrize(
    "name",
    [
        "phantom_rows/blank_lines.csv",
        "phantom_rows/commas_only.csv",
    ],
)
def test_a_line_with_nothing_in_it_is_nobody(tried: Tried, name: str) -> None:
    assert_plain(tried, tried(TABLES / name))


FIRST = PLAIN.replace("b,4,2,4,2\n", "")


@pytest.mark.parametrize(
    "name",
    [
        "separator_misnamed/old_mac_cr.csv",
        "separator_misnamed/semicolon.csv",
        "separator_misnamed/sep_comma.csv",
        "separator_misnamed/sep_semicolon.csv",
        "separator_misnamed/tab.csv",
        "decimal_and_fullwidth_cells/fullwidth.csv",
        "decimal_and_fullwidth_cells/spss_4_00.csv",
    ],
)
def test_the_separator_and_the_numbers_are_read_as_meant(tried: Tried, name: str) -> None:
    outcome = tried(TABLES / name)
    assert (outcome.status, outcome.said) == (0, [])
    assert results(outcome).equals(results(tried(FIRST)))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        'sep=;\n"id";"teamwork_1";"teamwork_2";"teamwork_3";"teamwork_4"\n"a";"5";"1";"5";"1"\nb;4;2;4;2\n',
        '"sep=\t"\r\n' + PLAIN.replace(",", "\t"),
        "SEP=;\r\n" + SEMICOLONS,
        SEMICOLONS.replace(";5", ";5,00").replace(";1;", ";1,0;"),
        PLAIN.replace(",", ";") + ";;;;\n",
        "\n\n" + PLAIN,
        PLAIN + ",,,,\n" * 3000,
        PLAIN + " ,\t, ,\u3000,\n\u3000\n  \n",
        PLAIN.replace("\n", ",,,\n"),
        PLAIN.replace("1\n", "1,\n").replace("2\n", "2,,\n"),
    ],
    ids=lambda text: text[:24],
)
def test_separators_and_empty_cells_and_lines(tried: Tried, text: str) -> None:
    assert_plain(tried, tried(text))


@pytest.mark.parametrize("mark", ["|", "，", "；", "、", " "])
def test_a_rare_separator_is_read_and_said(tried: Tried, mark: str) -> None:
    outcome = tried(PLAIN.replace(",", mark))
    assert_plain(tried, outcome, notes=1)
    assert "separated by" in outcome.said[0]


def test_rows_of_an_old_macintosh_keep_the_line_breaks_in_their_cells(tried: Tried) -> None:
    outcome = tried('id,teamwork_1,teamwork_2,teamwork_3,teamwork_4\r"a\nb",5,1,5,1\rb,4,2,4,2\r')
    assert_plain(tried, outcome)
    assert outcome.table is not None
    assert outcome.table["id"].to_list() == ["a\nb", "b"]


@pytest.mark.parametrize(
    "header",
    [
        "id,teamwork＿１,teamwork＿２,teamwork_３,ｔｅａｍｗｏｒｋ_4",
        "id, teamwork_1 ,\u3000teamwork_2,\u00a0teamwork_3\u00a0,\tteamwork_4",
        'id,"""teamwork_1""",\'teamwork_2\',“teamwork_3”,「teamwork_4」',
        'id,"\nteamwork_1","teamwork_2\n",teamwork_3,teamwork_4',
        "id,\u200bteamwork_1,teamwork_2\ufeff,team\u00adwork_3,teamwork_4",
        "ｉｄ，teamwork_1，teamwork_2，teamwork_3，teamwork_4".replace("，", ","),
    ],
)
def test_a_header_is_read_in_any_width_and_with_what_surrounds_it(tried: Tried, header: str) -> None:
    assert_plain(tried, tried(header + "\n" + PLAIN.split("\n", 1)[1]))


def test_full_width_low_line_and_digit_are_the_item(tried: Tried) -> None:
    plain = tried(TABLES / "fullwidth_header/plain.csv")
    assert plain.teamwork == [25.0]
    assert tried(TABLES / "fullwidth_header/dropped_both.csv").teamwork == [25.0]
    two = tried("structure_preference_1,structure_preference_2\n5,1\n")
    assert results(tried(TABLES / "fullwidth_header/wrong_advice.csv")).equals(results(two))
    two = tried("teamwork_1,teamwork_2\n5,1\n")
    assert results(tried(TABLES / "fullwidth_header/wrong_number.csv")).equals(results(two))


@pytest.mark.parametrize("name", ["note", "", "列"])
@pytest.mark.parametrize("empty", [1, 40])
def test_empty_columns_at_the_end_are_left_out_and_one_without_a_name_stays(
    tried: Tried, name: str, empty: int
) -> None:
    lines = PLAIN.splitlines()
    text = "\n".join(f"{cell},{line}{',' * empty}" for cell, line in zip([name, "1", "2"], lines, strict=True))
    outcome = tried(text)
    assert_plain(tried, outcome)
    assert outcome.table is not None
    assert outcome.table.columns[:2] == [name, "id"]
    assert outcome.table[name].to_list() == ["1", "2"]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("アンケート結果\n", 2),
        ("Results of 2026,,,,\n,,,,\n", 3),
        ('"A title,\nin two lines",,,,\nexported 2026-11-28\n\n', 5),
    ],
)
def test_a_title_above_the_header_is_passed_over_and_said(tried: Tried, above: str, line: int) -> None:
    outcome = tried(above + PLAIN)
    assert_plain(tried, outcome, notes=1)
    assert outcome.said == [f"Note: {outcome.source}: what stands above the header in line {line} was passed over."]


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [
        ("utf-8", b"\xef\xbb\xbf", None),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\0\0", "UTF-32"),
        ("cp932", b"", "CP932 (Shift_JIS)"),
    ],
)
def test_a_certain_encoding_is_read_and_names_come_through(
    tried: Tried, encoding: str, mark: bytes, said: str | None
) -> None:
    outcome = tried(mark + NAMED.replace(",", "\t").encode(encoding))
    assert_plain(tried, outcome, notes=int(said is not None))
    assert outcome.table is not None
    assert outcome.table["id"].to_list() == ["山田", "ﾔﾏﾀﾞ花子"]
    assert said is None or outcome.said == [f"Note: {outcome.source} was read as {said}."]


@pytest.mark.parametrize("name", ["in.csv.gz", "in.csv"])
def test_a_packed_table_is_read(tried: Tried, name: str) -> None:
    assert_plain(tried, tried(gzip.compress(PLAIN.encode()), name))


@pytest.mark.parametrize(
    "five", ["5.00", "5.", "05", "+5", "5e0", "5.000000e+00", '"5,0"', " ５ ", "５．０", "⑤", "5.000"]
)
def test_a_number_is_read_in_any_notation_without_doubt(tried: Tried, five: str) -> None:
    assert_plain(tried, tried(PLAIN.replace("5", five)))


@pytest.mark.parametrize("kind", [pl.Decimal(6, 2), pl.Float32, pl.UInt8, pl.Int64, pl.Categorical, pl.String])
def test_parquet_columns_of_any_kind(tried: Tried, kind: pl.DataType) -> None:
    table = pl.read_csv(io.StringIO(PLAIN)).with_columns(pl.col(ITEMS).cast(pl.String).cast(kind))
    assert_plain(tried, tried(packed(table), "in.parquet"))
    assert_plain(tried, tried(packed(table), "in.csv"))


def packed(table: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    table.write_parquet(out)
    return out.getvalue()


def test_nan_and_null_in_parquet_are_no_answers_and_a_row_of_them_is_nobody(tried: Tried) -> None:
    nothing = float("nan")
    table = pl.DataFrame(
        {
            "teamwork_1": [5.0, nothing, 4.0],
            "teamwork_2": [None, None, 2.0],
            "teamwork_3": pl.Series([Decimal("5.00"), None, Decimal("4.00")]),
            "teamwork_4": [nothing, nothing, 2.0],
        }
    )
    outcome = tried(packed(table), "in.parquet")
    assert outcome.status == 0
    assert results(outcome).equals(results(tried("teamwork_1,teamwork_2,teamwork_3,teamwork_4\n5,,5,\n4,2,4,2\n")))
    assert outcome.said == [
        f"Note: {outcome.source}: empty lines between the rows are nobody (2); they have no row in the results."
    ]


def workbook(
    *sheets: tuple[str, list[list[object]]], hidden: str = "", hidden_row: int = 0, merged: bool = False
) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
        if merged:
            sheet.merge_range(0, 0, 0, 4, "回答一覧", book.add_format({"bold": True}))
        if hidden_row:
            sheet.set_row(hidden_row, None, None, {"hidden": True})
        if name == hidden:
            sheet.hide()
        sheet.write_blank(5000, 9, None, book.add_format({"bg_color": "yellow"}))
    book.close()
    return out.getvalue()


ROWS: list[list[object]] = [["id", *ITEMS], ["a", 5, 1, 5, 1], ["b", "4", "２", 4.0, "2.00"]]


@pytest.mark.parametrize("name", ["in.xlsx", "in.csv"])
def test_a_workbook_is_read(tried: Tried, name: str) -> None:
    assert_plain(tried, tried(workbook(("Sheet1", ROWS)), name))


def test_a_workbook_with_a_merged_title_and_a_hidden_row(tried: Tried) -> None:
    outcome = tried(workbook(("Sheet1", [[], [], *ROWS]), hidden_row=3, merged=True), "in.xlsx")
    assert_plain(tried, outcome, notes=1)
    assert outcome.said == [f"Note: {outcome.source}: what stands above the header in line 3 was passed over."]


def test_of_several_sheets_the_one_with_answers_is_read_and_said(tried: Tried) -> None:
    remarks: list[list[object]] = [["説明"], ["回答の表は次のシートです"]]
    outcome = tried(workbook(("はじめに", remarks), ("回答", ROWS), ("古い", ROWS[:2]), hidden="古い"), "in.xlsx")
    assert_plain(tried, outcome, notes=1)
    assert outcome.said == [f"Note: {outcome.source}: the sheet 回答 was read."]
    outcome = tried(workbook(("回答", ROWS), ("4月", ROWS[:2])), "in.xlsx")
    assert_plain(tried, outcome, notes=1)
    assert "the sheet 回答 was read; answers seem to stand in 4月, too" in outcome.said[0]


def test_what_a_workbook_carries_is_text_as_it_looks(tried: Tried) -> None:
    book = io.BytesIO()
    with Workbook(book) as written:
        sheet = written.add_worksheet()
        sheet.write_row(0, 0, ["id", "day", "teamwork_1", "teamwork_2", "teamwork_3", "teamwork_4"])
        sheet.write_number(1, 0, 1001)
        sheet.write_datetime(1, 1, datetime(2026, 11, 28), written.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_row(1, 2, [5, 1, 5, 1])
    outcome = tried(book.getvalue(), "in.xlsx")
    assert outcome.table is not None
    assert outcome.table.select("id", "day").rows() == [("1001", "2026-11-28")]


def test_forms_and_options_are_known_in_any_width_and_case(tried: Tried) -> None:
    wanted = tried("form,scenario_usage_drop,teamwork_3\nfull,a,5\nquick,,5\n")
    for text in (
        "form,scenario_usage_drop,teamwork_3\nＦＵＬＬ,ａ,5\n Quick ,,5\n",
        "Form,scenario_usage_drop,teamwork_3\nFull,A,5\nquick,,5\n",
        "ｆｏｒｍ,scenario_usage_drop,teamwork_3\n,Ａ,5\nQUICK,,5\n",
    ):
        outcome = tried(text)
        assert outcome.status == 0, outcome.said
        assert results(outcome).equals(results(wanted))
    own = tried("Form,teamwork_3\non paper,5\nonline,5\n")
    assert own.table is not None
    assert own.table["Form"].to_list() == ["on paper", "online"]


def test_a_header_that_stands_there_again_is_passed_over_and_said(tried: Tried) -> None:
    head, first, second, _ = PLAIN.split("\n")
    outcome = tried("\n".join([head, first, "", head, second, ""]))
    assert_plain(tried, outcome, notes=2)
    assert f"{outcome.source}: empty lines between the rows are nobody (3)" in outcome.said[0]
    assert f"{outcome.source}: the header stands again in line 4" in outcome.said[1]


def test_a_row_with_too_few_cells_is_read_and_said(tried: Tried) -> None:
    outcome = tried("id,teamwork_1,teamwork_2,teamwork_3,teamwork_4\na,5,1,5\nb,4,2,4,2\n")
    assert outcome.said == [
        f"Note: {outcome.source}: fewer cells than the header has (2); the missing ones count as empty."
    ]
    assert results(outcome).equals(results(tried("teamwork_1,teamwork_2,teamwork_3,teamwork_4\n5,1,5,\n4,2,4,2\n")))
