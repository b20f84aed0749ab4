"""A shared copy: the shape of each level, and nothing in it that belongs to a higher one, whoever answered what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.guide.choose import OwnQuestion, own_questions
from reports.sharing.content import Copy, content_at
from reports.sharing.levels import LEVELS, Level
from scoring import score_one
from scoring.rule.result import Contribution, Estimate, Result, TraitScore
from tests.examples import examples
from tests.reports.results import Told
from tests.scoring.sheets import Answers, sheets
from tests.shipped import shipped_assessment

SHIPPED = shipped_assessment()
ON = date(2026, 11, 28)
# A sheet has a hundred answers: making a failing one smaller takes minutes and shows nothing more.
QUICKLY = settings(
    max_examples=examples(40),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ALWAYS = {"v", "assessment"}
ADDED: Mapping[Level, set[str]] = {
    "took_part": set(),
    "guide": {"guide"},
    "fits": {"told", "fits", "foundation", "leading", "verdict", "differences"},
    "traits": {"traits"},
}


assert SHIPPED.guide is not None
QUESTIONS = tuple(OwnQuestion(trait, "asked", questions.situation) for trait, questions in SHIPPED.guide.traits.items())


@pytest.fixture(scope="module")
def spoken(content: Content) -> dict[str, Words]:
    return {language: content.words(language) for language in content.language_ids}


def copy_of(
    level: Level, result: Result, spoken: Mapping[str, Words], guide: tuple[OwnQuestion, ...] = QUESTIONS[:1]
) -> Copy:
    return content_at(level, result, SHIPPED, spoken, ON, guide)


def leaves(value: object) -> Iterator[object]:
    """Every value that stands in a copy, and every key."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize(
    "kind", ["planner", "expert", "brisk", "tie", "warning", "unscored", "empty", "one_role", "older"]
)
def test_a_copy_holds_what_its_level_and_those_before_it_add(
    kind: str, told: dict[str, Told], spoken: dict[str, Words]
) -> None:
    wanted = set(ALWAYS)
    for level in LEVELS:
        wanted |= ADDED[level]
        copy = copy_of(level, told[kind].result, spoken)
        assert set(copy) == wanted
        assert json.loads(json.dumps(copy, allow_nan=False)) == copy
        assert copy == copy_of(level, told[kind].result, spoken), "the same arguments, the same copy"
        assert not [text for text in leaves(copy) if isinstance(text, str) and "{" in text]


def test_each_part_has_the_agreed_shape(told: dict[str, Told], spoken: dict[str, Words]) -> None:
    copy = copy_of("traits", told["planner"].result, spoken)
    languages = set(spoken)
    assert copy["v"] == 1
    assert copy["assessment"] == {
        "id": "customer_roles",
        "title": {language: words.of(SHIPPED.title) for language, words in spoken.items()},
        "version": SHIPPED.version,
        "form": {"ja": "くわしい診断", "en": "Full"},
        "date": "2026-11-28",
    }
    (question,) = copy["guide"]["own"]
    assert set(question) == {"trait", "about", "ask", "low", "high"}
    assert set(copy["told"]) == languages
    for said in copy["told"].values():
        assert set(said) == {"warning", "headline", "further", "flags"}
    for fit in copy["fits"]:
        assert set(fit) == {"role", "name", "value", "low", "high", "chance"}
        assert set(fit["name"]) == languages
    assert [fit["role"] for fit in copy["fits"]] == list(told["planner"].result.ranking)
    assert set(copy["foundation"]) == {"value", "low", "high"}
    assert all(set(gap) == {"role", "other", "value", "low", "high"} for gap in copy["differences"])
    assert [trait["trait"] for trait in copy["traits"]] == [trait.id for trait in SHIPPED.traits]
    for trait in copy["traits"]:
        assert set(trait) == {"trait", "name", "low_pole", "high_pole", "value", "low", "high"}


def test_what_is_not_measured_is_null(told: dict[str, Told], spoken: dict[str, Words]) -> None:
    copy = copy_of("traits", told["empty"].result, spoken)
    assert {trait["value"] for trait in copy["traits"]} == {None}
    assert {fit["value"] for fit in copy["fits"]} == {None}
    assert (copy["foundation"], copy["leading"], copy["verdict"]) == (None, [], "unscored")


