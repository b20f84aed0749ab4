"""Which end of a trait a role's weight asks for, in the end's own words."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Trait
from charts.sentence import end_of

WISHES = (2, 1, 0, -1, -2)
"""Every weight that a file can hold, the high end first."""
STRONG = 2


def wish(words: Words, trait: Trait, weight: int | None) -> str:
    """The end that suits, marked where it counts much. None is a weight of 0, which asks for neither end."""
    if not weight:
        return words("charts.wish.none")
    key = "strong" if abs(weight) >= STRONG else "plain"
    return words(f"charts.wish.{key}", end=end_of(words, trait, high=weight > 0))
