"""The rehearsals of this process: begun, found again by their trainer alone, over after two hours or when ended."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from catalog.questionnaire.assessment import Assessment
from people.organiser.signed import Signed
from people.rehearsal.phones import Room, room_of
from people.trainer.choices import Asked
from store import Seat, Store, StoreError, Token, WorkshopDraft
from store.process import process_store
from store.store import now_ms, open_memory_store

HOURS = 2
MOST = 20


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """``id``: of its workshop; ``signed``: who leads it, in its own store; ``owner``: the organiser who began it.
    ``tried``: the workshop that is tried, "" for a ready-made agenda.
    """

    id: str
    signed: Signed
    owner: str
    over: float
    room: Room
    tried: str = ""
    _moving: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def store(self) -> Store:
        return self.room.store

    def advance(self) -> None:
        """Moves the phones on; where somebody else does that just now, they do it for all."""
        if not self._moving.acquire(blocking=False):
            return
        try:
            self.room.advance(self.store.workshops.read(self.signed.token, self.id))
        except StoreError:
            return  # It was ended meanwhile; who asked is told by their own question.
        finally:
            self._moving.release()

    def seats(self) -> tuple[Seat, ...]:
        """What each phone that has joined knows, in the order in which they came."""
        tokens = [phone.token for phone in self.room.phones if phone.token is not None]
        try:
            return tuple(seat for token in tokens if (seat := self.store.seats.mine(token)) is not None)
        except StoreError:
            return ()


class Rehearsals:
    """Safe for many threads. ``clock``: seconds; ``now``: ms, the stores' own."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, now: Callable[[], int] = now_ms, most: int = MOST
    ) -> None:
        self._clock, self._now, self._most = clock, now, most
        self._open: dict[str, Rehearsal] = {}
        self._lock = threading.Lock()

    def begin(
        self,
        signed: Signed,
        draft: WorkshopDraft,
        *,
        assessment: Assessment | None,
        questions: Mapping[str, Asked],
        nicknames: Sequence[str],
        language: str,
        tried: str = "",
    ) -> Rehearsal | None:
        """A new one in place of the trainer's earlier one; None where too many are going on.

        ``assessment``: the draft's; ``questions``: those that its stages are about; ``language``: of the made-up people
        where the workshop has none; ``tried``: the workshop that the draft is of.
        """
        self._close_over()
        with self._lock:
            others = [one for one in self._open.values() if one.owner != signed.organiser.id]
        if len(others) >= self._most:
            return None
        store = open_memory_store(self._now)
        organiser = store.organisers.put(signed.organiser.name, None)
        token = store.organisers.open_session(organiser.id)
        made = store.workshops.make(token, replace(draft, hours=HOURS))
        room = room_of(store, made, assessment, questions, nicknames, secrets.randbits(32), language)
        over = self._clock() + HOURS * 3600
        begun = Rehearsal(made.id, Signed(token, organiser), signed.organiser.id, over, room, tried)
        with self._lock:
            earlier = [one for one in self._open.values() if one.owner == begun.owner]
            full = len(self._open) - len(earlier) >= self._most
            if not full:
                self._open[begun.id] = begun
        if full:
            store.close()
            return None
        for one in earlier:
            self._close(one)
        return begun

    def of(self, signed: Signed, workshop: str) -> Rehearsal | None:
        """The trainer's own; None for any other id, and for one that is over."""
        self._close_over()
        found = self._open.get(workshop)
        return found if found is not None and found.owner == signed.organiser.id else None

    def end(self, signed: Signed, workshop: str) -> None:
        """With everything of it. Nothing happens where it is not theirs."""
        found = self.of(signed, workshop)
        if found is not None:
            self._close(found)

    def store_for(self, who: Token) -> Store:
        """Where a trainer's session counts: in its rehearsal, whose phones are moved on first, else in the process's.

        Raises StoreDown, as the process's store does.
        """
        for one in self._all():
            if one.signed.token.secret == who.secret:
                one.advance()
                return one.store
        return process_store()

    def store_of(self, workshop: str) -> Store:
        """Where a workshop is. Raises StoreDown."""
        found = self._open.get(workshop)
        return process_store() if found is None else found.store

    def _all(self) -> list[Rehearsal]:
        if not self._open:
            return []
        self._close_over()
        with self._lock:
            return list(self._open.values())

    def _close_over(self) -> None:
        with self._lock:
            over = [one for one in self._open.values() if one.over <= self._clock()]
        for one in over:
            self._close(one)

    def _close(self, one: Rehearsal) -> None:
        with self._lock:
            there = self._open.pop(one.id, None)
        if there is not None:
            there.store.close()


_rehearsals = Rehearsals()
begin, of, end = _rehearsals.begin, _rehearsals.of, _rehearsals.end
store_for, store_of = _rehearsals.store_for, _rehearsals.store_of
