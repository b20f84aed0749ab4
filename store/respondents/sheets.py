"""What happens to sheets: begun, saved, finished, reopened, taken again. Each operation is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from store.database.database import Database
from store.database.tables import respondents, sheets
from store.errors import BadValue, SheetChanged, SheetFinished, SheetGone
from store.respondents.checks import (
    LANGUAGE,
    MOST_ITEMS,
    NAME,
    POSITION,
    check_answers,
    check_edition,
    check_scores,
    check_text,
    check_timings,
    check_whole,
)
from store.respondents.merge import later, merge_answers, merge_timings
from store.respondents.rows import answers_column, answers_of, scores_columns, sheet_of
from store.respondents.secret import new_id
from store.respondents.sheet_rows import (
    insert_sheet,
    last_sheet,
    newest_sheet,
    no_sheet,
    sheet_to_change,
    unanswered_sheet,
    update_sheet,
)
from store.respondents.tokens import DEVICE_MS, add_token, respondent_of
from store.respondents.values import Answer, Edition, Saved, Scores, Sheet, Token


@dataclass(frozen=True, slots=True)
class Change:
    """What one save brings, checked. ``placed``: position, language or form, each as of ``moment``."""

    answers: Mapping[str, Answer]
    placed: Mapping[str, str]
    timings: Mapping[str, int]
    moment: int
    sheet: str | None


class Sheets:
    """Every operation with a token raises SheetGone for one that opens nothing.

    ``sheet`` as an argument is the id of the sheet that the caller means: SheetChanged where it is not the newest of
    its assessment. Without it, the newest sheet of all is meant.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, edition: Edition) -> tuple[Token, Sheet]:
        """A new respondent with an empty sheet, and this device's token. Raises BadValue."""
        check_edition(edition)

        def work(connection: Connection) -> tuple[Token, Sheet]:
            respondent, now = new_id(), self._database.now()
            connection.execute(insert(respondents), {"id": respondent, "created": now})
            token = add_token(connection, respondent, "device", now, DEVICE_MS)
            return token, insert_sheet(connection, respondent, edition, now, previous=None)

        return self._database.writer.run(work)

    def begin_for(self, token: Token, edition: Edition) -> Sheet:
        """A sheet for a respondent who is there already, a visitor or one with sheets, of whatever assessment.

        An open sheet of the same assessment comes back as it is; after a finished one it is a new one linked to it.
        Raises SheetGone, BadValue.
        """
        check_edition(edition)

        def work(connection: Connection) -> Sheet:
            now = self._database.now()
            respondent = respondent_of(connection, token, now)
            row = last_sheet(connection, respondent, edition.assessment)
            if row is not None and row["state"] == "open":
                return sheet_of(row)
            return insert_sheet(connection, respondent, edition, now, None if row is None else row["id"])

        return self._database.writer.run(work)

    def newest(self, token: Token, assessment: str | None = None) -> Sheet | None:
        """The newest sheet behind a token, of one assessment if one is named. None where there is none."""
        try:
            return self._database.read(
                lambda connection: newest_sheet(connection, token, assessment, self._database.now())
            )
        except SheetGone:
            return None

    def history(self, token: Token, assessment: str | None = None) -> tuple[Sheet, ...]:
        """All sheets of the token's respondent, the first attempt first; of one assessment if one is named."""

        def work(connection: Connection) -> tuple[Sheet, ...]:
            respondent = respondent_of(connection, token, self._database.now(), lock=False)
            found = select(sheets).where(sheets.c.respondent == respondent).order_by(sheets.c.attempt)
            if assessment is not None:
                found = found.where(sheets.c.assessment == assessment)
            return tuple(sheet_of(row) for row in connection.execute(found).mappings())

        return self._database.read(work)

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
        far. Raises SheetGone, SheetChanged, BadValue; SheetFinished where the change would alter a finished sheet (a
        repeat of what is there already is no alteration).
        """
        now = self._database.now()
        placed = {"position": (position, POSITION), "language": (language, LANGUAGE), "form": (form, NAME)}
        change = Change(
            check_answers(answers, now),
            {name: check_text(value, shape, name) for name, (value, shape) in placed.items() if value is not None},
            check_timings(timings or {}),
            now if moment is None else check_whole(moment, 1, now + 86_400_000, "moment"),
            sheet,
        )
        return self._database.writer.run(lambda connection: _save(connection, token, change, self._database.now()))

    def finish(self, token: Token, scores: Scores, *, revision: int | None = None, sheet: str | None = None) -> Sheet:
        """The sheet finished, with its scores. ``revision``: of the sheet that was scored.

        A sheet that is finished already comes back as it is. Raises SheetChanged where an answer arrived from another
        device since that revision, SheetGone, BadValue.
        """
        check_scores(scores)

        def work(connection: Connection) -> Sheet:
            now = self._database.now()
            row = sheet_to_change(connection, token, sheet, now)
            if revision is not None and revision != row["revision"]:
                raise SheetChanged("An answer was changed on another device. Score the sheet again.")
            if row["state"] == "finished":
                return sheet_of(row)
            finished = {"state": "finished", "finished": now, "updated": now, **scores_columns(scores)}
            return update_sheet(connection, row, finished)

        return self._database.writer.run(work)

    def reopen(self, token: Token, *, sheet: str | None = None) -> Sheet:
        """The newest sheet open again with its answers and without scores, to change one."""

        def work(connection: Connection) -> Sheet:
            now = self._database.now()
            respondent_of(connection, token, now)
            row = sheet_to_change(connection, token, sheet, now)
            reopened = {"state": "open", "finished": None, "updated": now, **scores_columns(None)}
            return update_sheet(connection, row, {**reopened, "revision": row["revision"] + 1})

        return self._database.writer.run(work)

    def again(self, token: Token, edition: Edition) -> Sheet:
        """A new sheet after a finished one, linked to it; an open sheet comes back as it is."""
        return self._next(token, edition, anew=False, empty=None)

    def start_anew(self, token: Token, edition: Edition, empty: str | None = None) -> Sheet:
        """An empty sheet: the open one is deleted with its answers, a finished one stays and is linked.

        ``empty``: the id of the sheet whose place it takes; SheetChanged where that one was answered in the meantime.
        """
        sheet = self._next(token, edition, anew=True, empty=empty)
        self._database.wipe()
        return sheet

    def discard(self, token: Token, sheet: str) -> None:
        """Delete an open sheet without answers, so that the one before is the newest again.

        ``sheet``: its id. Raises SheetGone; SheetChanged where it is not the newest, was answered or is finished.
        """

        def work(connection: Connection) -> None:
            now = self._database.now()
            respondent_of(connection, token, now)
            row = unanswered_sheet(connection, token, sheet, now)
            connection.execute(delete(sheets).where(sheets.c.id == row["id"]))

        self._database.writer.run(work)

    def _next(self, token: Token, edition: Edition, anew: bool, empty: str | None) -> Sheet:
        """A new sheet of the same respondent and assessment, linked to the one before.

        While the sheet before is open it is returned as it is, so that a second tap begins no second sheet; with
        ``anew`` the open sheet and its answers are deleted and an empty one takes its place. Raises BadValue where the
        respondent has no sheet of that assessment.
        """
        check_edition(edition)

        def work(connection: Connection) -> Sheet:
            now = self._database.now()
            respondent = respondent_of(connection, token, now)
            if empty is not None:
                unanswered_sheet(connection, token, empty, now)
            row = last_sheet(connection, respondent, edition.assessment)
            if row is None:
                if last_sheet(connection, respondent) is None:
                    raise no_sheet()
                raise BadValue("A sheet can only be taken again with the same assessment.")
            if row["state"] == "finished":
                return insert_sheet(connection, respondent, edition, now, row["id"])
            if not anew:
                return sheet_of(row)
            connection.execute(delete(sheets).where(sheets.c.id == row["id"]))
            return insert_sheet(connection, respondent, edition, now, row["previous"])

        return self._database.writer.run(work)


def _save(connection: Connection, token: Token, change: Change, now: int) -> Saved:
    row = sheet_to_change(connection, token, change.sheet, now)
    merged = merge_answers(answers_of(row["answers"]), change.answers)
    if len(merged.answers) > MOST_ITEMS:
        raise BadValue(f"A sheet holds at most {MOST_ITEMS} answers.")
    timings = merge_timings(row["timings"], change.timings)
    if len(timings) > MOST_ITEMS:
        raise BadValue(f"A sheet holds the timings of at most {MOST_ITEMS} pages.")
    values: dict[str, Any] = _placed(row, change)
    if merged.changed:
        values["answers"] = answers_column(merged.answers)
    if timings != row["timings"]:
        values["timings"] = timings
    if row["state"] == "finished" and (merged.changed or "form" in values):
        raise SheetFinished("This sheet is finished. It can be reopened or taken again.")
    if not values:
        return Saved(sheet_of(row, merged.answers), merged.newer)
    if merged.changed or "form" in values:
        values["revision"] = row["revision"] + 1
    return Saved(update_sheet(connection, row, values | {"updated": now}, merged.answers), merged.newer)


def _placed(row: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """Of position, language and form what the change sets later than it was set before."""
    values: dict[str, Any] = {}
    placed = dict(row["placed"])
    for name, value in change.placed.items():
        before = (placed.get(name, 0), row[name] or "")
        after = later(before, (change.moment, value))
        if after != before:
            placed[name], values[name] = after
    return {**values, "placed": placed} if values else {}
