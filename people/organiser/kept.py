"""What organisers are typing, kept in this process for when their page is loaded anew: after signing in again, say.

Only drafts that are not in the store; never on disk, and forgotten after a day or when there are too many.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

SECONDS = 24 * 3600.0
MOST = 500


@dataclass(frozen=True, slots=True)
class _Kept:
    value: Any
    until: float


class KeptDrafts:
    """By organiser and form: nobody gets another's. Safe for many threads."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._kept: OrderedDict[tuple[str, str], _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, organiser: str, form: str, value: Any) -> None:
        with self._lock:
            self._kept[organiser, form] = _Kept(value, self._clock() + SECONDS)
            self._kept.move_to_end((organiser, form))
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def find(self, organiser: str, form: str) -> Any:
        """What was kept last; None where nothing is."""
        with self._lock:
            found = self._kept.get((organiser, form))
            return found.value if found is not None and self._clock() < found.until else None

    def drop(self, organiser: str, form: str) -> None:
        with self._lock:
            self._kept.pop((organiser, form), None)


drafts = KeptDrafts()
"""The process's own."""
