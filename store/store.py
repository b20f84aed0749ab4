"""The store as the pages see it: a few operations, each one transaction, on SQLite or PostgreSQL."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from store.database.connect import BUSY_SECONDS, make_engine
from store.database.schema import HEAD, revision_of, upgrade
from store.database.tables import assessment_files, leases, progress, respondents, sheets, tokens
from store.database.wipe import empty_wal
from store.database.writer import GroupWriter
from store.errors import SheetGone, StoreDown, database_errors
from store.respondents import devices, rights
from store.respondents import progress as on_progress
from store.respondents import sheets as on_sheets
from store.respondents.checks import (
    HASH,
    LANGUAGE,
    NAME,
    POSITION,
    check_answers,
    check_entries,
    check_scores,
    check_text,
    check_timings,
    check_whole,
)
from store.respondents.retention import purge_some, take_lease
from store.respondents.rows import moment_of
from store.respondents.sheets import Change, Edition
from store.respondents.values import Answer, Deletion, Entry, Left, Purged, Saved, Scores, Sheet, Stats, Token
from store.settings import FINISHED_DAYS, OPEN_DAYS, Retention, database_url

T = TypeVar("T")


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def open_store(
    url: str | None = None, *, clock: Callable[[], int] = now_ms, busy_seconds: float = BUSY_SECONDS
) -> Store:
    """The store at ``url`` (default: ``DATABASE_URL``, else a SQLite file under ``data/``), its schema up to date.

    ``clock`` gives ms since 1970 UTC. Raises StoreTooNew, StoreDown, BadSetting.
    """
    store = Store(url or database_url(), clock, busy_seconds)
    try:
        upgrade(store.engine)
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """Made by ``open_store``; safe for many threads. Every operation raises StoreDown if the database does not answer.

    An operation that returns has reached the disk. Operations with a token raise SheetGone for one that opens nothing.
    ``sheet`` as an argument is the id of the sheet that the caller means: SheetChanged where it is not the newest of
    its assessment. Without it, the newest sheet of all is meant.
    """

    def __init__(self, url: str, clock: Callable[[], int], busy_seconds: float) -> None:
        self.engine = make_engine(url, busy_seconds)
        self.is_file = self.engine.dialect.name == "sqlite"
        self.now = clock
        # SQLite reads one snapshot by itself.
        self._snapshots = (
            self.engine if self.is_file else self.engine.execution_options(isolation_level="REPEATABLE READ")
        )
        self._writer = GroupWriter(self.engine) if self.is_file else None

    def close(self) -> None:
        """Finish what is being written and let go of all connections."""
        if self._writer is not None:
            self._writer.close()
        self.engine.dispose()

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one durable transaction."""
        with database_errors():
            if self._writer is not None:
                return self._writer.run(work)
            with self.engine.begin() as connection:
                return work(connection)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` on one snapshot."""
        with database_errors(), self._snapshots.connect() as connection, connection.begin():
            return work(connection)

    def ready(self) -> None:
        """Return if the schema is this program's and the database takes writes. Raises StoreDown, StoreTooNew."""
        if self.read(revision_of) != HEAD:
            raise StoreDown("The store's schema is not up to date. Run: python -m store upgrade")
        self.write(_take_a_write)

    def keep_files(self, files_hash: str, files: Mapping[str, str]) -> None:
        """Keep an assessment's files (name to text) under their hash; a second time changes nothing."""
        check_text(files_hash, HASH, "hash of files")
        row = {"files_hash": files_hash, "files": dict(files), "kept": self.now()}
        known = select(assessment_files.c.files_hash).where(assessment_files.c.files_hash == files_hash)

        def work(connection: Connection) -> None:
            if connection.execute(known).first() is None:
                try:
                    with connection.begin_nested():
                        connection.execute(insert(assessment_files), row)
                except IntegrityError:
                    # Another process kept the same files between the look and the insert.
                    connection.execute(known).one()

        self.write(work)

    def files(self, files_hash: str) -> dict[str, str] | None:
        """The files kept under a hash, None where there are none."""
        found = select(assessment_files.c.files).where(assessment_files.c.files_hash == files_hash)
        kept = self.read(lambda connection: connection.execute(found).scalar())
        return None if kept is None else dict(kept)

    def begin(self, assessment: str, version: str, files_hash: str, form: str, language: str) -> tuple[Token, Sheet]:
        """A new respondent with an empty sheet, and this device's token. Raises BadValue."""
        taken = Edition(assessment, version, files_hash, form, language).checked()
        return self.write(lambda connection: on_sheets.begin_sheet(connection, taken, self.now()))

    def begin_visitor(self) -> Token:
        """A new respondent without a sheet, for somebody who only learns; this device's token."""
        return self.write(lambda connection: on_progress.begin_visitor(connection, self.now()))

    def opens(self, token: Token) -> bool:
        """Whether the token is a live device's, with a sheet or without one."""
        try:
            self.read(lambda connection: devices.respondent_of(connection, token, self.now(), lock=False))
        except SheetGone:
            return False
        return True

    def shares(self, token: Token, link: Token) -> bool:
        """Whether a live link opens what this live device opens already."""

        def work(connection: Connection) -> bool:
            own = devices.respondent_of(connection, token, self.now(), lock=False)
            return own == devices.respondent_of(connection, link, self.now(), "link", lock=False)

        try:
            return self.read(work)
        except SheetGone:
            return False

    def begin_for(self, token: Token, taken: Edition) -> Sheet:
        """A sheet for a respondent who is there already, a visitor or one with sheets, of whatever assessment.

        An open sheet of the same assessment comes back as it is; after a finished one it is a new one linked to it.
        Raises SheetGone, BadValue.
        """
        taken.checked()
        return self.write(lambda connection: on_sheets.begin_sheet_for(connection, token, taken, self.now()))

    def sheet(self, token: Token, assessment: str | None = None) -> Sheet | None:
        """The newest sheet behind a token, of one assessment if one is named. None where there is none."""
        try:
            return self.read(lambda connection: on_sheets.sheet_behind(connection, token, assessment, self.now()))
        except SheetGone:
            return None

    def history(self, token: Token, assessment: str | None = None) -> tuple[Sheet, ...]:
        """All sheets of the token's respondent, the first attempt first; of one assessment if one is named."""
        return self.read(
            lambda connection: on_sheets.history_of(
                connection, devices.respondent_of(connection, token, self.now(), lock=False), assessment
            )
        )

    def progress(self, token: Token) -> Mapping[str, Entry]:
        """The respondent's learning progress, (value, moment in ms) by key. Raises SheetGone."""
        return self.read(lambda connection: on_progress.progress_of(connection, token, self.now()))

    def save_progress(self, token: Token, entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
        """Merge entries key by key, the later moment stands; all of it as it stands now, durable on return.

        Raises SheetGone; BadValue for a malformed entry, and where there would be too many.
        """
        checked = check_entries(entries, self.now())
        return self.write(lambda connection: on_progress.save_entries(connection, token, checked, self.now()))

    def save(
        self,
        token: Token,
        answers: Iterable[Answer] = (),
        *,
        position: str | None = None,
        language: str | None = None,
        form: str | None = None,
        timings: Mapping[str, int] | None = None,
        moment: int | None = None,
        sheet: str | None = None,
    ) -> Saved:
        """Merge answers into the sheet; durable on return, and the same in whatever order saves arrive.

        ``moment``: when position, language or form were set (ms, default: now). ``timings``: ms spent on each page so
        far. Raises SheetGone, SheetFinished, SheetChanged, BadValue.
        """
        now = self.now()
        placed = {"position": (position, POSITION), "language": (language, LANGUAGE), "form": (form, NAME)}
        change = Change(
            check_answers(answers, now),
            {name: check_text(value, shape, name) for name, (value, shape) in placed.items() if value is not None},
            check_timings(timings or {}),
            now if moment is None else check_whole(moment, 1, now + 86_400_000, "moment"),
            sheet,
        )
        return self.write(lambda connection: on_sheets.save_answers(connection, token, change, self.now()))

    def finish(self, token: Token, scores: Scores, *, revision: int | None = None, sheet: str | None = None) -> Sheet:
        """The sheet finished, with its scores. ``revision``: of the sheet that was scored.

        A sheet that is finished already comes back as it is. Raises SheetChanged where an answer arrived from another
        device since that revision, SheetGone, BadValue.
        """
        check_scores(scores)
        return self.write(
            lambda connection: on_sheets.finish_sheet(connection, token, scores, sheet, revision, self.now())
        )

    def reopen(self, token: Token, *, form: str | None = None, sheet: str | None = None) -> Sheet:
        """The newest sheet open again with its answers and without scores, to change one or go on in a longer form."""
        if form is not None:
            check_text(form, NAME, "form id")
        return self.write(lambda connection: on_sheets.reopen_sheet(connection, token, form, sheet, self.now()))

    def again(self, token: Token, taken: Edition | None = None) -> Sheet:
        """A new sheet after a finished one, linked to it; an open sheet comes back as it is.

        ``taken``: of which assessment, with which version, form and language; default: as the newest sheet.
        """
        return self._next(token, taken, anew=False)

    def start_anew(self, token: Token, taken: Edition | None = None, empty: str | None = None) -> Sheet:
        """An empty sheet: the open one is deleted with its answers, a finished one stays and is linked.

        ``empty``: the id of the sheet whose place it takes; SheetChanged where that one was answered in the meantime.
        """
        return self._next(token, taken, anew=True, empty=empty)

    def discard(self, token: Token, sheet: str) -> None:
        """Delete an open sheet without answers, so that the one before is the newest again.

        ``sheet``: its id. Raises SheetGone; SheetChanged where it is not the newest, was answered or is finished.
        """
        self.write(lambda connection: on_sheets.discard_sheet(connection, token, sheet, self.now()))

    def _next(self, token: Token, taken: Edition | None, anew: bool, empty: str | None = None) -> Sheet:
        if taken is not None:
            taken.checked()
        sheet = self.write(lambda connection: on_sheets.next_sheet(connection, token, taken, anew, empty, self.now()))
        if anew:
            self.wipe()
        return sheet

    def resume_link(self, token: Token, valid: timedelta = timedelta(hours=24)) -> Token:
        """A token for a link that opens the same sheets on another device, by ``exchange``; valid 7 days at most."""
        return self.write(lambda connection: devices.make_link(connection, token, valid, self.now()))

    def exchange(self, link: Token) -> Token:
        """A device's own token for a link's. Raises SheetGone for a link that expired, was deleted, or never was."""
        return self.write(lambda connection: devices.exchange_link(connection, link, self.now()))

    def leave(self, token: Token) -> Left:
        """Forget this device only ("not my answers"). What no token opens any more goes with the next purge."""
        return self.write(lambda connection: devices.leave_device(connection, token, self.now()))

    def forget(self, token: Token) -> Deletion:
        """Delete all that is the respondent's, at once and for good; then look whether anything is left."""

        def work(connection: Connection) -> tuple[str, tuple[int, int, int, int]]:
            respondent = devices.respondent_of(connection, token, self.now())
            return respondent, rights.delete_respondent(connection, respondent)

        respondent, gone = self.write(work)
        remaining = self.read(lambda connection: rights.rows_left(connection, respondent))
        return Deletion(*gone, remaining=remaining, wiped=self.wipe(), at=moment_of(self.now()))

    def export(self, token: Token) -> dict[str, Any]:
        """Everything stored about the token's respondent, ready for JSON."""
        return self.read(lambda connection: rights.everything_about(connection, token, self.now()))

    def purge(self, now: int | None = None, open_days: int = OPEN_DAYS, finished_days: int = FINISHED_DAYS) -> Purged:
        """Delete what is over: open sheets by their last change, finished ones by their finishing, expired tokens.

        Progress is kept for ``finished_days`` after its last change. What no live token opens goes at once, whatever
        its age: nobody could read it, download it or ask for its deletion any more.
        """
        moment = self.now() if now is None else now
        keep = Retention(open_days, finished_days)
        total = Purged(0, 0, 0)
        while (some := self.write(lambda connection: purge_some(connection, keep, moment))) is not None:
            total += some
        self.wipe()
        return total

    def lease(self, name: str, ms: int) -> bool:
        """Whether this process may do ``name`` now; then no other one may for ``ms``."""
        now = self.now()
        return self.write(lambda connection: take_lease(connection, name, now, now + ms))

    def stats(self) -> Stats:
        def work(connection: Connection) -> Stats:
            kinds = (sheets.c.assessment, sheets.c.version, sheets.c.state)
            counted = connection.execute(select(*kinds, func.count()).group_by(*kinds).order_by(*kinds))
            by_kind = {(row[0], row[1], row[2]): row[3] for row in counted}
            rows = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in counts]
            return Stats(by_kind, *rows)

        counts = (respondents, tokens, assessment_files, progress)
        return self.read(work)

    def wipe(self) -> bool | None:
        """Get deleted bytes out of SQLite's files; None on PostgreSQL, which does it in its own time."""
        if not self.is_file:
            return None
        try:
            return empty_wal(self.engine)
        except StoreDown:
            # The deletion itself is durable; the purge comes back to the files.
            return False


def _take_a_write(connection: Connection) -> None:
    """Writes what is there already: a full disk or a read-only server shows itself at a write and no sooner."""
    connection.execute(update(leases).values(until=leases.c.until))
