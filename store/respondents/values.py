"""What goes into the store and comes out of it: frozen, and silent about answers and secrets when printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Code = int | str | None
"""An answer as in the data files: a scale point, a scenario's option id, or None where it was taken back."""

Value = int | bool | str
"""How far somebody is with one thing that is learned: a count, done or not, a word. The pages say which."""

Entry = tuple[Value, int]
"""A value of learning progress and when it was set, in ms since 1970 UTC."""

Cell = float | int | str | None
State = Literal["open", "finished"]


@dataclass(frozen=True, slots=True)
class Token:
    """What a device holds to open its sheet. The store keeps only its SHA-256; printing it shows nothing."""

    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """What is taken and how: an assessment's version, the hash of its files, the form, the language."""

    assessment: str
    version: str
    files_hash: str
    form: str
    language: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. ``moment``: when it was given, in ms since 1970 UTC; ``seq`` orders answers of the same moment."""

    question: str
    code: Code = field(repr=False)
    moment: int
    seq: int = 0

    @property
    def rank(self) -> tuple[int, int, tuple[int, int, str]]:
        """Of two answers to an item the one of the greater rank stands, in whatever order they arrive."""
        if self.code is None:
            code = (0, 0, "")
        elif isinstance(self.code, int):
            code = (1, self.code, "")
        else:
            code = (2, 0, self.code)
        return (self.moment, self.seq, code)


def entry_rank(entry: Entry) -> tuple[int, tuple[int, int, str]]:
    """Of two entries of one key the one of the greater rank stands. True and 1 are two values here."""
    value, moment = entry
    if isinstance(value, bool):
        return (moment, (0, value, ""))
    if isinstance(value, int):
        return (moment, (1, value, ""))
    return (moment, (2, 0, value))


@dataclass(frozen=True, slots=True)
class Scores:
    """A finished sheet's scores. ``columns``: one named value a score, as ``python -m scoring score`` names them."""

    verdict: str
    best: str | None = field(repr=False)
    foundation: float | None = field(repr=False)
    columns: Mapping[str, Cell] = field(repr=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of answers as it stands in the store.

    ``position``: what the page shows first when the person comes back (the view's own word for it).
    ``answers`` holds every item that was ever answered; a code of None is an answer taken back.
    ``timings``: ms spent on each page. ``revision`` grows with each change of answers or form.
    ``attempt`` counts the respondent's sheets of all assessments from 1; ``previous`` is the id of the sheet before of
    the same assessment, where it still exists.
    """

    id: str
    assessment: str
    version: str
    files_hash: str
    form: str
    language: str
    position: str | None
    answers: Mapping[str, Answer] = field(repr=False)
    timings: Mapping[str, int] = field(repr=False)
    state: State
    attempt: int
    previous: str | None
    revision: int
    created: datetime
    updated: datetime
    finished: datetime | None
    scores: Scores | None = field(repr=False)

    @property
    def codes(self) -> dict[str, int | str]:
        """The answers that stand, by item, without those taken back."""
        return {item: answer.code for item, answer in self.answers.items() if answer.code is not None}


@dataclass(frozen=True, slots=True)
class Saved:
    """The sheet after a save. ``newer``: answers in the store that outrank the ones that were sent."""

    sheet: Sheet
    newer: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a deletion took away, counted by kind, and what a look afterwards still found (``remaining``, 0).

    ``wiped``: True where the bytes are out of the files too (SQLite); None where the database server decides when.
    """

    gone: Counter[str]
    remaining: int
    wiped: bool | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Departure:
    """What letting go of a device leaves.

    ``back``: None where another device or a link still opens what is stored. Else a link's token that opens it for a
    minute, for a tap that was a mistake; afterwards nobody can, and the next purge deletes it.
    """

    back: Token | None
