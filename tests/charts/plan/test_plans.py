"""Every plan at once: what it shows, says and tables agrees with the result, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.p import plan_p
from charts.plan.picture import PicturePlan
from charts.plan.radar import plan_radar
from charts.plan.traits import plan_traits
from charts.plan.why import plan_why
from charts.sentence import quoted, quoted_with_values
from scoring.rule.result import Result


def every_plan(result: Result, assessment: Assessment, words: Words) -> Iterator[PicturePlan | None]:
    yield plan_levels(result, assessment, words)
    yield plan_differences(result, assessment, words)
    yield plan_p(result, assessment, words)
    yield plan_traits(result, assessment, words)
    for role in assessment.role:
        yield plan_radar(result, assessment, words, role)
        yield plan_why(result, assessment, words, role)


@pytest.mark.parametrize("p", [(0.95, 0.03, 0.02), (0.2, 0.45, 0.35), (0.75, 0.245, 0.005)])
def test_no_number_is_said_that_the_table_does_not_hold(made, words: Words, p: tuple[float, ...]) -> None:
    assessment = made.assessment(names=lambda at: made.text("特性" + chr(65 + at), "Trait " + chr(65 + at)))
    named = {
        role.id: made.text("役割" + chr(65 + at), "Role " + chr(65 + at)) for at, role in enumerate(assessment.roles)
    }
    assessment = assessment.model_copy(
        update={"roles": tuple(role.model_copy(update={"name": named[role.id]}) for role in assessment.roles)}
    )
    result = made.result(assessment, p=p)
    of_result = {number.score(fit.fit.value) for fit in result.roles.values() if fit.fit}
    for plan in every_plan(result, assessment, words):
        assert plan is not None
        cells = " ".join(cell for row in plan.table.rows for cell in row)
        held = set(re.findall(r"[+−]?\d+(?:\.\d+)?", cells)) | of_result | {"50"}
        held |= {str(count) for count in range(len(assessment.traits) + 1)}
        said = re.findall(r"[+−]?\d+(?:\.\d+)?", plan.sentence)
        assert said
        assert set(said) <= held, (said, held)


def test_plans_hold_the_results_numbers(made, words: Words) -> None:
    assessment = made.assessment()
    result = made.result(assessment, p=(0.2, 0.45, 0.35))
    levels = plan_levels(result, assessment, words)
    assert levels is not None
    assert levels.foundation is not None
    assert levels.foundation.estimate == result.foundation
    assert [level.estimate for level in levels.directions] == [result.roles[role].direction for role in result.ranking]
    assert [level.leads for level in levels.directions] == [role in result.verdict.tied for role in result.ranking]
    differences = plan_differences(result, assessment, words)
    assert differences is not None
    assert [(gap.value, gap.low, gap.high) for gap in differences.gaps] == [
        (held.value, held.low, held.high) for held in result.differences
    ]
    chances = plan_p(result, assessment, words)
    assert chances is not None
    assert [chance.share for chance in chances.chances] == [0.45, 0.35, 0.2]
    scores = plan_traits(result, assessment, words)
    assert scores is not None
    assert [row.estimate for row in scores.rows] == [held.estimate for held in result.traits.values()]
    for role, fit in result.roles.items():
        bars = plan_why(result, assessment, words, role)
        assert bars is not None
        assert fit.fit is not None
        assert {bar.trait: bar.points for bar in bars.bars} == {
            held.trait: held.points for held in fit.contributions if abs(held.points) >= 0.05
        }
        order = [(bar.points < 0, -abs(bar.points)) for bar in bars.bars]
        assert order == sorted(order)
        spokes = plan_radar(result, assessment, words, role)
        assert spokes is not None
        for spoke in spokes.spokes:
            assert spoke.score == result.traits[spoke.trait].estimate.value


def test_every_value_lies_on_its_axis(made, words: Words) -> None:
    assessment = made.assessment()
    for gap, half in ((3.0, 1.0), (12.0, 9.0), (44.0, 21.0)):
        result = made.result(assessment, gap=gap, half=half)
        differences = plan_differences(result, assessment, words)
        assert differences is not None
        low, high = differences.axis.low, differences.axis.high
        assert low == -high
        assert high % 10 == 0
        assert all(low <= row.low <= row.value <= row.high <= high for row in differences.gaps)
        assert [shown for _, shown in differences.axis.marks] == [number.signed(low), "0", number.signed(high)]
        for role in assessment.role:
            bars = plan_why(result, assessment, words, role)
            assert bars is not None
            assert bars.axis.low == min([0.0, *(bar.points for bar in bars.bars)])
            assert bars.axis.high == max([0.0, *(bar.points for bar in bars.bars)])


def test_apart_means_that_the_interval_leaves_zero_out(made, ja: Words) -> None:
    assessment = made.assessment()
    near = plan_differences(made.result(assessment, gap=6.0, half=9.0), assessment, ja)
    assert near is not None
    assert [(gap.apart, gap.said) for gap in near.gaps] == [(False, "まだ区別できない"), (True, "区別できる")]


def test_unlikely_roles_are_said_in_words(made, ja: Words) -> None:
    assessment = made.assessment()
    plan = plan_p(made.result(assessment, p=(0.92, 0.075, 0.005)), assessment, ja)
    assert plan is not None
    assert plan.sentence.endswith("カスタマー役割1とカスタマー役割2は、見込みが低めです。")
    assert plan.table.rows[-1] == ("カスタマー役割2", "1%未満")


@pytest.mark.parametrize(
    ("warning", "said"),
    [(("t0", "t1"), "「特性0」「特性1」の得点が低めです"), (("score",), "土台の得点が、全体に低めです"), ((), None)],
)
def test_a_foundation_warning_is_said(made, ja: Words, warning: tuple[str, ...], said: str | None) -> None:
    assessment = made.assessment()
    plan = plan_levels(made.result(assessment, warning=warning), assessment, ja)
    assert plan is not None
    assert said in plan.sentence if said else "低め" not in plan.sentence


@pytest.mark.parametrize(
    ("t1", "t2", "stands", "suits"), [(80.0, 20.0, ("high", "low"), True), (20.0, 90.0, ("low", "high"), False)]
)
def test_a_reason_names_the_end_where_somebody_stands(
    made, words: Words, t1: float, t2: float, stands: tuple[str, str], suits: bool
) -> None:
    """A low score that suits the role helps by its low end: the trait's name alone would not say which way."""
    assessment = made.assessment(traits=3, shared=1, roles=1)
    role = assessment.roles[0]
    weights = {
        trait: role.weights[trait].model_copy(update={"weight": weight}) for trait, weight in (("t1", 2), ("t2", -2))
    }
    assessment = assessment.model_copy(update={"roles": (role.model_copy(update={"weights": weights}),)})
    result = made.result(assessment, scores={"t0": 50.0, "t1": t1, "t2": t2})
    ends = {
        trait: words.of(getattr(assessment.trait[trait], end)) for trait, end in zip(("t1", "t2"), stands, strict=True)
    }
    plan = plan_why(result, assessment, words, "r0")
    assert plan is not None
    assert {bar.trait: bar.end for bar in plan.bars} == ends
    told = quoted_with_values(words, [(bar.end, bar.shown) for bar in plan.bars])
    assert words(f"charts.why.{'helped' if suits else 'hindered'}", role=plan.role, ends=told) in plan.sentence
    shape = plan_radar(result, assessment, words, "r0")
    assert shape is not None
    nearest = [ends[bar.trait] for bar in plan.bars]
    assert words(f"charts.radar.{'near' if suits else 'far'}", ends=quoted(words, nearest)) in shape.sentence


