"""The address under which phones join: what stands on the screen, and what the QR code carries."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

JOIN = "j"
OWN_NAMES = ("localhost", "127.0.0.1")


def site_address() -> str:
    """As this browser reached the site, for a phone reaches it the same way. A name that only this machine knows is
    replaced by the one that the site was started with for others, as ``python -m server lan`` does.
    """
    parts = urlsplit(st.context.url or "")
    host, name = parts.netloc or "localhost", parts.hostname or "localhost"
    for_others = st.get_option("browser.serverAddress")
    if name in OWN_NAMES and for_others not in OWN_NAMES:
        host = host.replace(name, for_others)
    return f"{parts.scheme or 'http'}://{host}"


def join_address() -> str:
    """To be read and typed: without what every browser adds by itself."""
    return f"{site_address().split('://', 1)[1]}/{JOIN}"


def qr_address(code: str) -> str:
    return f"{site_address()}/{JOIN}?c={code}"


def in_groups(code: str | None) -> str:
    """A code as it is read out: two groups of four."""
    return f"{code[:4]} {code[4:]}" if code else ""
