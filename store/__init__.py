"""What must outlive a session, answers and learning progress, on SQLite or PostgreSQL, and the operations on it.

No page, no HTTP and no rule about what a person may do: that is people/.
"""

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
from store.outbox.unsaved import Pending
from store.outbox.unsaved_progress import PendingProgress
from store.respondents.scored import scores_of
from store.respondents.sheets import Taken
from store.respondents.values import Answer, Entry, Left, Proof, Purged, Saved, Scores, Sheet, Stats, Token, Value
from store.settings import Keep, keep_days
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
