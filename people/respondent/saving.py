"""Between this session and the store: the token, what is saved, what waits, and what other devices answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from catalog.versions import assessment_from
from store import Answer, Pending, Saved, Sheet, SheetFinished, StoreError, Token
from store.outbox.sender import Held
from store.process import process_keeper, process_store
from views.frame.cookie import NAME


@dataclass
class Kept:
    """A sheet in the store as this session knows it. ``seq`` orders answers of the same millisecond."""

    token: Token
    sheet: Sheet
    held: Held
    seq: int = 0
    taken_over: Saved | None = None
    foreign: bool = False


def cookie_token() -> Token | None:
    """The token that the browser brought when it connected; a page never sees another one."""
    value = st.context.cookies.get(NAME)
    return Token(value) if value else None


def stored_sheet(assessment: str) -> Kept | None:
    """The visitor's newest sheet of an assessment, None where there is none. Raises StoreDown."""
    token = cookie_token()
    if token is None:
        return None
    sheet = process_store().sheet(token, assessment=assessment)
    return None if sheet is None else kept(token, sheet)


def token_is_dead() -> bool:
    """Whether the browser brought a token that opens nothing any more. Raises StoreDown."""
    token = cookie_token()
    return token is not None and not process_store().opens(token)


def kept(token: Token, sheet: Sheet) -> Kept:
    return Kept(token, sheet, Held(Pending(token, sheet.id)))


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def keep_answer(holder: Kept, question: str, code: int | str | None, language: str) -> None:
    """Writes one answer, or its taking back; durable on return unless ``holder.held.unsaved``."""
    keep_answers(holder, {question: code}, language)


def keep_answers(holder: Kept, codes: Mapping[str, int | str | None], language: str) -> None:
    """Writes several answers at once, by question."""
    holder.seq += 1
    moment = now_ms()
    answers = [
        Answer(question, code, max(moment, _after(holder, question)), holder.seq) for question, code in codes.items()
    ]
    _keep(holder, lambda pending: pending.add(answers, moment=moment, language=language))


def _after(holder: Kept, question: str) -> int:
    """Later than any answer that this person has seen on the screen, in ms.

    Clocks of two servers differ and one may be set back; whoever changes an answer they see has answered later.
    """
    seen = (holder.held.pending.answers.get(question), holder.sheet.answers.get(question))
    return max((answer.moment + 1 for answer in seen if answer is not None), default=0)


def keep_place(holder: Kept, position: str, form: str, timings: Mapping[str, int]) -> None:
    """Writes where the person stands and the time spent on each screen."""
    moment = now_ms()
    _keep(holder, lambda pending: pending.add(moment=moment, position=position, form=form, timings=timings))


def keep_language(holder: Kept, language: str) -> None:
    moment = now_ms()
    _keep(holder, lambda pending: pending.add(moment=moment, language=language))


def keep_again(holder: Kept) -> None:
    """Tries what was refused once more; for a page that waits and whose person does nothing."""
    _keep(holder, lambda pending: None)


def _keep(holder: Kept, add: Callable[[Pending], None]) -> None:
    keeper = process_keeper()
    keeper.keep(holder.held, add)
    refused = holder.held.refused
    if isinstance(refused, SheetFinished):
        # Somebody who changes an answer of a finished sheet opens it again; the old scores go with that.
        try:
            holder.sheet = keeper.store.reopen(holder.token, sheet=holder.sheet.id)
        except StoreError as error:
            holder.held.refused = error
            return
        holder.held.refused = None
        keeper.keep(holder.held, lambda pending: None)


def merged_answers(holder: Kept) -> dict[str, int | str] | None:
    """The answers as the store has them after the last save, with what still waits; None where nothing is new.

    They differ from this session's own when another device answered later.
    """
    with holder.held.lock:
        # One picture: between a retry's save and its result an answer would stand in neither.
        saved, waiting = holder.held.last, holder.held.pending.answers
    if saved is None or saved is holder.taken_over:
        return None
    holder.taken_over = saved
    holder.sheet = saved.sheet
    codes = saved.sheet.codes
    for item, answer in waiting.items():
        codes.pop(item, None)
        if answer.code is not None:
            codes[item] = answer.code
    return codes


@lru_cache(maxsize=32)
def old_version(files_hash: str) -> Assessment | None:
    """The assessment as it was when a sheet was begun; None where its files were never kept. Raises StoreDown."""
    texts = process_store().files(files_hash)
    return None if texts is None else assessment_from(texts)
