"""Made-up sheets are what they are called, whatever assessment it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import FULL, Assessment
from people.author.made_up import KINDS_OF_SHEETS, Kind, made_up
from scoring import score_one
from scoring.rule.result import Result
from tests.shipped import shipped_assessment

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FORMS = tuple(shipped_assessment().forms)


def told(kind: Kind, form: str = FULL, held: Assessment | None = None, **more: int) -> Result:
    held = held or shipped_assessment()
    answers = made_up(held, form, kind, **more)
    assert answers is not None
    return score_one(held, form, answers)


def possible(held: Assessment) -> list[Kind]:
    return [kind for kind in KINDS_OF_SHEETS if made_up(held, FULL, kind) is not None]


@pytest.mark.parametrize("form", FORMS)
def test_each_kind_is_told_what_it_is_called(form: str) -> None:
    assert told("clear", form).verdict.kind == "clear"
    assert not told("clear", form).foundation_warning
    assert len(told("tied", form).verdict.tied) > 1
    assert not told("tied", form).foundation_warning
    assert told("warned", form).foundation_warning
    assert {"same_answer", "flat"} <= set(told("flat", form).flags)
    assert "unanswered" in told("half", form).flags
    assert told("random", form).verdict.kind != "unscored"
    assert told("empty", form).verdict.kind == "unscored"


@pytest.mark.parametrize("form", FORMS)
def test_nothing_else_is_said_of_the_answers_that_show_a_verdict(form: str) -> None:
    assert [told(kind, form).flags for kind in ("clear", "tied", "warned")] == [()] * 3


@pytest.mark.parametrize("kind", KINDS_OF_SHEETS)
def test_answers_are_those_that_the_form_asks_for_in_its_order(kind: Kind) -> None:
    held = shipped_assessment()
    answers = made_up(held, "quick", kind)
    assert answers is not None
    asked = held.form_questions("quick")
    assert tuple(answers) == asked[: len(answers)]
    assert len(answers) == {"empty": 0, "half": len(asked) // 2}.get(kind, len(asked))


def test_the_same_sheet_comes_again_and_a_turn_brings_another_person() -> None:
    held = shipped_assessment()
    assert made_up(held, FULL, "clear") == made_up(held, FULL, "clear")
    assert made_up(held, FULL, "random") == made_up(held, FULL, "random")
    assert made_up(held, FULL, "random", turn=1) != made_up(held, FULL, "random")


@pytest.mark.parametrize("score", [0, 30, 50, 85, 100])
def test_a_trait_comes_as_near_to_its_slider_as_its_questions_allow(score: int) -> None:
    held = load_assessment(FIXTURES / "big_five")
    answers = made_up(held, FULL, "traits", wanted={"openness": score})
    assert answers is not None
    result = score_one(held, FULL, answers)
    step = 100 / (held.scale.points - 1)
    for trait, wanted in (("openness", score), ("neuroticism", 50)):
        estimate = result.traits[trait].estimate
        assert estimate is not None
        items = sum(item.trait == trait for item in held.items)
        assert abs(estimate.value - wanted) <= step / items


def test_sliders_move_the_situations_too() -> None:
    held = shipped_assessment()
    trait = held.traits[-1].id
    low, high = (made_up(held, FULL, "traits", wanted={trait: score}) for score in (0, 100))
    assert low is not None
    assert high is not None
    estimates = [score_one(held, FULL, one).traits[trait].estimate for one in (low, high)]
    assert estimates[0] is not None
    assert estimates[1] is not None
    assert estimates[1].value - estimates[0].value > 60


def test_without_roles_nobody_is_told_a_verdict_and_the_other_sheets_are_there() -> None:
    held = load_assessment(FIXTURES / "big_five")
    assert possible(held) == ["empty", "flat", "half", "random", "traits"]


def test_one_role_alone_has_no_order_and_can_be_warned() -> None:
    held = load_assessment(FIXTURES / "one_role")
    kinds = possible(held)
    assert "clear" not in kinds
    assert "tied" not in kinds
    assert ("warned" in kinds) == bool(held.foundation)
