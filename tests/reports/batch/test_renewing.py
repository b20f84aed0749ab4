"""A later run renews what changed, leaves what did not, and touches nothing that it did not write."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import polars as pl
import pytest

from catalog import time_zone
from catalog.content.content import Content
from catalog.content.words import Words
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from reports.__main__ import main
from reports.batch.answers_in import answer_table
from reports.batch.seal import Sealed, fingerprint, keywords, seal_of, sealed
from reports.batch.write import Step, left_over, write_all
from reports.paper.page import page_of
from reports.paper.pdf import person_pdf
from tests.reports.reading import packed, poppler, text_of
from tests.reports.results import ROOT, Told

FOLDER = str(ROOT / "questions" / "customer_roles")
BIG_FIVE = str(ROOT / "tests" / "fixtures" / "big_five")
FIRST = "proactivity_1"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def own_content(content_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIT_CONTENT", str(content_folder))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def run(tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run({id: the answer to every item})`` -> status, stdout, stderr."""

    def ran(rows: dict[str, str], language: str = "en", folder: str = FOLDER) -> tuple[int, str, str]:
        alike(list(rows.values()), load_assessment(Path(folder)), id=list(rows)).write_csv(tmp_path / "in.csv")
        status = main([folder, str(tmp_path / "in.csv"), str(out), "--language", language])
        said = capsys.readouterr()
        return status, said.out, said.err

    return ran


def alike(answers: list[str], assessment: Assessment, **others: list[str]) -> pl.DataFrame:
    """A row for each answer, which is the one to every item that is keyed as the first one is; the others mirror it."""
    mirrored = [str(assessment.scale.points + 1 - int(answer)) for answer in answers]
    items = {item.id: answers if item.keyed == "+" else mirrored for item in assessment.items}
    return pl.DataFrame(
        {**others, **items, **dict.fromkeys([*assessment.scenario, *assessment.task], [""] * len(answers))}
    )


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_only_the_row_that_changed_is_made_anew(run: Run, out: Path, content: Content) -> None:
    words = content.words("en")
    assert run({"a": "1", "b": "2", "c": "3"})[0] == 0
    before = files(out)
    status, said, error = run({"a": "1", "b": "5", "c": "3", "d": "4"})
    after = files(out)
    assert (status, error) == (0, "")
    assert said.splitlines() == [
        words("report.command.kept", kept=2, n=2, folder=out),
        words("report.command.renewed", n=1),
    ]
    assert {name for name in before if after[name] == before[name]} == {"a.pdf", "c.pdf"}
    assert sorted(after) == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]
    assert after["b.pdf"][0] != before["b.pdf"][0]
    assert run({"a": "1", "b": "5", "c": "3", "d": "4"})[1:] == (
        words("report.command.kept", kept=4, n=0, folder=out) + "\n",
        "",
    )
    assert files(out) == after


def test_another_day_changes_nothing_another_language_everything(run: Run, out: Path, content: Content) -> None:
    rows = {"a": "1", "b": "2"}
    run(rows)
    before = files(out)
    with pytest.MonkeyPatch.context() as later:
        later.setattr("reports.__main__.operator_day", lambda: date(2031, 1, 1))
        run(rows)
        assert files(out) == before
        status, said, _ = run(rows, "ja")
    assert (status, said.splitlines()[1:]) == (0, [content.words("ja")("report.command.renewed", n=2)])
    assert "2031年1月1日" in text_of((out / "a.pdf").read_bytes())


