"""Organisers for whom a sign-in service vouches (OpenID Connect): by their address, where it is on the list."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from store import BadSetting, BadValue, NotAllowed, StoreDown, Token
from store.organisers.names import organiser_name
from store.process import process_store

FRESH_SECONDS = 12 * 3600
"""How old a log-in may be. The service's own cookie lasts 30 days, which is no sign that somebody is there."""
EARLY_SECONDS = 300
"""How far the service's clock may be ahead of ours."""
SETTING = "FIT_ORGANISERS"


@dataclass(frozen=True, slots=True)
class Ticket:
    """``ticket`` opens one session, within a minute. Without one ``why`` says what is missing."""

    address: str
    ticket: Token | None = None
    why: Literal["", "no_address", "not_listed", "unverified", "log_in_again", "away"] = ""


def listed(also: Iterable[object] = (), environment: Mapping[str, str] | None = None) -> frozenset[str]:
    """Who may organise: the addresses of FIT_ORGANISERS, by commas, and ``also``. Raises BadSetting."""
    given = (os.environ if environment is None else environment).get(SETTING, "").split(",")
    addresses = [str(address) for address in (*given, *also) if str(address).strip()]
    try:
        return frozenset(_same(organiser_name(address)) for address in addresses)
    except BadValue:
        raise BadSetting(
            f"{SETTING} must be addresses of at most 80 characters, with commas between them. So must emails under "
            "[organisers] in secrets.toml be, as a list."
        ) from None


def ticket_for(user: Mapping[str, Any], may: frozenset[str], now: float | None = None) -> Ticket:
    """A ticket for whom the service vouches. ``user``: its claims; ``may``: as ``listed`` gives them.

    An address that the service says is not verified could be anybody's. Where it says nothing, it vouches as a whole.
    """
    try:
        address = organiser_name(user.get("email") or "")
    except BadValue:
        return Ticket("", why="no_address")
    if user.get("email_verified") in (False, "false", "False", 0):
        return Ticket(address, why="unverified")
    if _same(address) not in may:
        return Ticket(address, why="not_listed")
    if not logged_in_within(user, FRESH_SECONDS, now):
        return Ticket(address, why="log_in_again")
    try:
        return Ticket(address, process_store().organisers.make_ticket(address, int(user["iat"] * 1000)))
    except NotAllowed:
        return Ticket(address, why="log_in_again")
    except StoreDown:
        return Ticket(address, why="away")


def logged_in_within(user: Mapping[str, Any], seconds: int, now: float | None = None) -> bool:
    """Whether the service says that the log-in is no older. A log-in without a moment is too old."""
    moment, logged_in = time.time() if now is None else now, user.get("iat")
    if isinstance(logged_in, bool) or not isinstance(logged_in, int | float):
        return False
    return moment - seconds <= logged_in <= moment + EARLY_SECONDS


def admit_only(may: frozenset[str]) -> None:
    """Signs out whom the list no longer holds. Raises StoreDown."""
    process_store().organisers.admit_only(may)


def _same(address: str) -> str:
    """Alike for addresses that differ in case only. Letters that merely look like ASCII stay what they are."""
    return address.lower() if address.isascii() else address
