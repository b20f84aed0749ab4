"""Somebody of whom a verdict is told is found among many without scoring all of them, however many roles there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import FULL, Assessment
from people.author import somebody as sought
from people.author.somebody import FIRST, MOST, Told, somebody
from scoring import Scores, score_matrix, score_one
from scoring.rule.key import scoring_key
from tests.authored.hotel import write_hotel
from tests.shipped import shipped_assessment


@pytest.fixture(scope="module")
def hotel(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """Twelve roles by six traits: nobody's result is clear."""
    return load_assessment(write_hotel(tmp_path_factory.mktemp("sought")))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many people were scored at once, each time."""
    rows: list[int] = []

    def scored(assessment: Assessment, form: str, answers: Any) -> Scores:
        rows.append(len(answers))
        return score_matrix(assessment, form, answers)

    monkeypatch.setattr(sought, "score_matrix", scored)
    return rows


@pytest.mark.parametrize("told", ["tied", "warned"])
def test_the_most_promising_are_looked_at_first(hotel: Assessment, looked_at: list[int], told: Told) -> None:
    answers = somebody(hotel, FULL, told)
    assert answers is not None
    assert looked_at == [FIRST], "whoever fits is among them"
    result = score_one(hotel, FULL, answers)
    assert result.foundation_warning if told == "warned" else len(result.verdict.tied) > 1


@pytest.mark.parametrize("told", ["clear", "tied", "warned"])
def test_the_order_puts_the_plainest_first(looked_at: list[int], told: Told) -> None:
    held = shipped_assessment()
    assert somebody(held, FULL, told) is not None
    assert looked_at == [FIRST]
    key = scoring_key(held, FULL)
    drawn = sought._many(key)
    scores = score_matrix(held, FULL, drawn[sought._promising(key, drawn, told)])
    plainness = scores.foundation if told == "warned" else scores.p_best.max(axis=0)
    first, all_of_them = plainness[:FIRST].mean(), plainness.mean()
    assert first > all_of_them if told == "clear" else first < all_of_them


def test_where_nobody_fits_the_search_ends(hotel: Assessment, looked_at: list[int]) -> None:
    assert somebody(hotel, FULL, "clear") is None
    assert sum(looked_at) == MOST
    assert looked_at == sorted(looked_at)


def test_without_a_foundation_nobody_can_be_warned_and_nobody_is_scored(looked_at: list[int]) -> None:
    held = load_assessment(Path(__file__).resolve().parents[2] / "fixtures" / "big_five")
    assert somebody(held, FULL, "warned") is None
    assert looked_at == []
