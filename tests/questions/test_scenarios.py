"""The scenarios: no option is the right one, and choosing without reading moves nothing."""

from __future__ import annotations

import re
from collections import Counter
from statistics import fmean

import pytest

from catalog.questionnaire.assessment import Assessment, Scenario

# Words that would praise or blame an option.
JUDGING = {
    "ja": r"正し|間違|べき|ちゃんと|きちんと|親切|誠実|真面目|まじめ|雑に|適当|無責任|手を抜|怠|責任を持",
    "en": r"(?i)\b(right|wrong|should|proper\w*|kind\w*|honest\w*|careless\w*|lazy|ignore|sloppy|best|duty)\b",
}


def shown(scenario: Scenario) -> list[str]:
    return list(scenario.options[0].shows)


def middle(assessment: Assessment) -> float:
    return (assessment.scale.points + 1) / 2


def test_there_are_eight_with_four_options_each(assessment: Assessment) -> None:
    assert len(assessment.scenarios) == 8
    for scenario in assessment.scenarios:
        assert [option.id for option in scenario.options] == ["a", "b", "c", "d"]


def test_every_option_of_a_scenario_shows_the_same_two_or_three_traits(assessment: Assessment) -> None:
    for scenario in assessment.scenarios:
        assert 2 <= len(shown(scenario)) <= 3
        for option in scenario.options:
            assert list(option.shows) == shown(scenario), (scenario.id, option.id)
            assert all(1 <= value <= assessment.scale.points for value in option.shows.values())


def test_each_direction_trait_is_shown_twice_and_no_foundation_trait(assessment: Assessment) -> None:
    counted = Counter(trait for scenario in assessment.scenarios for trait in shown(scenario))
    assert counted == {trait.id: 2 for trait in assessment.traits if trait.id not in assessment.foundation}


def test_the_options_of_a_scenario_balance_in_every_trait(assessment: Assessment) -> None:
    for scenario in assessment.scenarios:
        for trait in shown(scenario):
            values = [option.shows[trait] for option in scenario.options]
            assert fmean(values) == middle(assessment), (scenario.id, trait)
            assert len(set(values)) == len(values), (scenario.id, trait)


def test_the_traits_of_a_scenario_vary_apart_from_each_other(assessment: Assessment) -> None:
    centre = middle(assessment)
    for scenario in assessment.scenarios:
        one, other = shown(scenario)
        covariance = sum((o.shows[one] - centre) * (o.shows[other] - centre) for o in scenario.options)
        assert covariance == 0, scenario.id


@pytest.mark.parametrize("place", range(4))
def test_choosing_the_same_place_in_every_scenario_moves_no_trait(assessment: Assessment, place: int) -> None:
    values: dict[str, list[int]] = {}
    for scenario in assessment.scenarios:
        for trait, value in scenario.options[place].shows.items():
            values.setdefault(trait, []).append(value)
    assert {trait: fmean(given) for trait, given in values.items()} == dict.fromkeys(values, middle(assessment))


def test_no_scenario_stands_beside_one_that_shows_the_same_trait(assessment: Assessment) -> None:
    for one, other in zip(assessment.scenarios, assessment.scenarios[1:], strict=False):
        assert not set(shown(one)) & set(shown(other)), (one.id, other.id)


def test_texts_fit_a_phone_and_options_are_of_like_length(assessment: Assessment) -> None:
    for scenario in assessment.scenarios:
        assert len(scenario.text.in_language("ja")) <= 90
        for language, most, spread in (("ja", 45, 6), ("en", 90, 32)):
            lengths = [len(option.text.in_language(language)) for option in scenario.options]
            assert max(lengths) <= most, (scenario.id, language)
            assert max(lengths) - min(lengths) <= spread, (scenario.id, language)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_option_is_praised_or_blamed(assessment: Assessment, language: str) -> None:
    hits = [
        option.text.in_language(language)
        for scenario in assessment.scenarios
        for option in scenario.options
        if re.search(JUDGING[language], option.text.in_language(language))
    ]
    assert hits == []


@pytest.mark.parametrize(("language", "stop"), [("ja", "。"), ("en", ".")])
def test_options_are_one_sentence_and_never_the_same(assessment: Assessment, language: str, stop: str) -> None:
    texts = [o.text.in_language(language) for scenario in assessment.scenarios for o in scenario.options]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text.endswith(stop)
        assert text.count(stop) == 1, text
