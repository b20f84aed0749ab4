"""What a picture holds: means in steps, spread in words, counts of which none is 1 or 2, and nothing of a person."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.questionnaire.assessment import Assessment
from scoring.group.picture import change, picture, placed, tally, ticks, whole
from scoring.rule.verdict import KINDS
from tests.examples import examples

OPTIONS = ("a", "b", "c", "d")
EIGHT = (12.5, 25, 50, 50, 62.5, 75, 87.5, 100)


def rows(
    assessment: Assessment, scores: Sequence[float], verdicts: Sequence[str] | None = None
) -> list[dict[str, Any]]:
    """People who have one score in all traits."""
    told = verdicts or ["clear"] * len(scores)
    return [
        {**{f"{trait.id}_score": score for trait in assessment.traits}, "verdict": verdict}
        for score, verdict in zip(scores, told, strict=True)
    ]


def counts(choices: str) -> dict[str, int]:
    return {"".join(cell["options"]): cell["count"] for cell in tally(OPTIONS, list(choices))}


def test_the_picture_of_a_room(liking: Assessment) -> None:
    verdicts = ["clear"] * 4 + ["leaning"] * 3 + ["close"]
    found = picture(liking, rows(liking, EIGHT, verdicts))
    assert (found["people"], found["step"]) == (8, 25)
    assert found["traits"] == [{"trait": one.id, "mean": 50, "spread": "far"} for one in liking.traits]
    assert found["far"] == [one.id for one in liking.traits]
    assert found["verdicts"] == [{"kinds": ["clear"], "count": 4}, {"kinds": ["leaning", "close"], "count": 4}]
    assert json.loads(json.dumps(found)) == found


def test_five_people_have_no_spread(liking: Assessment) -> None:
    found = picture(liking, rows(liking, [0, 100, 0, 100, 0]))
    assert {one["spread"] for one in found["traits"]} == {None}
    assert found["far"] == []
    assert found["verdicts"][0] == {"kinds": ["clear"], "count": 5}


def test_before_and_after(liking: Assessment) -> None:
    found = change(liking, rows(liking, [50] * 10), rows(liking, [50, 50, 62.5, 75, 75] * 2))
    assert found["traits"][0] == {"trait": liking.traits[0].id, "before": 50, "after": 70}
    assert found["step"] == 20
    with pytest.raises(ValueError, match="same people"):
        change(liking, rows(liking, [50] * 5), rows(liking, [50] * 6))


def test_too_few_or_not_measured_is_no_picture(liking: Assessment) -> None:
    with pytest.raises(ValueError, match="too small"):
        picture(liking, rows(liking, [50] * 4))
    with pytest.raises(ValueError, match="too small"):
        change(liking, rows(liking, [50] * 4), rows(liking, [50] * 4))
    five = rows(liking, [50] * 5)
    five[2][f"{liking.traits[1].id}_score"] = None
    assert [whole(liking, row) for row in five] == [True, True, False, True, True]
    with pytest.raises(ValueError, match="not measured"):
        picture(liking, five)


def test_small_counts_stand_together() -> None:
    assert counts("aaabbbb") == {"a": 3, "b": 4, "c": 0, "d": 0}
    assert counts("aaaaabbc") == {"a": 5, "bcd": 3}
    assert counts("aaaaaabbbc") == {"a": 6, "bcd": 4}
    assert counts("aaabc") == {"abcd": 5}
    assert counts("abcdd") == {"abcd": 5}
    assert counts("aaaaaaaab") == {"abcd": 9}
    with pytest.raises(ValueError, match="too few"):
        counts("aaaa")
    with pytest.raises(ValueError, match="none of the options"):
        counts("aaaae")


def test_two_each_would_be_told_by_their_sum() -> None:
    assert tally("abc", list("aabbccc")) == [{"options": ["a", "b", "c"], "count": 7}]


def test_of_several_answers_neither_who_chose_nor_who_did_not_is_told_of_one_or_two() -> None:
    chosen = [{"a", "b"}, {"a", "b"}, {"a", "b"}, {"a", "c"}, {"a"}, {"a"}]
    assert ticks(OPTIONS, chosen) == [
        {"option": "a", "count": 6},
        {"option": "b", "count": 3},
        {"option": "c", "count": None},
        {"option": "d", "count": 0},
    ]


def test_places_are_told_for_each_option() -> None:
    chosen = [{"x": "1", "y": "2"}] * 4 + [{"x": "2", "y": "1"}] * 3
    told = placed(("x", "y"), ("1", "2"), chosen)
    assert told[0] == {"option": "x", "cells": [{"options": ["1"], "count": 4}, {"options": ["2"], "count": 3}]}
    assert told[1] == {"option": "y", "cells": [{"options": ["1"], "count": 3}, {"options": ["2"], "count": 4}]}


@settings(max_examples=examples(500), deadline=None)
@given(st.lists(st.sampled_from(OPTIONS), min_size=5, max_size=40))
def test_no_count_is_one_or_two_and_all_choices_are_counted(choices: list[str]) -> None:
    cells = tally(OPTIONS, choices)
    assert sum(cell["count"] for cell in cells) == len(choices)
    assert sorted(option for cell in cells for option in cell["options"]) == sorted(OPTIONS)
    assert all(cell["count"] == 0 or cell["count"] >= 3 for cell in cells)
    for tick in ticks(OPTIONS, [{choice} for choice in choices]):
        count = tick["count"]
        assert count is None or (count not in (1, 2) and len(choices) - count not in (1, 2))


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.tuples(st.sampled_from([12.5 * at for at in range(9)]), st.sampled_from(KINDS[:3])), max_size=30))
def test_a_picture_says_no_more_than_its_rules(liking: Assessment, people: list[tuple[float, str]]) -> None:
    held = rows(liking, [score for score, _ in people], [verdict for _, verdict in people])
    if len(people) < 5:
        with pytest.raises(ValueError, match="too small"):
            picture(liking, held)
        return
    found = picture(liking, held)
    assert found.keys() == {"v", "people", "step", "traits", "verdicts", "far"}
    for one in found["traits"]:
        assert one.keys() == {"trait", "mean", "spread"}
        assert one["mean"] % 5 == 0
        assert (one["spread"] is None) is (len(people) < 8)
    assert all(cell["count"] == 0 or cell["count"] >= 3 for cell in found["verdicts"])
    assert picture(liking, held[::-1]) == found, "the order of people tells nothing"
