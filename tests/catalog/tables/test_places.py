"""What is wrong in a sheet with a row a key is said of its very row: of the key, or of the value or text beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from catalog.interpreter import PROJECT
from catalog.tables.exporting import export_folder
from tests.catalog.tables.books import book, refused

PLANTED = [
    ("結果の言葉", "conditions.1.roles.customer_support.facts", "A", "conditions.1.roles.customer_suport.facts"),
    ("結果の言葉", "conditions.1.roles.customer_support.facts", "B", "F999999, 12"),
    ("結果の言葉", "traits.teamwork.high.strength", "A", "traits.teamwrok.high.strength"),
    ("結果の言葉", "traits.teamwork.high.strength", "A", "traits.teamwork.hihg.strength"),
    ("結果の言葉", "traits.teamwork.high.strength", "C", None),
    ("面接ガイド", "traits.teamwork.experience.facts", "A", "traits.teamwork.experence.facts"),
    ("面接ガイド", "traits.teamwork.experience.facts", "A", "traits.teamwrok.experience.facts"),
    ("ページの言葉", "method.evidence.direct", "A", "method.evidence.derect"),
    ("ページの言葉", "method.evidence.direct", "A", "methods.evidence.direct"),
    ("見本", "1.answers.proactivity_1", "A", "1.answers.proactivty_1"),
    ("見本", "1.answers.proactivity_1", "B", "9"),
    ("診断", "scale.points", "B", "たくさん"),
    ("診断", "forms.full.minutes", "B", "長い"),
    ("診断", "liking.share", "B", "7"),
    ("診断", "liking.share", "A", "liking.shear"),
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / "all.xlsx"
    export_folder(PROJECT / "questions" / "customer_roles", path, "ja", None)
    return path


def row_of(made: Workbook, sheet: str, key: str) -> int:
    return next(row[0].row for row in made[sheet].iter_rows() if row[0].value == key)


def planted(exported: Path, sheet: str, key: str, column: str, wrong: str | None) -> tuple[bytes, str]:
    """The workbook with one cell changed, and that cell as it is named."""
    made = load_workbook(exported)
    cell = f"{column}{row_of(made, sheet, key)}"
    made[sheet][cell] = wrong
    return book({one.title: list(one.iter_rows(values_only=True)) for one in made}), f"t.xlsx[{sheet}]:{cell}: "


@pytest.mark.parametrize(("sheet", "key", "column", "wrong"), PLANTED)
def test_it_is_said_of_the_cell_that_is_wrong(
    exported: Path, sheet: str, key: str, column: str, wrong: str | None, tmp_path: Path
) -> None:
    data, place = planted(exported, sheet, key, column, wrong)
    said = refused(data, tmp_path / "mine")
    assert any(one.startswith(place) for one in said), said
    assert not [one for one in said if ":A2: " in one]


def test_what_stands_in_no_row_is_said_of_the_sheet(tmp_path: Path, exported: Path) -> None:
    made = load_workbook(exported)
    rows = {one.title: list(one.iter_rows(values_only=True)) for one in made}
    rows["結果の言葉"] = [row for row in rows["結果の言葉"] if not str(row[0]).startswith("traits.")]
    said = refused(book(rows), tmp_path / "mine")
    assert [one.partition(": ")[0] for one in said] == ["t.xlsx[結果の言葉]"]