def test_nothing_measured_is_nothing_to_show(made, words: Words) -> None:
    assessment = made.assessment()
    nothing = made.result(assessment, scores={trait.id: None for trait in assessment.traits})
    assert all(plan is None for plan in every_plan(nothing, assessment, words))


def test_all_in_the_middle_has_no_reasons_but_scores(made, ja: Words) -> None:
    assessment = made.assessment()
    middle = made.result(assessment, scores={trait.id: 50.0 for trait in assessment.traits}, p=(0.34, 0.33, 0.33))
    assert plan_why(middle, assessment, ja, "r0") is None
    scores = plan_traits(middle, assessment, ja)
    assert scores is not None
    assert scores.sentence == "測れた特性の得点はすべて50で、差がありません。"
    shape = plan_radar(middle, assessment, ja, "r0")
    assert shape is not None
    assert "この職種に合う側に寄った特性はありません" in shape.sentence


def test_without_a_fit_the_measured_traits_are_still_shown(made, words: Words) -> None:
    assessment = made.assessment()
    few = made.result(assessment, scores={trait.id: 60.0 if trait.id == "t0" else None for trait in assessment.traits})
    assert few.verdict.kind == "unscored"
    assert plan_traits(few, assessment, words)
    assert plan_radar(few, assessment, words, "r0")
    absent: list[Callable[..., PicturePlan | None]] = [plan_levels, plan_differences, plan_p]
    assert [plan(few, assessment, words) for plan in absent] == [None, None, None]


def test_an_unknown_role_is_refused(made, ja: Words) -> None:
    assessment = made.assessment()
    result = made.result(assessment)
    for plan in (plan_radar, plan_why):
        with pytest.raises(KeyError):
            plan(result, assessment, ja, "nobody")
