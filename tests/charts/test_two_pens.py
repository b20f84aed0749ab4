"""Screen and paper draw the same plan: the same letters and the same roles' colours, for results of every kind."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest

from catalog.content.words import Words
from charts.palette import PALETTES, SYMBOLS, faded, role_mark
from charts.paper.pictures import (
    svg_differences,
    svg_groups,
    svg_levels,
    svg_p,
    svg_radar,
    svg_sections,
    svg_traits,
    svg_why,
)
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.p import plan_p
from charts.plan.profile import plan_groups, plan_sections
from charts.plan.radar import MOST, plan_radar
from charts.plan.traits import plan_traits
from charts.plan.why import plan_why
from charts.screen.picture import Figure, Picture
from charts.screen.pictures import (
    groups,
    p_best,
    radar,
    section,
    traits,
    verdict_differences,
    verdict_levels,
    why,
)
from tests.charts.cases import cases

WIDTH = 241.0
LIGHT = PALETTES["light"]
SVG = "{http://www.w3.org/2000/svg}"


def both(assessment: Any, result: Any, words: Words) -> Iterator[tuple[str, Picture, str, str]]:
    """Name, the picture on screen, on paper, and what paper alone spells out."""
    levels, gaps = plan_levels(result, assessment, words), plan_differences(result, assessment, words)
    chances, scores = plan_p(result, assessment, words), plan_traits(result, assessment, words)
    assert levels
    assert gaps
    assert chances
    assert scores
    told = "".join(gap.shown for gap in gaps.gaps)
    yield "levels", shown(verdict_levels(result, assessment, words, "light")), svg_levels(levels, WIDTH), ""
    yield "gaps", shown(verdict_differences(result, assessment, words, "light")), svg_differences(gaps, WIDTH), told
    yield "p", shown(p_best(result, assessment, words, "light")), svg_p(chances, WIDTH), ""
    yield "traits", shown(traits(result, assessment, words, "light")), svg_traits(scores.rows, WIDTH), ""
    domains = plan_groups(result, assessment, words)
    if domains:
        yield "groups", shown(groups(result, assessment, words, "light")), svg_groups(domains.rows, WIDTH), ""
    for part in plan_sections(result, assessment, words):
        yield part.title, section(part, "light"), svg_sections([part], WIDTH), ""
    for role in assessment.role:
        shape, reasons = plan_radar(result, assessment, words, role), plan_why(result, assessment, words, role)
        assert (shape is None) == (len(assessment.traits) > MOST)
        assert reasons
        if shape:
            yield "radar", shown(radar(result, assessment, words, role, "light")), svg_radar(shape, WIDTH), ""
        yield "why", shown(why(result, assessment, words, role, "light")), svg_why(reasons, WIDTH), ""


def shown(picture: Picture | None) -> Picture:
    assert picture is not None
    return picture


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


def on_screen(figure: Figure) -> Counter[str]:
    """What stands there before anything is touched; the roles' glyphs are shapes on paper."""
    layout = figure["layout"]
    texts = [note["text"] for note in layout.get("annotations", [])]
    texts += layout.get("yaxis", {}).get("ticktext", [])
    texts += layout.get("polar", {}).get("angularaxis", {}).get("ticktext", [])
    for trace in figure["data"]:
        texts += [trace.get("name", ""), *trace.get("text", [])]
    written = re.sub("|".join(f"<span[^>]*>{glyph}</span>" for _, glyph in SYMBOLS), "", "".join(texts))
    return letters(unescape(re.sub(r"<[^>]+>", "", written)))


def on_paper(svg: str) -> Counter[str]:
    return letters("".join(node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")))


def colours(drawn: str) -> set[str]:
    """The meaning colours of a picture."""
    known = {LIGHT.accent, LIGHT.negative, *(role_mark(place, "light").colour for place in range(len(LIGHT.roles)))}
    return {colour for colour in known if colour in drawn or faded(colour, 0.22) in drawn}


@pytest.mark.parametrize("case", range(4))
def test_the_same_letters_and_colours_stand_on_screen_and_on_paper(made: Any, words: Words, case: int) -> None:
    assessment, result = cases(made)[case]
    for name, picture, svg, told in both(assessment, result, words):
        assert on_paper(svg) == on_screen(picture.figure) + letters(told), name
        assert colours(svg) == colours(json.dumps(picture.figure)), name
        assert colours(svg) or name == "gaps", "only what cannot be told apart has no colour"
