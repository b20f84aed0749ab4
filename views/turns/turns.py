"""Whose turn it is where many threads want to compute: one after the other, not all of them a little at a time.

Python computes one thing at a time. A hundred scripts that alternate every few milliseconds are all ready together at
the end, and the server's own loop, which hears the phones and sends the pages, comes as late as they do. One by one,
each is as late as its place in the row, and the loop waits for a single script.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

OVERDUE_SECONDS = 0.1
"""After so long the next one begins too: a script may draw a whole result, or wait for a store that is away."""


@dataclass(order=True, slots=True)
class _Place:
    """In the row: the lowest ``urgency`` comes first, then whoever came first (``arrival``)."""

    urgency: int
    arrival: int
    called: threading.Event = field(default_factory=threading.Event, compare=False)


class Turns:
    """For any number of threads. ``overdue``: seconds after which a turn keeps nobody waiting any more."""

    def __init__(self, overdue: float = OVERDUE_SECONDS) -> None:
        self._overdue = overdue
        self._lock = threading.Lock()
        self._arrivals = count()
        self._row: list[_Place] = []
        self._now: _Place | None = None
        self._since = 0.0

    @contextmanager
    def turn(self, urgency: int) -> Iterator[None]:
        """Waits until it is this thread's turn; afterwards the next one is called. Not to be nested."""
        place = _Place(urgency, next(self._arrivals))
        self._take(place)
        try:
            yield
        finally:
            self._give(place)

    def _take(self, place: _Place) -> None:
        with self._lock:
            heapq.heappush(self._row, place)
            if self._now is None:
                self._call_next()
        while not place.called.wait(self._overdue):
            with self._lock:
                if time.monotonic() - self._since >= self._overdue:
                    self._call_next()

    def _give(self, place: _Place) -> None:
        """Where it took too long, another one was called already."""
        with self._lock:
            if self._now is place:
                self._now = None
                self._call_next()

    def _call_next(self) -> None:
        if self._row:
            self._now, self._since = heapq.heappop(self._row), time.monotonic()
            self._now.called.set()
