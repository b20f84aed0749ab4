"""What labelled advertisements are read as: the shared ones, and our own that the rules were written with in view."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from tests.adverts.labelled import Compared, compare, labelled, totals
from tests.shipped import shipped_content

HERE = Path(__file__).parent
SETS = ["shared", "own", "second", "apart", "blind", "later"]
"""Of the last one the telling words are not labelled."""
FILES = {
    "own": "seen.yaml",
    "second": "unread.yaml",
    "apart": "apart.yaml",
    "blind": "blind.yaml",
    "later": "later.yaml",
    "once": "once.yaml",
}
"""docs/adverts.md tells who wrote them, and how they were read for the first time."""
ONCE = "once"
"""Read when the words were done. Whoever widens the words leaves these out of view."""


@pytest.fixture(scope="module")
def shared(content) -> list[Compared]:
    named = os.environ.get("FIT_TEST_DATA")
    files = sorted((Path(named or ".") / "adverts").glob("*.yaml")) if named else []
    if not files:
        reason = "FIT_TEST_DATA names no folder with adverts/*.yaml (labelled advertisements)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return [compare(one, content) for file in files for one in labelled(file)]


@pytest.fixture(scope="module")
def own() -> list[Compared]:
    return compared_in("own")


@pytest.fixture
def compared(of: str, request: pytest.FixtureRequest) -> list[Compared]:
    return request.getfixturevalue(of) if of == "shared" else compared_in(of)


@cache
def compared_in(of: str) -> list[Compared]:
    return [compare(one, shipped_content()) for one in labelled(HERE / FILES[of])]


@pytest.mark.parametrize("of", [*SETS, ONCE])
def test_nine_in_ten_are_read_as_labelled(compared: list[Compared]) -> None:
    assert sum(one.right for one in compared) >= 0.9 * len(compared), totals(compared)


@pytest.mark.parametrize("of", [*SETS[:-1], ONCE])
def test_four_in_five_of_the_labelled_places_are_marked(compared: list[Compared]) -> None:
    assert sum(one.found for one in compared) >= 0.8 * sum(one.signals for one in compared), totals(compared)


@pytest.mark.parametrize("of", SETS)
def test_four_in_five_of_what_they_lack_is_said_and_little_else(compared: list[Compared]) -> None:
    assert sum(one.said for one in compared) >= 0.8 * sum(one.lacks for one in compared), totals(compared)
    assert not [(one.name, one.false) for one in compared if len(one.false) > 1]


def test_every_mark_lies_in_its_text_and_is_explained(shared: list[Compared], own: list[Compared]) -> None:
    for one in (*shared, *own):
        reading = one.reading
        for text, findings in ((reading.text, reading.findings), (reading.title, reading.title_findings)):
            end = 0
            for mark in findings:
                assert end <= mark.start < mark.end <= len(text)
                assert text[mark.start : mark.end] == mark.quote
                assert mark.why
                assert mark.facts
                end = mark.end
        assert "".join(piece.text for piece in reading.pieces) == reading.text
        for condition in reading.conditions:
            assert all(reading.text[place.start : place.end] == place.quote for place in condition.stated)
            assert condition.question


def test_mixed_and_unknown_name_no_kind(shared: list[Compared], own: list[Compared]) -> None:
    for one in (*shared, *own):
        named = one.reading.verdict in ("clear", "leaning")
        assert (one.reading.kind is not None) is named
        assert (one.reading.silence is not None) is (one.reading.verdict == "unknown")
