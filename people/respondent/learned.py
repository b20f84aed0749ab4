"""Learning progress between this session and the store: the same token, rights and purge as a person's answers."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from people.respondent.saving import cookie_token
from store import PendingProgress, StoreDown, StoreError
from store.outbox.sender import Held
from store.process import process_keeper, process_store

KEY = "progress_keeping"
Entries = dict[str, list[str | int]]


@dataclass
class Keeping:
    """``held`` is None for somebody without a token, or whose token opens nothing any more.

    ``away``: what the store has could not be brought in yet.
    """

    held: Held[PendingProgress] | None
    loaded: bool = False
    away: bool = False


def keeping() -> Keeping:
    known = st.session_state.get(KEY)
    if not isinstance(known, Keeping):
        token = cookie_token()
        known = Keeping(None if token is None else Held(PendingProgress(token)))
        st.session_state[KEY] = known
    return known


def load(held: Entries) -> None:
    """Brings in what the store has, once a session; with the store down the next run tries again."""
    known = keeping()
    token = cookie_token()
    if known.loaded or known.held is None or token is None:
        return
    try:
        stored = process_store().progress(token)
    except StoreDown:
        known.away = True
        return
    except StoreError:
        known.held = None
        return
    known.loaded, known.away = True, False
    for key, (value, moment) in stored.items():
        if key not in held or held[key][1] < moment:
            held[key] = [value if isinstance(value, (str, int)) else str(value), moment]


def write(key: str, value: str | int, moment: int) -> None:
    """Writes one entry; with the store down it waits, and is written by itself as soon as the store is back."""
    held = keeping().held
    if held is None:
        return
    entry = {key: (value, moment)}
    try:
        process_keeper().keep(held, lambda pending: pending.add(entry))
    except StoreDown:
        # The store was never there since the site started: the entry goes along with the next one.
        held.pending.add(entry)
    if held.refused is not None:
        keeping().held = None


def state() -> str:
    """One of: off (nothing is stored), saved, waiting, away (what is stored cannot be shown)."""
    known = keeping()
    if known.held is None or known.held.refused is not None:
        return "off"
    if known.held.unsaved:
        return "waiting"
    return "away" if known.away else "saved"
