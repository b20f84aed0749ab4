"""The drawings of the learning pages: what is drawn, said and tabled agrees with the comparison, in both languages."""

from __future__ import annotations

import re
from html import unescape

import pytest

from catalog.content.words import Words
from catalog.lessons.learning import PICTURES, Comparison
from catalog.reading.text import Text
from charts.lesson.drawing import Drawing, named_roles
from charts.lesson.fit_map import fit_map
from charts.lesson.journey import journey
from charts.lesson.kpi_lists import DIMENSION, kpi_lists
from charts.lesson.positioning import positioning
from charts.lesson.tools_grid import tools_grid
from charts.wish import WISHES
from tests.shipped import shipped_assessment, shipped_content

CONTENT = shipped_content()
HELD = shipped_assessment()
LANGUAGES = ["ja", "en"]


@pytest.fixture
def comparison() -> Comparison:
    assert CONTENT.learning is not None
    assert CONTENT.learning.comparison is not None
    return CONTENT.learning.comparison


def every_drawing(comparison: Comparison, words: Words, theme: str = "light") -> dict[str, Drawing | None]:
    roles = named_roles(comparison, HELD, words, theme)  # type: ignore[arg-type]
    return {
        "positioning": positioning(comparison, roles, words),
        "tools_grid": tools_grid(comparison, roles, words),
        "journey": journey(comparison, roles, words),
        "kpi_lists": kpi_lists(comparison, roles, words),
        "fit_map": fit_map(HELD, roles, words),
    }