def test_words_and_traits_that_change_are_renewed(
    tmp_path: Path, out: Path, assessment: Assessment, content: Content
) -> None:
    alike(["4"], assessment, id=["a"]).write_csv(tmp_path / "in.csv")
    table = answer_table(assessment, tmp_path / "in.csv")

    def last(assessment: Assessment, content: Content, words: Words) -> Step:
        return list(write_all(assessment, content, words, table, out, date(2026, 1, 1)))[-1]

    assert last(assessment, content, content.words("en")) == Step(1, 1, 0)
    assert last(assessment, content, content.words("en")) == Step(1, 1, 1)
    trait = assessment.traits[0]
    renamed = trait.model_copy(update={"name": assessment.traits[1].name})
    other = assessment.model_copy(update={"traits": (renamed, *assessment.traits[1:])})
    assert last(other, content, content.words("en")).renewed == 1
    assert last(other, content, content.words("en")).renewed == 0
    texts = dict(content.interface) | {"report.title": content.interface["report.name"]}
    assert last(other, content, Words(texts, "en")).renewed == 1


def test_rows_without_an_id_that_move_take_their_reports_along(
    out: Path, tmp_path: Path, assessment: Assessment
) -> None:
    answers = tmp_path / "in.csv"
    for rows in (["1", "5"], ["3", "1", "5"]):
        alike(rows, assessment).write_csv(answers)
        assert main([FOLDER, str(answers), str(out)]) == 0
    fresh = tmp_path / "fresh"
    assert main([FOLDER, str(answers), str(fresh)]) == 0
    assert {name: content for name, (content, _) in files(out).items()} == {
        name: content for name, (content, _) in files(fresh).items()
    }


def test_reports_of_people_who_left_the_table_are_named_and_stay(run: Run, out: Path, content: Content) -> None:
    run({"a": "1", "b": "2", "山田": "3"})
    before = files(out)
    (out / "letter.pdf").write_bytes(b"%PDF-1.7 of somebody")
    (out / "notes.txt").write_text("x")
    status, _, error = run({"a": "1"})
    assert status == 0
    assert error == content.words("en")("report.command.left", n=2, names="b.pdf, 山田.pdf") + "\n"
    assert {name: state for name, state in files(out).items() if name in before} == before


def state_of(path: Path) -> tuple[int, int, int, int]:
    state = os.lstat(path)
    return state.st_ino, state.st_mode, state.st_size, state.st_mtime_ns


def annotated(report: Path) -> None:
    """As a reader saves a report with a note: what was there, and more behind it."""
    report.write_bytes(report.read_bytes() + b"\n7 0 obj<</Subtype/Text>>endobj\n%%EOF\n")


def another_program(report: Path) -> None:
    report.write_bytes(b"%PDF-1.4 a contract")


def a_folder(report: Path) -> None:
    report.unlink()
    report.mkdir()


def a_pipe(report: Path) -> None:
    report.unlink()
    os.mkfifo(report)


def a_link_to_nothing(report: Path) -> None:
    report.unlink()
    report.symlink_to("nowhere.pdf")


def one_letter_other(report: Path) -> None:
    report.write_bytes(report.read_bytes().replace(b"/Creator(Typst", b"/Creator(Typed", 1))


@pytest.mark.parametrize(
    "happened",
    [annotated, another_program, a_folder, a_pipe, a_link_to_nothing, one_letter_other],
    ids=lambda happened: happened.__name__,
)
def test_what_the_command_did_not_leave_like_that_is_not_overwritten(
    run: Run, out: Path, content: Content, happened: Callable[[Path], None]
) -> None:
    run({"a": "1", "b": "2"})
    happened(out / "a.pdf")
    there = state_of(out / "a.pdf")
    status, said, error = run({"a": "5", "b": "5"})
    words = content.words("en")
    assert status == 0
    assert words("report.command.kept", kept=1, n=1, folder=out) in said
    assert error == words("report.command.foreign", n=1, names="a.pdf") + "\n"
    assert state_of(out / "a.pdf") == there
    assert not (out / "nowhere.pdf").exists()


def test_another_assessment_s_report_of_the_same_person_is_not_overwritten(run: Run, out: Path) -> None:
    run({"a": "1"})
    before = files(out)
    status, _, error = run({"a": "1"}, folder=BIG_FIVE)
    assert status == 0
    assert "a.pdf" in error
    assert files(out) == before


