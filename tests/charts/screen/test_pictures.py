"""Every picture at once: drawn, said and tabled alike, in both languages and for any number of traits and roles."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from string import Formatter

import plotly.graph_objects as go
import pytest

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.p import plan_p
from charts.plan.radar import plan_radar
from charts.plan.traits import plan_traits
from charts.plan.why import plan_why
from charts.screen.picture import FONT, Picture
from charts.screen.pictures import p_best, radar, traits, verdict_differences, verdict_levels, why
from scoring.rule.result import Result

SHAPES = [(3, 1, 1), (4, 1, 2), (14, 6, 3), (30, 10, 8)]


def every_picture(result: Result, assessment: Assessment, words: Words, theme: str) -> Iterator[Picture | None]:
    yield verdict_levels(result, assessment, words, theme)
    yield verdict_differences(result, assessment, words, theme)
    yield p_best(result, assessment, words, theme)
    yield traits(result, assessment, words, theme)
    for role in assessment.role:
        yield radar(result, assessment, words, role, theme)
        yield why(result, assessment, words, role, theme)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_picture_is_whole(made, words: Words, shape: tuple[int, int, int], theme: str) -> None:
    assessment = made.assessment(*shape)
    result = made.result(assessment)
    drawn = [picture for picture in every_picture(result, assessment, words, theme) if picture]
    assert len(drawn) >= 3 + 2 * len(assessment.roles) - (len(assessment.roles) == 1)
    for picture in drawn:
        drawing = go.Figure(picture.figure).to_json()
        assert "NaN" not in drawing
        assert "Infinity" not in drawing
        layout = json.loads(drawing)["layout"]
        assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
        assert layout["font"]["family"] == FONT
        assert layout["dragmode"] is False
        assert min(_sizes(layout)) >= 11
        assert picture.sentence
        assert "{" not in picture.sentence
        assert picture.table.rows
        assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)


def _sizes(node: object) -> Iterator[float]:
    if isinstance(node, dict):
        if "family" in node or set(node) <= {"size", "color", "family"}:
            yield from (node[key] for key in ("size",) if key in node)
        for below in node.values():
            yield from _sizes(below)
    elif isinstance(node, list):
        for below in node:
            yield from _sizes(below)


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
    for picture in every_picture(result, assessment, words, "light"):
        assert picture is not None
        cells = " ".join(cell for row in picture.table.rows for cell in row)
        held = set(re.findall(r"[+−]?\d+(?:\.\d+)?", cells)) | of_result | {"50"}
        held |= {str(count) for count in range(len(assessment.traits) + 1)}
        said = re.findall(r"[+−]?\d+(?:\.\d+)?", picture.sentence)
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


def test_apart_means_that_the_interval_leaves_zero_out(made, ja: Words) -> None:
    assessment = made.assessment()
    near = plan_differences(made.result(assessment, gap=6.0, half=9.0), assessment, ja)
    assert near is not None
    assert [(gap.apart, gap.said) for gap in near.gaps] == [(False, "まだ区別できない"), (True, "区別できる")]


def test_unlikely_roles_are_said_in_words(made, ja: Words) -> None:
    assessment = made.assessment()
    picture = p_best(made.result(assessment, p=(0.92, 0.075, 0.005)), assessment, ja, "light")
    assert picture is not None
    assert picture.sentence.endswith("カスタマー役割1とカスタマー役割2の見込みは低めです。")
    assert picture.table.rows[-1] == ("カスタマー役割2", "1%未満")


@pytest.mark.parametrize(
    ("warning", "said"), [(("t0", "t1"), "特性0と特性1が低めに"), (("score",), "土台が全体に低めに"), ((), None)]
)
def test_a_foundation_warning_is_said(made, ja: Words, warning: tuple[str, ...], said: str | None) -> None:
    assessment = made.assessment()
    picture = verdict_levels(made.result(assessment, warning=warning), assessment, ja, "light")
    assert picture is not None
    assert said in picture.sentence if said else "低め" not in picture.sentence


def test_nothing_measured_gives_no_picture(made, words: Words) -> None:
    assessment = made.assessment()
    nothing = made.result(assessment, scores={trait.id: None for trait in assessment.traits})
    assert all(picture is None for picture in every_picture(nothing, assessment, words, "light"))


def test_all_in_the_middle_has_no_reasons_but_scores(made, ja: Words) -> None:
    assessment = made.assessment()
    middle = made.result(assessment, scores={trait.id: 50.0 for trait in assessment.traits}, p=(0.34, 0.33, 0.33))
    assert why(middle, assessment, ja, "r0", "light") is None
    picture = traits(middle, assessment, ja, "light")
    assert picture is not None
    assert picture.sentence == "測れた特性はすべて50で、差がありません。"
    drawn = radar(middle, assessment, ja, "r0", "light")
    assert drawn is not None
    assert "求められる側にはっきり寄った特性はありません" in drawn.sentence


def test_without_a_fit_the_measured_traits_are_still_shown(made, words: Words) -> None:
    assessment = made.assessment()
    few = made.result(assessment, scores={trait.id: 60.0 if trait.id == "t0" else None for trait in assessment.traits})
    assert few.verdict.kind == "unscored"
    shown = [traits(few, assessment, words, "light"), radar(few, assessment, words, "r0", "light")]
    assert all(shown)
    absent: list[Callable[..., Picture | None]] = [verdict_levels, verdict_differences, p_best]
    assert [draw(few, assessment, words, "light") for draw in absent] == [None, None, None]


def test_an_unknown_role_is_refused(made, ja: Words) -> None:
    assessment = made.assessment()
    result = made.result(assessment)
    for draw in (radar, why):
        with pytest.raises(KeyError):
            draw(result, assessment, ja, "nobody", "light")


def test_importing_the_room_loads_no_plotly() -> None:
    rooms = "charts.screen.pictures, charts.paper.pictures"
    code = f"import sys, {rooms}; print([m for m in ('plotly', 'pandas', 'streamlit') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_both_languages_have_the_same_places(ja: Words) -> None:
    for key, held in ja._texts.items():
        places = {
            language: {place for _, place, _, _ in Formatter().parse(written) if place}
            for language, written in held.root.items()
        }
        assert set(places) == {"ja", "en"}, key
        assert places["ja"] == places["en"], key
