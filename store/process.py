"""The one store of this process: opened at the first use that succeeds, shared by all sessions."""

from __future__ import annotations

import threading

from store.keeper import Keeper
from store.store import Store, open_store

_lock = threading.Lock()
_keeper: Keeper | None = None


def process_keeper() -> Keeper:
    """Raises StoreDown while the database does not answer (the next call tries again), StoreTooNew, BadSetting."""
    global _keeper
    if _keeper is None:
        with _lock:
            if _keeper is None:
                _keeper = Keeper(open_store())
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
