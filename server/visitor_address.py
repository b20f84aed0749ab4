"""Where a request comes from, as far as it can be believed: the key under which attempts are slowed down."""

from __future__ import annotations

import ipaddress
import logging
import os
from collections.abc import Mapping
from functools import cache

from starlette.requests import HTTPConnection

from store import BadSetting

SETTING = "FIT_TRUSTED_PROXY"
MOST = 9
FORWARDED = "forwarded"
"""What comes through proxies that no setting vouches for counts as one visitor. Whoever sends the header directly is
counted there too, so that writing another address into it wins nothing.
"""
UNREADABLE = "unreadable"
log = logging.getLogger("site")


def trusted_proxies(environment: Mapping[str, str] | None = None) -> int:
    """FIT_TRUSTED_PROXY: how many proxies of the operator's own stand in front, each adding to X-Forwarded-For.

    Raises BadSetting.
    """
    given = (os.environ if environment is None else environment).get(SETTING, "").strip()
    if not given:
        return 0
    if not (given.isascii() and given.isdigit() and int(given) <= MOST):
        raise BadSetting(f"{SETTING} must be the number of proxies in front of the site, 0 to {MOST}.")
    return int(given)


def visitor_address(request: HTTPConnection, proxies: int) -> str:
    """An IPv4 address, or the network of an IPv6 one, which is what one visitor has.

    The header is read here and not by the web server, which believes whatever comes from its own machine.
    """
    lines = request.headers.getlist("x-forwarded-for")
    if not lines:
        return _network(request.client.host if request.client else "")
    passed = [part.strip() for line in lines for part in line.split(",")]
    if proxies and len(passed) >= proxies:
        return _network(passed[-proxies])
    _tell_once()
    return FORWARDED


def _network(text: str) -> str:
    try:
        address = ipaddress.ip_address(_without_port(text))
    except ValueError:
        return UNREADABLE
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return str(ipaddress.ip_network((int(address), 64), strict=False))
        address = address.ipv4_mapped
    return str(address)


def _without_port(text: str) -> str:
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text.partition("%")[0]


@cache
def _tell_once() -> None:
    log.warning(
        "A proxy stands in front of the site, and %s does not say how many there are: everybody at the organisers' "
        "door is slowed down as one visitor. See docs/operators.md.",
        SETTING,
    )
