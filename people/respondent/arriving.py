"""How a device comes to hold a respondent's token: by agreeing to be stored, or by a link from another device."""

from __future__ import annotations

from catalog.questionnaire.assessment import Assessment
from people.respondent.editions import edition, keep_files
from people.respondent.outcome import Arrival, Outcome
from store import BadValue, Entry, StoreDown, StoreError, Token
from store.process import process_store


def begin(own: Token | None, assessment: Assessment, form: str, language: str) -> Arrival:
    """A token and an empty sheet for a visitor who agreed; a live token is never replaced."""
    known = language if language in assessment.languages else assessment.languages[0]
    begun = edition(assessment, form, known)
    try:
        store = process_store()
        keep_files(store, assessment)
        if own is not None and store.devices.opens(own):
            if store.sheets.newest(own, assessment=assessment.id) is None:
                store.sheets.begin_for(own, begun)
            return Arrival(Outcome.DONE)
        token, _ = store.sheets.begin(begun)
    except StoreDown:
        return Arrival(Outcome.AWAY)
    return Arrival(Outcome.DONE, token)


def begin_learning(own: Token | None, entries: dict[str, Entry]) -> Arrival:
    """A token for a visitor who only learns, with the progress of the visit so far."""
    try:
        store = process_store()
        token = own if own is not None and store.devices.opens(own) else store.devices.begin_visitor()
        store.progress.save(token, entries)
    except BadValue:
        return Arrival(Outcome.REFUSED)
    except StoreDown:
        return Arrival(Outcome.AWAY)
    return Arrival(Outcome.DONE, None if token is own else token)


def make_link(token: Token) -> Token | None:
    """A link's token for another device; None where none can be made now."""
    try:
        return process_store().devices.make_link(token)
    except StoreError:
        return None


def resume(own: Token | None, link: Token) -> Arrival:
    """Opens what a link opens. ASK: this device has a sheet of its own, which is not given up without asking."""
    try:
        store = process_store()
        if own is not None and store.devices.shares(own, link):
            return Arrival(Outcome.DONE, own)
        if own is not None and store.devices.opens(own):
            return Arrival(Outcome.ASK)
        return Arrival(Outcome.DONE, store.devices.exchange(link))
    except StoreDown:
        return Arrival(Outcome.AWAY)
    except StoreError:
        return Arrival(Outcome.OVER)


def accept(link: Token | None) -> Arrival:
    """Takes what the link opens in place of this device's own sheet."""
    if link is None:
        return Arrival(Outcome.OVER)
    try:
        return Arrival(Outcome.DONE, process_store().devices.exchange(link))
    except StoreDown:
        return Arrival(Outcome.AWAY)
    except StoreError:
        return Arrival(Outcome.OVER)
