"""Streamlit's scripts take turns: through the one method of its insides that we use."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import AppTest

from tests.views.pages import open_page
from views.turns import scripts
from views.turns.scripts import PAGE, ROOM, SOON, TAP, TURNS, run_in_turn


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The urgencies of the turns that were taken; what was installed goes with the test."""
    found: list[int] = []
    turn = TURNS.turn

    @contextmanager
    def counted(urgency: int) -> Iterator[None]:
        found.append(urgency)
        with turn(urgency):
            yield

    monkeypatch.setattr(TURNS, "turn", counted)
    monkeypatch.setattr(ScriptRunner, "_run_script", ScriptRunner._run_script)
    return found


def test_each_run_of_a_page_takes_its_turn(taken: list[int]) -> None:
    run_in_turn()
    run_in_turn()
    app = AppTest.from_function(lambda: None).run()
    assert taken == [PAGE], "once a run, also where it was called twice"
    app.run()
    assert taken == [PAGE, PAGE]
    assert not app.exception


def test_no_two_scripts_run_at_once(taken: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    inside, most = [0], [0]

    def run(_runner: Any, _asked: RerunData) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.005)
        inside[0] -= 1

    monkeypatch.setattr(ScriptRunner, "_run_script", run)
    run_in_turn()
    runner: Any = SimpleNamespace(_session_state={})
    threads = [threading.Thread(target=ScriptRunner._run_script, args=(runner, RerunData())) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (most[0], len(taken)) == (1, 8)


@pytest.mark.parametrize(
    ("state", "asked", "urgency"),
    [
        ({}, RerunData(), PAGE),
        ({}, RerunData(fragment_id_queue=["card"]), TAP),
        ({SOON: True}, RerunData(), ROOM),
        ({SOON: True}, RerunData(fragment_id_queue=["clock"]), ROOM),
    ],
)
def test_what_a_room_looks_at_comes_first_then_taps(state: dict[str, bool], asked: RerunData, urgency: int) -> None:
    runner: Any = SimpleNamespace(_session_state=state)
    assert scripts._urgency(runner, asked) == urgency


def test_pages_of_a_room_say_so() -> None:
    app = open_page("room")
    assert SOON in app.session_state
    app.switch_page("person/about.py").run()
    assert SOON not in app.session_state


def test_without_the_method_the_site_works_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delattr(ScriptRunner, "_run_script")
    run_in_turn()
    assert "drawn all at once" in caplog.text
    assert not hasattr(ScriptRunner, "_run_script")