def test_no_more_than_five_questions_are_shared(told: dict[str, Told], spoken: dict[str, Words]) -> None:
    own = copy_of("guide", told["planner"].result, spoken, QUESTIONS)["guide"]["own"]
    assert [one["trait"] for one in own] == [one.trait for one in QUESTIONS[:5]]
    assert copy_of("guide", told["planner"].result, spoken, ())["guide"] == {"own": []}


def test_a_result_of_another_assessment_is_refused(told: dict[str, Told], spoken: dict[str, Words]) -> None:
    with pytest.raises(ValueError, match="cannot be told"):
        copy_of("took_part", replace(told["planner"].result, assessment="other"), spoken)


@QUICKLY
@given(one=sheets(SHIPPED), other=sheets(SHIPPED))
def test_whoever_takes_part_or_shares_the_guide_shares_nothing_of_the_answers(
    one: Answers, other: Answers, spoken: dict[str, Words]
) -> None:
    first, second = score_one(SHIPPED, "full", one), score_one(SHIPPED, "full", other)
    own = copy_of("guide", first, spoken, own_questions(first, SHIPPED))
    assert not [number for number in leaves(own) if isinstance(number, float)]
    assert {one["trait"] for one in own["guide"]["own"]} <= set(SHIPPED.trait)
    for level in ("took_part", "guide"):
        copy = copy_of(level, first, spoken)
        assert copy == copy_of(level, second, spoken)
        assert not [number for number in leaves(copy) if isinstance(number, float)]
        assert [number for number in leaves(copy) if isinstance(number, int)] == [1], "its own version"


marks = st.floats(min_value=0.0, max_value=100.0).map(lambda value: value + 1000.0)


@QUICKLY
@given(answers=sheets(SHIPPED), mark=marks)
def test_fits_hold_nothing_of_a_single_trait_and_no_level_an_answer(
    answers: Answers, mark: float, spoken: dict[str, Words]
) -> None:
    result = score_one(SHIPPED, "full", answers)
    other = marked(result, mark)
    for level in LEVELS[:-1]:
        copy = copy_of(level, result, spoken)
        assert copy == copy_of(level, other, spoken), level
    told = list(leaves(copy_of("traits", other, spoken)))
    measured = [trait for trait in result.traits.values() if trait.estimate is not None]
    assert told.count(mark) == len(measured), "the mark is one that a search would find"
    kinds: dict[Level, Any] = {level: copy_of(level, result, spoken) for level in LEVELS}
    asked = {question.id for part in (SHIPPED.items, SHIPPED.scenarios, SHIPPED.tasks) for question in part}
    for copy in kinds.values():
        assert not asked & {text for text in leaves(copy) if isinstance(text, str)}


def marked(result: Result, mark: float) -> Result:
    """The same roles from other traits, other reasons and other ratings: ``mark`` wherever a trait has a value."""
    return replace(
        result,
        traits={
            name: score
            if score.estimate is None
            else TraitScore(name, Estimate(mark, mark - 1, mark + 1), 2.0, score.answered, score.asked)
            for name, score in result.traits.items()
        },
        roles={
            role: replace(fit, contributions=_all_from_one(fit.contributions)) for role, fit in result.roles.items()
        },
        foundation_warning=tuple(SHIPPED.foundation) if result.foundation_warning else (),
        liking=None if result.liking is None else replace(result.liking, ratings={SHIPPED.tasks[0].id: 999}),
    )


def _all_from_one(parts: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """All that the traits add to a role, as if it came from a single one."""
    return (Contribution(SHIPPED.traits[0].id, "direction", 3, sum(part.points for part in parts)),) if parts else ()


def test_a_warning_names_traits_only_where_traits_are_shared(told: dict[str, Told], spoken: dict[str, Words]) -> None:
    result, words = told["warning"].result, spoken["ja"]
    ends = [words.of(SHIPPED.trait[name].low) for name in result.foundation_warning if name in SHIPPED.trait]
    assert ends
    at_fits, at_traits = (copy_of(level, result, spoken)["told"]["ja"]["warning"] for level in ("fits", "traits"))
    assert all(end in at_traits[0] for end in ends)
    assert not [end for end in ends if end in "".join(at_fits)]
    assert at_fits[0] == words("result.warning.score")
    assert at_fits[1] == at_traits[1]
    assert "下に" not in at_traits[1], "nothing is listed below a copy"


def test_titles_are_those_of_the_version_that_was_answered(assessment: Assessment, spoken: dict[str, Words]) -> None:
    quick = score_one(assessment, "quick", {})
    assert content_at("took_part", quick, assessment, spoken, ON)["assessment"]["form"]["en"] == "Quick"
