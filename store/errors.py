"""What can go wrong in the store, each as one sentence without an answer, a token or an address in it.

StoreError
    StoreDown           the database did not do it; try again later
        StoreTooNew     and never will, for this program
    SheetGone           the token opens nothing
    SheetFinished       the sheet takes no more answers
    SheetChanged        another device was faster
    BadValue            a value that the store cannot keep
    NotAllowed          not this organiser's, or not there at all
    TooMany             a key was used too often
    BadSetting          a setting or an argument that cannot be followed
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

log = logging.getLogger(__name__)


class StoreError(Exception):
    """The store refused. The message is a sentence that may be shown."""


class StoreDown(StoreError):
    """The database did not do it (locked, full, read-only, gone). Nothing half-written is left; try again later."""


class StoreTooNew(StoreDown):
    """The database's schema is newer than this program, or none of its own: for this program it is down.

    A start ends with it; a site that finds it later (the database was away at its start) goes on without a store.
    """


class SheetGone(StoreError):
    """The token opens nothing: forged, expired, revoked, or its sheet was deleted or never begun."""


class SheetFinished(StoreError):
    """The sheet is finished and takes no more answers until it is reopened."""


class SheetChanged(StoreError):
    """Another device changed the sheet, or put another one in its place; read it again."""


class BadValue(StoreError):
    """A value of a shape that the store cannot keep (type, length, characters).

    ``field``: the name of the value in what was given, where a page can say it beside that field.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotAllowed(StoreError):
    """What was asked for is not there, or not for who asked: which of the two is not told."""


class TooMany(StoreError):
    """A key was used too often. ``wait_ms``: after how long it may be used again."""

    def __init__(self, wait_ms: int) -> None:
        super().__init__("Too many requests with this key. Wait a little.")
        self.wait_ms = wait_ms


def not_allowed() -> NotAllowed:
    """The same sentence for what is unknown and what is forbidden."""
    return NotAllowed("This is not there, or it is not yours to open.")


class BadSetting(StoreError):
    """A setting or an argument of the command that cannot be followed."""


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn an error of the database into StoreDown.

    The database's own words stay out of the message and of the traceback: PostgreSQL quotes the failing row.
    """
    try:
        yield
    except SQLAlchemyError as error:
        kind = kind_of(error)
        log.warning("The database did not answer as it should: %s", kind)
        raise StoreDown(
            f"The store does not answer at the moment ({kind}). Nothing is half-written; please try again."
        ) from None


def kind_of(error: SQLAlchemyError) -> str:
    """The error's class and the database's own code for it, which hold no data."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    return type(cause).__name__ + (f" {code}" if code else "")
