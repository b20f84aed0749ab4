"""A date in the reader's language."""

from __future__ import annotations

from datetime import date

from catalog.content.words import Words


def date_in_words(words: Words, on: date) -> str:
    return words("report.date", year=on.year, month=on.month, day=on.day)
