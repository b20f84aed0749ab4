"""A snapshot in words: everything that it holds, nothing else, and nothing of too few."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from catalog.content.workshops import Workshops
from reports.workshop.questions import asked_text
from reports.workshop.told import Told, told_pictures
from scoring.group.steps import step
from store import PublicSnapshot
from tests.reports.workshop.made import CONTENT, QUESTIONS, SHIPPED, everything, of_check, of_poll, of_traits

LANGUAGES = ["ja", "en"]


def told(*shown: PublicSnapshot, language: str = "ja") -> tuple[Told, ...]:
    return told_pictures(shown, CONTENT, CONTENT.words(language), SHIPPED, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_told_with_time_people_and_rule(language: str) -> None:
    shown = everything()
    found = told(*shown, language=language)
    assert [one.kind for one in found] == [one.kind for one in shown]
    for one in found:
        assert "2026" in one.taken
        assert one.people in (9, 12)
        assert one.rule.count("。" if language == "ja" else ". ") <= 2
        assert one.table.rows
        assert all(len(row) == len(one.table.columns) for row in one.table.rows)


def test_the_rule_says_the_steps_of_this_room() -> None:
    for people in (5, 9, 20):
        (one,) = told(of_traits(people))
        assert f"{step(people)}点刻み" in one.rule
        assert all(trait.spread is None for trait in one.traits) is (people < 8)


def test_what_rests_on_too_few_is_left_out() -> None:
    assert told(replace(of_traits(5), people=4)) == ()


def test_what_the_files_hold_no_more_is_left_out() -> None:
    assert told(replace(of_poll(), about="gone")) == ()
    assert told_pictures([of_traits()], CONTENT, CONTENT.words("ja"), None, None) == ()
    one = of_traits()
    thin = replace(one, content={**one.content, "traits": one.content["traits"][:3]})
    assert len(told(thin)[0].traits) == 3


def test_what_somebody_put_into_a_snapshot_beside_its_parts_is_not_told() -> None:
    one = of_traits()
    with_more = replace(one, content={**one.content, "rows": [{"name": "佐藤花子"}], "members": ["a" * 32]})
    assert told(with_more) == told(one)


@pytest.mark.parametrize("about", [one.id for one in CONTENT.workshops.checks])
def test_a_check_is_told_with_its_right_answers_and_sources(about: str) -> None:
    (one,) = told(of_check(about))
    asked = asked_text(CONTENT, CONTENT.words("ja"), about)
    assert asked is not None
    assert one.asked == asked
    assert asked.right or asked.belongs
    assert asked.facts
    assert set(asked.facts) <= set(CONTENT.facts)
    for bar in one.bars:
        assert bar.count is None or bar.count == 0 or bar.count >= 3
        assert (bar.shown == "示しません") is (bar.count is None)


@pytest.mark.parametrize("kind", ["single", "several", "order", "match"])
def test_every_kind_of_question_has_bars(kind: str) -> None:
    question = next(one for one in QUESTIONS.values() if one.kind == kind)
    check = CONTENT.workshops.checks[0].model_copy(
        update={"id": "other", "question": question.id, "practice": None, "step": None}
    )
    shipped = CONTENT.workshops
    ready = Workshops(**{name: getattr(shipped, name) for name in Workshops.model_fields} | {"checks": (check,)})
    content = CONTENT.model_copy(update={"workshops": ready})
    shown = of_check("other", content=content)
    (one,) = told_pictures([shown], content, content.words("en"), SHIPPED, None)
    assert len(one.bars) >= 1
    if kind in ("order", "match"):
        assert len(one.bars) == len(question.options)
    assert json.dumps(one.table.rows, ensure_ascii=False).count("None") == 0
