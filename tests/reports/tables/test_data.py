"""Data to take along: whole, readable by programs, and inert in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
import xlsxwriter

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.reading.text import Text
from reports.tables.data import inert, person_csv, person_csv_zip, person_json, person_xlsx
from reports.tables.excel import sheet_names
from reports.tables.tables import tables
from tests.reports.reading import workbook_rows
from tests.reports.results import Told

ON = date(2026, 11, 23)
SHEETS = ["summary", "traits", "liking", "contributions", "answers", "codebook"]
ANSWERS = SHEETS.index("answers")
EVIL = [" =1", "　＝1", '"=1"', "\n@x", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"]


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_json_holds_answers_and_unrounded_numbers(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    one = told["planner"]
    data = json.loads(person_json(one.result, assessment, words, one.answers, ON))
    assert data["answers"] == dict(one.answers)
    assert data["date"] == "2026-11-23"
    first = one.result.ranking[0]
    fit = one.result.roles[first].fit
    assert fit
    assert data["result"]["roles"][first]["fit"]["value"] == fit.value
    assert data["version"] == assessment.version


@pytest.mark.parametrize("kind", ["planner", "tie", "warning", "unscored", "empty", "one_role", "older"])
def test_every_kind_of_result_has_all_sheets(
    kind: str, told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    one = told[kind]
    made = tables(one.result, assessment, words, one.answers, ON)
    assert [sheet.id for sheet in made] == SHEETS
    for sheet in made:
        assert all(len(row) == len(sheet.columns) == len(sheet.titles) for row in sheet.rows)
    book = workbook_rows(person_xlsx(one.result, assessment, words, one.answers, ON))
    assert list(book) == [words(f"report.sheet.{sheet}") for sheet in SHEETS]
    with ZipFile(io.BytesIO(person_csv_zip(one.result, assessment, words, one.answers, ON))) as archive:
        assert archive.namelist() == [f"{sheet}.csv" for sheet in SHEETS]
        for name in SHEETS:
            assert archive.read(f"{name}.csv") == person_csv(one.result, assessment, words, one.answers, ON, name)
    assert len(rows_of(person_csv(one.result, assessment, words, one.answers, ON, "traits"))) == len(assessment.traits)


def test_answers_stand_with_the_words_asked(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    one = told["planner"]
    rows = {row["id"]: row for row in rows_of(person_csv(one.result, assessment, words, one.answers, ON, "answers"))}
    assert set(rows) == {*assessment.item, *assessment.scenario, *assessment.task}
    assert assessment.task_scale
    for task in assessment.tasks:
        assert rows[task.id]["text"] == words.of(task.text)
        assert rows[task.id]["answer"] == words.of(assessment.task_scale.labels[int(one.answers[task.id]) - 1])
    for item in assessment.items:
        assert rows[item.id]["text"] == words.of(item.text)
        assert rows[item.id]["code"] == str(one.answers[item.id])
        assert rows[item.id]["answer"] == words.of(assessment.scale.labels[int(one.answers[item.id]) - 1])
    for scenario in assessment.scenarios:
        chosen = {option.id: words.of(option.text) for option in scenario.options}
        assert rows[scenario.id]["answer"] == chosen[str(one.answers[scenario.id])]


def test_the_codebook_explains_every_column(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    made = tables(told["planner"].result, assessment, words, {}, ON)
    explained = {(row[0], row[1]) for row in made[-1].rows}
    for sheet in made[:-1]:
        assert {(sheet.title, column) for column in sheet.columns} <= explained


@pytest.mark.parametrize("text", EVIL)
def test_what_could_be_a_formula_is_text(
    text: str, told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    one = told["planner"]
    both = Text.model_construct({"ja": text, "en": text})
    hostile = assessment.model_copy(
        update={
            "items": tuple(item.model_copy(update={"text": both}) for item in assessment.items),
            "traits": tuple(trait.model_copy(update={"name": both, "low": both}) for trait in assessment.traits),
        }
    )
    assert inert(text) == f"'{text}"
    for sheet in SHEETS:
        for row in rows_of(person_csv(one.result, hostile, words, one.answers, ON, sheet)):
            for cell in row.values():
                if cell.lstrip(' \u3000"').startswith(tuple("=+-@\t\r\n＝＋－＠")):
                    float(cell)
    cells = [
        cell
        for rows in workbook_rows(person_xlsx(one.result, hostile, words, one.answers, ON)).values()
        for row in rows
        for cell in row
    ]
    assert any(isinstance(cell, str) and cell.endswith(text.strip()) for cell in cells)


def test_markup_of_the_workbook_s_writer_is_text(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    one, text = told["planner"], "<r><t>x</t></r>"
    both = Text.model_construct({"ja": text, "en": text})
    named = assessment.model_copy(
        update={"traits": tuple(trait.model_copy(update={"name": both}) for trait in assessment.traits)}
    )
    rows = workbook_rows(person_xlsx(one.result, named, words, one.answers, ON))[words("report.sheet.traits")]
    assert rows[1][1] == f"'{text}"


def test_every_title_of_a_sheet_is_one_that_excel_takes() -> None:
    titles = ["特性/得点", "特性:得点", "a" * 40, "A" * 40, "", "'x'", "History", "[1]", "回答"]
    names = sheet_names(titles)
    assert names == ["特性_得点", "特性_得点_2", "a" * 31, "A" * 27 + "_4", "_5", "x", "History_7", "_1_", "回答"]
    assert len({name.casefold() for name in names}) == len(titles)
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    for name in names:
        book.add_worksheet(name)
    book.close()


def test_a_code_that_the_scale_does_not_hold_has_no_words(
    told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    item = assessment.items[0].id
    made = tables(replace(told["planner"].result, form="gone"), assessment, words, {item: 9}, ON)
    assert made[ANSWERS].rows == ()
    known = tables(told["planner"].result, assessment, words, {item: 9}, ON)[ANSWERS].rows[0]
    assert known[-2:] == (9, None)


def test_the_same_call_gives_the_same_workbook(told: dict[str, Told], assessment: Assessment, ja: Words) -> None:
    one = told["planner"]
    made = [person_xlsx(one.result, assessment, ja, one.answers, ON) for _ in range(2)]
    assert made[0] == made[1]
