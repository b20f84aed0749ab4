"""Two attempts are compared only by traits that both versions measure alike."""

from __future__ import annotations

import pytest

from catalog.questionnaire.assessment import Assessment
from scoring.told.change import same_measure
from tests.shipped import shipped_assessment


def test_a_version_measures_what_it_measures(liking: Assessment) -> None:
    assert same_measure(liking, liking) == set(liking.trait)


def test_no_score_of_1_x_is_compared_with_one_of_2_0_0() -> None:
    first = shipped_assessment("tests/fixtures/customer_roles_1")
    today = shipped_assessment()
    assert set(first.trait) == set(today.trait)
    assert same_measure(first, today) == frozenset()


@pytest.mark.parametrize("change", ["gone", "turned"])
def test_another_question_makes_another_measure_of_its_trait_alone(liking: Assessment, change: str) -> None:
    first, *others = liking.items
    turned = first.model_copy(update={"keyed": "-" if first.keyed == "+" else "+"})
    items = tuple(others) if change == "gone" else (turned, *others)
    assert same_measure(liking, liking.model_copy(update={"items": items})) == set(liking.trait) - {first.trait}
