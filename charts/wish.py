"""Which end of a trait a role's weight asks for, in words."""

from __future__ import annotations

from catalog.content.words import Words

WISHES = {2: "high_strong", 1: "high", 0: "none", -1: "low", -2: "low_strong"}


def wish(words: Words, weight: int | None) -> str:
    """None is a weight of 0. Raises KeyError for a weight that no file can hold."""
    return words(f"charts.wish.{WISHES[weight or 0]}")
