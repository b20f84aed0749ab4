"""What must outlive a session, answers and learning progress, on SQLite or PostgreSQL, and the operations on it.

No page, no HTTP and no rule about what a person may do: that is people/.
"""

import catalog  # noqa: F401 - before SQLAlchemy: says which Python to use where this one lacks the packages
from store.errors import (
    BadSetting,
    BadValue,
    SheetChanged,
    SheetFinished,
    SheetGone,
    StoreDown,
    StoreError,
    StoreTooNew,
)
from store.operating.purger import Purger
from store.outbox.unsaved import UnsavedAnswers
from store.outbox.unsaved_progress import UnsavedProgress
from store.respondents.devices import BACK_MS
from store.respondents.scored import scores_of
from store.respondents.tokens import DEVICE_MS
from store.respondents.values import Answer, Deletion, Departure, Edition, Entry, Saved, Scores, Sheet, Token, Value
from store.settings import Retention, retention
from store.store import Store, open_store

__all__ = [
    "BACK_MS",
    "DEVICE_MS",
    "Answer",
    "BadSetting",
    "BadValue",
    "Deletion",
    "Departure",
    "Edition",
    "Entry",
    "Purger",
    "Retention",
    "Saved",
    "Scores",
    "Sheet",
    "SheetChanged",
    "SheetFinished",
    "SheetGone",
    "Store",
    "StoreDown",
    "StoreError",
    "StoreTooNew",
    "Token",
    "UnsavedAnswers",
    "UnsavedProgress",
    "Value",
    "open_store",
    "retention",
    "scores_of",
]
