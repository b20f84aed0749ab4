"""The file's words made ready for reading: indexes of phrases, built once for each version of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from adverts.folding import fold_word
from adverts.layout import Stands
from adverts.words.phrases import PhraseIndex
from catalog.content.adverts import Adverts

SIGNALS, TITLES, CONDITIONS, SCOPES = "signals", "titles", "conditions", "scopes"
"""The families of phrases."""
HARMLESS = "harmless "
"""Before a family: the longer phrases in which its owners' words mean something else."""
UNDER = "conditions under "
"""Before a heading's id: the family of the words that answer a condition under this heading alone."""
SCOPE_NAMES = ("not_so", "not_so_before", "harmless", "handed_on", "aside", "turns")
_KEPT = 4
_SHORT_LABEL = 12
_ADDED = re.compile(r", [a-z]+(?: [a-z]+)?$")
_NAMED = 0.3
"""So much of a marked label is made of headings' words; else it is a slogan: "no experience? welcome!"."""


@dataclass(frozen=True, slots=True)
class Rules:
    """``index`` finds, by family, the ids of the file."""

    adverts: Adverts
    index: PhraseIndex
    labels: Mapping[str, str]
    """The heading's id, by its words."""
    label_words: AhoCorasick
    """The words of all headings, to be sought in a label that holds other words, too."""

    def headings(self, label: str, stands: Stands) -> tuple[str, ...]:
        """The headings that a folded label names. A marked one may hold other words too, before a colon it may end with
        the heading's word, and alone it has to be that word.
        """
        bare = label.strip()
        if stands == "marked":
            named = self.label_words.find_matches_as_indexes(bare)
            covered = sum(end - begin for _, begin, end in named)
            ids = [self.labels[bare[begin:end]] for _, begin, end in named]
            return tuple(dict.fromkeys(ids)) if covered >= _NAMED * len(bare) and "!" not in bare else ()
        forms = [bare, bare.removeprefix("the ").removeprefix("your ").removeprefix("our ")]
        if stands == "bare":
            # "The job, honestly": what is added behind a comma changes no heading.
            forms.append(_ADDED.sub("", bare))
        elif len(bare) <= _SHORT_LABEL:
            forms += [bare[at:] for at in range(len(bare) - 1)]
        return next(((self.labels[one],) for one in forms if one in self.labels), ())


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
        index.add(HARMLESS + TITLES, kind.id, kind.title_allowed)
    for signal in adverts.signals:
        index.add(SIGNALS, signal.id, signal.find)
        index.add(HARMLESS + SIGNALS, signal.id, signal.allowed)
    for condition in adverts.conditions:
        index.add(CONDITIONS, condition.id, condition.find)
        index.add(HARMLESS + CONDITIONS, condition.id, condition.allowed)
        for heading, phrases in condition.under.items():
            index.add(UNDER + heading, condition.id, phrases)
    for name in SCOPE_NAMES:
        index.add(SCOPES, name, getattr(adverts.scopes, name))
    index.make()
    labels = {
        fold_word(label): heading.id for heading in adverts.headings for said in heading.find.values() for label in said
    }
    return Rules(adverts, index, labels, AhoCorasick([*labels], matchkind=MatchKind.LeftmostLongest))
