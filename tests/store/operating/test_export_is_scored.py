"""What ``python -m store export`` writes is read by ``python -m scoring`` and ``python -m reports`` as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from catalog.load import load_assessment
from reports.batch.answers_in import answer_table
from scoring import score_one
from scoring.__main__ import main
from store import Answer, Edition, Store, scores_of
from store.operating.export import export_finished

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "questions/customer_roles"
ASSESSMENT = load_assessment(FOLDER)


def answered(form: str, level: int) -> dict[str, int | str]:
    answers: dict[str, int | str] = {
        one.id: 1 + (level + place) % 5
        for place, one in enumerate([*ASSESSMENT.form_items(form), *ASSESSMENT.form_tasks(form)])
    }
    return answers | {one.id: one.options[level % 4].id for one in ASSESSMENT.form_scenarios(form)}


def finish(store: Store, form: str, answers: dict[str, int | str], asked: dict[str, int | str], of: str = "") -> None:
    """One finished sheet with all of ``answers``, scored by those that its form asks."""
    edition = Edition(of or ASSESSMENT.id, ASSESSMENT.version, ASSESSMENT.files_hash, form, "ja")
    token, sheet = store.sheets.begin(edition)
    moment = round(sheet.created.timestamp() * 1000)
    saved = store.sheets.save(token, [Answer(item, code, moment) for item, code in answers.items()], form=form)
    store.sheets.finish(token, scores_of(score_one(ASSESSMENT, form, asked)), revision=saved.sheet.revision)


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_an_export_is_scored_as_the_site_scored_it(
    file_place: str,
    opened: Callable[..., Store],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    ending: str,
) -> None:
    store = opened(file_place)
    full, quick = answered("full", 1), answered("quick", 2)
    beyond = [name for name in full if name not in quick][:3]
    finish(store, "full", full, full)
    # Somebody who began the full form and took the short one: what it does not ask is stored, and not counted.
    finish(store, "quick", quick | {name: full[name] for name in beyond}, quick)
    finish(store, "full", {"checking_1": 3}, full, of="another")
    exported = tmp_path / f"export{ending}"
    assert export_finished(store, exported) == 3
    out = tmp_path / "scored.parquet"
    assert main(["score", str(FOLDER), str(exported), str(out), "--language", "en"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Note: The results of an earlier scoring in this table were left out and scored anew.",
        "Note: 1 rows belong to another assessment (another) and were left out.",
        "Note: 3 answers that their sheet's form does not ask were left out, as on the site.",
    ]
    table = pl.read_parquet(out)
    by_form = {"full": full, "quick": quick}
    assert sorted(table["form"]) == list(by_form)
    for row in table.to_dicts():
        wanted = scores_of(score_one(ASSESSMENT, row["form"], by_form[row["form"]]))
        assert (row["verdict"], row["best"], row["foundation"]) == (wanted.verdict, wanted.best, wanted.foundation)
        assert {name: row[name] or "" for name in wanted.columns} == {n: v or "" for n, v in wanted.columns.items()}
    sheets = [(form, answers) for _, form, answers in answer_table(ASSESSMENT, exported).sheets(ASSESSMENT)]
    assert sorted(sheets, key=lambda sheet: sheet[0]) == list(by_form.items())


def test_the_export_that_a_tester_had_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = ROOT / "tests/fixtures/tables/export_cannot_be_scored/export.csv"
    folder = ROOT / "tests/fixtures/customer_roles_1"
    asked = load_assessment(folder)
    out = tmp_path / "scored.csv"
    assert main(["score", str(folder), str(export), str(out), "--language", "en"]) == 0
    assert len(capsys.readouterr().err.splitlines()) == 1
    before, after = pl.read_csv(export), pl.read_csv(out)
    assert before["proactivity_score"].to_list() == after["proactivity_score"].to_list() == [50.0]
    assert before["customer_success_fit"].to_list() == after["customer_success_fit"].to_list()
    assert after["version"].to_list() == [asked.version] == ["1.0.0"]
    table = answer_table(asked, export)
    ((_, form, answers),) = table.sheets(asked)
    assert form == "quick"
    assert set(answers.values()) == {1}
    assert len(answers) == len(asked.form_items("quick"))


def test_answers_beside_their_results_are_scored_anew_and_results_alone_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    answers = pl.DataFrame([{"id": "a", **answered("full", 3)}, {"id": "b", **answered("full", 4)}])
    answers.write_csv(first)
    assert main(["score", str(FOLDER), str(first), str(second), "--language", "en"]) == 0
    results = pl.read_csv(second)
    pl.concat([answers, results.drop("id")], how="horizontal").write_csv(first)
    assert main(["score", str(FOLDER), str(first), str(third), "--language", "en"]) == 0
    assert pl.read_csv(third).equals(results)
    capsys.readouterr()
    assert main(["score", str(FOLDER), str(second), str(third), "--language", "en"]) == 2
    assert capsys.readouterr().err == (
        "This table holds results and no answers. Score the table of answers that they were made from.\n"
    )
