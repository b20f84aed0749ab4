"""How far a visitor has come in learning: one map of keys, each with its value and moment, sent to the store."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from store import StoreDown, StoreError, Token, UnsavedProgress
from store.outbox.sender import Outbox
from store.process import process_sender, process_store
from teaching.quiz import Standing, is_due, stands

READ, QUIZ, CASE = "read.", "check.", "case."
"""What a key begins with. ``check.`` stands in stores since 1.1.0."""
Entries = dict[str, list[str | int]]
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


@dataclass
class Learned:
    """One visit's map of progress. ``outbox`` is None for a visitor without a token, or whose token opens nothing.

    ``away``: what the store has could not be brought in yet.
    """

    token: Token | None
    entries: Entries = field(default_factory=dict)
    outbox: Outbox[UnsavedProgress] | None = None
    loaded: bool = False
    away: bool = False

    def __post_init__(self) -> None:
        if self.token is not None and self.outbox is None:
            self.outbox = Outbox(UnsavedProgress(self.token))

    @property
    def standing(self) -> Literal["off", "saved", "waiting", "away"]:
        """off: nothing is stored; away: what is stored cannot be shown."""
        if self.outbox is None or self.outbox.refused is not None:
            return "off"
        if self.outbox.unsaved:
            return "waiting"
        return "away" if self.away else "saved"

    def load(self) -> None:
        """Brings in what the store has, once a visit; with the store down the next call tries again."""
        if self.loaded or self.outbox is None or self.token is None:
            return
        try:
            stored = process_store().progress.entries(self.token)
        except StoreDown:
            self.away = True
            return
        except StoreError:
            self.outbox = None
            return
        self.loaded, self.away = True, False
        for key, (value, moment) in stored.items():
            if key not in self.entries or cast(int, self.entries[key][1]) < moment:
                self.entries[key] = [value if isinstance(value, (str, int)) else str(value), moment]

    def progress(self, now: int) -> Progress:
        """What the map means at ``now``, in ms since 1970."""

        def moments(kind: str) -> dict[str, int]:
            return {
                key.removeprefix(kind): int(entry[1]) for key, entry in self.entries.items() if key.startswith(kind)
            }

        answers = {
            key.removeprefix(QUIZ): (cast(Standing, entry[0]), int(entry[1]))
            for key, entry in self.entries.items()
            if key.startswith(QUIZ)
        }
        return Progress(moments(READ), answers, moments(CASE), now)

    def note_read(self, lesson: str) -> None:
        """The lesson was read to its end."""
        self.note(READ + lesson, "yes", now_ms())

    def note_answer(self, question: str, right: bool) -> None:
        """A question of a quiz was answered."""
        now = now_ms()
        standing, moment = stands(self.progress(now).answers.get(question), right, now)
        self.note(QUIZ + question, standing, moment)

    def note_case(self, case: str) -> None:
        """A situation was worked through."""
        self.note(CASE + case, "yes", now_ms())

    def note(self, key: str, value: str | int, moment: int) -> None:
        """Takes one entry and sends it; with the store down it waits, and is sent as soon as the store is back."""
        self.entries[key] = [value, moment]
        if self.outbox is None:
            return
        entry = {key: (value, moment)}
        try:
            process_sender().send(self.outbox, lambda unsaved: unsaved.add(entry))
        except StoreDown:
            # The store was never there since the site started: the entry goes along with the next one.
            self.outbox.waiting.add(entry)
        if self.outbox.refused is not None:
            self.outbox = None


def now_ms() -> int:
    return time.time_ns() // 1_000_000
