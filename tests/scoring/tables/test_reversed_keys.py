"""Answers that look already reversed are said; real ones, random ones and mere ways of answering are not."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from scoring.rule.key import Key, scoring_key
from scoring.tables.reversed_keys import ROWS, looks_reversed
from tests.scoring.tables.conftest import Tried


@pytest.fixture(scope="module")
def key(customer_roles) -> Key:
    return scoring_key(customer_roles, "full")


def ticked(key: Key, rows: int, seed: int, noise: float = 1.0, agreeing: float = 0.0) -> np.ndarray:
    """Answers of people with traits of their own, each item moved by chance; ``agreeing``: sd of saying yes to all."""
    rng = np.random.default_rng(seed)
    traits = rng.normal(size=(rows, len(key.traits)))
    yes = agreeing * rng.normal(size=rows)
    responses = np.zeros((rows, len(key.columns)), dtype=np.int8)
    for item in key.items:
        meant = (-1 if item.reverse else 1) * traits[:, item.trait] + yes + noise * rng.normal(size=rows)
        responses[:, item.column] = np.clip(np.round(3 + meant), 1, key.points)
    return responses


def turned(key: Key, responses: np.ndarray) -> np.ndarray:
    out = responses.copy()
    for item in key.items:
        if item.reverse:
            out[:, item.column] = np.where(out[:, item.column] > 0, key.points + 1 - out[:, item.column], 0)
    return out


@pytest.mark.parametrize("rows", [ROWS, 200, 12_000])
@pytest.mark.parametrize("noise", [0.5, 1.0, 2.0])
def test_reversed_answers_are_said_and_answers_as_ticked_are_not(key: Key, rows: int, noise: float) -> None:
    answers = ticked(key, rows, seed=rows, noise=noise)
    assert looks_reversed([(key, answers)]) == []
    (note,) = looks_reversed([(key, turned(key, answers))])
    assert f"In {rows:,} rows" in note.in_language("en")
    assert "6 - x" in note.in_language("ja")


@pytest.mark.parametrize("seed", range(40))
def test_random_answers_are_never_said(key: Key, seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, key.greatest + 1, size=(ROWS + 7 * seed, len(key.columns))).astype(np.int8)
    assert looks_reversed([(key, drawn)]) == []


@pytest.mark.parametrize("seed", range(10))
def test_ways_of_answering_are_not_taken_for_keys(key: Key, seed: int) -> None:
    """Straight lines, levels and agreeing with everything make all items rise together, of whatever trait."""
    rng = np.random.default_rng(seed)
    level = rng.integers(1, 6, size=(300, 1))
    lines = np.broadcast_to(level, (300, len(key.columns))).astype(np.int8)
    assert looks_reversed([(key, lines)]) == []
    levels = np.clip(lines + rng.integers(-1, 2, size=lines.shape), 1, key.points).astype(np.int8)
    assert looks_reversed([(key, levels)]) == []
    assert looks_reversed([(key, ticked(key, 300, seed, agreeing=1.5))]) == []
    alike = np.full((300, len(key.columns)), 3, dtype=np.int8)
    assert looks_reversed([(key, alike)]) == []


def test_too_few_rows_or_answers_say_nothing(key: Key) -> None:
    answers = turned(key, ticked(key, ROWS, seed=1))
    assert looks_reversed([(key, answers)])
    assert looks_reversed([(key, answers[1:])]) == []
    answers[0, [item.column for item in key.items if item.trait == 0 and item.reverse]] = 0
    assert looks_reversed([(key, answers)]) == []


def test_a_trait_with_one_key_only_is_left_out(build) -> None:
    key = scoring_key(build(items=1, foundation=0), "full")
    assert looks_reversed([(key, ticked(key, 100, seed=1))]) == []


def test_the_command_says_it_and_scores_the_table_as_it_stands(tried: Tried, key: Key, customer_roles) -> None:
    answers = ticked(key, 80, seed=3)
    columns = list(customer_roles.item)

    def table(responses: np.ndarray) -> str:
        places = [key.columns.index(column) for column in columns]
        return pl.DataFrame(responses[:, places], schema=columns).write_csv()

    plain, reverse = tried(table(answers)), tried(table(turned(key, answers)))
    assert plain.said == []
    (said,) = reverse.said
    assert said.startswith('Note: In 80 rows, answers to items keyed "-" rise with those keyed "+" of the same trait')
    assert "they look already reversed" in said
    assert reverse.teamwork != plain.teamwork
    assert tried(table(turned(key, turned(key, answers)))).teamwork == plain.teamwork
