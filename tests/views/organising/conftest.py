from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.views.organising.as_organiser import Browser, signed_in


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with signed_in(tmp_path, monkeypatch) as made:
        yield made
