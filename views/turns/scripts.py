"""Has Streamlit run the scripts of its sessions one after the other. Why: docs/decisions/0022-turns.md.

Streamlit has no place of its own for this. What is used of its insides is ``ScriptRunner._run_script``, which runs one
request from its first line to its last message; tests/views/turns/test_scripts.py fails where a new release has
no such method any more, or calls it in another way.
"""

from __future__ import annotations

import logging
from functools import wraps

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from views.turns.turns import Turns

log = logging.getLogger("site")
SOON = "page_is_of_a_room"
"""In the session while its page is one that a room full of people looks at together."""
ROOM, TAP, PAGE = 0, 1, 2
"""Who comes first: such a page, a part of a page (the answer to a tap), another page."""
TURNS = Turns()
"""This process's: what makes scripts wait for each other, Python's lock, is the process's too."""


def run_in_turn() -> None:
    """From here on, in this process. Calling it again changes nothing."""
    run = getattr(ScriptRunner, "_run_script", None)
    if run is None:
        log.warning("this Streamlit has no ScriptRunner._run_script: pages are drawn all at once")
        return
    if hasattr(run, "__wrapped__"):
        return

    @wraps(run)
    def in_turn(runner: ScriptRunner, asked: RerunData) -> None:
        with TURNS.turn(_urgency(runner, asked)):
            run(runner, asked)

    ScriptRunner._run_script = in_turn  # type: ignore[method-assign, assignment]


def _urgency(runner: ScriptRunner, asked: RerunData) -> int:
    if SOON in runner._session_state:
        return ROOM
    return TAP if asked.fragment_id_queue else PAGE