def test_the_input_in_the_folder_of_reports_is_not_overwritten(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out.mkdir()
    table = f"id,{FIRST}\nin,3\n"
    (out / "in.pdf").write_text(table)
    (out / "in.csv").hardlink_to(out / "in.pdf")
    assert main([FOLDER, str(out / "in.csv"), str(out), "--language", "en"]) == 0
    assert (out / "in.pdf").read_text() == table
    assert "in.pdf" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["out.pdf", "out.zip", "OUT.CSV"])
def test_a_file_s_name_makes_no_folder(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.csv").write_text(f"id,{FIRST}\na,3\n")
    assert main([FOLDER, str(tmp_path / "in.csv"), str(tmp_path / name), "--language", "en"]) == 2
    assert "looks like the name of a file" in capsys.readouterr().err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("zone", "day"), [("Asia/Tokyo", "29"), ("UTC", "28"), ("America/New_York", "28")])
def test_the_day_on_paper_is_the_operator_s(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch, zone: str, day: str
) -> None:
    class HalfPastMidnightInJapan(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 11, 28, 15, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(time_zone, "datetime", HalfPastMidnightInJapan)
    monkeypatch.setenv("FIT_TIME_ZONE", zone)
    assert run({"a": "1"}, "ja")[0] == 0
    assert f"2026年11月{day}日" in text_of((out / "a.pdf").read_bytes())
    for there in ("Asia/Tokyo", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", there)
        assert f"Nov {day}" in poppler("pdfinfo", (out / "a.pdf").read_bytes()), "in the file's properties, too"


def test_a_zone_that_is_none_is_said_before_anything_is_made(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIT_TIME_ZONE", "Asia/Tokio")
    status, _, error = run({"a": "1"}, "ja")
    assert status == 2
    assert error == "FIT_TIME_ZONE の「Asia/Tokio」というタイムゾーンはありません。Asia/Tokyo ではありませんか。\n"
    assert not out.exists()


def test_a_seal_fits_its_own_file_only(told: dict[str, Told], assessment: Assessment, content: Content) -> None:
    words = content.words("ja")
    result, answers = told["planner"].result, told["planner"].answers
    page = page_of(result, assessment, content, words, "", date(2026, 1, 1))
    mine = Sealed(assessment.id, fingerprint(page, answers))
    pdf = sealed(person_pdf(result, assessment, content, words, on=date(2026, 1, 1), keywords=keywords(mine)))
    assert seal_of(pdf) == mine
    assert packed(words("report.title")) in text_of(pdf)
    assert "Tagged:          yes" in poppler("pdfinfo", pdf)
    assert fingerprint(page | {"date": "another day"}, answers) == mine.fingerprint
    assert fingerprint(page | {"older": "x"}, answers) != mine.fingerprint
    assert fingerprint(page, {**answers, FIRST: 1}) != fingerprint(page, {**answers, FIRST: 2})
    bare = person_pdf(result, assessment, content, words, on=date(2026, 1, 1))
    assert b"fit-report" not in bare, "what a person downloads bears no mark"
    for other in (
        pdf + b" ",
        pdf[:-1],
        pdf[:3000] + b"x" + pdf[3001:],
        bare,
        b"",
        pdf.replace(b"fit-report-1", b"fit-report-2"),
    ):
        assert seal_of(other) is None
    with pytest.raises(ValueError, match="keywords"):
        sealed(bare)


def test_leftovers_of_another_assessment_are_not_ours_to_name(
    run: Run, out: Path, tmp_path: Path, assessment: Assessment
) -> None:
    run({"a": "1"}, folder=BIG_FIVE)
    pl.DataFrame({"id": ["b"], FIRST: ["1"]}).write_csv(tmp_path / "in.csv")
    assert left_over(assessment, answer_table(assessment, tmp_path / "in.csv"), out) == ()
