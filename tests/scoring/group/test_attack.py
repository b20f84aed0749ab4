"""The attacker finds what is there to be found, and what the rules leave is little."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from catalog.questionnaire.assessment import Assessment
from scoring.__main__ import main
from scoring.group.attack import Look, Pool, draw_pool, named_rightly, workshops
from scoring.group.command import gains
from scoring.group.people import MOST_GROUPS
from scoring.told.group import FEWEST, NEWCOMERS

ROOMS = 20_000


@pytest.fixture(scope="module")
def pool(customer_roles: Assessment) -> Pool:
    return draw_pool(customer_roles, "quick", 1)


def test_who_sees_the_exact_mean_of_two_knows_the_other(pool: Pool) -> None:
    looks = [Look((0, 1))]
    assert named_rightly(pool, 0, looks, ROOMS, 1, width=1) > 0.97
    assert named_rightly(pool, 0, looks, ROOMS, 1, width=100) == pytest.approx(pool.chance(0), abs=0.02)


def test_a_picture_of_others_only_tells_of_them(pool: Pool) -> None:
    assert named_rightly(pool, 0, [Look((1,))], ROOMS, 1, width=1) > 0.99
    assert named_rightly(pool, 0, [Look((0, 1, 2)), Look((0, 1, 2, 3))], ROOMS, 1, width=1) > 0.97


def test_answers_at_the_end_tell_less_of_those_at_first(pool: Pool) -> None:
    late = named_rightly(pool, 0, [Look((0, 1), after=True)], ROOMS, 1, width=1)
    assert pool.chance(0) + 0.05 < late < 0.75


@pytest.mark.parametrize("people", [5, 6, 8, 30])
def test_workshops_go_on_as_the_rules_let_them(people: int) -> None:
    ways = workshops(people)
    assert list(ways) == ["first", "again", "changed", "missed"]
    for looks in ways.values():
        groups = {frozenset(look.members) for look in looks}
        assert len(groups) <= MOST_GROUPS
        assert all(len(group) >= FEWEST for group in groups)
        assert all(len(one ^ other) >= NEWCOMERS for one in groups for other in groups if one != other)
    assert (len(ways["missed"]) == 1) is (people < FEWEST + NEWCOMERS)


def test_with_steps_of_five_a_small_room_would_be_given_away(pool: Pool) -> None:
    assert gains(pool, 0, 5, ROOMS, 1, width=5)["again"] > 0.2


@pytest.mark.parametrize("people", [5, 8, 20])
def test_the_rules_leave_less_than_ten_points(pool: Pool, people: int) -> None:
    for trait in (0, 7, 11):
        assert max(gains(pool, trait, people, ROOMS, 1).values()) < 0.1


@pytest.mark.parametrize("people", [5, 20])
def test_even_two_pictures_that_differ_by_one_seat_tell_little(pool: Pool, people: int) -> None:
    """Who leaves and joins again counts as two."""
    looks = [Look(tuple(range(people))), Look(tuple(range(people + 1)))]
    assert named_rightly(pool, 11, looks, ROOMS, 1) - pool.chance(11) < 0.1


def test_people_of_the_pool_are_those_of_the_norms(pool: Pool, customer_roles: Assessment) -> None:
    assert pool.traits == tuple(trait.id for trait in customer_roles.traits)
    assert pool.before.mean(axis=1) == pytest.approx([50] * 14, abs=0.5)
    for first, second in zip(pool.before, pool.after, strict=True):
        assert 0.3 < np.corrcoef(first, second)[0, 1] < 0.6


def test_a_table_is_printed_in_either_language(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["attack", "tests/fixtures/liking", "--sizes", "5", "12", "--rooms", "300"]
    assert main([*call, "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("liking 2.0.0, form plain: 300 rooms for each size, seed 1, true scores +0 points from the")
    assert "| people in the first picture | by chance | 5 | 12 |\n| --- | --- | --- | --- |\n" in said
    assert "| steps of the mean in the first picture (points) |  | 40 | 20 |" in said
    assert "| most of all traits |  | " in said
    assert main([*call, "--language", "en"]) == 0
    assert capsys.readouterr().out == said
    assert main([*call, "--step", "5", "--language", "ja"]) == 0
    assert "| 最初の図の平均の刻み（点） |  | 5 | 5 |" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--sizes", "4"], ["--rooms", "10"], ["--step", "0"]])
def test_what_cannot_be_played_is_said(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attack", "tests/fixtures/liking", *wrong, "--language", "en"]) == 2
    assert "at least 100 rooms, rooms of at least 5 people" in capsys.readouterr().err


def test_the_command_runs_as_printed() -> None:
    call = ["attack", "tests/fixtures/liking", "--sizes", "5", "--rooms", "100"]
    run = subprocess.run(
        [sys.executable, "-m", "scoring", *call], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    assert run.stdout.count("\n|") > 8
