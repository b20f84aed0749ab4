"""The pictures on paper: well-formed, of the plans' own words and colours, and safe for any name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.reading.text import Text
from charts.palette import PALETTES, SYMBOLS, role_mark
from charts.paper.canvas import FAMILY, Canvas
from charts.paper.pictures import svg_differences, svg_levels, svg_p, svg_radar, svg_traits, svg_why
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.p import plan_p
from charts.plan.radar import plan_radar
from charts.plan.traits import plan_traits
from charts.plan.why import plan_why
from scoring.rule.result import Result
from tests.reports.results import Told

WIDTH = 241.0
SVG = "{http://www.w3.org/2000/svg}"


def drawn(result: Result, assessment: Assessment, words: Words) -> Iterator[tuple[str, list[str]]]:
    """Each picture with the words that its plan holds."""
    role = result.ranking[0]
    levels, gaps = plan_levels(result, assessment, words), plan_differences(result, assessment, words)
    chances, scores = plan_p(result, assessment, words), plan_traits(result, assessment, words)
    shape, reasons = plan_radar(result, assessment, words, role), plan_why(result, assessment, words, role)
    if levels:
        rows = [row for row in (levels.foundation, *levels.directions) if row]
        yield svg_levels(levels, WIDTH), [text for row in rows for text in (row.name, row.shown)]
    if gaps:
        yield svg_differences(gaps, WIDTH), [text for gap in gaps.gaps for text in (gap.name, gap.shown, gap.said)]
    if chances:
        yield svg_p(chances, WIDTH), [text for chance in chances.chances for text in (chance.name, chance.shown)]
    if scores:
        yield svg_traits(scores.rows, WIDTH), [text for row in scores.rows for text in (row.name, row.shown)]
    if shape:
        yield svg_radar(shape, WIDTH), [shape.you, shape.wished, *(line for s in shape.spokes for line in s.label)]
    if reasons:
        yield svg_why(reasons, WIDTH), [text for bar in reasons.bars for text in (bar.label, bar.shown)]


def written(svg: str) -> str:
    return re.sub(r"\s+", "", "".join(node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")))


@pytest.mark.parametrize("kind", ["planner", "expert", "brisk", "tie", "warning", "one_role"])
def test_a_picture_says_what_its_plan_says(
    kind: str, told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    count = 0
    for svg, said in drawn(told[kind].result, assessment, words):
        count += 1
        assert "nan" not in svg
        text = written(svg)
        for one in said:
            assert re.sub(r"\s+", "", one).strip("…") in text, one
        for node in ElementTree.fromstring(svg).iter(f"{SVG}text"):
            assert node.attrib["font-family"] == FAMILY
            assert -0.01 <= float(node.attrib["x"]) <= WIDTH + 0.01
    assert count >= 4


def test_roles_keep_their_colours(told: dict[str, Told], assessment: Assessment, ja: Words) -> None:
    plan = plan_levels(told["planner"].result, assessment, ja)
    assert plan
    svg = svg_levels(plan, WIDTH)
    for place in range(len(assessment.roles)):
        assert role_mark(place, "light").colour in svg
    assert PALETTES["light"].accent in svg


def test_hostile_names_stay_names(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    evil = "</text><script>x</script>&\"'\x00\x0b\ud800]]>"
    name = Text.model_construct({"ja": evil, "en": evil})
    hostile = assessment.model_copy(
        update={
            "traits": tuple(trait.model_copy(update={"name": name, "short": name}) for trait in assessment.traits),
            "roles": tuple(role.model_copy(update={"name": name, "short": name}) for role in assessment.roles),
        }
    )
    for svg, _ in drawn(told["planner"].result, hostile, words):
        root = ElementTree.fromstring(svg)
        assert not list(root.iter(f"{SVG}script"))


def test_every_symbol_can_be_drawn() -> None:
    canvas = Canvas(PALETTES["light"], 10)
    for symbol, _ in SYMBOLS:
        canvas.mark(5, 5, symbol, 8, "#000000")
    assert len(ElementTree.fromstring(canvas.svg(10))) == len(SYMBOLS)
    with pytest.raises(KeyError):
        canvas.mark(5, 5, "heart", 8, "#000000")
