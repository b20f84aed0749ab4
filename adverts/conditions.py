"""Which of the file's conditions an advertisement states, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from adverts.layout import Layout
from adverts.marking import Hits, apart, meant
from adverts.reading import ConditionReading, Finding, Stated
from adverts.rules import CONDITIONS, HARMLESS, UNDER, Rules
from adverts.words.phrases import Hit
from catalog.content.adverts import AdvertCondition


def conditions(
    text: str, layout: Layout, hits: Hits, rules: Rules, found: Sequence[Finding], language: str
) -> tuple[ConditionReading, ...]:
    """Every condition in the file's order, with each place that answers it: its own words, or a signal's."""
    under = {
        hit
        for heading in set().union(*layout.headings)
        for hit in hits.get(UNDER + heading, ())
        if heading in layout.headings_at(hit.begin)
    }
    own: dict[str, list[Hit]] = defaultdict(list)
    for hit in meant([*hits.get(CONDITIONS, ()), *under], hits.get(HARMLESS + CONDITIONS, ())):
        own[hit.owner].append(hit)
    return tuple(
        ConditionReading(
            one.id,
            one.name.in_language(language),
            one.ask.in_language(language),
            tuple(_stated(text, layout, own.get(one.id, ()), one.not_under, under)) or _told_by(found, one),
            one.guidance,
            one.facts,
        )
        for one in rules.adverts.conditions
    )


def _stated(
    text: str, layout: Layout, hits: Iterable[Hit], not_under: Sequence[str], anyhow: Container[Hit]
) -> Iterator[Stated]:
    for hit in apart(hits):
        if not not_under or hit in anyhow or set(not_under).isdisjoint(layout.headings_at(hit.begin)):
            begin, end = layout.folded.span(hit.begin, hit.end)
            yield Stated(begin, end, text[begin:end])


def _told_by(found: Sequence[Finding], condition: AdvertCondition) -> tuple[Stated, ...]:
    return tuple(
        Stated(one.start, one.end, one.quote)
        for one in found
        if one.signal in condition.signals and one.manner != "aside" and one.section not in condition.not_under
    )
