"""An organiser's own table: read as it is pasted or saved, counted, and never guessed at."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from people.organiser.groups.counted import Counted, who_scored_above_median, who_went_on
from people.organiser.groups.table import GROUP, SCORE, WENT_ON, GroupTable, Unread, table_in

PASTED = "番号\tグループ\t次に進んだ\n1\tA\tはい\n2\tB\tいいえ\n3\tＡ\t○\n4\tb\t×\n5\t\t1\n6\tA\t\n"


def read(source: str | bytes) -> GroupTable:
    found = table_in(source)
    assert isinstance(found, GroupTable)
    return found


def workbook(rows: list[list[object]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def counted(source: str | bytes) -> Counted:
    table = read(source)
    group, column = table.column_like(GROUP), table.column_like(WENT_ON)
    assert group is not None
    assert column is not None
    return who_went_on(table, group, column)


def test_a_pasted_table_is_counted_whatever_the_width_and_case_of_its_groups() -> None:
    found = counted(PASTED)
    assert found.groups == ("A", "B", "A", "B", "")
    assert found.selected == (True, False, True, False, True)
    assert (found.left_out, found.misread, found.too_many) == (1, (), False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_a_file_says_the_same_in_any_encoding_of_excel(encoding: str) -> None:
    # The sign for "no" differs between the encodings; what it means does not.
    source = PASTED.replace("\t", ",").replace("○", "はい").replace("×", "いいえ")
    assert counted(source.encode(encoding)).groups == counted(PASTED).groups
    assert counted(source.encode(encoding)).selected == counted(PASTED).selected


def test_an_excel_file_is_read() -> None:
    found = counted(workbook([["Group", "Went on"], ["A", "yes"], ["B", "No"], ["B", 1], ["A", 0]]))
    assert found.groups == ("A", "B", "B", "A")
    assert found.selected == (True, False, True, False)


def test_a_cell_that_is_neither_yes_nor_no_is_named_and_nothing_is_concluded() -> None:
    found = counted("group,went on\nA,yes\nB,perhaps\nA,no\nB,辞退\n")
    assert [(one.line, one.found) for one in found.misread] == [(3, "perhaps"), (5, "辞退")]
    assert found.selected == ()


def test_scores_are_compared_with_the_median_of_all() -> None:
    table = read("区分,得点\nA,10\nA,２０\nB,30.5\nB,−4\nB,\n")
    assert table.column_like(SCORE) == 1
    found = who_scored_above_median(table, 0, 1)
    assert found.groups == ("A", "A", "B", "B")
    assert found.selected == (False, True, True, False)
    assert found.left_out == 1
    for odd in ("nan", "1e999", "inf", "12点", "1,5"):
        assert who_scored_above_median(read(f'g\ts\nA\t1\nA\t"{odd}"\n'), 0, 1).misread, odd


def test_a_column_of_names_is_no_column_of_groups() -> None:
    table = read("name,went on\n" + "".join(f"person {number},yes\n" for number in range(60)))
    found = who_went_on(table, 0, 1)
    assert (found.too_many, found.selected) == (True, ())


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        *(("", "empty"), ("group,went on\n", "empty"), ("only\none\ncolumn\n", "one_column")),
        *(
            (b"%PDF-1.7 ...", "other_kind"),
            (b"a,b\n\x00\x01\n" * 9, "other_kind"),
            (b"PK\x03\x04nothing", "other_kind"),
        ),
        (",".join("abcdefghij" * 11) + "\n1,2\n", "too_many_columns"),
        ("a,b\n" * 60_000, "too_many_lines"),
        ("a,b\n" + "x" * (3 << 20), "too_big"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(source: str | bytes, fault: str) -> None:
    assert table_in(source) == Unread(fault)


def test_rows_of_any_length_have_as_many_cells_as_headings() -> None:
    table = read("a,b,\n1\n1,2,3,4\n,\n2,3\n")
    assert table.headings == ("a", "b")
    assert [cells for _, cells in table.rows] == [("1", ""), ("1", "2"), ("2", "3")]
