"""Sends what sessions have not saved yet: at once, or by itself as soon as the store is back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from store.errors import StoreDown, StoreError
from store.store import Store

log = logging.getLogger(__name__)
RETRY_SECONDS = 2.0
T_co = TypeVar("T_co", covariant=True)


class Unsaved(Protocol[T_co]):
    """What waits in an outbox: answers (``UnsavedAnswers``) or progress (``UnsavedProgress``)."""

    @property
    def unsaved(self) -> int: ...

    def flush(self, store: Store) -> T_co | None: ...


W = TypeVar("W", bound=Unsaved[object])


class Outbox(Generic[W]):
    """What one session has not saved yet, with the lock that the session and the retrying thread share.

    ``last``: what the last save gave back. ``refused``: the error after which nothing more can be written (the sheet is
    gone, finished, or another one took its place).
    """

    def __init__(self, waiting: W) -> None:
        self.waiting = waiting
        self.lock = threading.Lock()
        self.last: Any = None
        self.refused: StoreError | None = None

    @property
    def unsaved(self) -> int:
        return self.waiting.unsaved


class Sender:
    """Shared by all sessions of a process; its thread lives only while something waits."""

    def __init__(self, store: Store, retry_seconds: float = RETRY_SECONDS) -> None:
        self.store = store
        self._retry_seconds = retry_seconds
        self._waiting: dict[int, Outbox[Any]] = {}
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def send(self, outbox: Outbox[W], add: Callable[[W], None]) -> bool:
        """Adds to what is unsaved and writes all of it. False: it waits, because the store does not answer.

        While something of this session waits, nothing is tried at once: a person who goes on does not wait for a
        database's time-out at each click.
        """
        with outbox.lock:
            add(outbox.waiting)
            if id(outbox) not in self._waiting:
                self._write(outbox)
        if outbox.unsaved and outbox.refused is None:
            self._wait(outbox)
        return outbox.unsaved == 0

    def close(self) -> None:
        """Tries once more what waits, then closes the store."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=self._retry_seconds + 1)
        self._retry_all()
        self.store.close()

    def _write(self, outbox: Outbox[Any]) -> None:
        try:
            outbox.last = outbox.waiting.flush(self.store) or outbox.last
        except StoreDown as error:
            log.warning("answers wait for the store: %s", error)
        except StoreError as error:
            outbox.refused = error

    def _wait(self, outbox: Outbox[Any]) -> None:
        with self._lock:
            self._waiting[id(outbox)] = outbox
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._loop, name="store-sender", daemon=True)
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
        for outbox in list(self._waiting.values()):
            with outbox.lock:
                self._write(outbox)
                if outbox.unsaved and outbox.refused is None:
                    return
                # Still under the session's lock: an answer given right now must not believe that it is waited for.
                with self._lock:
                    self._waiting.pop(id(outbox), None)