def letters(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", markup))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_drawing_is_whole(comparison: Comparison, language: str, theme: str) -> None:
    drawings = every_drawing(comparison, CONTENT.words(language), theme)
    assert set(drawings) == set(PICTURES)
    for drawing in drawings.values():
        assert drawing is not None
        assert drawing.markup.count("<div") == drawing.markup.count("</div>")
        assert drawing.markup.startswith("<div")
        assert 'aria-hidden="true"' in drawing.markup.split(">")[0]
        assert drawing.title
        assert drawing.sentence
        assert "{" not in drawing.sentence
        assert drawing.table.rows
        assert all(len(row) == len(drawing.table.columns) and all(row) for row in drawing.table.rows)
        assert set(drawing.facts) <= set(CONTENT.facts)


def test_roles_of_the_assessment_keep_their_marks_and_no_two_are_alike(comparison: Comparison) -> None:
    roles = named_roles(comparison, HELD, CONTENT.words("ja"), "light")
    turned = comparison.model_copy(update={"roles": tuple(reversed(comparison.roles))})
    again = named_roles(turned, HELD, CONTENT.words("ja"), "light")
    assert {role.id: again[role.id].mark for role in HELD.roles} == {
        role.id: roles[role.id].mark for role in HELD.roles
    }
    assert len({role.mark.colour for role in roles.values()}) == len(comparison.roles)
    assert len({role.mark.glyph for role in roles.values()}) == len(comparison.roles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_places_each_role_where_the_file_says(comparison: Comparison, language: str) -> None:
    words = CONTENT.words(language)
    roles = named_roles(comparison, HELD, words, "light")
    drawing = positioning(comparison, roles, words)
    assert drawing is not None
    drawn = {
        name: (float(left), float(bottom))
        for left, bottom, name in re.findall(r"left:([\d.]+)%;bottom:([\d.]+)%.*?<b>(.*?)</b>", drawing.markup)
    }
    placed = {role.id: role.place for role in comparison.roles if role.place}
    assert drawn == {
        roles[role].short: (place.reactive_to_proactive, place.short_to_long) for role, place in placed.items()
    }
    rows = {row[0]: row[1:] for row in drawing.table.rows}
    for role in comparison.roles:
        assert (rows[roles[role.id].name][0] == words("learn.picture.positioning.unknown")) == (role.place is None)
    order = sorted(placed, key=lambda role: -placed[role].reactive_to_proactive)
    found = [drawing.sentence.index(roles[role].name) for role in order]
    assert found == sorted(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tool_grid_says_what_the_file_says(comparison: Comparison, language: str) -> None:
    words = CONTENT.words(language)
    drawing = every_drawing(comparison, words)["tools_grid"]
    assert drawing is not None
    assert comparison.tools is not None
    for row, tool in zip(drawing.table.rows, comparison.tools.rows, strict=True):
        wanted = [words(f"learn.picture.tools_grid.{tool.cells[column]}") for column in comparison.tools.columns]
        assert list(row) == [words.of(tool.name), *wanted]
        for value in ("yes", "no", "partly"):
            assert list(tool.cells.values()).count(value) <= drawing.markup.count(f"fit-tool-{value}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_journey_shows_every_act_and_only_of_the_roles_asked_for(comparison: Comparison, language: str) -> None:
    words = CONTENT.words(language)
    roles = named_roles(comparison, HELD, words, "light")
    whole = journey(comparison, roles, words)
    assert whole is not None
    acts = [words.of(done.text) for step in comparison.journey for done in step.roles.values()]
    for act in acts:
        assert act in letters(whole.markup)
    assert sorted(row[2] for row in whole.table.rows) == sorted(acts)
    one = comparison.roles[-1]
    few = journey(comparison, roles, words, (one.id,))
    assert few is not None
    assert {row[1] for row in few.table.rows} == {roles[one.id].name}
    assert words("learn.silent") in letters(few.markup)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_measures_stand_side_by_side_and_silence_is_said(comparison: Comparison, language: str) -> None:
    words = CONTENT.words(language)
    roles = named_roles(comparison, HELD, words, "light")
    drawing = kpi_lists(comparison, roles, words)
    assert drawing is not None
    for role in comparison.roles:
        for statement in comparison.cell(DIMENSION, role.id):
            assert (roles[role.id].name, words.of(statement.text)) in drawing.table.rows
            assert words.of(statement.text) in letters(drawing.markup)
    silent = [role.id for role in comparison.roles if not comparison.cell(DIMENSION, role.id)]
    assert silent
    assert kpi_lists(comparison, roles, words, tuple(silent)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fit_map_holds_every_weight(comparison: Comparison, language: str) -> None:
    words = CONTENT.words(language)
    roles = named_roles(comparison, HELD, words, "light")
    drawing = fit_map(HELD, roles, words)
    assert drawing is not None
    none, strong = words("charts.wish.none"), words("charts.wish.strong", end="")
    rows = {row[0]: row[1:] for row in drawing.table.rows}
    for trait in HELD.traits:
        weights = [role.weights[trait.id].weight if trait.id in role.weights else 0 for role in HELD.roles]
        name = words.of(trait.name)
        assert (name in rows) == any(weights)
        if any(weights):
            for weight, said in zip(weights, rows[name], strict=True):
                end = words.of(trait.high if weight > 0 else trait.low)
                assert said == (end + strong * (abs(weight) == 2) if weight else none)
    lines = re.findall(r'<div class="fit-slide-line">(.*?)</div>', drawing.markup)
    assert len(lines) == len(rows)
    weighed = [trait.id for trait in HELD.traits if words.of(trait.name) in rows]
    for line, trait_id in zip(lines, weighed, strict=True):
        slots = re.findall(r"<span>(.*?)</span>(?=<span>|$)", line)
        assert len(slots) == len(WISHES)
        for role in HELD.roles:
            weight = role.weights[trait_id].weight if trait_id in role.weights else 0
            assert roles[role.id].mark.glyph in slots[weight + 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fit_map_says_the_ends_that_count_most(comparison: Comparison, language: str) -> None:
    words = CONTENT.words(language)
    drawing = fit_map(HELD, named_roles(comparison, HELD, words, "light"), words)
    assert drawing is not None
    for trait in HELD.traits:
        weights = [role.weights[trait.id].weight for role in HELD.roles if trait.id in role.weights]
        for end, strong in ((trait.high, 2), (trait.low, -2)):
            assert (words("charts.list.quoted", phrase=words.of(end)) in drawing.sentence) == (strong in weights)


def test_names_are_escaped(comparison: Comparison) -> None:
    words = CONTENT.words("ja")
    wild = Text({"ja": "<b onclick='x'>&", "en": "x"})
    role = comparison.roles[0].model_copy(update={"name": wild, "short": wild})
    step = comparison.journey[0].model_copy(update={"name": wild})
    odd = comparison.model_copy(update={"roles": (role, *comparison.roles[1:]), "journey": (step,)})
    for drawing in every_drawing(odd, words).values():
        assert drawing is not None
        assert "<b onclick" not in drawing.markup


def test_without_data_there_is_no_drawing(comparison: Comparison) -> None:
    words = CONTENT.words("ja")
    bare = comparison.model_copy(
        update={
            "journey": (),
            "tools": None,
            "cells": {},
            "roles": tuple(role.model_copy(update={"place": None}) for role in comparison.roles),
        }
    )
    drawings = every_drawing(bare, words)
    assert [name for name, drawing in drawings.items() if drawing] == ["fit_map"]
    alone = HELD.model_copy(update={"roles": ()})
    assert fit_map(alone, named_roles(bare, alone, words, "light"), words) is None
