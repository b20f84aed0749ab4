"""What must outlive a session, answers and learning progress, on SQLite or PostgreSQL, and the operations on it.

No page, no HTTP and no rule about what a person may do: that is people/.
"""

import catalog  # noqa: F401 - before SQLAlchemy: says which Python to use where this one lacks the packages
from store.campaigns.candidates.values import Begun, Offer, Outcome, Participation, PublicCampaign
from store.campaigns.refusals import CampaignChanged, LinkOver, Why
from store.campaigns.values import (
    LEVELS,
    Access,
    AuditEntry,
    Campaign,
    CampaignDeletion,
    CampaignTexts,
    CoreQuestion,
    Counts,
    Draft,
    Invitation,
    InvitationState,
    Invited,
    Key,
    KeyAccess,
    Level,
    Linked,
    Links,
    Page,
    Share,
    Standing,
    TeamPicture,
)
from store.errors import (
    BadSetting,
    BadValue,
    NotAllowed,
    SheetChanged,
    SheetFinished,
    SheetGone,
    StoreDown,
    StoreError,
    StoreTooNew,
    TooMany,
)
from store.operating.purger import Purger
from store.organisers.access import LONGEST_MS as SESSION_MS
from store.organisers.values import Organiser
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
    "LEVELS",
    "SESSION_MS",
    "Access",
    "Answer",
    "AuditEntry",
    "BadSetting",
    "BadValue",
    "Begun",
    "Campaign",
    "CampaignChanged",
    "CampaignDeletion",
    "CampaignTexts",
    "CoreQuestion",
    "Counts",
    "Deletion",
    "Departure",
    "Draft",
    "Edition",
    "Entry",
    "Invitation",
    "InvitationState",
    "Invited",
    "Key",
    "KeyAccess",
    "Level",
    "LinkOver",
    "Linked",
    "Links",
    "NotAllowed",
    "Offer",
    "Organiser",
    "Outcome",
    "Page",
    "Participation",
    "PublicCampaign",
    "Purger",
    "Retention",
    "Saved",
    "Scores",
    "Share",
    "Sheet",
    "SheetChanged",
    "SheetFinished",
    "SheetGone",
    "Standing",
    "Store",
    "StoreDown",
    "StoreError",
    "StoreTooNew",
    "TeamPicture",
    "Token",
    "TooMany",
    "UnsavedAnswers",
    "UnsavedProgress",
    "Value",
    "Why",
    "open_store",
    "retention",
    "scores_of",
]
