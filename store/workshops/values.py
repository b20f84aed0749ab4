"""What a trainer puts into a workshop, what a phone may know of it, and what is kept of what was shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from store.respondents.values import Token

Kind = Literal[
    "lobby", "assessment", "own_result", "picture", "discussion", "check", "again", "change", "wrap_up"
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    *("lobby", "assessment", "own_result", "picture", "discussion", "check", "again", "change", "wrap_up"),
)
SnapshotKind = Literal["picture", "change", "check", "poll"]
SNAPSHOT_OF: Mapping[Kind, SnapshotKind] = {
    "picture": "picture",
    "change": "change",
    "check": "check",
    "wrap_up": "poll",
}
"""Which stages show the room something about itself."""
TrainerAccess = Literal["owner", "editor"]


@dataclass(frozen=True, slots=True)
class Stage:
    """``minutes``: planned. ``about``: the id of the discussion, check or poll that it is about."""

    kind: Kind
    minutes: int
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopDraft:
    """What a trainer fills in.

    ``assessment``, ``form``: None for lessons only. ``language``: None where participants choose their own. ``hours``:
    after how many it ends by itself; counts when it is made, and is prolonged later.
    """

    title: str
    assessment: str | None
    form: str | None
    language: str | None
    agenda: tuple[Stage, ...]
    hours: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWorkshop:
    """What a phone may know.

    ``at``: the present stage, an index into ``agenda``; ``led``: of the agenda, the stages that the room has gone
    through, none that was skipped; ``until``: the end of its countdown; ``revealed``: whether what it holds back is
    shown. ``ends``: when the workshop ends by itself, or ended. ``beat`` grows with each change that phones or the
    projector have to follow.
    """

    id: str
    title: str
    assessment: str | None
    form: str | None
    language: str | None
    agenda: tuple[Stage, ...]
    led: tuple[Stage, ...]
    at: int
    until: datetime | None
    revealed: bool
    ends: datetime
    ended: bool
    beat: int

    @property
    def stage(self) -> Stage:
        """The present one."""
        return self.agenda[self.at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(PublicWorkshop):
    """A workshop as one trainer sees it.

    ``code``: eight digits that open the room, None once it ended. ``began``: when the present stage did; ``round``: how
    often it was started anew. ``over``: when everything of the workshop is deleted. ``access``: of who asks;
    ``owner``: the owner's name.
    """

    code: str | None = field(repr=False)
    began: datetime
    round: int
    over: datetime
    created: datetime
    access: TrainerAccess
    owner: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in a workshop. ``voted``: their own votes, by question.

    ``finished``: a sheet of the workshop's assessment begun before it was asked again; ``finished_again``: a later one.
    """

    id: str
    workshop: PublicWorkshop
    nickname: str = field(repr=False)
    created: datetime
    voted: Mapping[str, Any] = field(repr=False)
    finished: bool
    finished_again: bool


@dataclass(frozen=True, slots=True)
class Seated:
    """``token``: this device's, None where the one that it presented goes on."""

    token: Token | None
    seat: Seat


@dataclass(frozen=True, slots=True)
class RoomCounts:
    """How far a room is, exactly: for people/ only. ``answered``: the mean share of questions, from 0 to 1.

    ``begun``: answered one question at least, those who finished among them. ``votes``: by question.
    """

    seats: int
    begun: int
    finished: int
    finished_again: int
    answered: float
    votes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a finished sheet was scored, for people/ only. ``seat``: whose. ``version``: by which it was made.

    ``scores``: the columns of ``Scores``, with ``verdict``, ``best`` and ``foundation`` among them.
    """

    seat: str
    version: str
    scores: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was shown of a room. ``people``: on how many it rests; ``members``: the seats of those that are still there;
    ``lost``: how many are not. ``round``: of the stage, when it was taken.
    """

    id: str
    kind: SnapshotKind
    about: str
    people: int
    members: frozenset[str] = field(repr=False)
    lost: int
    content: Mapping[str, Any] = field(repr=False)
    taken: datetime
    round: int


@dataclass(frozen=True, slots=True)
class PublicSnapshot:
    """What a participant may keep of a snapshot: what the room saw, and nothing of who is in it."""

    kind: SnapshotKind
    about: str
    people: int
    content: Mapping[str, Any] = field(repr=False)
    taken: datetime


@dataclass(frozen=True, slots=True)
class WorkshopDeletion:
    """What a deletion took away, counted by kind, and what a look afterwards still found (``remaining``, 0).

    ``wiped``: True where the bytes are out of the files too (SQLite); None where the database server decides when.
    """

    gone: Counter[str]
    remaining: int
    wiped: bool | None
    at: datetime
