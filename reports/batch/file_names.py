"""The ids of a table as names of files: safe on every system, and each its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LONGEST = 120
"""Bytes of a name before its ending; file systems take 255 in all."""
ALLOWED = frozenset("-_.")
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)


def file_names(ids: Sequence[str | None], ending: str) -> list[str]:
    """One name a row, the same at every run: the id, or the row's number (from 1) where there is none.

    What no file name may hold becomes ``_``. A name that is taken already, in any case of its letters, gets the row's
    number behind it.
    """
    names: list[str] = []
    taken: set[str] = set()
    for row, given in enumerate(ids, start=1):
        number = f"{row:06}"
        stem = safe(given or "") or number
        tried = stem
        again = 0
        while tried.casefold() in taken:
            tried = f"{stem}_{number}" + (f"_{again}" if again else "")
            again += 1
        taken.add(tried.casefold())
        names.append(f"{tried}{ending}")
    return names


def safe(text: str) -> str:
    """Letters and digits of any script, ``-``, ``_`` and ``.`` inside; no longer than LONGEST bytes."""
    plain = "".join(
        letter if letter.isalnum() or letter in ALLOWED else "_"
        for letter in unicodedata.normalize("NFC", text.strip())
    ).strip(". ")
    while len(plain.encode()) > LONGEST:
        plain = plain[:-1]
    plain = plain.rstrip(". ")
    if not any(letter.isalnum() for letter in plain):
        return ""
    return f"_{plain}" if plain.split(".")[0].casefold() in RESERVED else plain
