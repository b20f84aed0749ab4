"""The name on a download: what stands in its field, also where the tap on the button ended the typing."""

from __future__ import annotations

import threading

import pytest

from views.result import downloads as take_along
from views.result.downloads import LateField


def test_a_name_that_arrives_with_the_tap_is_printed() -> None:
    typed = LateField()
    typed.draw("")
    late = threading.Timer(0.05, typed.draw, ["山田"])
    late.start()
    assert typed.name() == "山田"
    late.join()


def test_a_name_that_stood_there_before_is_printed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_along, "ON_ITS_WAY_SECONDS", 0.01)
    typed = LateField()
    assert typed.name() == ""
    typed.draw("山田")
    assert [typed.name(), typed.name()] == ["山田", "山田"]
    typed.draw("")
    assert typed.name() == ""
