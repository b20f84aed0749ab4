"""The store: one database, and what can be done with it by subject."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import Engine

from store.campaigns.audit import Audit
from store.campaigns.campaigns import Campaigns
from store.campaigns.candidates.participations import Participations
from store.campaigns.invitations import Invitations
from store.campaigns.keys import Keys
from store.campaigns.shared import Shared
from store.campaigns.team_pictures import TeamPictures
from store.database.connect import BUSY_SECONDS, make_engine, make_memory_engine
from store.database.database import Database
from store.database.schema import upgrade
from store.organisers.organisers import Organisers
from store.respondents.devices import Devices
from store.respondents.files import AssessmentFiles
from store.respondents.progress import LearningProgress
from store.respondents.rights import Rights
from store.respondents.sheets import Sheets
from store.settings import database_url
from store.workshops.seats import Seats
from store.workshops.workshops import Workshops


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class Store(Database):
    """Made by ``open_store`` or ``open_memory_store``; safe for many threads.

    Every operation raises StoreDown if the database does not answer. One that returns has reached the disk, if any.
    """

    def __init__(self, engine: Engine, clock: Callable[[], int]) -> None:
        super().__init__(engine, clock)
        self.sheets = Sheets(self)
        self.devices = Devices(self)
        self.progress = LearningProgress(self)
        self.rights = Rights(self)
        self.files = AssessmentFiles(self)
        self.campaigns = Campaigns(self)
        self.invitations = Invitations(self)
        self.shared = Shared(self)
        self.audit = Audit(self)
        self.keys = Keys(self)
        self.team_pictures = TeamPictures(self)
        self.participations = Participations(self)
        self.organisers = Organisers(self)
        self.workshops = Workshops(self)
        self.seats = Seats(self)


def open_store(
    url: str | None = None, *, clock: Callable[[], int] = now_ms, busy_seconds: float = BUSY_SECONDS
) -> Store:
    """The store at ``url`` (default: ``DATABASE_URL``, else a SQLite file under ``data/``), its schema up to date.

    ``clock`` gives ms since 1970 UTC. Raises StoreTooNew, StoreDown, BadSetting.
    """
    return _upgraded(Store(make_engine(url or database_url(), busy_seconds), clock))


def open_memory_store(clock: Callable[[], int] = now_ms) -> Store:
    """An empty store in this process's memory, for what must not be kept; closing it forgets everything."""
    return _upgraded(Store(make_memory_engine(), clock))


def _upgraded(store: Store) -> Store:
    try:
        upgrade(store.engine)
    except BaseException:
        store.close()
        raise
    return store
