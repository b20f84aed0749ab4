"""``python -m scoring score``: what it writes, and what it says of what it cannot read."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from catalog.questionnaire.assessment import Assessment
from scoring import score_one
from scoring.__main__ import main
from scoring.rule.result import Result
from scoring.tables.outcome import result_columns

ITEMS = ["proactivity_1", "proactivity_2"]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture
def run(customer_roles, tmp_path: Path, capsys):
    folder = Path(__file__).parents[3] / "tests/fixtures/customer_roles_1"

    def ran(text: str | bytes, out: str = "out.csv", name: str = "in.csv") -> tuple[int, Path, str]:
        source = tmp_path / name
        source.write_bytes(text.encode() if isinstance(text, str) else text)
        status = main(["score", str(folder), str(source), str(tmp_path / out)])
        return status, tmp_path / out, capsys.readouterr().err

    return ran


def sheet(assessment: Assessment, form: str, level: int) -> dict[str, int | str]:
    answers: dict[str, int | str] = {
        item.id: min(5, max(1, level + (i % 3 == 0) - (i % 4 == 0)))
        for i, item in enumerate(assessment.form_items(form))
    }
    return answers | {s.id: s.options[level % 4].id for s in assessment.form_scenarios(form)}


def csv_of(assessment: Assessment, rows: list[tuple[str, dict[str, int | str]]]) -> str:
    columns = [*assessment.item, *assessment.scenario]
    lines = [",".join(["who", "form", *columns])]
    for i, (form, answers) in enumerate(rows):
        lines.append(",".join([f"00{i}", form, *(str(answers.get(column, "")) for column in columns)]))
    return "\n".join(lines) + "\n"


def expected(result: Result) -> dict[str, float | str | None]:
    row: dict[str, float | str | None] = {}
    for trait, score in result.traits.items():
        row[f"{trait}_score"] = score.estimate.value if score.estimate else None
        row[f"{trait}_sem"] = score.sem
    row["foundation"] = result.foundation.value if result.foundation else None
    for role, fit in result.roles.items():
        row[f"{role}_fit"] = fit.fit.value if fit.fit else None
        row[f"{role}_low"] = fit.fit.low if fit.fit else None
        row[f"{role}_high"] = fit.fit.high if fit.fit else None
        row[f"{role}_p_best"] = fit.p_best
    verdict = result.verdict
    joined = {"tied": verdict.tied, "foundation_warning": result.foundation_warning, "flags": result.flags}
    row |= {"best": verdict.best, "verdict": verdict.kind, "version": result.version}
    return row | {name: "|".join(names) or None for name, names in joined.items()}


@pytest.mark.parametrize("out", ["out.csv", "out.parquet"])
def test_a_table_of_mixed_forms_gives_each_row_its_own_result_to_the_last_digit(run, customer_roles, out) -> None:
    rows = [("quick", 2), ("", 3), ("full", 5), ("quick", 4), ("", 1), ("full", 3)]
    sheets = [(form, sheet(customer_roles, form or "full", level)) for form, level in rows]
    sheets.append(("", {}))
    status, target, said = run(csv_of(customer_roles, sheets), out)
    assert (status, said) == (0, "")
    table = pl.read_parquet(target) if out.endswith("parquet") else pl.read_csv(target, schema_overrides={"who": str})
    assert table.columns == ["who", "form", *result_columns(customer_roles)]
    assert table["who"].to_list() == [f"00{i}" for i in range(len(sheets))]
    for (form, answers), row in zip(sheets, table.to_dicts(), strict=True):
        wanted = expected(score_one(customer_roles, form or "full", answers))
        assert {name: row[name] for name in wanted} == wanted
    assert sorted(path.name for path in target.parent.iterdir()) == ["in.csv", target.name]


def test_parquet_in_gives_what_csv_gives(run, customer_roles, tmp_path: Path) -> None:
    text = csv_of(
        customer_roles, [("quick", sheet(customer_roles, "quick", 3)), ("", sheet(customer_roles, "full", 4))]
    )
    status, target, _ = run(text)
    assert status == 0
    from_csv = target.read_text()
    table = pl.read_csv(tmp_path / "in.csv", schema_overrides={"who": str})
    floats = [pl.col(item).cast(pl.Float64) for item in ITEMS]
    table.with_columns(floats).write_parquet(tmp_path / "typed.parquet")
    status, target, _ = run((tmp_path / "typed.parquet").read_bytes(), name="again.parquet")
    assert (status, target.read_text()) == (0, from_csv)


def test_a_table_in_excel_s_utf_8_with_few_columns_is_read(run, customer_roles) -> None:
    status, target, said = run('﻿proactivity_1,note\r\n 4 ,"two\r\nlines"\r\n,x\r\n')
    without = [name for name in (*customer_roles.item, *customer_roles.scenario) if name != "proactivity_1"]
    asked = "The form full asks for what has no column in the table; it counts as not answered"
    assert (status, said) == (0, f"Note: {asked}: {', '.join(without)}\n")
    table = pl.read_csv(target)
    assert table["note"].to_list() == ["two\r\nlines", "x"]
    assert table["verdict"].to_list() == ["unscored", "unscored"]


def test_a_table_without_rows_gives_one_without_rows(run, customer_roles) -> None:
    status, target, _ = run("proactivity_1,who\n")
    assert status == 0
    assert target.read_text(encoding="utf-8-sig").splitlines() == [",".join(["who", *result_columns(customer_roles)])]


def test_every_bad_cell_is_listed_with_its_line_and_nothing_is_written(run) -> None:
    rows = ["form,note,proactivity_1,work_pace_1", ',"a\nb",6,3', "full,,x,2.5", "long,,,"]
    status, target, said = run("\n".join(rows) + "\n")
    assert status == 1
    assert not target.exists()
    source, amiss = target.parent / "in.csv", "is no answer; write a whole number from 1 to 5, or leave it empty"
    assert said.splitlines() == [
        f"{source}:2:proactivity_1: '6' {amiss}",
        f"{source}:4:proactivity_1: 'x' {amiss}",
        f"{source}:4:work_pace_1: '2.5' {amiss}",
        f"{source}:5:form: 'long' is no form; customer_roles has full, quick",
        "4 cells are no answers; nothing was written.",
    ]


def test_of_many_bad_cells_fifty_are_shown_and_all_counted(run) -> None:
    status, target, said = run("proactivity_1\n" + "9\n" * 70)
    assert status == 1
    assert len(said.splitlines()) == 51
    assert said.splitlines()[-1] == "70 cells are no answers, 50 of them shown; nothing was written."
    assert not target.exists()


def test_an_option_that_is_none_and_an_answer_outside_the_form_are_bad_cells(run, customer_roles) -> None:
    scenario = customer_roles.scenarios[0].id
    assert scenario not in {s.id for s in customer_roles.form_scenarios("quick")}
    status, _, said = run(f"form,{scenario}\nfull,z\nquick,a\n")
    assert status == 1
    assert f":2:{scenario}: 'z' is no option of this scenario; write one of a, b" in said
    assert f":3:{scenario}: 'a' answers what the form 'quick' does not ask; leave it empty" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty. Its first line should name the columns."),
        ("who,age\n1,2\n", "No column is an item, scenario or task of customer_roles."),
        ("proactivity_1,Proactivity_2\n1,2\n", "Did you mean proactivity_2?"),
        ("proactivity_1,proactivty_2\n1,2\n", "Did you mean proactivity_2?"),
        ("proactivity_1,proactivity_77\n1,2\n", "proactivity_77 is no item, scenario or task"),
        ("proactivity_1,proactivity_1\n1,2\n", "The column proactivity_1 stands there twice."),
        ("proactivity_1,verdict\n1,2\n", "The column verdict has the name of a result."),
        ("proactivity_1,who\n1,2,3,4\n", "in.csv:2: 4 cells, but the header has 2. Put quotation marks around"),
        (
            "proactivity_1,who\n1,日本\n".encode("euc_jp") + b"\xff",
            "in.csv:2: from here on the encoding cannot be told",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_told_in_a_sentence(run, text, words) -> None:
    status, target, said = run(text)
    assert status == 2
    assert words in said
    assert len(said.splitlines()) == 1
    assert not target.exists()


def test_japanese_excel_s_csv_is_read_and_said(run) -> None:
    status, target, said = run("proactivity_1,who\n1,日本\n".encode("cp932"))
    assert status == 0
    assert f"Note: {target.parent / 'in.csv'} was read as CP932 (Shift_JIS)." in said.splitlines()
    assert pl.read_csv(target)["who"].to_list() == ["日本"]


def test_missing_files_and_folders_are_told(run, tmp_path: Path, reference_folder: Path, capsys) -> None:
    assert main(["score", str(reference_folder), str(tmp_path / "none.csv"), str(tmp_path / "out.csv")]) == 2
    assert "There is no file" in capsys.readouterr().err
    assert main(["score", str(tmp_path / "none"), str(tmp_path / "none.csv"), str(tmp_path / "out.csv")]) == 2
    assert str(tmp_path / "none") in capsys.readouterr().err
    status, _, said = run("proactivity_1\n1\n", out="no/such/out.csv")
    assert status == 2
    assert "cannot be written" in said
