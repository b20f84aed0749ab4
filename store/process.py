"""The one store of this process: opened at the first use that succeeds, shared by all sessions."""

from __future__ import annotations

import threading
import time

from store.errors import StoreDown
from store.outbox.sender import Sender
from store.store import Store, open_memory_store, open_store

AGAIN_SECONDS = 2.0
_lock = threading.Lock()
_sender: Sender | None = None
_refusal: tuple[float, StoreDown] | None = None


def process_sender() -> Sender:
    """Raises StoreDown while the database does not answer, StoreTooNew, BadSetting.

    A database that does not even refuse costs seconds a try. So while it is away only one try is made every
    AGAIN_SECONDS, and whoever comes in between is told at once.
    """
    global _sender, _refusal
    if _sender is None:
        with _lock:
            if _sender is None:
                if _refusal is not None and time.monotonic() < _refusal[0]:
                    raise type(_refusal[1])(str(_refusal[1]))
                try:
                    _sender = Sender(open_store())
                except StoreDown as error:
                    _refusal = (time.monotonic() + AGAIN_SECONDS, error)
                    raise
                _refusal = None
    return _sender


def keep_nothing() -> None:
    """From here on this process's store is in its memory alone, whatever ``DATABASE_URL`` names: for a preview."""
    global _sender
    close_process_store()
    _sender = Sender(open_memory_store())


def process_store() -> Store:
    """The process's store; raises as ``process_sender`` does."""
    return process_sender().store


def close_process_store() -> None:
    """Writes what waits, if the store answers, and lets go of it; a refusal is forgotten too."""
    global _sender, _refusal
    with _lock:
        _refusal = None
        if _sender is not None:
            _sender.close()
            _sender = None
