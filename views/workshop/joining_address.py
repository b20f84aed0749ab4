"""The address under which phones join: what stands on the screen, and what the QR code carries."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import streamlit as st

JOIN = "j"
FOR_PHONES = ".venv/bin/python -m server lan"
"""How the site is started so that phones in the same network can open it."""


def site_address() -> str:
    """As this browser reached the site, for a phone reaches it the same way. A name that only this machine knows is
    replaced by the one that the site was started with for others, as ``python -m server lan`` does.
    """
    parts = urlsplit(st.context.url or "")
    host, name = parts.netloc or "localhost", parts.hostname or "localhost"
    for_others = str(st.get_option("browser.serverAddress"))
    if _own(name) and not _own(for_others):
        host = for_others if parts.port is None else f"{for_others}:{parts.port}"
    return f"{parts.scheme or 'http'}://{host}"


def only_here() -> bool:
    """Whether no phone can open the address."""
    return _own(urlsplit(site_address()).hostname or "")


def _own(name: str) -> bool:
    """A name under which a machine reaches nobody but itself."""
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


def join_address() -> str:
    """To be read and typed: without what every browser adds by itself."""
    return f"{site_address().split('://', 1)[1]}/{JOIN}"


def qr_address(code: str) -> str:
    return f"{site_address()}/{JOIN}?c={code}"


def in_groups(code: str | None) -> str:
    """A code as it is read out: two groups of four."""
    return f"{code[:4]} {code[4:]}" if code else ""
