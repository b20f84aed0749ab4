"""Starting anew, and the way back: what was cleared can be brought back until the first new answer."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.questionnaire.assessment import Assessment
from people.respondent.editions import edition
from people.respondent.outcome import Outcome
from people.respondent.saving import record_place, send_answers
from people.respondent.sheet import AnswerSheet
from people.respondent.stored import stored
from store import Edition, SheetGone, StoreDown, StoreError
from store.process import process_store


@dataclass(frozen=True, slots=True)
class Cleared:
    """The sheet as it was, and the older version of the files that it was begun with, if any."""

    sheet: AnswerSheet
    older: Assessment | None


def start_anew(sheet: AnswerSheet, assessment: Assessment) -> AnswerSheet | None:
    """A new, empty sheet for the same person; the open one is deleted, a finished one stays.

    None, and nothing changed, where the store does not answer.
    """
    fresh = AnswerSheet(assessment.id)
    if sheet.stored is None:
        return fresh
    token, form = sheet.stored.token, sheet.form or next(iter(assessment.forms))
    try:
        row = process_store().sheets.start_anew(token, edition(assessment, form, sheet.stored.row.language))
    except SheetGone:
        return fresh
    except StoreDown:
        return None
    fresh.stored = stored(token, row)
    return fresh


def bring_back(cleared: Cleared, current: AnswerSheet, assessment: Assessment, language: str) -> Outcome:
    """What was cleared takes the place of ``current``: a finished sheet as it is, an open one written anew.

    ``assessment``: the version that it was begun with. AWAY: nothing changed. CHANGED: another screen answered, began
    or deleted in the meantime, and what it did stands.
    """
    sheet = cleared.sheet
    if sheet.stored is not None and current.stored is not None:
        token, empty, row = current.stored.token, current.stored.row.id, sheet.stored.row
        try:
            if sheet.stored.finished:
                process_store().sheets.discard(token, empty)
            else:
                begun = Edition(row.assessment, row.version, row.files_hash, sheet.form or row.form, language)
                sheet.stored = stored(token, process_store().sheets.start_anew(token, begun, empty))
        except StoreDown:
            return Outcome.AWAY
        except StoreError:
            return Outcome.CHANGED
    sheet.opened = None
    if sheet.stored is not None and not sheet.stored.finished:
        send_answers(sheet.stored, sheet.answers, language)
        record_place(assessment, sheet)
    return Outcome.DONE
