"""How what several devices send becomes one. Order of arrival, repeats and delays change nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.respondents.values import Answer, Entry, entry_rank


@dataclass(frozen=True, slots=True)
class Merged:
    """``answers``: what stands now; ``changed``: whether any moved; ``newer``: what outranked the incoming ones."""

    answers: Mapping[str, Answer]
    changed: bool
    newer: tuple[Answer, ...]


def merge_answers(kept: Mapping[str, Answer], incoming: Mapping[str, Answer]) -> Merged:
    """The greatest rank of each item: commutative, associative and idempotent, so every order of arrival converges."""
    answers = dict(kept)
    changed = False
    newer: list[Answer] = []
    for item, answer in incoming.items():
        before = answers.get(item)
        if before is None or answer.rank > before.rank:
            answers[item] = answer
            changed = True
        elif before.rank != answer.rank:
            newer.append(before)
    return Merged(answers, changed, tuple(newer))


@dataclass(frozen=True, slots=True)
class MergedProgress:
    """``entries``: what stands now; ``changed``: whether any moved."""

    entries: Mapping[str, Entry]
    changed: bool


def merge_progress(kept: Mapping[str, Entry], incoming: Mapping[str, Entry]) -> MergedProgress:
    """Of each key the later moment, of the same moment the greater value; converges as answers do."""
    entries = dict(kept)
    changed = False
    for key, entry in incoming.items():
        before = entries.get(key)
        if before is None or entry_rank(entry) > entry_rank(before):
            entries[key] = entry
            changed = True
    return MergedProgress(entries, changed)


def merge_timings(kept: Mapping[str, int], incoming: Mapping[str, int]) -> dict[str, int]:
    """A page's time only grows, so the greater one is the later one."""
    merged = dict(kept)
    for page, ms in incoming.items():
        merged[page] = max(ms, merged.get(page, 0))
    return merged


def later(kept: tuple[int, str], incoming: tuple[int, str]) -> tuple[int, str]:
    """Of two (moment, value) pairs the later; the greater text where the moments are the same."""
    return max(kept, incoming)
