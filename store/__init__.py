"""What must outlive a session, answers and learning progress, on SQLite or PostgreSQL, and the operations on it."""

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
from store.pending import Pending
from store.pending_progress import PendingProgress
from store.purger import Purger
from store.scored import scores_of
from store.settings import Keep, keep_days
from store.sheet import Answer, Entry, Left, Proof, Purged, Saved, Scores, Sheet, Stats, Token, Value
from store.sheets import Taken
from store.store import Store, open_store

__all__ = [
    "Answer",
    "BadSetting",
    "BadValue",
    "Entry",
    "Keep",
    "Left",
    "Pending",
    "PendingProgress",
    "Proof",
    "Purged",
    "Purger",
    "Saved",
    "Scores",
    "Sheet",
    "SheetChanged",
    "SheetFinished",
    "SheetGone",
    "Stats",
    "Store",
    "StoreDown",
    "StoreError",
    "StoreTooNew",
    "Taken",
    "Token",
    "Value",
    "keep_days",
    "open_store",
    "scores_of",
]
