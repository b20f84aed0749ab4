"""A respondent's finished attempts: each opens as it was, with the version that it was answered with."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.questionnaire.assessment import Assessment
from people.respondent.editions import begun_with
from people.respondent.finding import as_answered
from people.respondent.sheet import AnswerSheet
from people.respondent.stored import FINISHED
from store import Sheet, SheetGone, StoreDown, Token
from store.process import process_store


@dataclass(frozen=True, slots=True)
class Attempt:
    """A finished sheet; ``number`` counts this respondent's finished sheets of the assessment from 1."""

    number: int
    assessment: Assessment
    row: Sheet

    @property
    def sheet(self) -> AnswerSheet:
        return as_answered(self.assessment, self.row)


def finished_attempts(token: Token | None, newest: Assessment) -> tuple[Attempt, ...] | None:
    """The finished attempts at an assessment, the first one first; None while the store does not answer."""
    if token is None:
        return ()
    try:
        rows = [row for row in process_store().sheets.history(token, newest.id) if row.state == FINISHED]
        versions = [begun_with(newest, row) for row in rows]
    except SheetGone:
        return ()
    except StoreDown:
        return None
    return tuple(
        Attempt(number, version, row)
        for number, (version, row) in enumerate(zip(versions, rows, strict=True), start=1)
        if version is not None and row.form in version.forms
    )
