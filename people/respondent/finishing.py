"""Finishing a sheet, and taking the assessment once more: the finished one stays."""

from __future__ import annotations

from catalog.questionnaire.assessment import Assessment
from people.respondent.editions import edition
from people.respondent.outcome import Outcome
from people.respondent.sheet import AnswerSheet, screens
from people.respondent.stored import stored
from scoring.rule.result import Result
from store import SheetChanged, StoreDown, StoreError, scores_of
from store.process import process_store


def finish(assessment: Assessment, sheet: AnswerSheet, result: Result) -> Outcome:
    """Fills the score columns once the person has come to the end and every answer is durable; else does nothing.

    AWAY: the store does not answer; CHANGED: another device answered since; OVER: the sheet is not there any more.
    """
    kept = sheet.stored
    at_end = sheet.screen >= len(screens(assessment, sheet.path))
    if kept is None or not at_end or not sheet.answers or kept.standing != "saved" or kept.finished:
        return Outcome.DONE
    try:
        kept.row = process_store().sheets.finish(
            kept.token, scores_of(result), revision=kept.row.revision, sheet=kept.row.id
        )
    except SheetChanged:
        return Outcome.CHANGED
    except StoreDown:
        return Outcome.AWAY
    except StoreError:
        return Outcome.OVER
    return Outcome.DONE


def take_again(sheet: AnswerSheet, newest: Assessment, language: str) -> AnswerSheet | Outcome:
    """The sheet of a new attempt with the newest version. AWAY; CHANGED: deleted or begun anew on another screen."""
    if sheet.stored is None:
        return Outcome.CHANGED
    form = sheet.form if sheet.form in newest.forms else next(iter(newest.forms))
    try:
        row = process_store().sheets.again(sheet.stored.token, edition(newest, str(form), language))
    except StoreDown:
        return Outcome.AWAY
    except StoreError:
        return Outcome.CHANGED
    return AnswerSheet(newest.id, stored=stored(sheet.stored.token, row))
