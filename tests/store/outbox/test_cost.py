from __future__ import annotations

import time
from pathlib import Path

import pytest

from bench.store import ALLOWED_SECONDS, SAVES, measure


@pytest.mark.proof
def test_a_save_costs_the_server_at_most_two_milliseconds_beyond_the_bare_call(place: str, tmp_path: Path) -> None:
    """Time of this process, on a machine that does nothing else. ``python -m bench`` takes the wall's."""
    (tmp_path / "own").mkdir()
    ratio = measure(place, "", time.process_time)
    over = (ratio.seconds - ratio.yardstick_seconds) / SAVES
    assert 0 < over <= ALLOWED_SECONDS, f"{over * 1000:.2f} ms"
