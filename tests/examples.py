"""What ``make test`` leaves to ``make proof``: four fifths of a property's examples, and looks that differ little."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

WHOLE = os.environ.get("FIT_EXAMPLES") == "whole"
FEWEST = 6


def examples(whole: int) -> int:
    """How many examples a property tries."""
    return whole if WHOLE else max(whole // 5, min(whole, FEWEST))


def in_proof(*values: Any) -> Any:
    """A parameter that is tried by ``make proof`` only."""
    return pytest.param(*values, marks=pytest.mark.proof)


def every_nth(n: int, values: Iterable[tuple[Any, ...]], first: int = 0) -> list[Any]:
    """All of ``values``, each a test's parameters; ``make test`` tries every ``n``th one, from place ``first`` on."""
    return [value if at % n == first else in_proof(*value) for at, value in enumerate(values)]


def every_other(values: Iterable[tuple[Any, ...]], first: int = 0) -> list[Any]:
    return every_nth(2, values, first)
