"""Percentiles come from the norm that is looked at, and from none that is assumed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm as normal

from catalog.questionnaire.assessment import Assessment
from scoring import score_one
from scoring.told.percentile import norm_groups, percentiles
from tests.scoring.sheets import sheets


def whole(assessment: Assessment, point: int = 4) -> dict[str, int | str]:
    return {item.id: point if item.keyed == "+" else 6 - point for item in assessment.items}


def test_the_norm_that_scores_comes_first(grouped) -> None:
    result = score_one(grouped, "full", whole(grouped))
    assert list(norm_groups(result, grouped)) == ["adults_2026", "students_2025"]


def test_a_whole_sheet_stands_where_the_normal_distribution_has_it(grouped) -> None:
    """Every trait at 75: warmth against adults is (75 - 60) / 20 = 0.75 standard deviations up."""
    result = score_one(grouped, "full", whole(grouped))
    found = percentiles(result, grouped, "adults_2026")
    assert list(found) == ["tempo", "warmth", "order", "care", "ideas"]
    assert found["warmth"].value == pytest.approx(0.773373, abs=1e-6)
    for trait, one in found.items():
        for norm, told in (
            (grouped.trait[trait].norm, one),
            (grouped.trait[trait].other_norms[0], percentiles(result, grouped, "students_2025")[trait]),
        ):
            assert told.value == pytest.approx(normal.cdf(75, norm.mean, norm.sd), abs=1e-9)


def test_fewer_answers_spread_more_and_so_stand_out_less(grouped) -> None:
    full, half = score_one(grouped, "full", whole(grouped)), whole(grouped)
    short = score_one(grouped, "half", {item.id: half[item.id] for item in grouped.form_items("half")})
    assert full.traits["warmth"].estimate is not None
    assert short.traits["warmth"].estimate is not None
    assert full.traits["warmth"].estimate.value == short.traits["warmth"].estimate.value
    before, after = (percentiles(one, grouped, "adults_2026")["warmth"] for one in (full, short))
    assert 0.5 < after.value < before.value
    assert after.high - after.low > before.high - before.low


@given(data=st.data())
def test_no_assumed_norm_gives_a_percentile(grouped, big_five, data) -> None:
    answers = data.draw(sheets(big_five))
    assert norm_groups(score_one(big_five, "full", answers), big_five) == {}
    first, *others = grouped.traits
    guessed = first.model_copy(update={"norm": first.norm.model_copy(update={"basis": "assumed"}), "other_norms": ()})
    mixed = grouped.model_copy(update={"traits": (guessed, *others)})
    result = score_one(mixed, "full", whole(mixed))
    assert result.provisional
    assert norm_groups(result, mixed) == {}
    assert norm_groups(replace(result, provisional=False), grouped), "so it is the norm that forbids it"


@given(data=st.data())
def test_a_percentile_lies_within_its_range_and_rises_with_the_score(grouped, data) -> None:
    result = score_one(grouped, "full", data.draw(sheets(grouped)))
    for basis in norm_groups(result, grouped):
        for one in percentiles(result, grouped, basis).values():
            assert 0 <= one.low <= one.value <= one.high <= 1
    low, high = (score_one(grouped, "full", whole(grouped, point)) for point in (2, 4))
    lower, higher = (percentiles(one, grouped, "students_2025") for one in (low, high))
    assert all(lower[trait].value < higher[trait].value for trait in lower)
