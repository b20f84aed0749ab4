"""The places of a text that say something of the work, each with how it is said there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from adverts.layout import Layout
from adverts.phrases import Hit
from adverts.reading import Finding, Manner
from adverts.rules import HARMLESS, SCOPES, SIGNALS, TITLES, UNDER, Rules
from adverts.scopes import scopes
from catalog.content.adverts import AdvertSignal

Hits = Mapping[str, Sequence[Hit]]
"""Of one text, by family."""
ASIDE = 0.2
"""What words count that name no duty of this job."""
BEFORE_ANY_HEADING = 1.0
STRONGEST = 3
"""A signal that says it outright."""
_STRONGER: tuple[Manner, ...] = ("aside", "handed_on", "negated")
"""Where several scopes hold, the first of these decides: experience that is not asked for is still no duty."""


def findings(text: str, layout: Layout, hits: Hits, rules: Rules, language: str) -> tuple[Finding, ...]:
    """The marks of ``text`` in order; where the phrases of two signals overlap, the longest one's."""
    made = []
    for hit, manner in _signals(layout, hits, rules):
        span, headings = layout.folded.span(hit.begin, hit.end), layout.headings_at(hit.begin)
        if any(rules.adverts.heading[one].excludes for one in headings):
            manner = _manner({"negated"}, rules.adverts.signal[hit.owner])
        made.append(_finding(text, span, rules, hit.owner, manner, headings, language))
    return tuple(made)


def title_findings(title: str, layout: Layout, hits: Hits, rules: Rules, language: str) -> tuple[Finding, ...]:
    """The marks of a title: the kinds that it names, and what else in it says something."""
    folded = layout.folded
    named = longest(hits.get(TITLES, ()))
    taken = {letter for hit in named for letter in range(hit.begin, hit.end)}
    made = [_name(title, folded.span(hit.begin, hit.end), rules, hit.owner, language) for hit in named]
    for hit, manner in _signals(layout, hits, rules):
        if taken.isdisjoint(range(hit.begin, hit.end)):
            one = _finding(title, folded.span(hit.begin, hit.end), rules, hit.owner, manner, (), language)
            made.append(one._replace(place="title"))
    return tuple(sorted(made, key=lambda one: one.start))


def _signals(layout: Layout, hits: Hits, rules: Rules) -> list[tuple[Hit, Manner]]:
    """The signals' places, each with how it is said there. Of two phrases of one length at one place that of the
    stronger signal is meant.
    """
    signals = rules.adverts.signal
    said = sorted(_meant(hits.get(SIGNALS, ())), key=lambda hit: -signals[hit.owner].strength)
    marked = _apart(_raised(said, signals))
    begins, ends = [one.begin for one in marked], [one.end for one in marked]
    held: list[set[Manner]] = [set() for _ in marked]
    for scope in scopes(layout.folded, hits.get(SCOPES, ())):
        for within in held[bisect_right(ends, scope.begin) : bisect_left(begins, scope.end)]:
            within.add(scope.manner)
    return [(hit, _manner(within, signals[hit.owner])) for hit, within in zip(marked, held, strict=True)]


def _name(title: str, span: tuple[int, int], rules: Rules, name: str, language: str) -> Finding:
    kind = rules.adverts.kind[name]
    return Finding(
        place="title",
        start=span[0],
        end=span[1],
        quote=title[span[0] : span[1]],
        signal="",
        points_to=name,
        against=(),
        manner="said",
        strength=1.0,
        section="",
        why=rules.adverts.manners.title.in_language(language).format(kind=kind.name.in_language(language)),
        facts=kind.facts,
    )


