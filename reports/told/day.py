"""A date, and a moment, in the reader's language."""

from __future__ import annotations

from datetime import UTC, date, datetime

from catalog.content.words import Words
from catalog.time_zone import zone_named


def date_in_words(words: Words, on: date) -> str:
    return words("report.date", year=on.year, month=on.month, day=on.day)


def part_of_date_in_words(words: Words, written: str) -> str:
    """A day, a month or a year as the data files have it: ``2026-03-15``, ``2026-03``, ``2026``."""
    keys = ("report.year", "report.month", "report.date")
    parts = dict(zip(("year", "month", "day"), map(int, written.split("-")), strict=False))
    return words(keys[len(parts) - 1], **parts)


def moment_in_words(words: Words, moment: datetime, zone: str) -> str:
    """``2026年12月10日 18:00（JST）``: as it is read in ``zone``; by UTC where there is no such zone."""
    return known_moment_in_words(words, moment.astimezone(zone_named(zone) or UTC))


def known_moment_in_words(words: Words, moment: datetime) -> str:
    """The same for a moment that knows its zone."""
    day = date_in_words(words, moment.date())
    return words("report.moment", date=day, time=f"{moment:%H:%M}", zone=moment.tzname() or "UTC")
