"""The first start: a site without an organiser makes one, with a password that is shown once."""

from __future__ import annotations

import os
from collections.abc import Mapping

from store import BadSetting
from store.organisers.names import FIRST_NAME
from store.organisers.passwords import LONGEST, SHORTEST, hash_of_password, is_password, new_password
from store.process import process_store

SETTING = "FIT_ORGANISER_PASSWORD"


def given_password(environment: Mapping[str, str] | None = None) -> str | None:
    """What FIT_ORGANISER_PASSWORD sets; None where it sets nothing. Raises BadSetting where it is too short or long."""
    given = (os.environ if environment is None else environment).get(SETTING, "")
    if given and not SHORTEST <= len(given) <= LONGEST:
        raise BadSetting(f"{SETTING} must have {SHORTEST} to {LONGEST} characters.")
    return given or None


def set_password(password: str) -> None:
    """The organiser has this password from here on. Nobody is signed out where it is the old one. Raises StoreDown."""
    organisers = process_store().organisers
    found = organisers.by_name(FIRST_NAME)
    if found is None or found[1] is None or not is_password(found[1], password):
        organisers.put(FIRST_NAME, hash_of_password(password))


def first_password() -> str | None:
    """The password of the first organiser, whom this makes; None where there is one already. Raises StoreDown.

    Of several processes that start at once only one makes it.
    """
    organisers = process_store().organisers
    if organisers.count():
        return None
    password = new_password()
    return password if organisers.make_first(FIRST_NAME, hash_of_password(password)) else None
