"""The operator's time zone: by which day a command and a report go where no reader's own zone is known."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from catalog.reading.wording import Said

SETTING = "FIT_TIME_ZONE"
POSIX = re.compile(r"([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)[+-]?[0-9]{1,3}(:[0-9]{2}){0,2}([A-Za-z<][ -~]*)?")
"""``JST-9``: a zone as the C library reads it from ``TZ``, with its rule instead of a name."""


class UnknownZone(Said):
    """A setting that names no time zone."""


def operator_zone(environment: Mapping[str, str] | None = None) -> tzinfo | None:
    """``FIT_TIME_ZONE``, or else ``TZ``, or else None: the machine's own, as ``datetime.astimezone`` takes it.

    Raises UnknownZone where either names none: the C library would take such a ``TZ`` for UTC without a word.
    """
    values = os.environ if environment is None else environment
    chosen = values.get("FIT_TIME_ZONE", "").strip()
    if chosen:
        return zone_named(chosen) or _refuse(SETTING, chosen)
    given = values.get("TZ", "").strip().removeprefix(":")
    if not given or given.startswith("/") or POSIX.fullmatch(given):
        return None
    return zone_named(given) or _refuse("TZ", given)


def operator_day(moment: datetime | None = None) -> date:
    """The operator's date at a moment (default: now). Raises UnknownZone."""
    return (moment or datetime.now(UTC)).astimezone(operator_zone()).date()


def zone_named(name: str) -> ZoneInfo | None:
    """The zone that the IANA calls ``name``; None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # OSError: "Asia" is a folder among the files of the zones.
        return None


def _refuse(setting: str, given: str) -> tzinfo:
    near = _near(given)
    if near:
        raise UnknownZone("unknown_zone_near", setting=setting, given=given, near=near)
    raise UnknownZone("unknown_zone", setting=setting, given=given)


def _near(given: str) -> str | None:
    """The zone that is meant: other letters' case or width, the city alone, or a slip of the pen."""
    plain = re.sub(r"\s+", "_", unicodedata.normalize("NFKC", given)).casefold()
    known = {name.casefold(): name for name in sorted(available_timezones()) if "/" in name}
    cities = {name.rpartition("/")[2]: name for name in known}
    folded = plain if plain in known else cities.get(plain)
    slip = folded or next(iter(get_close_matches(plain, known, 1, 0.8)), None)
    return known[slip] if slip else None
