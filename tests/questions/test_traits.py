"""The traits, the answer scale and the forms of the questionnaire."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from catalog.questionnaire.assessment import Assessment


def spearman_brown(reliability: float, factor: float) -> float:
    """Reliability of a test ``factor`` times as long (Spearman 1910, Brown 1910)."""
    return factor * reliability / (1 + (factor - 1) * reliability)


def texts(assessment: Assessment, language: str) -> Iterator[str]:
    for trait in assessment.traits:
        for text in (trait.name, trait.short or trait.name, trait.about, trait.low, trait.high):
            yield text.in_language(language)
    for item in assessment.items:
        yield item.text.in_language(language)
    for scenario in assessment.scenarios:
        yield scenario.text.in_language(language)
        for option in scenario.options:
            yield option.text.in_language(language)


def test_short_names_fit_a_charts_axis_and_tell_the_traits_apart(assessment: Assessment) -> None:
    for language, most in (("ja", 6), ("en", 14)):
        names = [(trait.short or trait.name).in_language(language) for trait in assessment.traits]
        assert max(map(len, names)) <= most, language
        assert len(set(names)) == len(names), language


def test_poles_are_different_and_alike_in_form(assessment: Assessment) -> None:
    for trait in assessment.traits:
        low, high = trait.low.in_language("ja"), trait.high.in_language("ja")
        assert low != high
        assert low.endswith("たい"), trait.id
        assert high.endswith("たい"), trait.id
        assert max(len(low), len(high)) <= 24, trait.id


def test_norms_are_assumed_and_follow_the_number_of_items(assessment: Assessment) -> None:
    counted = Counter(item.trait for item in assessment.items)
    longest = max(counted.values())
    most = max(trait.norm.reliability for trait in assessment.traits)
    for trait in assessment.traits:
        norm = trait.norm
        assert (norm.mean, norm.sd, norm.basis) == (50, 17, "assumed"), trait.id
        expected = spearman_brown(most, counted[trait.id] / longest)
        assert norm.reliability == pytest.approx(expected, abs=0.005), trait.id


def test_every_point_of_the_scale_has_its_own_label_and_a_short_one(assessment: Assessment) -> None:
    scale = assessment.scale
    assert scale.short_labels is not None
    assert scale.points == len(scale.labels) == len(scale.short_labels)
    for language, most in (("ja", 5), ("en", 9)):
        full = [label.in_language(language) for label in scale.labels]
        short = [label.in_language(language) for label in scale.short_labels]
        assert len(set(full)) == len(set(short)) == scale.points
        assert max(map(len, short)) <= most


def test_forms_say_how_long_they_take(assessment: Assessment) -> None:
    assert {form: shape.minutes for form, shape in assessment.forms.items()} == {"full": 11, "quick": 4}
    assert all(form.title is not None for form in assessment.forms.values())
    assert len(assessment.form_scenarios("full")) == len(assessment.scenarios)
    assert assessment.form_scenarios("quick") == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_text_uses_the_ambiguous_short_form_of_the_roles(assessment: Assessment, language: str) -> None:
    assert [text for text in texts(assessment, language) if re.search(r"(?<![A-Za-z])CS(?![A-Za-z])", text)] == []
