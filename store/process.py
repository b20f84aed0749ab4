"""The one store of this process: opened at the first use that succeeds, shared by all sessions."""

from __future__ import annotations

import threading
import time

from store.errors import StoreDown
from store.outbox.sender import Keeper
from store.store import Store, open_store

AGAIN_SECONDS = 2.0
_lock = threading.Lock()
_keeper: Keeper | None = None
_refusal: tuple[float, StoreDown] | None = None


def process_keeper() -> Keeper:
    """Raises StoreDown while the database does not answer, StoreTooNew, BadSetting.

    A database that does not even refuse costs seconds a try. So while it is away only one try is made every
    AGAIN_SECONDS, and whoever comes in between is told at once.
    """
    global _keeper, _refusal
    if _keeper is None:
        with _lock:
            if _keeper is None:
                if _refusal is not None and time.monotonic() < _refusal[0]:
                    raise type(_refusal[1])(str(_refusal[1]))
                try:
                    _keeper = Keeper(open_store())
                except StoreDown as error:
                    _refusal = (time.monotonic() + AGAIN_SECONDS, error)
                    raise
                _refusal = None
    return _keeper


def process_store() -> Store:
    """The process's store; raises as ``process_keeper`` does."""
    return process_keeper().store


def close_process_store() -> None:
    """Writes what waits, if the store answers, and lets go of it."""
    global _keeper
    with _lock:
        if _keeper is not None:
            _keeper.close()
            _keeper = None
