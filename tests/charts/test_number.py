from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.content.words import Words
from charts import number


@pytest.mark.parametrize(
    ("value", "shown"), [(66.875, "67"), (62.5, "63"), (63.5, "64"), (0, "0"), (-0.2, "0"), (-3.6, "−4")]
)
def test_scores_are_whole_and_halves_go_up(value: float, shown: str) -> None:
    assert number.score(value) == shown


@pytest.mark.parametrize(
    ("value", "digits", "shown"), [(3.25, 1, "+3.3"), (-0.75, 1, "−0.8"), (-0.04, 1, "0.0"), (4, 0, "+4")]
)
def test_signed_points(value: float, digits: int, shown: str) -> None:
    assert number.signed(value, digits) == shown


def test_percent_is_whole_and_its_ends_are_words(ja: Words) -> None:
    shown = [number.percent(ja, share) for share in (0.0, 0.0099, 0.01, 0.577, 0.994, 0.995, 1.0)]
    assert shown == ["1%未満", "1%未満", "1%", "58%", "99%", "99%超", "99%超"]


def test_signs_are_written_in_one_place() -> None:
    """A number with its sign, anywhere in a picture, comes from here."""
    room = Path(number.__file__).parent
    sources = [path for path in room.rglob("*.py") if path != room / "number.py"]
    assert len(sources) > 20
    for path in sources:
        source = path.read_text("utf-8")
        assert not re.search(r"\N{MINUS SIGN}|MINUS SIGN|:\+[\d.]*[a-z]?\}", source), path
