"""Whether a pooled connection to PostgreSQL is still there, mostly without a round trip to ask.

A server that ends a connection says so on it: a connection used a moment ago with nothing to read is there. One that
lay idle longer may have been dropped by something on the way that tells nobody, and is asked.
"""

from __future__ import annotations

import selectors
import time
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

TRUSTED_SECONDS = 5.0
_LEFT = "fit_left"


def check_on_checkout(engine: Engine) -> None:
    """Look at each connection before it is used; a dead one takes the whole pool with it, and a new one comes."""

    @event.listens_for(engine, "checkin")
    def leave(_connection: object, record: Any) -> None:
        record.info[_LEFT] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def take(connection: Any, record: Any, _fairy: object) -> None:
        # A connection that was only just made has never been left.
        left = record.info.get(_LEFT)
        if left is None or (time.monotonic() - left < TRUSTED_SECONDS and _is_quiet(connection)):
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error:
            raise InvalidatePoolError from None


def _is_quiet(connection: Any) -> bool:
    if connection.closed:
        return False
    with selectors.DefaultSelector() as selector:
        selector.register(connection.fileno(), selectors.EVENT_READ)
        return not selector.select(0)
