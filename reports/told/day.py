"""A date, and a moment, in the reader's language."""

from __future__ import annotations

from datetime import UTC, date, datetime

from catalog.content.words import Words
from catalog.time_zone import zone_named


def date_in_words(words: Words, on: date) -> str:
    return words("report.date", year=on.year, month=on.month, day=on.day)


def moment_in_words(words: Words, moment: datetime, zone: str) -> str:
    """A date and time as it is read in ``zone``, which is named; by UTC where there is no such zone."""
    known = zone_named(zone)
    at = moment.astimezone(known or UTC)
    return words(
        "report.moment", date=date_in_words(words, at.date()), time=f"{at:%H:%M}", zone=zone if known else "UTC"
    )
