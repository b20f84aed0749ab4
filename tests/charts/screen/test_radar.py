from __future__ import annotations

import plotly.graph_objects as go
import pytest

from catalog.content.words import Words
from charts.plan.radar import plan_radar
from charts.screen.pictures import radar


def test_a_strong_wish_is_a_larger_marker(made, words: Words) -> None:
    assessment = made.assessment()
    result = made.result(assessment)
    for role in assessment.roles:
        plan = plan_radar(result, assessment, words, role.id)
        picture = radar(result, assessment, words, role.id, "light")
        assert plan is not None
        assert picture is not None
        wishes = go.Figure(picture.figure).data[-1]
        assert list(wishes.r) == [spoke.wish for spoke in plan.spokes if spoke.wish is not None]
        strong = [abs(spoke.weight) == 2 for spoke in plan.spokes if spoke.weight]
        assert [size > min(wishes.marker.size) for size in wishes.marker.size] == strong


def test_an_unmeasured_trait_leaves_a_gap(made, ja: Words) -> None:
    assessment = made.assessment()
    scores = {trait.id: 60.0 for trait in assessment.traits} | {"t3": None, "t4": None, "t9": None}
    picture = radar(made.result(assessment, scores=scores), assessment, ja, "r0", "dark")
    assert picture is not None
    line = go.Figure(picture.figure).data[2]
    assert line.connectgaps is False
    drawn = {round(turn * 14 / 360) for turn, score in zip(line.theta, line.r, strict=True) if score is not None}
    assert drawn == {0, 1, 2, 5, 6, 7, 8, 10, 11, 12, 13}
    assert 0 not in line.r
    assert "「特性3」「特性4」「特性9」は、まだ測れていません。" in picture.sentence
    assert picture.table.rows[3][1] == "未測定"


@pytest.mark.parametrize("traits", [1, 2])
def test_fewer_than_three_traits_make_no_radar(made, ja: Words, traits: int) -> None:
    assessment = made.assessment(traits, 1, 1)
    assert radar(made.result(assessment), assessment, ja, assessment.roles[0].id, "light") is None


def test_many_traits_are_numbered_alike_on_the_axes_and_in_the_table(made, ja: Words) -> None:
    assessment = made.assessment(30, 10, 2)
    picture = radar(made.result(assessment), assessment, ja, "r0", "light")
    assert picture is not None
    assert list(go.Figure(picture.figure).layout.polar.angularaxis.ticktext) == [str(at) for at in range(1, 31)]
    assert [row[0] for row in picture.table.rows] == [f"{at}. 特性{at - 1}" for at in range(1, 31)]
