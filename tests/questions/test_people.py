"""Twelve made-up people, answered from the wording alone: the articles say which role each of them fits, if any.

``people.csv``: one row a person, every answer as ticked. ``supported``: what the articles support, joined by |.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from catalog.questionnaire.assessment import Assessment
from scoring import score_one
from scoring.rule.result import Result

ABOUT = ("who", "about", "kind", "supported", "warned")
ROWS = list(csv.DictReader((Path(__file__).parent / "people.csv").open(encoding="utf-8")))


def result_of(assessment: Assessment, person: dict[str, str], form: str) -> Result:
    asked = {item.id for item in assessment.form_items(form)} | {one.id for one in assessment.form_scenarios(form)}
    answers: dict[str, int | str] = {
        name: int(answer) if name in assessment.item else answer
        for name, answer in person.items()
        if name in asked and answer
    }
    return score_one(assessment, form, answers)


def test_the_people_answer_every_item_that_is_asked(assessment: Assessment) -> None:
    assert len(ROWS) == 12
    for person in ROWS:
        assert set(person) == {*ABOUT, *assessment.item, *assessment.scenario}
        assert all(person[item] for item in assessment.item), person["who"]


@pytest.mark.parametrize("person", ROWS, ids=[person["who"] for person in ROWS])
def test_a_person_gets_the_verdict_that_the_articles_support(assessment: Assessment, person: dict[str, str]) -> None:
    full, quick = result_of(assessment, person, "full"), result_of(assessment, person, "quick")
    supported = person["supported"].split("|") if person["supported"] else [role.id for role in assessment.roles]
    for result in (full, quick):
        assert result.verdict.best in supported
        assert not set(supported) & set(result.verdict.unlikely) or person["warned"]
        assert bool(result.foundation_warning) == bool(person["warned"])
    if person["kind"]:
        assert full.verdict.kind == person["kind"]
    if person["kind"] == "close":
        assert set(full.verdict.tied) == set(supported)
