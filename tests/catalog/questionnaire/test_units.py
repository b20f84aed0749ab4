"""Norms in the units of published tables become points of 0 to 100, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.load import load_assessment
from catalog.questionnaire.units import Answered, from_pomp, to_pomp
from catalog.versions import assessment_from
from tests.catalog.small_site import SMALL, SmallSite

GROUPED = Path(__file__).resolve().parents[2] / "fixtures" / "grouped"
NORM = "norm: {mean: 50, sd: 17, reliability: 0.7, basis: assumed}"
ways = st.builds(Answered, answers=st.integers(1, 200), points=st.integers(2, 11))


@given(answered=ways, unit=st.sampled_from(["pomp", "sum", "mean"]), at=st.floats(0, 1), spread=st.booleans())
def test_a_norm_turned_into_points_and_back_is_the_same(answered, unit, at, spread) -> None:
    low, high = answered.range(unit)
    value = at * (high - low) + (0 if spread else low)
    there = to_pomp(value, unit, answered, spread=spread)
    assert -1e-9 <= there <= 100 + 1e-9
    assert from_pomp(there, unit, answered, spread=spread) == pytest.approx(value, rel=1e-12, abs=1e-9)


@given(answered=ways, mean=st.floats(0, 1))
def test_sum_and_mean_of_the_same_answers_are_the_same_norm(answered, mean) -> None:
    of_one = 1 + mean * (answered.points - 1)
    by_sum = to_pomp(answered.answers * of_one, "sum", answered)
    assert by_sum == pytest.approx(to_pomp(of_one, "mean", answered), abs=1e-9)


def test_a_published_table_of_sums_is_read_as_it_is_printed() -> None:
    """Four answers of 1 to 5, as in IPIP-NEO-120: M 12.07 and SD 3.77 are 50.4375 and 23.5625 of 100."""
    answered = Answered(4, 5)
    assert to_pomp(12.07, "sum", answered) == pytest.approx(50.4375)
    assert to_pomp(3.77, "sum", answered, spread=True) == pytest.approx(23.5625)


def test_an_assessment_holds_its_norms_in_points() -> None:
    grouped = load_assessment(GROUPED)
    warmth, care = grouped.trait["warmth"], grouped.trait["care"]
    assert (warmth.norm.mean, warmth.norm.sd) == (60, 20)
    assert (care.norm.mean, care.norm.sd) == pytest.approx((52.5, 18))
    assert [norm.basis for norm in warmth.other_norms] == ["students_2025"]
    assert warmth.norm.source is not None
    assert set(warmth.norm.source.root) == {"ja", "en"}, "a plain source holds in every language"
    assert (grouped.ungrouped[0].id, len(grouped.ungrouped)) == ("ideas", 1)


@pytest.mark.parametrize("unit", ["", ", unit: pomp"])
def test_what_says_that_it_is_in_points_is_taken_for_it(site: SmallSite, unit: str) -> None:
    site.change("questions/small/traits.yaml", NORM, NORM.replace("50, sd: 17", "6, sd: 1.3").replace("}", unit + "}"))
    said = site.assessment_problems()
    assert said == [] if unit else "unit: sum" in said[0]


def test_scenarios_count_among_the_answers_of_a_sum(site: SmallSite) -> None:
    """``calm`` has two items and shows in one scenario: three answers of 1 to 3."""
    sums = NORM.replace("50, sd: 17", "6, sd: 1.3").replace("}", ", unit: sum}")
    site.change("questions/small/traits.yaml", NORM, sums)
    assert load_assessment(Path("questions/small")).trait["calm"].norm.mean == 50


def test_files_of_an_older_result_are_not_asked_for_what_was_not_asked_for_then(site: SmallSite) -> None:
    texts = {Path(name).name: text for name, text in SMALL.items() if name.startswith("questions/small/")}
    texts["traits.yaml"] = texts["traits.yaml"].replace("basis: assumed", "basis: pilot_2019")
    site.write("questions/small/traits.yaml", texts["traits.yaml"])
    assert len(site.assessment_problems()) == 2
    assert assessment_from(texts).trait["calm"].norm.basis == "pilot_2019"


def test_a_form_may_be_one_sided_where_it_says_so(site: SmallSite) -> None:
    one_sided = "[calm_1, calm_2, bold_1, bold_3]"
    site.change("questions/small/assessment.yaml", "[calm_1, calm_2, bold_1, bold_2]", one_sided)
    assert "or write balanced: false with this form" in site.assessment_problems()[0]
    site.change("questions/small/assessment.yaml", "minutes: 1\n", "minutes: 1\n    balanced: false\n")
    assert site.assessment_problems() == []
    site.change("questions/small/assessment.yaml", one_sided, "[calm_1, calm_2]")
    assert "does not ask about the trait bold" in site.assessment_problems()[0]
