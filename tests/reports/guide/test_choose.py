"""Which questions are a person's own: few, the same each time, and nothing that tells which end somebody is at."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment, InterviewGuide
from reports.guide.choose import MOST, REASONS, OwnQuestion, asked_most, in_play, is_open, own_questions
from reports.guide.told import as_shared
from scoring import score_one
from scoring.rule.result import Estimate, Result
from scoring.told.reasons import centre
from tests.examples import examples
from tests.reports.results import Told, answered
from tests.shipped import shipped_assessment

FIXTURES = Path(__file__).parents[2] / "fixtures"
ENOUGH = settings(deadline=None, max_examples=examples(40))


@cache
def held() -> Assessment:
    return shipped_assessment()


def chosen(own: tuple[OwnQuestion, ...]) -> list[tuple[str, str]]:
    return [(one.trait, one.about) for one in own]


def mirrored(result: Result, assessment: Assessment) -> Result:
    """Everybody's ends turned round about each trait's centre, and nothing else."""

    def turned(trait: str, estimate: Estimate) -> Estimate:
        middle = 2 * centre(assessment, trait)
        return Estimate(middle - estimate.value, middle - estimate.high, middle - estimate.low)

    traits = {
        name: score if score.estimate is None else replace(score, estimate=turned(name, score.estimate))
        for name, score in result.traits.items()
    }
    return replace(result, traits=traits)


KEYED = st.dictionaries(st.sampled_from([trait.id for trait in held().traits]), st.integers(1, 5) | st.none())
FORM = st.sampled_from(["full", "quick"])


def person(scores: dict[str, int | None], form: str, rating: int = 3) -> Result:
    """Somebody whose keyed answers to a trait are all alike; ``rating`` is that of the tasks, one role's apart."""
    answers = answered(held(), lambda trait: scores.get(trait, 3), form)
    for task in held().form_tasks(form):
        answers[task.id] = rating if task.role == held().roles[0].id else 3
    return score_one(held(), form, answers)


@pytest.mark.parametrize(
    "kind", ["planner", "expert", "brisk", "tie", "warning", "one_role", "older", "unscored", "empty"]
)
def test_every_kind_of_result_has_its_questions(kind: str, told: dict[str, Told], assessment: Assessment) -> None:
    result = told[kind].result
    own = own_questions(result, assessment)
    assert own == own_questions(result, assessment)
    assert len(own) == MOST
    traits = [one.trait for one in own]
    assert len(set(traits)) == len(traits)
    order = [REASONS.index(one.about) for one in own]
    assert order == sorted(order)
    deciding = [one.trait for one in own if one.about == "deciding"]
    assert deciding == list(result.verdict.deciding)
    assert all(is_open(result, assessment, one.trait) for one in own if one.about == "uncertain")
    assert any(one.about == "asked" for one in own)


def test_experiences_and_situations_take_turns(told: dict[str, Told], assessment: Assessment) -> None:
    assert assessment.guide is not None
    for at, one in enumerate(own_questions(told["planner"].result, assessment)):
        pair = assessment.guide.traits[one.trait]
        assert one.question == (pair.situation if at % 2 else pair.experience)


@ENOUGH
@given(KEYED, FORM, st.integers(1, 5))
def test_the_ends_alone_change_nothing(scores: dict[str, int | None], form: str, rating: int) -> None:
    result = person(scores, form, rating)
    other = mirrored(result, held())
    assert own_questions(other, held()) == own_questions(result, held())
    assert as_shared(own_questions(other, held())) == as_shared(own_questions(result, held()))


@ENOUGH
@given(KEYED, FORM)
def test_answers_turned_round_in_what_sets_no_role_apart_change_nothing(
    scores: dict[str, int | None], form: str
) -> None:
    """The foundation's answers, question by question: the roles stay as they are, and so does the guide."""
    turned = {
        trait: score if score is None or trait not in held().foundation else 6 - score
        for trait, score in ({trait.id: 3 for trait in held().traits} | scores).items()
    }
    before, after = person(scores, form), person(turned, form)
    assert before.ranking == after.ranking
    assert own_questions(before, held()) == own_questions(after, held())


