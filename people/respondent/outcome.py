"""What became of an operation, for a page or a route that must say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from store import Token


class Outcome(Enum):
    """DONE; AWAY: the store does not answer and nothing changed; OVER: what was asked for is not there any more;
    CHANGED: another device was faster, look again; ASK: the person must decide first; REFUSED: it cannot be stored;
    TAKEN: somebody else did it, where only one may.
    """

    DONE = "done"
    AWAY = "away"
    OVER = "over"
    CHANGED = "changed"
    ASK = "ask"
    REFUSED = "refused"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Arrival:
    """``token``: the one that this device holds from now on; None where it keeps what it has."""

    outcome: Outcome
    token: Token | None = None
