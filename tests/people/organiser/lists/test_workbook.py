"""Excel files are read by a process of their own, which may die without taking the site along."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from people.organiser.lists.read import MOST_LINES, read_list

FIXTURES = Path(__file__).parents[3] / "fixtures" / "lists"


def workbook(**sheets: dict[tuple[int, int], Any]) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    for name, cells in sheets.items():
        page = book.add_worksheet(name)
        for (row, column), value in cells.items():
            page.write(row, column, value)
    book.close()
    return made.getvalue()


def test_the_rows_of_the_sheet_are_the_lines() -> None:
    sheet = {(1, 1): "応募者一覧", (3, 1): "氏名", (3, 2): "メール", (3, 3): "管理番号"}
    sheet |= {(5, 1): "髙橋 﨑子", (5, 2): "saki@example.jp", (5, 3): 12.0, (7, 1): "山田", (7, 2): "bad", (8, 3): "7"}
    found = read_list(workbook(first=sheet, second={(0, 0): "x"}, third={}))
    assert [(one.name, one.address, one.reference) for one in found.people] == [("髙橋 﨑子", "saki@example.jp", "12")]
    assert found.lines == (6,)
    assert [(problem.line, problem.fault) for problem in found.problems] == [(8, "bad_address"), (9, "nobody")]
    assert (found.sheet, found.other_sheets, found.columns.header) == ("first", ("second",), 4)


def test_an_old_workbook_is_read() -> None:
    found = read_list((FIXTURES / "old.xls").read_bytes())
    assert [one.name for one in found.people] == ["山田 太郎", "髙橋 﨑子"]
    assert [one.reference for one in found.people] == ["001", "2"]


@pytest.mark.parametrize(("name", "fault"), [("locked.xlsx", "password"), ("locked.xls", "damaged")])
def test_a_workbook_with_a_password_is_refused(name: str, fault: str) -> None:
    refused = read_list((FIXTURES / name).read_bytes()).refused
    assert refused
    assert refused.fault == fault


def test_a_value_in_the_last_cell_of_a_sheet_ends_the_reader_and_not_the_site() -> None:
    far = workbook(sheet={(0, 0): "氏名", (1_048_575, 16_383): "x"})
    for data in (far, (FIXTURES / "far_apart.xls").read_bytes()):
        refused = read_list(data).refused
        assert refused
        assert refused.fault in ("damaged", "too_many_lines")


@pytest.mark.parametrize("cut", [100, 1000, 3000, -30])
def test_a_damaged_workbook_is_refused(cut: int) -> None:
    whole = workbook(sheet={(row, 0): f"候補者{row}" for row in range(200)})
    old = (FIXTURES / "old.xls").read_bytes()
    for data in (whole[:cut], old[:cut]):
        found = read_list(data)
        assert found.refused or data is old[:cut]
    turned = bytearray(whole)
    turned[len(turned) // 2] ^= 0xFF
    read_list(bytes(turned))


def test_a_workbook_without_anything_or_with_too_much_is_refused() -> None:
    faults = []
    for data in (workbook(sheet={}), workbook(sheet={(row, 0): "x" for row in range(MOST_LINES + 1)})):
        refused = read_list(data).refused
        faults.append(refused.fault if refused else None)
    assert faults == ["empty", "too_many_lines"]
