"""The visitor's sheet as the store has it: found by the device's token, in the version that it was begun with."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.questionnaire.assessment import Assessment
from people.respondent.editions import begun_with
from people.respondent.sheet import AnswerSheet, stand_at
from people.respondent.stored import stored
from store import Sheet, StoreDown, StoreError, Token
from store.process import process_store


@dataclass(frozen=True, slots=True)
class Found:
    """``older``: the version that the sheet was begun with, None for the newest. ``away``: nobody could look."""

    sheet: AnswerSheet
    older: Assessment | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose browser it is, as far as it says: ``token`` is the one it presented, if any, dead or alive."""

    token: Token | None


def visitor_with(secret: str | None) -> Visitor:
    """``secret``: what stands in the browser's cookie."""
    return Visitor(Token(secret) if secret else None)


def find_sheet(token: Token | None, assessment: Assessment) -> Found:
    """The visitor's newest sheet of an assessment, else an empty one. Never raises for the store's sake."""
    empty = AnswerSheet(assessment.id)
    if token is None:
        return Found(empty)
    try:
        row = process_store().sheets.newest(token, assessment=assessment.id)
        if row is None:
            return Found(empty)
        version = begun_with(assessment, row)
    except StoreDown:
        return Found(empty, away=True)
    sheet = as_answered(version or assessment, row)
    sheet.stored = stored(token, row)
    return Found(sheet, None if version is assessment else version)


def as_answered(assessment: Assessment, row: Sheet) -> AnswerSheet:
    """A stored sheet's answers, times and place, without the way back to the store."""
    sheet = AnswerSheet(assessment.id, answers=row.codes)
    sheet.seconds = {name: ms / 1000 for name, ms in row.timings.items()}
    stand_at(assessment, sheet, row.position, row.form)
    return sheet


def answered_last(token: Token | None) -> str | None:
    """The id of the assessment that the visitor answered last; None where that is not known."""
    if token is None:
        return None
    try:
        rows = process_store().sheets.history(token)
    except StoreError:
        return None
    return max(rows, key=lambda row: row.updated).assessment if rows else None


def opens_nothing(token: Token | None) -> bool:
    """Whether a token was presented that opens nothing any more. False while the store does not answer."""
    try:
        return token is not None and not process_store().devices.opens(token)
    except StoreError:
        return False
