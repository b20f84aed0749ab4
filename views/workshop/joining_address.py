"""The address under which phones join: what stands on the screen, and what the QR code carries."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

JOIN = "j"


def site_address() -> str:
    """As this browser reached the site; a phone reaches it the same way, where the name is known on its network."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme or 'http'}://{parts.netloc or 'localhost'}"


def join_address() -> str:
    """To be read and typed: without what every browser adds by itself."""
    return f"{site_address().split('://', 1)[1]}/{JOIN}"


def qr_address(code: str) -> str:
    return f"{site_address()}/{JOIN}?c={code}"


def in_groups(code: str | None) -> str:
    """A code as it is read out: two groups of four."""
    return f"{code[:4]} {code[4:]}" if code else ""
