"""Whether it is liking that parts the two roles in front, and whether liking leaves nothing that stands out."""

from __future__ import annotations

import pytest

from scoring import score_one
from scoring.told.parting import liking_parts
from scoring.told.reasons import nothing_stands_out
from tests.scoring.told.test_halves import answers

ALIKE = {"host": 3, "runner": 3, "archivist": 3}


@pytest.mark.parametrize(
    ("traits", "ratings", "parts"),
    [
        ({}, {"host": 5, "runner": 2, "archivist": 2}, True),
        ({"open": 5}, ALIKE, False),
        ({"open": 5}, {}, False),
        ({}, {}, False),
    ],
)
def test_liking_parts_the_roles_where_it_moves_them_further_apart_than_traits(liking, traits, ratings, parts) -> None:
    assert liking_parts(score_one(liking, "full", answers(liking, traits, ratings))) is parts


def test_without_an_order_nothing_parts(liking) -> None:
    assert not liking_parts(score_one(liking, "full", {}))


def test_work_that_is_liked_apart_stands_out(liking) -> None:
    flat = score_one(liking, "full", answers(liking, {}, ALIKE))
    assert nothing_stands_out(flat, liking)
    told = score_one(liking, "full", answers(liking, {}, {"host": 5, "runner": 1, "archivist": 1}))
    assert not nothing_stands_out(told, liking)
