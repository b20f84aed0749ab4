"""The beat of each room, in this process's memory: a phone that looks whether something changed costs no statement.

Trainers' operations in this process write through; what another process changed is read from the store at most once a
second for each room, whoever asks.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime

from people.rehearsal.rehearsals import store_of
from store import NoRoom, PublicWorkshop, StoreError

SECONDS = 1.0
MOST = 1_000


class Beats:
    """Safe for many threads. ``read``: the beat as the store has it; raises StoreError."""

    def __init__(
        self, read: Callable[[str], int], clock: Callable[[], float] = time.monotonic, most: int = MOST
    ) -> None:
        self._read, self._clock, self._most = read, clock, most
        self._known: OrderedDict[str, tuple[int | None, float]] = OrderedDict()
        self._lock = threading.Lock()

    def beat(self, workshop: str) -> int | None:
        """None where there is no such workshop any more. While the store is away, what was known last."""
        with self._lock:
            known = self._known.get(workshop)
            if known is not None and self._clock() - known[1] < SECONDS:
                return known[0]
            # Others who ask meanwhile get what is known, instead of asking the store too.
            if known is not None:
                self._known[workshop] = (known[0], self._clock())
        try:
            found = self._read(workshop)
        except NoRoom:
            self.forget(workshop)
            return None
        except StoreError:
            return 0 if known is None else known[0]
        return self.learn(workshop, found)

    def at_hand(self, workshop: str) -> bool:
        """Whether ``beat`` would answer without asking the store."""
        with self._lock:
            known = self._known.get(workshop)
            return known is not None and self._clock() - known[1] < SECONDS

    def learn(self, workshop: str, beat: int) -> int:
        """The greater one counts: two answers may overtake each other."""
        with self._lock:
            known = self._known.get(workshop)
            greatest = beat if known is None or known[0] is None else max(beat, known[0])
            self._remember(workshop, greatest)
            return greatest

    def forget(self, workshop: str) -> None:
        """It is not there any more, which phones that were in it ask as often as before."""
        with self._lock:
            self._remember(workshop, None)

    def _remember(self, workshop: str, beat: int | None) -> None:
        self._known[workshop] = (beat, self._clock())
        self._known.move_to_end(workshop)
        while len(self._known) > self._most:
            self._known.popitem(last=False)


_beats = Beats(lambda workshop: store_of(workshop).seats.beat(workshop))
beat, at_hand, learn, forget = _beats.beat, _beats.at_hand, _beats.learn, _beats.forget


def changed(seen: PublicWorkshop) -> bool:
    """Whether a page that shows ``seen`` has to look again."""
    return moved(seen.id, seen.beat, None if seen.ended else seen.ends)


def moved(workshop: str, seen: int, ends: datetime | None) -> bool:
    """Whether the room went on from the beat ``seen``, ended by itself, or is gone. ``ends``: None once it ended."""
    if ends is not None and ends <= datetime.now(UTC):
        return True
    now = beat(workshop)
    return now is None or now > seen
