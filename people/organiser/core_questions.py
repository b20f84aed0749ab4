"""The questions that every candidate of a campaign is asked, as an organiser types them: one a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from store import CoreQuestion


def core_text(core: Sequence[CoreQuestion], language: str) -> str:
    return "\n".join(question.ask.get(language, "") for question in core).rstrip("\n")


def core_of(
    values: Mapping[str, Any], languages: Sequence[str], before: Sequence[CoreQuestion]
) -> tuple[CoreQuestion, ...]:
    """The lines of each language side by side. What to listen for stays with a question that was there ``before``."""
    lines = {language: str(values.get(f"core.{language}") or "").strip("\n").splitlines() for language in languages}
    made = []
    for place in range(max(map(len, lines.values()), default=0)):
        ask = {
            language: text
            for language, theirs in lines.items()
            if place < len(theirs) and (text := " ".join(theirs[place].split()))
        }
        if ask:
            made.append(next((one for one in before if _is_the_same(one, ask)), CoreQuestion(ask)))
    return tuple(made)


def _is_the_same(question: CoreQuestion, ask: Mapping[str, str]) -> bool:
    return {language: text for language, text in question.ask.items() if text} == ask
