"""The operator's sign-in service (OpenID Connect), as ``[auth]`` and ``[organisers]`` of secrets.toml set it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from streamlit import config

from people.organiser.vouched import listed, logged_in_within

FILES = "secrets.files"
COME_BACK = "came_back_from_service"
COME_BACK_SECONDS = 120


def is_configured() -> bool:
    """Whether secrets.toml has an ``[auth]`` section. Without one nothing of Streamlit's log-in is ever touched."""
    return bool(st.secrets.load_if_toml_exists()) and bool(st.secrets.get("auth"))


def may_organise() -> frozenset[str] | None:
    """The addresses that may organise; None without a sign-in service. Raises BadSetting."""
    return listed(_emails()) if is_configured() else None


def what_is_wrong() -> str:
    """Why the site must not start: the door would stand otherwise than the operator meant. "" where all is well."""
    named = config.is_manually_set(FILES) or any(Path(file).exists() for file in st.get_option(FILES))
    if named and not st.secrets.load_if_toml_exists():
        return "secrets.toml cannot be read: it is not there, not valid TOML, or this program may not open it."
    if is_configured() and find_spec("authlib") is None:
        return (
            "secrets.toml has [auth], which needs the package Authlib. "
            'Install it: .venv/bin/python -m pip install "streamlit[auth]"'
        )
    return ""


def _emails() -> tuple[object, ...]:
    """``emails`` of ``[organisers]``: a list, or one text with commas."""
    section = st.secrets.get("organisers")
    given = section.get("emails", ()) if isinstance(section, Mapping) else ()
    if isinstance(given, str):
        return tuple(given.split(","))
    return tuple(given) if isinstance(given, Iterable) else ()


def providers() -> tuple[str, ...]:
    """The services that secrets.toml names; "" is the one without a name."""
    section = st.secrets.get("auth") or {}
    named = tuple(name for name, value in section.items() if isinstance(value, Mapping) and "client_id" in value)
    return ("", *named) if section.get("client_id") else named


def just_logged_in() -> bool:
    """True once, right after a log-in: the service sends everybody back to the first page, whose business it is not."""
    if st.session_state.get(COME_BACK) or not (is_configured() and st.user.is_logged_in):
        return False
    st.session_state[COME_BACK] = True
    return logged_in_within(dict(st.user), COME_BACK_SECONDS)
