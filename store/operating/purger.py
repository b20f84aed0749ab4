"""The purge that runs by itself while the site does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from store.errors import StoreError
from store.operating.purge import purge
from store.settings import Retention
from store.store import Store

log = logging.getLogger(__name__)
HOUR_SECONDS = 3600.0
AGAIN_SECONDS = 60.0
_LEASE = "purge"


class Purger:
    """Purges once at the start and then every ``seconds``; of several processes on one database only one at a time.

    ``store`` is asked for the store each time and may raise StoreError. After a try that was not this process's turn,
    or did not succeed, the next one is ``again_seconds`` later.
    """

    def __init__(
        self,
        store: Callable[[], Store],
        keep: Retention,
        seconds: float = HOUR_SECONDS,
        again_seconds: float = AGAIN_SECONDS,
    ) -> None:
        self._store = store
        self._keep = keep
        self._seconds = seconds
        self._again_seconds = min(seconds, again_seconds)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._loop, name="store-purger", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def once(self) -> bool:
        """Purge if no other process did within the interval; whether this one did. Raises StoreError."""
        # A little less than the interval, so that the process that purged last may be the next one too.
        store = self._store()
        if not store.lease(_LEASE, int(self._seconds * 900)):
            return False
        gone = purge(store, self._keep)
        log.info(
            "Purged %d open and %d finished sheets, %d tokens, %d progresses, %d campaigns, %d workshops.",
            gone["open"],
            gone["finished"],
            gone["tokens"],
            gone["progress"],
            gone["campaigns"],
            gone["workshops"],
        )
        return True

    def _loop(self) -> None:
        while True:
            done = False
            try:
                done = self.once()
            except StoreError as error:
                log.warning("The purge will try again later: %s", error)
            # Where another process purged, its hour may end soon.
            if self._stop.wait(self._seconds if done else self._again_seconds):
                return