def _raised(said: Sequence[Hit], signals: Mapping[str, AdvertSignal]) -> list[Hit]:
    """Each place with the strongest signal of its kind that stands in it: more words around them weaken none."""
    begins = sorted(said, key=lambda hit: hit.begin)
    places = [hit.begin for hit in begins]
    made = []
    for hit in said:
        signal = signals[hit.owner]
        if signal.points_to is not None and signal.strength < STRONGEST:
            within = begins[bisect_left(places, hit.begin) : bisect_left(places, hit.end)]
            if len(within) > 1:
                inside = [one.owner for one in within if one.end <= hit.end]
                same = [name for name in inside if signals[name].points_to == signal.points_to]
                hit = hit._replace(owner=max(same, key=lambda name: signals[name].strength))
        made.append(hit)
    return made


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Hits that do not overlap, by place: the longest wins, then the first.

    One that begins inside a longer phrase in which its owner's words mean something else is none.
    """
    return _apart(_meant(hits))


def _meant(hits: Iterable[Hit]) -> list[Hit]:
    every = list(hits)
    within: dict[str, set[int]] = defaultdict(set)
    """By owner, the letters behind the first one of its harmless phrases."""
    begun: dict[tuple[str, int], int] = {}
    """By owner and place, where the harmless phrase ends that begins there."""
    for hit in every:
        if hit.owner.startswith(HARMLESS):
            owner = hit.owner.removeprefix(HARMLESS)
            within[owner].update(range(hit.begin + 1, hit.end))
            begun[owner, hit.begin] = hit.end
    meant = []
    for hit in every:
        if not hit.owner.startswith(HARMLESS):
            owner = hit.owner.partition(UNDER)[0]
            if owner not in within or (begun.get((owner, hit.begin), -1) < hit.end and hit.begin not in within[owner]):
                meant.append(hit)
    return meant


def _apart(meant: Iterable[Hit]) -> list[Hit]:
    taken: list[Hit] = []
    room: set[int] = set()
    for hit in sorted(meant, key=lambda one: (one.begin - one.end, one.begin)):
        letters = range(hit.begin, hit.end)
        if room.isdisjoint(letters):
            room.update(letters)
            taken.append(hit)
    return sorted(taken, key=lambda one: one.begin)


def _manner(held: Collection[Manner], signal: AdvertSignal) -> Manner:
    """Which of those that hold there decides. What only speaks against a kind, or for none, holds its own "not"."""
    decide = _STRONGER if signal.points_to is not None else _STRONGER[:1]
    return next((manner for manner in decide if manner in held), "said")


def _finding(
    text: str,
    span: tuple[int, int],
    rules: Rules,
    name: str,
    manner: Manner,
    headings: tuple[str, ...],
    language: str,
) -> Finding:
    signal = rules.adverts.signal[name]
    weights = [rules.adverts.heading[one].weight for one in headings]
    weight = min(weights) if weights else BEFORE_ANY_HEADING
    points_to, against = _bearing(signal, manner)
    return Finding(
        place="text",
        start=span[0],
        end=span[1],
        quote=text[span[0] : span[1]],
        signal=name,
        points_to=points_to,
        against=against,
        manner=manner,
        strength=signal.strength * weight * (ASIDE if manner == "aside" else 1.0),
        section=headings[0] if headings else "",
        why=_why(signal, manner, rules, language),
        facts=signal.facts,
        tasks=signal.tasks if manner == "said" else (),
    )


def _bearing(signal: AdvertSignal, manner: Manner) -> tuple[str | None, tuple[str, ...]]:
    """What it points to and speaks against here: what is denied, or done by others, speaks against its kind."""
    if manner in ("said", "aside") or signal.points_to is None:
        return signal.points_to, signal.against
    return None, (signal.points_to,)


def _why(signal: AdvertSignal, manner: Manner, rules: Rules, language: str) -> str:
    said, own = rules.adverts.manners, signal.why.in_language(language)
    if manner == "aside":
        return said.aside.in_language(language).format(why=own)
    if manner == "said" or signal.points_to is None:
        return own
    turned = said.negated if manner == "negated" else said.handed_on
    return turned.in_language(language).format(kind=rules.adverts.kind[signal.points_to].name.in_language(language))
