"""The file's words made ready for reading: indexes of phrases, built once for each version of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from adverts.folding import fold_word
from adverts.layout import Stands
from adverts.phrases import PhraseIndex
from catalog.content.adverts import Adverts

SIGNALS, TITLES, CONDITIONS, SCOPES = "signals", "titles", "conditions", "scopes"
"""The families of phrases."""
SCOPE_NAMES = ("not_so", "not_so_before", "harmless", "handed_on", "aside", "turns")
HARMLESS = "~"
"""Before an owner's id: the longer phrases in which its words mean something else."""
UNDER = "@"
"""Between a condition's id and the heading under which alone the words answer it."""
_KEPT = 4
_SHORT_LABEL = 12
_ADDED = re.compile(r", [a-z]+(?: [a-z]+)?$")
_NAMED = 0.3
"""So much of a marked label is made of headings' words; else it is a slogan: "no experience? welcome!"."""


@dataclass(frozen=True, slots=True)
class Rules:
    """``index`` finds, by family, the ids of the file, or such with HARMLESS before or UNDER a heading behind them."""

    adverts: Adverts
    index: PhraseIndex
    labels: Mapping[str, str]
    longest_label: int

    def headings(self, label: str, stands: Stands) -> tuple[str, ...]:
        """The headings that a folded label names. A marked one may hold other words too, before a colon it may end with
        the heading's word, and alone it has to be that word.
        """
        bare = label.strip()
        if stands != "marked":
            whole = bare.removeprefix("the ").removeprefix("your ").removeprefix("our ")
            ends = (
                [bare[at:] for at in range(len(bare) - 1)] if stands == "labelled" and len(bare) <= _SHORT_LABEL else []
            )
            # "The job, honestly": what is added behind a comma changes no heading.
            plain = _ADDED.sub("", bare) if stands == "bare" else bare
            named = next((self.labels[one] for one in (bare, whole, plain, *ends) if one in self.labels), None)
            return () if named is None else (named,)
        found: dict[str, None] = {}
        at = covered = 0
        while at < len(bare):
            most = min(len(bare), at + self.longest_label)
            end = next((end for end in range(most, at, -1) if bare[at:end] in self.labels), None)
            if end is not None:
                found[self.labels[bare[at:end]]] = None
                covered += end - at
            at = end or at + 1
        return tuple(found) if covered >= _NAMED * len(bare) and "!" not in bare else ()


_made: list[Rules] = []


def rules_of(adverts: Adverts) -> Rules:
    """The rules of this version of the file; the last few are kept.

    Making them takes a third of a second: a site does so when it starts, and again only where this very file has
    changed, whatever else was read anew.
    """
    for made in _made:
        if made.adverts is adverts:
            return made
    same = next((made for made in _made if made.adverts == adverts), None)
    new = replace(same, adverts=adverts) if same is not None else _rules(adverts)
    _made[:] = [new, *_made[: _KEPT - 1]]
    return new


def _rules(adverts: Adverts) -> Rules:
    spellings: dict[str, Sequence[str]] = {forms[0]: forms for said in adverts.spellings.values() for forms in said}
    index = PhraseIndex(spellings)
    for kind in adverts.kinds:
        index.add(TITLES, kind.id, kind.titles)
        index.add(TITLES, HARMLESS + kind.id, kind.title_allowed)
    for signal in adverts.signals:
        index.add(SIGNALS, signal.id, signal.find)
        index.add(SIGNALS, HARMLESS + signal.id, signal.allowed)
    for condition in adverts.conditions:
        index.add(CONDITIONS, condition.id, condition.find)
        index.add(CONDITIONS, HARMLESS + condition.id, condition.allowed)
        for heading, phrases in condition.under.items():
            index.add(CONDITIONS, f"{condition.id}{UNDER}{heading}", phrases)
    for name in SCOPE_NAMES:
        index.add(SCOPES, name, getattr(adverts.scopes, name))
    index.make()
    labels = {
        fold_word(label): heading.id for heading in adverts.headings for said in heading.find.values() for label in said
    }
    return Rules(adverts, index, labels, max(map(len, labels), default=0))
