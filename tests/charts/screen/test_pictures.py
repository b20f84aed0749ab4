"""Every picture of a page: valid for Plotly, with its sentence and table, for any number of traits and roles."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import plotly.graph_objects as go
import pytest

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.p import plan_p
from charts.plan.radar import MOST, plan_radar
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
    with_shape = len(assessment.roles) if shape[0] <= MOST else 0
    assert len(drawn) >= 3 + len(assessment.roles) + with_shape - (len(assessment.roles) == 1)
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


def test_nothing_measured_gives_no_picture(made, words: Words) -> None:
    assessment = made.assessment()
    nothing = made.result(assessment, scores={trait.id: None for trait in assessment.traits})
    assert all(picture is None for picture in every_picture(nothing, assessment, words, "light"))


def test_a_picture_says_what_its_plan_says(made, words: Words) -> None:
    assessment = made.assessment()
    result = made.result(assessment)
    pairs = [
        (verdict_levels(result, assessment, words, "dark"), plan_levels(result, assessment, words)),
        (verdict_differences(result, assessment, words, "dark"), plan_differences(result, assessment, words)),
        (p_best(result, assessment, words, "dark"), plan_p(result, assessment, words)),
        (traits(result, assessment, words, "dark"), plan_traits(result, assessment, words)),
        (radar(result, assessment, words, "r1", "dark"), plan_radar(result, assessment, words, "r1")),
        (why(result, assessment, words, "r1", "dark"), plan_why(result, assessment, words, "r1")),
    ]
    for picture, plan in pairs:
        assert picture is not None
        assert plan is not None
        assert (picture.sentence, picture.table, picture.caption) == (plan.sentence, plan.table, plan.caption)


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
