"""Marking the answers of checks: every kind, right and wrong; the mixed order; when a question comes back."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.lessons.learning import Question, QuizOption, Target
from catalog.reading.text import Text
from teaching.quiz import APART_MS, chance, is_due, mark, shuffled, stands

WORDS = Text({"ja": "文", "en": "words"})
WHY = Text({"ja": "なぜ", "en": "why"})


def question(kind: str, count: int = 4, right: tuple[int, ...] = (0,), name: str = "q") -> Question:
    """``right``: places of the right options, from 0; a match sends every option to the first or second target."""
    return Question(
        id=name,
        kind=kind,  # type: ignore[arg-type]
        ask=WORDS,
        targets=tuple(Target(id=f"t{at}", text=WORDS) for at in range(2)) if kind == "match" else (),
        options=tuple(
            QuizOption(
                id=f"o{at}",
                text=WORDS,
                right=kind in ("single", "role", "several") and at in right,
                target=f"t{at % 2}" if kind == "match" else None,
                why=WHY if kind in ("single", "role", "several") else None,
            )
            for at in range(count)
        ),
        why=None if kind in ("single", "role", "several") else WHY,
        facts=("F001",),
    )


@pytest.mark.parametrize("kind", ["single", "role"])
def test_one_choice(kind: str) -> None:
    asked = question(kind, right=(2,))
    assert mark(asked, "o2").right
    wrong = mark(asked, "o1")
    assert not wrong.right
    by_id = {one.option: one for one in wrong.options}
    assert (by_id["o1"].given, by_id["o1"].wanted, by_id["o1"].right) == ("yes", "", False)
    assert (by_id["o2"].given, by_id["o2"].wanted, by_id["o2"].right) == ("", "yes", False)
    assert by_id["o0"].right
    assert all(one.why == WHY for one in wrong.options)


def test_several_choices_must_be_exactly_the_right_ones() -> None:
    asked = question("several", right=(0, 3))
    assert mark(asked, frozenset({"o0", "o3"})).right
    for wrong in ({"o0"}, {"o0", "o1", "o3"}, {"o1", "o2"}):
        assert not mark(asked, frozenset(wrong)).right


def test_only_the_order_of_the_file_is_right() -> None:
    asked = question("order", 3)
    right = [order for order in permutations(["o0", "o1", "o2"]) if mark(asked, order).right]
    assert right == [("o0", "o1", "o2")]
    told = {one.option: (one.given, one.wanted) for one in mark(asked, ("o1", "o0", "o2")).options}
    assert told == {"o0": ("2", "1"), "o1": ("1", "2"), "o2": ("3", "3")}


def test_a_match_is_right_when_every_option_is() -> None:
    asked = question("match")
    whole = {"o0": "t0", "o1": "t1", "o2": "t0", "o3": "t1"}
    assert mark(asked, whole).right
    wrong = mark(asked, {**whole, "o3": "t0"})
    assert [one.option for one in wrong.options if not one.right] == ["o3"]
    assert wrong.why == WHY


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("single", "gone"),
        ("single", frozenset({"o0", "o1"})),
        ("several", frozenset()),
        ("several", ("o0",)),
        ("order", ("o0", "o1")),
        ("order", "o0"),
        ("match", {"o0": "t0"}),
        ("match", {"o0": "t0", "o1": "t9", "o2": "t0", "o3": "t1"}),
        ("match", "o0"),
    ],
)
def test_an_answer_that_is_not_whole_is_refused(kind: str, answer: object) -> None:
    with pytest.raises(ValueError, match="q asks for"):
        mark(question(kind), answer)  # type: ignore[arg-type]


@given(st.text("abcdefgh", min_size=1, max_size=6), st.integers(2, 8))
def test_options_are_mixed_the_same_way_each_time(name: str, count: int) -> None:
    asked = question("single", count, name=name)
    mixed = shuffled(asked)
    assert mixed == shuffled(asked)
    assert sorted(option.id for option in mixed) == sorted(option.id for option in asked.options)
    ordered = question("order", count, name=name)
    assert shuffled(ordered) != ordered.options


def test_chance_is_the_share_of_right_answers() -> None:
    assert chance(question("single", 4)) == 0.25
    assert chance(question("several", 3)) == pytest.approx(1 / 7)
    assert chance(question("order", 3)) == pytest.approx(1 / 6)
    assert chance(question("match", 3)) == pytest.approx(1 / 8)


def test_a_wrong_answer_needs_two_right_ones_apart() -> None:
    start = 1_000_000
    assert stands(None, True, start) == ("right", start)
    held = stands(None, False, start)
    assert held == ("wrong", start)
    assert is_due(*held, start)
    held = stands(held, True, start + 1000)
    assert held == ("mending", start + 1000)
    assert not is_due(*held, start + 2000)
    assert stands(held, True, start + 2000) == held
    later = start + 1000 + APART_MS
    assert is_due(*held, later)
    held = stands(held, True, later)
    assert held == ("right", later)
    assert not is_due(*held, later + 10 * APART_MS)
    assert stands(held, False, later + 1) == ("wrong", later + 1)
