"""Liking in the data that a person takes along: a sheet of its own, a contribution a role, the tasks rated."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from catalog.content.words import Words
from reports.tables.data import person_csv, person_json, person_xlsx
from reports.tables.tables import tables
from scoring import score_one
from scoring.rule.result import Result
from store import scores_of
from tests.reports.reading import workbook_rows
from tests.shipped import shipped_assessment

ON = date(2026, 11, 23)
LIKING = shipped_assessment("tests/fixtures/liking")


@pytest.fixture(scope="module")
def answers() -> dict[str, int | str]:
    given: dict[str, int | str] = {item.id: 4 if item.keyed == "+" else 2 for item in LIKING.items}
    rated = {task.id: {"host": 5, "runner": 3, "archivist": 2}[task.role] for task in LIKING.tasks}
    rated.pop("task_runner_4")
    return given | rated


@pytest.fixture(scope="module")
def result(answers: dict[str, int | str]) -> Result:
    return score_one(LIKING, "full", answers)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_sheet_tells_every_role_s_liking(result: Result, answers: dict[str, int | str], words: Words) -> None:
    told = {row["role"]: row for row in rows(person_csv(result, LIKING, words, answers, ON, "liking"))}
    assert list(told) == list(result.ranking)
    assert (told["host"]["shown"], told["runner"]["shown"], told["archivist"]["shown"]) == ("100", "50", "25")
    assert (told["runner"]["tasks_answered"], told["runner"]["tasks_asked"]) == ("3", "4")
    for role, row in told.items():
        liked = result.roles[role].liking
        assert liked
        assert float(row["above"]) == liked.above
        assert float(row["sem"]) == liked.sem


def test_contributions_with_liking_s_add_up_to_fit(result: Result, words: Words) -> None:
    moved = rows(person_csv(result, LIKING, words, {}, ON, "contributions"))
    for role, fit in result.roles.items():
        assert fit.fit
        own = [float(row["value"]) for row in moved if row["role"] == role]
        assert sum(own) == pytest.approx(fit.fit.value - 50)
    liked = [row for row in moved if row["trait"] == "liking"]
    assert [row["role"] for row in liked] == list(result.ranking)
    assert {row["part"] for row in liked} == {words("report.kind.liking")}


def test_ratings_stand_with_the_words_asked(result: Result, answers: dict[str, int | str], words: Words) -> None:
    told = {row["id"]: row for row in rows(person_csv(result, LIKING, words, answers, ON, "answers"))}
    assert list(told) == list(LIKING.form_questions("full"))
    assert LIKING.task_scale
    for task in LIKING.tasks:
        row, code = told[task.id], answers.get(task.id)
        assert (row["kind"], row["role"], row["text"]) == (
            words("report.kind.task"),
            task.role,
            words.of(task.text),
        )
        assert row["code"] == ("" if code is None else str(code))
        label = "" if code is None else words.of(LIKING.task_scale.labels[int(code) - 1])
        assert row["answer"] == label
    assert told["open_1"]["role"] == ""


def test_excel_json_and_the_codebook_have_it_too(result: Result, answers: dict[str, int | str], words: Words) -> None:
    made = tables(result, LIKING, words, answers, ON)
    assert [sheet.id for sheet in made] == ["summary", "traits", "liking", "contributions", "answers", "codebook"]
    assert all(len(row) == len(sheet.columns) for sheet in made for row in sheet.rows)
    explained = {(row[0], row[1]) for row in made[-1].rows}
    for sheet in made[:-1]:
        assert {(sheet.title, column) for column in sheet.columns} <= explained
    assert LIKING.task_scale
    named = [row[2] for row in made[-1].rows]
    assert {words.of(label) for label in LIKING.task_scale.labels} <= set(named)
    assert words("report.sheet.liking") in workbook_rows(person_xlsx(result, LIKING, words, answers, ON))
    data = json.loads(person_json(result, LIKING, words, answers, ON))
    assert data["result"]["liking"]["counts"] is True
    assert data["result"]["liking"]["ratings"]["task_host_1"] == 5
    assert [one["id"] for one in data["shown"] if one["measure"] == "liking"] == list(result.ranking)


def test_a_form_without_tasks_has_no_such_sheet(words: Words) -> None:
    plain = score_one(LIKING, "plain", {item.id: 3 for item in LIKING.form_items("plain")})
    made = tables(plain, LIKING, words, {}, ON)
    assert [sheet.id for sheet in made] == ["summary", "traits", "contributions", "answers", "codebook"]
    assert "role" not in made[3].columns


def test_the_store_keeps_liking_by_the_names_of_tables(result: Result) -> None:
    columns = scores_of(result).columns
    for role, fit in result.roles.items():
        assert fit.liking
        assert fit.liking.estimate
        assert columns[f"{role}_liking"] == fit.liking.estimate.value
        assert columns[f"{role}_liking_sem"] == fit.liking.sem
