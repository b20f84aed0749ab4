"""The bar is drawn outside the fragment that draws it; a run that a newer one has replaced must not fail there."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st
from streamlit.errors import StreamlitInvalidLayoutContextError
from streamlit.runtime.scriptrunner import StopException

from views.taking import bar


class ClearedPlace:
    """What a container is to a run that was replaced."""

    def html(self, body: str) -> None:
        raise StreamlitInvalidLayoutContextError("no position reserved")


class Replaced(dict[str, Any]):
    """The session of a run that was replaced: whoever reads it is stopped."""

    def get(self, key: str, default: Any = None) -> Any:
        raise StopException


def test_a_replaced_run_ends_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", Replaced())
    with pytest.raises(StopException):
        bar.fill(ClearedPlace(), "")  # type: ignore[arg-type]


def test_a_defect_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    with pytest.raises(StreamlitInvalidLayoutContextError):
        bar.fill(ClearedPlace(), "")  # type: ignore[arg-type]