@ENOUGH
@given(KEYED, FORM)
def test_where_all_answers_are_turned_round_the_same_traits_have_the_same_words(
    scores: dict[str, int | None], form: str
) -> None:
    """Other roles may lead then; a trait that is chosen for the same reason at the same place is asked alike."""
    turned = {trait: None if score is None else 6 - score for trait, score in scores.items()}
    before, after = own_questions(person(scores, form), held()), own_questions(person(turned, form), held())
    same = [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if (one.trait, one.about) == (other.trait, other.about)
    ]
    assert all(one == other for one, other in same)
    if chosen(before) == chosen(after):
        assert as_shared(before) == as_shared(after)


@ENOUGH
@given(KEYED, KEYED, FORM)
def test_a_guide_follows_from_roles_and_openness_alone(
    first: dict[str, int | None], second: dict[str, int | None], form: str
) -> None:
    """Two people, whatever they ticked, with the same roles in play and the same traits left open: the same guide."""
    one, two = person(first, form), person(second, form)
    traits = {
        name: replace(score, estimate=two.traits[name].estimate)
        if is_open(one, held(), name) == is_open(two, held(), name)
        else score
        for name, score in one.traits.items()
    }
    assert own_questions(replace(one, traits=traits), held()) == own_questions(one, held())


def test_what_a_role_asks_most_of_follows_from_the_weights(assessment: Assessment) -> None:
    support = asked_most(assessment, ["customer_support"])
    assert support[:2] == ("teamwork", "communication"), "the foundation's two heaviest, as its own weigh 1"
    center = asked_most(assessment, ["call_center"])
    assert set(center[:3]) == {"work_pace", "organization_accuracy", "results_orientation"}
    both = asked_most(assessment, ["customer_success", "call_center"])
    weights = {
        trait: max(abs(role.weights[trait].weight) for role in assessment.roles if trait in role.weights)
        for trait in both
        if trait not in assessment.foundation
    }
    own = [trait for trait in both if trait in weights]
    assert [weights[trait] for trait in own] == sorted(weights.values(), reverse=True)
    assert "analytical_strategic" not in center, "nothing is said of it there"


def test_roles_in_play_are_the_tied_ones_the_leading_one_or_all(told: dict[str, Told], assessment: Assessment) -> None:
    assert in_play(told["brisk"].result, assessment) == told["brisk"].result.verdict.tied
    assert in_play(told["planner"].result, assessment) == (told["planner"].result.verdict.best,)
    assert in_play(told["empty"].result, assessment) == tuple(assessment.role)


def test_a_trait_without_questions_gives_way_to_the_next(told: dict[str, Told], assessment: Assessment) -> None:
    assert assessment.guide is not None
    result = told["planner"].result
    first = own_questions(result, assessment)[0].trait
    some = {trait: pair for trait, pair in assessment.guide.traits.items() if trait != first}
    fewer = assessment.model_copy(update={"guide": InterviewGuide(traits=some)})
    own = own_questions(result, fewer)
    assert len(own) == MOST
    assert first not in [one.trait for one in own]
    two = assessment.model_copy(update={"guide": InterviewGuide(traits=dict(list(some.items())[:2]))})
    assert len(own_questions(result, two)) == 2


def test_without_a_guide_or_roles_less_is_asked(told: dict[str, Told], assessment: Assessment) -> None:
    assert own_questions(told["planner"].result, assessment.model_copy(update={"guide": None})) == ()
    plain = load_assessment(FIXTURES / "big_five")
    result = score_one(plain, "full", answered(plain, lambda trait: 3))
    assert own_questions(result, plain) == ()
    assert assessment.guide is not None
    pair = next(iter(assessment.guide.traits.values()))
    asked = plain.model_copy(update={"guide": InterviewGuide(traits=dict.fromkeys(plain.trait, pair))})
    own = own_questions(result, asked)
    assert len(own) == MOST
    assert "deciding" not in [one.about for one in own]


def test_a_result_of_an_older_version_is_asked_todays_questions(assessment: Assessment) -> None:
    older = load_assessment(FIXTURES / "customer_roles_1")
    result = score_one(older, "full", answered(older, lambda trait: 4))
    own = own_questions(result, assessment)
    assert len(own) == MOST
    with pytest.raises(ValueError, match="cannot be told"):
        own_questions(result, load_assessment(FIXTURES / "big_five"))
