"""Learning progress between this session and the store: the same token, rights and purge as a person's answers."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from store import PendingProgress, SheetGone, StoreDown, StoreError
from store.process import process_store
from views.keeping import cookie_token

KEY = "progress_keeping"
Entries = dict[str, list[str | int]]


@dataclass
class Keeping:
    """``pending`` is None for somebody without a token, or whose token opens nothing any more."""

    pending: PendingProgress | None
    loaded: bool = False


def keeping() -> Keeping:
    known = st.session_state.get(KEY)
    if not isinstance(known, Keeping):
        token = cookie_token()
        known = Keeping(None if token is None else PendingProgress(token))
        st.session_state[KEY] = known
    return known


def load(held: Entries) -> None:
    """Brings in what the store has, once a session; with the store down the next run tries again."""
    known = keeping()
    token = cookie_token()
    if known.loaded or known.pending is None or token is None:
        return
    try:
        stored = process_store().progress(token)
    except StoreDown:
        return
    except StoreError:
        known.pending = None
        return
    known.loaded = True
    for key, (value, moment) in stored.items():
        if key not in held or held[key][1] < moment:
            held[key] = [value if isinstance(value, (str, int)) else str(value), moment]


def write(key: str, value: str | int, moment: int) -> None:
    """Writes one entry, and what waited; what cannot be written now goes along with the next one."""
    known = keeping()
    if known.pending is None:
        return
    known.pending.add({key: (value, moment)})
    try:
        known.pending.flush(process_store())
    except StoreDown:
        return  # It waits in ``pending``; the page says so.
    except SheetGone:
        known.pending = None


def state() -> str:
    """One of: off (nothing is stored), saved, waiting."""
    pending = keeping().pending
    if pending is None:
        return "off"
    return "waiting" if pending.unsaved else "saved"
