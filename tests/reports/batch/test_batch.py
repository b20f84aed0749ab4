"""``python -m reports``: a folder of PDFs from a table, whole files only, going on where it was stopped."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from catalog.__main__ import main as check
from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.fonts import FontsMissing
from catalog.questionnaire.assessment import Assessment
from reports.__main__ import Bar, main
from reports.batch.answers_in import answer_table
from reports.batch.file_names import LONGEST, file_names, safe
from reports.batch.write import Failure, Step, write_all
from reports.paper.pdf import person_pdf
from reports.paper.typesetting import TypesetterBroke
from scoring.rule.result import Result
from tests.reports.reading import packed, text_of
from tests.reports.results import ROOT, Told

FOLDER = str(ROOT / "questions" / "customer_roles")


@pytest.fixture(autouse=True)
def own_content(content_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIT_CONTENT", str(content_folder))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")


@pytest.fixture
def answers(tmp_path: Path, told: dict[str, Told], assessment: Assessment) -> Path:
    """Three rows: a whole sheet, a quick one, and one without answers."""
    columns = ["id", "form", *assessment.form_questions("full")]
    rows: list[dict[str, int | str]] = [
        {"id": "Ａ/山田", "form": "full", **told["planner"].answers},
        {"id": "expert", "form": "quick", **told["expert"].answers},
        {"id": "", "form": "full"},
    ]
    data = {column: [str(row.get(column, "")) for row in rows] for column in columns}
    path = tmp_path / "answers.csv"
    pl.DataFrame(data).write_csv(path)
    return path


def test_every_row_gets_its_pdf(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ja: Words, told: dict[str, Told]
) -> None:
    out = tmp_path / "out"
    assert main([FOLDER, str(answers), str(out), "--language", "ja"]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["000003.pdf", "expert.pdf", "Ａ_山田.pdf"]
    assert ja("report.command.done", n=3, folder=out) in capsys.readouterr().out
    assert packed(ja("result.verdict.unscored")) in text_of((out / "000003.pdf").read_bytes())


def test_a_second_run_keeps_what_is_there(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "expert.pdf").write_bytes(b"kept")
    (out / ".000003.pdf.part").write_bytes(b"half")
    assert main([FOLDER, str(answers), str(out), "--language", "en"]) == 0
    assert (out / "expert.pdf").read_bytes() == b"kept"
    assert (out / "000003.pdf").read_bytes().startswith(b"%PDF")
    assert not list(out.glob(".*"))
    said = content.words("en")("report.command.kept", kept=1, n=2, folder=out)
    assert said in capsys.readouterr().out


def test_a_stopped_run_says_how_to_go_on(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ja: Words
) -> None:
    def stopped(*_: object) -> Iterator[Step]:
        yield Step(2, 3, 0)
        raise KeyboardInterrupt

    monkeypatch.setattr("reports.__main__.write_all", stopped)
    assert main([FOLDER, str(answers), str(tmp_path / "out")]) == 130
    assert ja("report.command.stopped", n=2, total=3) in capsys.readouterr().err


def test_a_file_is_never_there_in_part(
    answers: Path, tmp_path: Path, assessment: Assessment, content: Content, ja: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise MemoryError

    table = answer_table(assessment, answers)
    out = tmp_path / "out"
    run = write_all(assessment, content, ja, table, out, date(2026, 1, 1))
    assert next(run) == Step(0, 3, 0)
    assert next(run) == Step(1, 3, 0)
    monkeypatch.setattr("reports.batch.write.person_pdf", broken)
    *_, last = run
    failed = (Failure(4, "000003.pdf", "MemoryError"), Failure(3, "expert.pdf", "MemoryError"))
    assert last == Step(1, 3, 0, failed=failed)
    assert len(list(out.iterdir())) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_report_that_cannot_be_made_holds_up_no_other(
    language: str,
    answers: Path,
    tmp_path: Path,
    content: Content,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = content.words(language)
    out = tmp_path / "out"

    def broken_for_one(result: Result, *rest: Any, **named: Any) -> bytes:
        if result.form == "full" and result.verdict.kind != "unscored":
            raise TypesetterBroke("no luck")
        return person_pdf(result, *rest, **named)

    with monkeypatch.context() as faulty:
        faulty.setattr("reports.batch.write.person_pdf", broken_for_one)
        assert main([FOLDER, str(answers), str(out), "--language", language]) == 1
    said = capsys.readouterr()
    assert sorted(path.name for path in out.iterdir()) == ["000003.pdf", "expert.pdf"]
    reason = words("report.command.failed_row", name="Ａ_山田.pdf", why="TypesetterBroke: no luck")
    assert said.err.splitlines() == [f"{answers}:2: {reason}", words("report.command.failed", n=1)]
    assert words("report.command.done", n=2, folder=out) in said.out
    assert main([FOLDER, str(answers), str(out), "--language", language]) == 0
    assert (out / "Ａ_山田.pdf").read_bytes().startswith(b"%PDF")


def test_without_fonts_the_command_says_what_to_install_and_stops(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> bytes:
        raise FontsMissing("Install what requirements.txt names.")

    monkeypatch.setattr("reports.batch.write.person_pdf", missing)
    assert main([FOLDER, str(answers), str(tmp_path / "out")]) == 2
    assert "requirements.txt" in capsys.readouterr().err


def test_an_assessment_full_of_hard_characters_has_its_reports(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As an author and an operator meet it: through the files, the check and the commands."""
    folder = tmp_path / "customer_roles"
    shutil.copytree(FOLDER, folder)
    roles, traits = folder / "roles.yaml", folder / "traits.yaml"
    named = roles.read_text(encoding="utf-8").replace('ja: "カスタマーサクセス"', 'ja: "夜勤🌙👍🏽 สวัสดี\ue000"', 1)
    roles.write_text(named, encoding="utf-8")
    traits.write_text(re.sub(r"name: \{ja: ", r"\g<0>🫨", traits.read_text(encoding="utf-8")), encoding="utf-8")
    assert "夜勤🌙" in named
    assert check(["check", str(folder), "--language", "ja"]) == 0
    assert "roles.0.name.ja: U+E000" in capsys.readouterr().out
    table = pl.read_csv(answers, infer_schema=False)
    table.with_columns(pl.lit("🌙").alias("id")).write_csv(answers)
    assert main([str(folder), str(answers), str(tmp_path / "out"), "--language", "ja"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 3
    text = text_of((tmp_path / "out" / "000001.pdf").read_bytes())
    assert "夜勤🌙👍🏽สวัสดี〓" in text
    assert "🫨" in text


def test_cells_that_are_no_answers_are_all_named(
    answers: Path, tmp_path: Path, assessment: Assessment, capsys: pytest.CaptureFixture[str]
) -> None:
    table = pl.read_csv(answers, infer_schema=False)
    first, second = assessment.items[0].id, assessment.items[1].id
    table.with_columns(pl.lit("9").alias(first), pl.lit("x").alias(second)).write_csv(answers)
    assert main([FOLDER, str(answers), str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert first in said
    assert second in said
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_used_is_said_kindly(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ja: Words
) -> None:
    out = str(tmp_path / "out")
    assert main([FOLDER, str(tmp_path / "none.csv"), out, "--language", "en"]) == 2
    assert "There is no file" in capsys.readouterr().err
    assert main([FOLDER, str(tmp_path / "none.csv"), out]) == 2
    assert f"ファイル {tmp_path / 'none.csv'} がありません。" in capsys.readouterr().err
    assert main([str(tmp_path), str(answers), out]) == 2
    assert capsys.readouterr().err
    assert main([FOLDER, str(answers), out, "--language", "xx"]) == 2
    assert ja("report.command.language", language="xx", known="ja, en") in capsys.readouterr().err
    assert main([FOLDER, str(answers), str(answers)]) == 2
    assert str(answers) in capsys.readouterr().err
    pl.read_csv(answers, infer_schema=False).head(0).write_csv(answers)
    assert main([FOLDER, str(answers), out]) == 2
    assert ja("report.command.empty", source=answers) in capsys.readouterr().err


def test_ids_become_safe_names_each_its_own() -> None:
    given = ["a", "A", "../../etc/passwd", "", None, "CON", "x" * 500, "猫" * 200, "..", "a_000002", "e\u0301", "a\0b"]
    names = file_names(given, ".pdf")
    assert len({name.casefold() for name in names}) == len(given)
    for name in names:
        assert "/" not in name
        assert "\0" not in name
        assert not name.startswith(".")
        assert len(name.encode()) <= LONGEST + 30
    assert names[0] == "a.pdf"
    assert names[3] == "000004.pdf"
    assert safe("CON.x") == "_CON.x"
    assert names == file_names(given, ".pdf")


def test_the_bar_is_drawn_on_a_terminal_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown, hidden = Terminal(), io.StringIO()
    for out in (shown, hidden):
        bar = Bar(out)
        bar.show(Step(1, 2, 0))
        bar.end()
    assert "1/2" in shown.getvalue()
    assert hidden.getvalue() == ""
