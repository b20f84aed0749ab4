"""What happens to an answer: it goes into this session's sheet and to the store, where other devices' answers join it.

Every function returns once the change is durable, or waits in the sheet's outbox where the store does not answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from catalog.questionnaire.assessment import Assessment
from people.respondent.sheet import AnswerSheet, position
from people.respondent.stored import StoredSheet
from store import Answer, SheetFinished, StoreError, UnsavedAnswers
from store.process import process_sender


def record(sheet: AnswerSheet, question: str, code: int | str | None, language: str) -> None:
    """Takes an answer, or takes it back (None), and sends it."""
    if code is None:
        sheet.answers.pop(question, None)
    else:
        sheet.answers[question] = code
    if sheet.stored is not None:
        send_answers(sheet.stored, {question: code}, language)
        take_over(sheet)


def record_place(assessment: Assessment, sheet: AnswerSheet) -> None:
    """Sends where the person stands and the time spent on each screen."""
    if sheet.stored is not None and sheet.form is not None:
        timings = {name: round(1000 * seconds) for name, seconds in sheet.seconds.items()}
        send_place(sheet.stored, position(assessment, sheet), sheet.form, timings)
        take_over(sheet)


def record_language(sheet: AnswerSheet, language: str) -> None:
    """A resumed sheet opens in the language that the person chose last."""
    if sheet.stored is not None and sheet.stored.row.language != language:
        moment = now_ms()
        _send(sheet.stored, lambda unsaved: unsaved.add(moment=moment, language=language))
        take_over(sheet)


def try_again(sheet: AnswerSheet) -> None:
    """Tries what was refused once more, for a page that waits.

    Where the store refused while it came back (a finished sheet was changed), nobody else tries again.
    """
    if sheet.stored is not None and sheet.stored.outbox.refused is not None:
        _send(sheet.stored, lambda unsaved: None)
        take_over(sheet)


def send_answers(stored: StoredSheet, codes: Mapping[str, int | str | None], language: str) -> None:
    """Sends answers, or their taking back (None), by question; durable on return unless ``stored.outbox.unsaved``."""
    stored.seq += 1
    moment = now_ms()
    answers = [
        Answer(question, code, max(moment, _after(stored, question)), stored.seq) for question, code in codes.items()
    ]
    _send(stored, lambda unsaved: unsaved.add(answers, moment=moment, language=language))


def send_place(stored: StoredSheet, position: str, form: str, timings: Mapping[str, int]) -> None:
    """``timings``: ms spent on each screen so far."""
    moment = now_ms()
    _send(stored, lambda unsaved: unsaved.add(moment=moment, position=position, form=form, timings=timings))


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def _after(stored: StoredSheet, question: str) -> int:
    """Later than any answer that this person has seen on the screen, in ms.

    Clocks of two servers differ and one may be set back; whoever changes an answer they see has answered later.
    """
    seen = (stored.outbox.waiting.answers.get(question), stored.row.answers.get(question))
    return max((answer.moment + 1 for answer in seen if answer is not None), default=0)


def _send(stored: StoredSheet, add: Callable[[UnsavedAnswers], None]) -> None:
    sender = process_sender()
    sender.send(stored.outbox, add)
    if isinstance(stored.outbox.refused, SheetFinished):
        # Changing an answer of a finished sheet opens it again; the old scores go with that.
        try:
            stored.row = sender.store.sheets.reopen(stored.token, sheet=stored.row.id)
        except StoreError as error:
            stored.outbox.refused = error
            return
        stored.outbox.refused = None
        sender.send(stored.outbox, lambda unsaved: None)


def take_over(sheet: AnswerSheet) -> None:
    """Shows what another device answered later."""
    if sheet.stored is None:
        return
    merged = merged_answers(sheet.stored)
    if merged is not None and merged != sheet.answers:
        sheet.answers = merged
        sheet.stored.foreign = True


def merged_answers(stored: StoredSheet) -> dict[str, int | str] | None:
    """The answers as the store has them after the last save, with what still waits; None where nothing is new.

    They differ from this session's own when another device answered later.
    """
    with stored.outbox.lock:
        # One picture: between a retry's save and its result an answer would stand in neither.
        saved, waiting = stored.outbox.last, stored.outbox.waiting.answers
    if saved is None or saved is stored.taken_over:
        return None
    stored.taken_over = saved
    stored.row = saved.sheet
    codes: dict[str, int | str] = saved.sheet.codes
    for item, answer in waiting.items():
        codes.pop(item, None)
        if answer.code is not None:
            codes[item] = answer.code
    return codes
