"""The address under which the phones in a room reach this machine, and the settings with which they may."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Mapping

ALLOWED = "STREAMLIT_SERVER_ALLOWED_HOSTS"
SHOWN = "STREAMLIT_BROWSER_SERVER_ADDRESS"
PORT = "STREAMLIT_SERVER_PORT"
OWN_NAMES = ("localhost", "127.0.0.1", "::1")
ELSEWHERE = ("192.0.2.1", 9)
"""An address that belongs to nobody (RFC 5737). To ask by which way it would be reached sends nothing."""


def addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this machine in its networks, the one of its usual way out first. None: no network."""
    return tuple(dict.fromkeys(one for one in (*_way_out(), *_by_name()) if _is_in_a_network(one)))


def settings(address: str, port: int, environment: Mapping[str, str]) -> dict[str, str]:
    """What a start needs so that the site may be opened under ``address``; names allowed before stay allowed."""
    allowed = environment.get(ALLOWED, "").split() or OWN_NAMES  # Streamlit reads names with spaces between them.
    return {ALLOWED: " ".join([*allowed, address]), SHOWN: address, PORT: str(port)}


def site_address(address: str, port: int) -> str:
    return f"http://{address}:{port}" if port != 80 else f"http://{address}"


def _way_out() -> list[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(ELSEWHERE)
        except OSError:
            return []
        return [str(asking.getsockname()[0])]


def _by_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [str(address[0]) for *_, address in found]


def _is_in_a_network(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_unspecified or known.is_link_local)


def with_settings(address: str, port: int) -> dict[str, str]:
    """The environment of this process with ``settings``."""
    return {**os.environ, **settings(address, port, os.environ)}
