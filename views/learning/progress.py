"""How far this visitor has come in learning: one map of keys, each with its value and moment, and what it means."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

import streamlit as st

from people.respondent import learned as progress_keeping
from teaching.quiz import Standing, is_due, stands

KEY = "learning_progress"
READ, CHECK, CASE = "read.", "check.", "case."
Held = dict[str, list[str | int]]
"""``{key: [value, moment in ms since 1970]}``; JSON as it stands. Of two values of a key the later moment counts."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``read``: moments by lesson; ``answers``: standing and moment by question; ``cases``: moments by situation."""

    read: Mapping[str, int]
    answers: Mapping[str, tuple[Standing, int]]
    cases: Mapping[str, int]
    now: int

    def right(self, questions: Iterable[str]) -> int:
        """How many of ``questions`` were right when last answered."""
        return sum(self.answers.get(question, ("wrong", 0))[0] != "wrong" for question in questions)

    @property
    def to_come_back(self) -> tuple[str, ...]:
        """The questions that are due again, the one longest ago first."""
        due = [
            (moment, name) for name, (standing, moment) in self.answers.items() if is_due(standing, moment, self.now)
        ]
        return tuple(name for _, name in sorted(due))


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def progress() -> Progress:
    held = _held()

    def moments(kind: str) -> dict[str, int]:
        return {key.removeprefix(kind): int(entry[1]) for key, entry in held.items() if key.startswith(kind)}

    answers = {
        key.removeprefix(CHECK): (cast(Standing, entry[0]), int(entry[1]))
        for key, entry in held.items()
        if key.startswith(CHECK)
    }
    return Progress(moments(READ), answers, moments(CASE), now_ms())


def note_read(lesson: str) -> None:
    """The lesson was read to its end."""
    _note(READ + lesson, "yes", now_ms())


def note_answer(question: str, right: bool) -> None:
    """A question of a check was answered."""
    before = progress().answers.get(question)
    standing, moment = stands(before, right, now_ms())
    _note(CHECK + question, standing, moment)


def note_case(case: str) -> None:
    """A situation was worked through."""
    _note(CASE + case, "yes", now_ms())


def as_held() -> Held:
    """The whole map, for handing it to the store."""
    return dict(_held())


def _note(key: str, value: str, moment: int) -> None:
    _held()[key] = [value, moment]
    progress_keeping.write(key, value, moment)


def _held() -> Held:
    held = cast(Held, st.session_state.setdefault(KEY, {}))
    progress_keeping.load(held)
    return held
