"""One role only: page, card and tables tell how it fits, and nothing of an order."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.paper.card import card_of, share_card
from reports.paper.page import page_of
from reports.paper.pdf import person_pdf
from reports.tables.data import person_csv, person_json, person_xlsx
from reports.tables.tables import tables
from reports.told.aligned import aligned
from reports.told.numbers import numbers
from scoring import score_one
from scoring.rule.result import Result
from tests.reports.reading import packed, text_of
from tests.reports.results import Told, answered
from tests.shipped import shipped_assessment

DAY = date(2026, 11, 28)
FIT = {"ja": "フロントとの適合度は82です。", "en": "Your fit with Front desk is 82."}
ORDER = {
    "ja": ("いちばん合いそう", "傾いて", "接戦", "見込みの高い", "比べた職種", "区別でき"),
    "en": ("best fit", "lean towards", "no clear difference", "likeliest", "roles I compared", "told apart"),
}


@pytest.fixture(scope="module")
def front_desk() -> Assessment:
    return shipped_assessment("tests/fixtures/one_role")


@pytest.fixture(scope="module")
def alone(front_desk: Assessment) -> Told:
    answers = answered(front_desk, {"warmth": 4, "order": 5, "night": 2}.get)
    return Told(score_one(front_desk, "full", answers), answers)


def test_the_report_gives_the_fit_and_no_order(
    alone: Told, front_desk: Assessment, content: Content, words: Words
) -> None:
    page = page_of(alone.result, front_desk, content, words, "", DAY)
    assert page["verdict"]["lines"][0].startswith(FIT[words.language][:10])
    assert (page["differences"], page["way_on"]) == (None, [])
    assert len(page["fits"]["columns"]) == len(page["fits"]["rows"][0]["cells"]) + 1 == 3
    assert all(page[part] for part in ("levels", "radar", "why"))
    assert len(page["reasons"]) == 2
    printed = text_of(person_pdf(alone.result, front_desk, content, words, on=DAY))
    assert packed(FIT[words.language]) in printed
    for word in ORDER[words.language]:
        assert packed(word) not in printed, word


def test_the_card_names_the_role_and_compares_nothing(alone: Told, front_desk: Assessment, words: Words) -> None:
    card = card_of(alone.result, front_desk, words, "wide", "")
    assert card["neutral"]
    assert card["picture"] is None
    assert [role["name"] for role in card["roles"]] == [words.of(front_desk.roles[0].name)]
    assert card["roles-title"] == words("report.card.role")
    assert share_card(alone.result, front_desk, words)[:4] == b"\x89PNG"


def test_tables_and_json_hold_the_fit_and_no_chance(alone: Told, front_desk: Assessment, words: Words) -> None:
    measures = [one.measure for one in numbers(alone.result, front_desk, words).values()]
    assert measures.count("fit") == measures.count("direction") == measures.count("foundation") == 1
    assert not {"chance", "difference"} & set(measures)
    summary = tables(alone.result, front_desk, words, alone.answers, DAY)[0]
    verdicts = [row for row in summary.rows if row[0] == words("report.kind.verdict")]
    assert next((row[1], row[2]) for row in verdicts) == ("unscored", FIT[words.language])
    table = person_csv(alone.result, front_desk, words, alone.answers, DAY, "summary").decode("utf-8-sig")
    assert words("report.kind.fit") in {row["kind"] for row in csv.DictReader(io.StringIO(table))}
    held = json.loads(person_json(alone.result, front_desk, words, alone.answers, DAY))
    assert held["result"]["verdict"]["best"] is None
    assert held["result"]["roles"]["front_desk"]["p_best"] is None
    assert held["sentences"]["verdict"][0] == FIT[words.language]
    assert person_xlsx(alone.result, front_desk, words, alone.answers, DAY)[:2] == b"PK"


def test_an_older_result_of_which_one_role_is_left_is_told_without_an_order(
    told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    whole: Result = told["planner"].result
    for role in assessment.roles:
        whole_files = {name: getattr(assessment, name) for name in type(assessment).model_fields}
        left = Assessment(**{**whole_files, "roles": (role,)})
        now = aligned(whole, left)
        assert (now.verdict.kind, now.verdict.best, now.alone) == ("unscored", None, role.id)
        assert [fit.p_best for fit in now.roles.values()] == [None]
        page = page_of(replace(whole, version="0.9.0"), left, content, words, "", DAY)
        assert page["fits"]["rows"][0]["name"] == words.of(role.name)
        assert page["differences"] is None
