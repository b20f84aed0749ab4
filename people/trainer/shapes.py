"""What the pages of a trainer hand about: the store's own values, so that a page needs nothing below people/."""

from store import (
    AuditEntry,
    Organiser,
    Page,
    Snapshot,
    Stage,
    Token,
    TrainerAccess,
    Workshop,
    WorkshopDeletion,
    WorkshopDraft,
)
from store.workshops.values import KINDS, SNAPSHOT_OF, Kind

__all__ = [
    "KINDS",
    "SNAPSHOT_OF",
    "AuditEntry",
    "Kind",
    "Organiser",
    "Page",
    "Snapshot",
    "Stage",
    "Token",
    "TrainerAccess",
    "Workshop",
    "WorkshopDeletion",
    "WorkshopDraft",
]
