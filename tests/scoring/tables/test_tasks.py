"""Tables with tasks: one column a task in, a role's liking with its error out, every row as its sheet alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from catalog.load import load_assessment
from reports.batch.answers_in import answer_table
from scoring import score_one
from scoring.__main__ import main
from scoring.tables.outcome import result_columns

FOLDER = Path(__file__).parents[3] / "tests/fixtures/liking"
LIKING = load_assessment(FOLDER)
FORMS = ("full", "short", "plain")


@pytest.fixture
def sheets() -> list[dict[str, int | str]]:
    """Rows of every form with gaps, ``form`` among them."""
    rng = np.random.default_rng(11)
    made: list[dict[str, int | str]] = []
    for form in FORMS * 8:
        given = {name: int(rng.integers(1, 6)) for name in LIKING.form_questions(form) if rng.random() > 0.2}
        made.append({"form": form, **given})
    return made


def write(path: Path, sheets: list[dict[str, int | str]]) -> Path:
    columns = ["form", *LIKING.form_questions("full")]
    pl.DataFrame({name: [str(sheet.get(name, "")) for sheet in sheets] for name in columns}).write_csv(path)
    return path


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_liking_comes_out_beside_the_fit(tmp_path: Path, sheets, ending: str) -> None:
    source, out = write(tmp_path / "in.csv", sheets), tmp_path / f"out.{ending}"
    assert main(["score", str(FOLDER), str(source), str(out), "--language", "en"]) == 0
    table = pl.read_csv(out) if ending == "csv" else pl.read_parquet(out)
    assert table.columns == ["form", *result_columns(LIKING)]
    at = table.columns.index("host_p_best")
    assert table.columns[at : at + 3] == ["host_p_best", "host_liking", "host_liking_sem"]
    some = 0
    for sheet, row in zip(sheets, table.to_dicts(), strict=True):
        result = score_one(LIKING, str(sheet["form"]), {name: code for name, code in sheet.items() if name != "form"})
        for role, fit in result.roles.items():
            liked = fit.liking and fit.liking.estimate
            assert row[f"{role}_liking"] == (liked.value if liked else None)
            assert row[f"{role}_liking_sem"] == (fit.liking.sem if fit.liking else None)
            assert row[f"{role}_fit"] == (fit.fit.value if fit.fit else None)
            assert row[f"{role}_p_best"] == fit.p_best
            some += liked is not None
    assert some > 20


def test_a_results_table_of_an_assessment_without_tasks_has_no_such_columns(reference) -> None:
    assert not [name for name in result_columns(reference) if "liking" in name]


@pytest.mark.parametrize("cell", ["5", "5.0", "５", "⑤"])
def test_a_rating_is_read_in_any_dress(tmp_path: Path, cell: str) -> None:
    (tmp_path / "in.csv").write_text(f"open_1,task_host_1,task_host_2\n3,{cell},{cell}\n", encoding="utf-8")
    (row,) = answer_table(LIKING, tmp_path / "in.csv").sheets(LIKING)
    assert row == (0, "full", {"open_1": 3, "task_host_1": 5, "task_host_2": 5})


@pytest.mark.parametrize(
    ("header", "cell", "said"),
    [
        ("task_host_1", "6", "task_host_1: '6' is no answer; write a whole number from 1 to 5"),
        ("task_host_1", "ぜひやりたい", "write 5"),
        ("task_host_01", "3", "The column task_host_01 is no item, scenario or task of liking. Did you mean"),
        ("Task 1 of the host.", "3", "Did you mean task_host_1?"),
    ],
)
def test_what_is_no_rating_is_named(tmp_path: Path, capsys, header: str, cell: str, said: str) -> None:
    (tmp_path / "in.csv").write_text(f"open_1,{header}\n3,{cell}\n", encoding="utf-8")
    status = main(["score", str(FOLDER), str(tmp_path / "in.csv"), str(tmp_path / "out.csv"), "--language", "en"])
    assert status in (1, 2)
    assert said in capsys.readouterr().err


def test_a_rating_of_a_form_that_asks_no_tasks_is_named(tmp_path: Path, capsys) -> None:
    (tmp_path / "in.csv").write_text("form,open_1,task_host_1\nplain,3,4\n", encoding="utf-8")
    assert main(["score", str(FOLDER), str(tmp_path / "in.csv"), str(tmp_path / "o.csv"), "--language", "en"]) == 1
    assert "in.csv:2:task_host_1" in capsys.readouterr().err
