"""What happens to a sheet: begun, saved, finished, reopened, taken again. Each function runs inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, insert, select, update

from store.database.tables import respondents, sheets, tokens
from store.errors import BadValue, SheetChanged, SheetFinished, SheetGone
from store.respondents.checks import HASH, LANGUAGE, MOST_ITEMS, NAME, VERSION, check_text
from store.respondents.devices import DEVICE_MS, add_token, check_live, hash_of, note_use, respondent_of
from store.respondents.merge import later, merge_answers, merge_timings
from store.respondents.rows import answers_column, answers_of, scores_columns, sheet_of
from store.respondents.secret import new_id
from store.respondents.values import Answer, Saved, Scores, Sheet, Token

# The statements of a save are built once: building them again would cost more than running them.
_NEWEST = (
    select(sheets, tokens.c.hash, tokens.c.expires, tokens.c.last_used)
    .join(respondents, respondents.c.id == sheets.c.respondent)
    .join(tokens, tokens.c.respondent == respondents.c.id)
    .where(tokens.c.hash == bindparam("wanted"), tokens.c.kind == "device")
    .order_by(sheets.c.attempt.desc())
    .limit(1)
)
_NEWEST_OF = _NEWEST.where(sheets.c.assessment == bindparam("assessment"))
_LOCKED = _NEWEST.with_for_update(of=[respondents, sheets])
_UPDATE = update(sheets).where(sheets.c.id == bindparam("wanted"))


@dataclass(frozen=True, slots=True)
class Edition:
    """What is taken and how: an assessment's version, the hash of its files, the form, the language."""

    assessment: str
    version: str
    files_hash: str
    form: str
    language: str

    def checked(self) -> Edition:
        """Itself. Raises BadValue."""
        check_text(self.assessment, NAME, "assessment id")
        check_text(self.version, VERSION, "version")
        check_text(self.files_hash, HASH, "hash of files")
        check_text(self.form, NAME, "form id")
        check_text(self.language, LANGUAGE, "language")
        return self


@dataclass(frozen=True, slots=True)
class Change:
    """What one save brings, checked. ``placed``: position, language or form, each as of ``moment``."""

    answers: Mapping[str, Answer]
    placed: Mapping[str, str]
    timings: Mapping[str, int]
    moment: int
    sheet: str | None


def begin_sheet(connection: Connection, taken: Edition, now: int) -> tuple[Token, Sheet]:
    respondent = new_id()
    connection.execute(insert(respondents), {"id": respondent, "created": now})
    token = add_token(connection, respondent, "device", now, DEVICE_MS)
    return token, _insert(connection, respondent, taken, now, previous=None)


def sheet_behind(connection: Connection, token: Token, assessment: str | None, now: int) -> Sheet:
    """The newest sheet that a token opens, of one assessment if one is named. Raises SheetGone."""
    hashed = hash_of(token)
    named = {} if assessment is None else {"assessment": assessment}
    row = connection.execute(_NEWEST_OF if named else _NEWEST, {"wanted": hashed, **named}).mappings().first()
    return sheet_of(check_live(row, hashed, now))


def newest_for_update(connection: Connection, token: Token, now: int) -> Mapping[str, Any]:
    """The row of the newest sheet that a token opens, locked until the transaction ends (PostgreSQL).

    Who waited for the lock may get a sheet after which another one was begun meanwhile; so what begins or reopens a
    sheet locks the respondent first. Raises SheetGone, also where there is no sheet yet or retention has taken it.
    """
    hashed = hash_of(token)
    row = connection.execute(_LOCKED, {"wanted": hashed}).mappings().first()
    if row is None:
        # While this waited for the lock, the sheet may have made way for another one: look once more, holding it.
        respondent_of(connection, token, now)
        row = connection.execute(_LOCKED, {"wanted": hashed}).mappings().first()
        if row is None:
            raise _none()
    check_live(row, hashed, now)
    note_use(connection, row, now)
    return dict(row)


def sheet_to_change(connection: Connection, token: Token, sheet: str | None, now: int) -> Mapping[str, Any]:
    """The row of the newest sheet, or of the one with the id ``sheet`` if it is the newest of its assessment.

    Raises SheetGone, SheetChanged where it is not.
    """
    row = newest_for_update(connection, token, now)
    if sheet is None or row["id"] == sheet:
        return row
    named = select(sheets.c.assessment).where(sheets.c.id == sheet, sheets.c.respondent == row["respondent"])
    assessment = connection.execute(named).scalar()
    last = None if assessment is None else _last(connection, row["respondent"], assessment)
    if last is None or last["id"] != sheet:
        raise SheetChanged("Another sheet was begun in the meantime. Read it again.")
    return dict(last)


def history_of(connection: Connection, respondent: str, assessment: str | None = None) -> tuple[Sheet, ...]:
    found = select(sheets).where(sheets.c.respondent == respondent).order_by(sheets.c.attempt)
    if assessment is not None:
        found = found.where(sheets.c.assessment == assessment)
    return tuple(sheet_of(row) for row in connection.execute(found).mappings())


def save_answers(connection: Connection, token: Token, change: Change, now: int) -> Saved:
    """Merge a change into the newest sheet, or the newest of its assessment that is meant.

    Raises SheetGone; SheetChanged where another sheet than the one meant is the newest; SheetFinished where the
    change would alter a finished sheet (a repeat of what is there already is no alteration).
    """
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
    return Saved(_update(connection, row, values | {"updated": now}, merged.answers), merged.newer)


