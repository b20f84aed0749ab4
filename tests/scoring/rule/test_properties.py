"""What must hold for every sheet of answers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import score_one
from tests.examples import examples
from tests.scoring.sheets import sheets

many = settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def values(result) -> dict[str, float | None]:
    return {trait: score.estimate and score.estimate.value for trait, score in result.traits.items()}


@many
@given(data=st.data())
def test_more_of_an_item_moves_its_trait_the_way_it_is_keyed(build, data) -> None:
    assessment = build(scenarios=1)
    answers = data.draw(sheets(assessment))
    item = data.draw(st.sampled_from(assessment.items))
    less, more = sorted(data.draw(st.tuples(st.integers(1, 5), st.integers(1, 5))))
    low = values(score_one(assessment, "full", {**answers, item.id: less}))[item.trait]
    high = values(score_one(assessment, "full", {**answers, item.id: more}))[item.trait]
    if low is not None:
        assert low <= high if item.keyed == "+" else low >= high


@many
@given(data=st.data(), points=st.integers(2, 11))
def test_mirrored_answers_mirror_each_trait_around_the_middle(build, data, points: int) -> None:
    assessment = build(points=points)
    answers = data.draw(sheets(assessment))
    mirrored = {item: points + 1 - answer for item, answer in answers.items()}
    there, back = (values(score_one(assessment, "full", sheet)) for sheet in (answers, mirrored))
    for trait, value in there.items():
        if value is None:
            assert back[trait] is None
        else:
            assert back[trait] == pytest.approx(100 - value, abs=1e-9)


@many
@given(data=st.data())
def test_the_order_of_items_and_the_languages_change_no_score(build, data) -> None:
    assessment = build()
    answers = data.draw(sheets(assessment))
    turned = build(reverse_items=True, languages=("en",))
    one, other = score_one(assessment, "full", answers), score_one(turned, "full", answers)
    assert one.traits == other.traits
    assert one.roles == other.roles


@many
@given(data=st.data())
def test_what_is_unanswered_in_other_traits_changes_nothing_in_a_trait(build, data) -> None:
    assessment = build()
    answers = data.draw(sheets(assessment))
    trait = data.draw(st.sampled_from(assessment.traits)).id
    own = {item.id for item in assessment.items if item.trait == trait}
    alone = score_one(assessment, "full", {name: answer for name, answer in answers.items() if name in own})
    assert alone.traits[trait] == score_one(assessment, "full", answers).traits[trait]


@pytest.mark.parametrize("points", [2, 5, 6, 11])
def test_agreeing_or_disagreeing_with_all_leaves_every_trait_in_the_middle(build, points: int) -> None:
    assessment = build(points=points)
    for answer in (1, points):
        result = score_one(assessment, "full", {item.id: answer for item in assessment.items})
        assert set(values(result).values()) == {50.0}
        assert result.verdict.kind == "close"


@pytest.mark.parametrize("form", ["full", "quick"])
@pytest.mark.parametrize("answer", [1, 5])
def test_agreeing_or_disagreeing_with_the_whole_questionnaire_tells_nothing(customer_roles, form, answer) -> None:
    result = score_one(customer_roles, form, {item.id: answer for item in customer_roles.form_items(form)})
    assert set(values(result).values()) == {50.0}
    assert result.verdict.kind == "close"


@many
@given(data=st.data())
def test_contributions_add_up_to_fit_and_p_to_one(build, data) -> None:
    assessment = build(
        scenarios=2, norm_mean=58, roles=data.draw(st.sampled_from([WEIGHTS[:1], WEIGHTS[:2], WEIGHTS[:3], WEIGHTS]))
    )
    result = score_one(assessment, "full", data.draw(sheets(assessment)))
    for role in result.roles.values():
        if role.fit is None:
            assert role.contributions == ()
        else:
            assert sum(part.points for part in role.contributions) == pytest.approx(role.fit.value - 50, abs=1e-9)
            assert len({part.trait for part in role.contributions}) == len(role.contributions)
    if result.verdict.kind == "unscored":
        assert all(role.p_best is None for role in result.roles.values())
    else:
        assert sum(role.p_best for role in result.roles.values()) == pytest.approx(1, abs=1e-12)
        assert len(result.differences) == len(result.roles) - 1


@many
@given(data=st.data(), count=st.integers(2, 5))
def test_the_order_of_roles_in_the_file_moves_no_p(build, data, count: int) -> None:
    assessment, turned = build(roles=WEIGHTS[:count]), build(roles=WEIGHTS[:count][::-1])
    answers = data.draw(sheets(assessment))
    one, other = score_one(assessment, "full", answers), score_one(turned, "full", answers)
    for i, role in enumerate(reversed(one.roles.values())):
        p = other.roles[f"r{i}"].p_best
        assert (p is None) == (role.p_best is None)
        if p is not None:
            assert p == pytest.approx(role.p_best, abs=0.002)


WEIGHTS = [(2, -1, None, 1), (-1, 2, 0, 0), (0, 1, 2, -2), (-2, -2, 1, None), (2, -1, None, 1)]
