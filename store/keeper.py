"""Writes sessions' answers: at once where the store answers, by itself as soon as it is back where it did not."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from store.errors import StoreDown, StoreError
from store.pending import Pending
from store.sheet import Saved
from store.store import Store

log = logging.getLogger(__name__)
RETRY_SECONDS = 2.0


class Held:
    """One session's unsaved answers with the lock that the session and the retrying thread share.

    ``newer`` holds what other devices answered later, until the session has taken it over. ``refused``: the error after
    which nothing more can be written to this sheet (it is gone, finished, or another one took its place).
    """

    def __init__(self, pending: Pending) -> None:
        self.pending = pending
        self.lock = threading.Lock()
        self.last: Saved | None = None
        self.refused: StoreError | None = None

    @property
    def unsaved(self) -> int:
        return self.pending.unsaved


class Keeper:
    """Shared by all sessions of a process; its thread lives only while something waits."""

    def __init__(self, store: Store, retry_seconds: float = RETRY_SECONDS) -> None:
        self.store = store
        self._retry_seconds = retry_seconds
        self._waiting: dict[int, Held] = {}
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def keep(self, held: Held, add: Callable[[Pending], None]) -> bool:
        """Adds to what is unsaved and writes all of it. False: it waits, because the store does not answer.

        While other answers of this session wait, nothing is tried at once: a person who goes on answering does not wait
        for a database's time-out at each click.
        """
        with held.lock:
            add(held.pending)
            if id(held) not in self._waiting:
                self._write(held)
        if held.unsaved and held.refused is None:
            self._wait(held)
        return held.unsaved == 0

    def close(self) -> None:
        """Tries once more what waits, then closes the store."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=self._retry_seconds + 1)
        self._retry_all()
        self.store.close()

    def _write(self, held: Held) -> None:
        try:
            held.last = held.pending.flush(self.store) or held.last
        except StoreDown as error:
            log.warning("answers wait for the store: %s", error)
        except StoreError as error:
            held.refused = error

    def _wait(self, held: Held) -> None:
        with self._lock:
            self._waiting[id(held)] = held
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._loop, name="store-keeper", daemon=True)
                self._thread.start()

    def _loop(self) -> None:
        while not self._stop.wait(self._retry_seconds):
            self._retry_all()
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return

    def _retry_all(self) -> None:
        """One after the other; the first that still finds the store down ends the round."""
        for held in list(self._waiting.values()):
            with held.lock:
                self._write(held)
                if held.unsaved and held.refused is None:
                    return
                # Still under the session's lock: an answer given right now must not believe that it is waited for.
                with self._lock:
                    self._waiting.pop(id(held), None)
