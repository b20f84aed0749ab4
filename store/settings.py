"""The store's settings, from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from store.errors import BadSetting

DEFAULT_URL = "sqlite:///data/fit.db"
OPEN_DAYS = 30
FINISHED_DAYS = 365


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days a sheet is kept: an open one from its last change, a finished one from its finishing.

    Learning progress is kept as long as a finished sheet, from its last change.
    """

    open_days: int = OPEN_DAYS
    finished_days: int = FINISHED_DAYS


def database_url(environment: Mapping[str, str] | None = None) -> str:
    """``DATABASE_URL``, or the SQLite file under ``data/``."""
    found = (os.environ if environment is None else environment).get("DATABASE_URL", "").strip()
    return found or DEFAULT_URL


def retention(environment: Mapping[str, str] | None = None) -> Retention:
    """``FIT_KEEP_OPEN_DAYS`` and ``FIT_KEEP_FINISHED_DAYS``. Raises BadSetting for anything but 1 to 3650 days."""
    values = os.environ if environment is None else environment
    return Retention(
        _days(values, "FIT_KEEP_OPEN_DAYS", OPEN_DAYS), _days(values, "FIT_KEEP_FINISHED_DAYS", FINISHED_DAYS)
    )


def _days(values: Mapping[str, str], name: str, default: int) -> int:
    given = values.get(name, "").strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= 3650):
        raise BadSetting(f"{name} must be a whole number of days from 1 to 3650.")
    return int(given)
