"""The pictures on paper: well-formed and inside their width, however many traits and roles there are."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from catalog.content.words import Words
from charts.label import ems
from charts.paper.pictures import (
    svg_counts,
    svg_differences,
    svg_groups,
    svg_levels,
    svg_p,
    svg_radar,
    svg_sections,
    svg_team,
    svg_traits,
    svg_why,
)
from charts.plan.counts import CountRow
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.p import plan_p
from charts.plan.profile import plan_groups, plan_sections
from charts.plan.radar import MOST, plan_radar
from charts.plan.team import GroupTrait, plan_change
from charts.plan.traits import plan_traits
from charts.plan.why import plan_why
from tests.charts.cases import cases

SVG = "{http://www.w3.org/2000/svg}"


def pictures(assessment: Any, result: Any, words: Words, width: float) -> list[str]:
    role = result.ranking[0]
    levels, gaps = plan_levels(result, assessment, words), plan_differences(result, assessment, words)
    chances, scores = plan_p(result, assessment, words), plan_traits(result, assessment, words)
    shape, reasons = plan_radar(result, assessment, words, role), plan_why(result, assessment, words, role)
    assert levels
    assert gaps
    assert chances
    assert scores
    assert (shape is None) == (len(assessment.traits) > MOST)
    assert reasons
    domains = plan_groups(result, assessment, words)
    assert (domains is not None) == bool(assessment.groups)
    return [
        svg_levels(levels, width),
        svg_differences(gaps, width),
        svg_p(chances, width),
        svg_traits(scores.rows, width),
        svg_why(reasons, width),
        *([svg_radar(shape, width)] if shape else []),
        *([svg_groups(domains.rows, width)] if domains else []),
        svg_sections(plan_sections(result, assessment, words), width),
    ]


@pytest.mark.parametrize("case", range(4))
@pytest.mark.parametrize("width", [217.0, 241.0, 301.0])
def test_a_picture_stays_on_its_paper(made: Any, words: Words, case: int, width: float) -> None:
    for svg in pictures(*cases(made)[case], words, width):
        assert "nan" not in svg
        root = ElementTree.fromstring(svg)
        height = float(root.attrib["height"])
        assert float(root.attrib["width"]) == width
        for node in root.iter():
            for x, y in corners(node):
                assert -0.01 <= x <= width + 0.01, ElementTree.tostring(node, "unicode")
                assert -0.01 <= y <= height + 0.01, ElementTree.tostring(node, "unicode")


def corners(node: ElementTree.Element) -> list[tuple[float, float]]:
    """The ends of a shape or of a line of text, as estimated from its letters."""
    held = node.attrib
    if node.tag == f"{SVG}circle":
        x, y, r = (float(held[key]) for key in ("cx", "cy", "r"))
        return [(x - r, y - r), (x + r, y + r)]
    if node.tag == f"{SVG}rect":
        x, y, across, down = (float(held[key]) for key in ("x", "y", "width", "height"))
        return [(x, y), (x + across, y + down)]
    if node.tag == f"{SVG}line":
        return [(float(held[f"x{end}"]), float(held[f"y{end}"])) for end in (1, 2)]
    if node.tag in (f"{SVG}polygon", f"{SVG}polyline"):
        numbers = [float(number) for number in re.split(r"[ ,]", held["points"])]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if node.tag == f"{SVG}text":
        x, y, size = float(held["x"]), float(held["y"]), float(held["font-size"])
        wide = ems(node.text or "") * size
        start = {"start": x, "middle": x - wide / 2, "end": x - wide}[held.get("text-anchor", "start")]
        return [(start, y), (start + wide, y)]
    return []


@pytest.mark.parametrize("width", [241.0, 500.0])
def test_what_a_room_was_shown_stays_on_its_paper(words: Words, width: float) -> None:
    traits = [GroupTrait("Ends " * 8, "低い" * 9, "高い" * 9, mean, 30.0, "far", other=50) for mean in (10, 50, 90)]
    counts = [CountRow("答え" * 40, "3", 100 / 3, strong=True), CountRow("B", "—", None), CountRow("C", "0", 0)]
    for svg in (svg_team(plan_change(traits, words), width), svg_counts(counts, width)):
        root = ElementTree.fromstring(svg)
        height = float(root.attrib["height"])
        for node in root.iter():
            for x, y in corners(node):
                assert -0.01 <= x <= width + 0.01
                assert -0.01 <= y <= height + 0.01
