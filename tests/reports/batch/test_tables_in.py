"""``python -m reports`` reads a table as ``python -m scoring`` does, and says what it saw in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from reports.__main__ import main
from reports.batch.answers_in import answer_table
from tests.reports.results import ROOT

FOLDER = str(ROOT / "tests" / "fixtures" / "customer_roles_1")
TABLES = ROOT / "tests/fixtures/tables"
FOUR = {"teamwork_1": 5, "teamwork_2": 1, "teamwork_3": 5, "teamwork_4": 1}


@pytest.fixture(autouse=True)
def own_content(content_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIT_CONTENT", str(content_folder))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """The questionnaire as 1.0.0 asked it: how tables are read does not hang on what the site asks today."""
    return load_assessment(Path(FOLDER))


def sheets_of(assessment: Assessment, source: Path) -> list[dict[str, int | str]]:
    return [answers for _, _, answers in answer_table(assessment, source).sheets(assessment)]


@pytest.mark.parametrize("name", ["blank_lines.csv", "commas_only.csv"])
def test_nobody_gets_no_report(
    tmp_path: Path, assessment: Assessment, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = TABLES / "phantom_rows" / name, tmp_path / "out"
    assert answer_table(assessment, source).ids == ("a", "b")
    assert main([FOLDER, str(source), str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.pdf", "b.pdf"]
    (note,) = capsys.readouterr().err.splitlines()
    assert note.startswith("お知らせ: フォーム full で尋ねるのに、表に列のないものがあります。")


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
def test_the_same_tables_are_read_as_for_scores(assessment: Assessment, name: str) -> None:
    assert answer_table(assessment, TABLES / name).ids == ("a",)
    assert sheets_of(assessment, TABLES / name) == [FOUR]


@pytest.mark.parametrize("head", ["id", "ID", "Id", "ｉｄ", " ID "])
def test_the_column_of_ids_is_known_in_any_width_and_case(tmp_path: Path, assessment: Assessment, head: str) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"{head},teamwork_1\n 山田 ,3\n,3\n")
    assert answer_table(assessment, source).ids == ("山田", None)


def test_every_problem_of_a_table_is_said_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out"
    source.write_text("id,TEAMWORK_1,Q3_teamwork_2\na,1,2\n")
    assert main([FOLDER, str(source), str(out), "--language", "en"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split("Did you mean ")[1].split("?")[0] for line in said] == ["teamwork_1", "teamwork_2"]
    assert main([FOLDER, str(source), str(out)]) == 2
    assert "teamwork_1 ではありませんか。" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "回答の表" in capsys.readouterr().out
    assert not out.exists()
