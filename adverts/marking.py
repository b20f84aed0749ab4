"""The places of a text that say something of the work, each with how it is said there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from adverts.layout import Layout
from adverts.reading import Finding, Manner
from adverts.rules import HARMLESS, SCOPES, SIGNALS, TITLES, Rules
from adverts.scopes import scopes
from adverts.words.phrases import Hit
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
    told: dict[tuple[str, Manner, tuple[str, ...]], Finding] = {}
    """What was made once: a long text says much several times."""
    for hit, manner in _signals(layout, hits, rules):
        begin, end = layout.folded.span(hit.begin, hit.end)
        alike = hit.owner, manner, layout.headings_at(hit.begin)
        if alike not in told:
            told[alike] = _told(rules, *alike, language)
        made.append(Finding("text", begin, end, text[begin:end], *told[alike][4:]))
    return tuple(made)


def title_findings(title: str, layout: Layout, hits: Hits, rules: Rules, language: str) -> tuple[Finding, ...]:
    """The marks of a title: the kinds that it names, and what else in it says something."""
    folded = layout.folded
    named = names(hits)
    taken = {letter for hit in named for letter in range(hit.begin, hit.end)}
    made = [_name(title, folded.span(hit.begin, hit.end), rules, hit.owner, language) for hit in named]
    for hit, manner in _signals(layout, hits, rules):
        if taken.isdisjoint(range(hit.begin, hit.end)):
            begin, end = folded.span(hit.begin, hit.end)
            told = _told(rules, hit.owner, manner, (), language)
            made.append(told._replace(place="title", start=begin, end=end, quote=title[begin:end]))
    return tuple(sorted(made, key=lambda one: one.start))


def names(hits: Hits) -> list[Hit]:
    """Where a title names a kind."""
    return apart(meant(hits.get(TITLES, ()), hits.get(HARMLESS + TITLES, ())))


def _signals(layout: Layout, hits: Hits, rules: Rules) -> list[tuple[Hit, Manner]]:
    """The signals' places, each with how it is said there. Of two phrases of one length at one place that of the
    stronger signal is meant.
    """
    signals = rules.adverts.signal
    said = meant(hits.get(SIGNALS, ()), hits.get(HARMLESS + SIGNALS, ()))
    marked = _raised(apart(sorted(said, key=lambda hit: -signals[hit.owner].strength)), said, signals)
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


def _raised(marked: Sequence[Hit], said: Sequence[Hit], signals: Mapping[str, AdvertSignal]) -> list[Hit]:
    """Each place with the strongest signal of its kind that is said in it: more words around them weaken none.

    said: by place.
    """
    places = [hit.begin for hit in said]
    made = []
    for hit in marked:
        signal = signals[hit.owner]
        if signal.points_to is not None and signal.strength < STRONGEST:
            within = said[bisect_left(places, hit.begin) : bisect_left(places, hit.end)]
            if len(within) > 1:
                inside = [one.owner for one in within if one.end <= hit.end]
                same = [name for name in inside if signals[name].points_to == signal.points_to]
                hit = hit._replace(owner=max(same, key=lambda name: signals[name].strength))
        made.append(hit)
    return made


def meant(hits: Sequence[Hit], harmless: Iterable[Hit]) -> list[Hit]:
    """``hits`` without those that begin inside a longer phrase in which their owner's words mean something else."""
    within: dict[str, set[int]] = defaultdict(set)
    """By owner, the letters behind the first one of its harmless phrases."""
    begun: dict[tuple[str, int], int] = {}
    """By owner and place, where the harmless phrase ends that begins there."""
    for begin, end, owner in harmless:
        within[owner].update(range(begin + 1, end))
        begun[owner, begin] = end
    return [
        hit
        for hit in hits
        if hit.owner not in within
        or (begun.get((hit.owner, hit.begin), -1) < hit.end and hit.begin not in within[hit.owner])
    ]


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Hits that do not overlap, by place: the longest wins, then the first."""
    ranked = sorted(hits, key=lambda one: (one[0] - one[1], one[0]))
    taken: list[Hit] = []
    room = bytearray(max((hit.end for hit in ranked), default=0))
    for hit in ranked:
        begin, end, _ = hit
        if room.find(1, begin, end) < 0:
            room[begin:end] = b"\1" * (end - begin)
            taken.append(hit)
    return sorted(taken)


def _manner(held: Collection[Manner], signal: AdvertSignal) -> Manner:
    """Which of those that hold there decides. What only speaks against a kind, or for none, holds its own "not"."""
    decide = _STRONGER if signal.points_to is not None else _STRONGER[:1]
    return next((manner for manner in decide if manner in held), "said")


def _told(rules: Rules, name: str, manner: Manner, headings: tuple[str, ...], language: str) -> Finding:
    """What a signal says in this manner under these headings, wherever it stands: the place is left open."""
    signal, above = rules.adverts.signal[name], [rules.adverts.heading[one] for one in headings]
    if any(one.excludes for one in above):
        manner = _manner({"negated"}, signal)
    weight = min((one.weight for one in above), default=BEFORE_ANY_HEADING)
    points_to, against = _bearing(signal, manner)
    return Finding(
        place="text",
        start=0,
        end=0,
        quote="",
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
