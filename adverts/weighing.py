"""From findings to a verdict: evidence by kind, repeats levelling off, and no kind where the words do not carry one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from adverts.reading import Finding, KindScore, Verdict
from catalog.content.adverts import Adverts

FURTHER = 0.6
"""What each further word of one signal adds, of the word before it. The same word again adds nothing."""
STRAY, STRAYS = 0.5, 2
"""What a kind's evidence counts where it all comes from one signal and no more than so many words of it: a word or two
stray into most advertisements."""
AGAINST = 0.6
"""What speaks against a kind counts so much of what speaks for one."""
ENOUGH = 3.0
"""Evidence from which a kind may be named at all: an outright statement and a hint, or several that lean one way."""
PLENTY = 5.0
CLEAR, LEANING = 0.6, 0.45
"""Shares of all evidence."""
AHEAD = 1.35
"""The first kind has at least so many times the evidence of the second one."""
OPEN = 0.25
"""What an advertisement that leaves the work open outright takes from the first kind's lead."""

_Words = dict[str, dict[str, float]]
"""By signal, each word in which it was found with its greatest strength."""


def scored(found: Sequence[Finding], adverts: Adverts, language: str) -> tuple[KindScore, ...]:
    """Every kind's evidence, in the file's order."""
    pro: dict[str, _Words] = defaultdict(dict)
    con: dict[str, _Words] = defaultdict(dict)
    places, against = Counter[str](), Counter[str]()
    for one in found:
        if one.points_to is not None:
            _add(pro[one.points_to], one)
            places[one.points_to] += 1
        for name in one.against:
            _add(con[name], one)
            against[name] += 1
    evidence = {
        kind.id: max(0.0, _together(pro[kind.id]) * _share(pro[kind.id]) - AGAINST * _together(con[kind.id]))
        for kind in adverts.kinds
    }
    every = sum(evidence.values())
    return tuple(
        KindScore(
            kind.id,
            kind.name.in_language(language),
            evidence[kind.id] / every if every else 0.0,
            evidence[kind.id],
            places[kind.id],
            against[kind.id],
        )
        for kind in adverts.kinds
    )


def _add(words: _Words, one: Finding) -> None:
    said = words.setdefault(one.signal, {})
    word = one.quote.casefold()
    said[word] = max(said.get(word, 0.0), one.strength)


def _together(by_signal: _Words) -> float:
    """The strongest word of each signal counts whole, each further one less and less; the order is of no matter."""
    return sum(
        weight * FURTHER**number
        for words in by_signal.values()
        for number, weight in enumerate(sorted(words.values(), reverse=True))
    )


def _share(by_signal: _Words) -> float:
    """Of what speaks for a kind, how much counts."""
    return STRAY if len(by_signal) == 1 and sum(map(len, by_signal.values())) <= STRAYS else 1.0


def verdict(scores: Sequence[KindScore], found: Sequence[Finding], adverts: Adverts) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict, and the kinds that it names: one, those of a mixed one by strength, or none."""
    ranked = sorted(scores, key=lambda one: -one.evidence)
    first, second = ranked[0], ranked[1]
    if first.evidence < ENOUGH:
        return "unknown", ()
    undecided = any(adverts.signal[one.signal].undecided and one.manner == "said" for one in found)
    lead = first.evidence / second.evidence if second.evidence else float("inf")
    if undecided:
        lead *= OPEN
    if first.share >= CLEAR and lead >= 2 and first.evidence >= PLENTY:
        return "clear", (first.kind,)
    if first.share >= LEANING and lead >= AHEAD:
        return "leaning", (first.kind,)
    named = tuple(one.kind for one in ranked if one.evidence >= first.evidence / 2)
    return "mixed", named if len(named) > 1 else tuple(one.kind for one in ranked[:2])