def finish_sheet(
    connection: Connection, token: Token, scores: Scores, sheet: str | None, seen: int | None, now: int
) -> Sheet:
    """Fill the score columns. A sheet finished already stays as it is.

    ``seen``: the revision that was scored. Raises SheetChanged where answers moved since, SheetGone.
    """
    row = sheet_to_change(connection, token, sheet, now)
    if seen is not None and seen != row["revision"]:
        raise SheetChanged("An answer was changed on another device. Score the sheet again.")
    if row["state"] == "finished":
        return sheet_of(row)
    return _update(connection, row, {"state": "finished", "finished": now, "updated": now, **scores_columns(scores)})


def reopen_sheet(connection: Connection, token: Token, form: str | None, sheet: str | None, now: int) -> Sheet:
    """The finished sheet open again with its answers, its scores cleared; in another form if one is named."""
    respondent_of(connection, token, now)
    row = sheet_to_change(connection, token, sheet, now)
    values: dict[str, Any] = {"state": "open", "finished": None, "updated": now, **scores_columns(None)}
    if form is not None and form != row["form"]:
        values["form"] = form
        values["placed"] = {**row["placed"], "form": now}
    return _update(connection, row, {**values, "revision": row["revision"] + 1})


def next_sheet(
    connection: Connection, token: Token, taken: Edition | None, anew: bool, empty: str | None, now: int
) -> Sheet:
    """A new sheet of the same respondent and assessment, linked to the one before.

    While the sheet before is open it is returned as it is, so that a second tap begins no second sheet; with ``anew``
    the open sheet and its answers are deleted and an empty one takes its place. ``taken`` None: as the newest sheet.
    ``empty``: the id of the only sheet whose place may be taken, and only while nobody answered it; else SheetChanged.
    Raises BadValue where the respondent has no sheet of that assessment.
    """
    respondent = respondent_of(connection, token, now)
    if empty is not None:
        _unanswered(connection, token, empty, now)
    row = _last(connection, respondent, None if taken is None else taken.assessment)
    if row is None:
        if _last(connection, respondent) is None:
            raise _none()
        raise BadValue("A sheet can only be taken again with the same assessment.")
    again = taken or Edition(row["assessment"], row["version"], row["files_hash"], row["form"], row["language"])
    if row["state"] == "finished":
        return _insert(connection, respondent, again, now, row["id"])
    if not anew:
        return sheet_of(row)
    connection.execute(delete(sheets).where(sheets.c.id == row["id"]))
    return _insert(connection, respondent, again, now, row["previous"])


def discard_sheet(connection: Connection, token: Token, sheet: str, now: int) -> None:
    """Delete an open sheet that nobody answered. Raises SheetGone, SheetChanged where it is another kind of sheet."""
    respondent_of(connection, token, now)
    connection.execute(delete(sheets).where(sheets.c.id == _unanswered(connection, token, sheet, now)["id"]))


def _unanswered(connection: Connection, token: Token, sheet: str, now: int) -> Mapping[str, Any]:
    row = sheet_to_change(connection, token, sheet, now)
    if row["state"] != "open" or row["answers"]:
        raise SheetChanged("This sheet was answered in the meantime.")
    return row


def begin_sheet_for(connection: Connection, token: Token, taken: Edition, now: int) -> Sheet:
    """A sheet for a respondent who is there already; the open one of the same assessment comes back as it is."""
    respondent = respondent_of(connection, token, now)
    row = _last(connection, respondent, taken.assessment)
    if row is not None and row["state"] == "open":
        return sheet_of(row)
    return _insert(connection, respondent, taken, now, None if row is None else row["id"])


def _last(connection: Connection, respondent: str, assessment: str | None = None) -> RowMapping | None:
    """The respondent's newest sheet, of one assessment if one is named. The caller holds the respondent."""
    found = select(sheets).where(sheets.c.respondent == respondent).order_by(sheets.c.attempt.desc()).limit(1)
    if assessment is not None:
        found = found.where(sheets.c.assessment == assessment)
    return connection.execute(found).mappings().first()


def _none() -> SheetGone:
    return SheetGone("There is no sheet: none was begun, or it was deleted when its time was over.")


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


def _update(
    connection: Connection,
    row: Mapping[str, Any],
    values: dict[str, Any],
    answers: Mapping[str, Answer] | None = None,
) -> Sheet:
    connection.execute(_UPDATE, {"wanted": row["id"], **values})
    return sheet_of({**row, **values}, answers)


def _insert(connection: Connection, respondent: str, taken: Edition, now: int, previous: str | None) -> Sheet:
    newest_attempt = select(func.max(sheets.c.attempt)).where(sheets.c.respondent == respondent)
    row = {
        "id": new_id(),
        "respondent": respondent,
        "attempt": (connection.execute(newest_attempt).scalar() or 0) + 1,
        "previous": previous,
        "assessment": taken.assessment,
        "version": taken.version,
        "files_hash": taken.files_hash,
        "form": taken.form,
        "language": taken.language,
        "position": None,
        "answers": {},
        "timings": {},
        "placed": {},
        "revision": 0,
        "state": "open",
        "created": now,
        "updated": now,
        "finished": None,
        **scores_columns(None),
    }
    connection.execute(insert(sheets), row)
    return sheet_of(row)
