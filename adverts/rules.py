"""The file's words made ready for reading: indexes of phrases, built once for each version of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from adverts.folding import fold_word
from adverts.phrases import PhraseIndex
from adverts.scopes import scope_index
from catalog.content.adverts import AdvertHeading, Adverts

HARMLESS = "~"
"""Before an owner's id: the longer phrases in which its words mean something else."""
UNDER = "@"
"""Between a condition's id and the heading under which alone the words answer it."""
_KEPT = 4
_SHORT_LABEL = 12


@dataclass(frozen=True, slots=True)
class Rules:
    """``signals``, ``titles`` and ``conditions`` find the ids of the file, or such with HARMLESS before it."""

    adverts: Adverts
    signals: PhraseIndex
    titles: PhraseIndex
    conditions: PhraseIndex
    scopes: PhraseIndex
    labels: Sequence[tuple[str, str]]

    def headings(self, label: str, stands: bool) -> tuple[str, ...]:
        """The headings that a folded label names. One that ``stands`` by a mark may hold other words too; else the
        heading's word is the whole label, or a short label's end.
        """
        bare = label.strip()
        if not stands:
            whole = bare.removeprefix("the ").removeprefix("your ").removeprefix("our ")
            return tuple(
                dict.fromkeys(
                    owner
                    for words, owner in self.labels
                    if words in (bare, whole) or (len(words) > 1 and bare.endswith(words) and len(bare) <= _SHORT_LABEL)
                )
            )[:1]
        found: dict[str, None] = {}
        taken: list[tuple[int, int]] = []
        for words, owner in self.labels:
            at = bare.find(words)
            if at >= 0 and not any(at < end and begin < at + len(words) for begin, end in taken):
                taken.append((at, at + len(words)))
                found[owner] = None
        return tuple(found)


_made: list[Rules] = []


def rules_of(adverts: Adverts) -> Rules:
    """The rules of this very object; the last few are kept."""
    for made in _made:
        if made.adverts is adverts:
            return made
    new = _rules(adverts)
    _made[:] = [new, *_made[: _KEPT - 1]]
    return new


def _rules(adverts: Adverts) -> Rules:
    spellings: dict[str, Sequence[str]] = {forms[0]: forms for said in adverts.spellings.values() for forms in said}
    signals, titles, conditions = (PhraseIndex(spellings) for _ in range(3))
    for kind in adverts.kinds:
        titles.add(kind.id, kind.titles)
        titles.add(HARMLESS + kind.id, kind.title_allowed)
    for signal in adverts.signals:
        signals.add(signal.id, signal.find)
        signals.add(HARMLESS + signal.id, signal.allowed)
    for condition in adverts.conditions:
        conditions.add(condition.id, condition.find)
        conditions.add(HARMLESS + condition.id, condition.allowed)
        for heading, phrases in condition.under.items():
            conditions.add(f"{condition.id}{UNDER}{heading}", phrases)
    return Rules(
        adverts, signals, titles, conditions, scope_index(adverts.scopes, spellings), _labels(adverts.headings)
    )


def _labels(headings: Iterable[AdvertHeading]) -> Sequence[tuple[str, str]]:
    """Every label in folded letters with its heading's id, the longest first."""
    said: Mapping[str, str] = {
        fold_word(label): heading.id for heading in headings for labels in heading.find.values() for label in labels
    }
    return sorted(said.items(), key=lambda one: (-len(one[0]), one[0]))
