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


# A name tells what is liked more or less, and praises neither end (nor sounds like a skill or a virtue).
PRAISE = {
    "ja": r"力|主体|能動|積極|意欲|達成|解決|共感|協調|冷静|正確|重視|重んじ|志向|傾向|適応|柔軟|丁寧",
    "en": r"(?i)\b(drive|tolerance|empathy|composure|accura\w*|proactiv\w*|preference|initiative|skills?|ability"
    r"|teamwork)\b",
}


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
        assert max(len(low), len(high)) <= 20, trait.id


def test_a_pole_stands_in_brackets_as_what_somebody_likes(assessment: Assessment) -> None:
    for trait in assessment.traits:
        for pole in (trait.low, trait.high):
            assert not re.search(r"[、。「」,.]", pole.in_language("ja")), trait.id
            assert re.match(r"(?:[A-Z][a-z]+ing|Steady) .*[a-z]$|Working quietly$", pole.in_language("en")), trait.id
            assert not re.search(r"力|できる|得意", pole.in_language("ja")), trait.id


def test_a_name_favours_no_end(assessment: Assessment) -> None:
    for trait in assessment.traits:
        for language, praise in PRAISE.items():
            for name in (trait.name, trait.short or trait.name):
                assert not re.search(praise, name.in_language(language)), (trait.id, language)
                assert not re.search(r"[、,]", name.in_language(language)), (trait.id, language)


def test_a_short_name_is_cut_from_the_name(assessment: Assessment) -> None:
    for trait in assessment.traits:
        assert trait.short is not None
        assert trait.short.in_language("ja") in trait.name.in_language("ja"), trait.id
        words = {
            language: set(re.findall(r"\w+", text.lower()))
            for language, text in (("name", trait.name.in_language("en")), ("short", trait.short.in_language("en")))
        }
        assert words["short"] <= words["name"], trait.id


def test_norms_are_assumed_and_follow_the_number_of_items(assessment: Assessment) -> None:
    """.30 an item, and a scenario counts as half an item: .63 with four items, .68 where two scenarios join."""
    items = Counter(item.trait for item in assessment.items)
    scenarios = Counter(trait for scenario in assessment.scenarios for trait in scenario.options[0].shows)
    for trait in assessment.traits:
        norm = trait.norm
        assert (norm.mean, norm.sd, norm.basis) == (50, 17, "assumed"), trait.id
        expected = spearman_brown(0.30, items[trait.id] + scenarios[trait.id] / 2)
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
    assert {form: shape.minutes for form, shape in assessment.forms.items()} == {"full": 11, "quick": 5}
    assert all(form.title is not None for form in assessment.forms.values())
    assert len(assessment.form_scenarios("full")) == len(assessment.scenarios)
    assert assessment.form_scenarios("quick") == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_text_uses_the_ambiguous_short_form_of_the_roles(assessment: Assessment, language: str) -> None:
    assert [text for text in texts(assessment, language) if re.search(r"(?<![A-Za-z])CS(?![A-Za-z])", text)] == []
