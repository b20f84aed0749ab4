"""What a widget begins with, said twice: to the session, and to the widget as its own default.

Streamlit sends what the session puts into a widget once, with the run that put it there. Where a quicker hand
supersedes that run, a slow browser first hears of the widget from the next one, begins with its default, and sends that
back as if it had been chosen. So whoever seeds a widget gives it as its default what the seed left in the session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from views.frame.labels import label_of


def seeded(key: str, value: Any) -> Any:
    """Begins with ``value``, and goes on with what is chosen -> what the session holds now."""
    if key not in st.session_state:
        st.session_state[key] = value
    return st.session_state[key]


def always(key: str, value: Any) -> Any:
    """``value`` is the truth, the widget only its picture -> ``value``."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return value


def index_of(options: Iterable[Any], value: Any) -> int | None:
    """Where ``value`` stands among the options, for a widget whose default is a place."""
    found = list(options)
    return found.index(value) if value in found else None


def one_of(label: str, names: Mapping[str, str], key: str, first: str) -> str:
    """A choice of one of a few, all in sight, that goes on standing while its page is drawn anew.

    ``names``: plain labels by what is chosen; ``first`` stands until the reader chooses another one of them.
    """
    held = st.session_state.get(key)
    chosen = st.segmented_control(
        label,
        list(names),
        default=always(key, held if held in names else first),
        label_visibility=label_of(label),
        format_func=names.__getitem__,
        key=key,
        required=True,
    )
    return str(chosen)
