from __future__ import annotations

import plotly.graph_objects as go
import pytest

from catalog.content.words import Words
from charts.plan.radar import MOST, plan_radar
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


def test_more_axes_than_have_room_for_their_names_make_no_radar(made, ja: Words) -> None:
    """Numbers in place of names would have to be looked up, and paper has nowhere to do so."""
    fitting, many = made.assessment(MOST, 6, 2), made.assessment(MOST + 1, 6, 2)
    assert radar(made.result(many), many, ja, "r0", "light") is None
    picture = radar(made.result(fitting), fitting, ja, "r0", "light")
    assert picture is not None
    assert len(go.Figure(picture.figure).layout.polar.angularaxis.ticktext) == MOST
    assert [row[0] for row in picture.table.rows] == [f"特性{at}" for at in range(MOST)]


def test_a_role_that_weighs_three_of_thirty_traits_has_three_axes(made, ja: Words) -> None:
    many = made.assessment(30, 1, 1)
    role = many.roles[0].model_copy(update={"weights": {t: many.roles[0].weights[t] for t in ("t4", "t9")}})
    assessment = many.model_copy(update={"roles": (role,)})
    picture = radar(made.result(assessment), assessment, ja, "r0", "light")
    assert picture is not None
    assert [row[0] for row in picture.table.rows] == ["特性0", "特性4", "特性9"]
