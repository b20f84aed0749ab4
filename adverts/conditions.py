"""Which of the file's conditions an advertisement states, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from adverts.layout import Layout
from adverts.marking import longest
from adverts.phrases import Hit
from adverts.reading import ConditionReading, Finding, Stated
from adverts.rules import HARMLESS, UNDER, Rules
from catalog.content.adverts import AdvertCondition


def conditions(
    text: str, layout: Layout, hits: Sequence[Hit], rules: Rules, found: Sequence[Finding], language: str
) -> tuple[ConditionReading, ...]:
    """Every condition in the file's order, with each place that answers it: its own words, or a signal's."""
    own: dict[str, list[Hit]] = {}
    for hit in hits:
        name, _, heading = hit.owner.partition(UNDER)
        if not heading or heading in layout.headings_at(hit.begin):
            own.setdefault(name.removeprefix(HARMLESS), []).append(hit)
    return tuple(
        ConditionReading(
            one.id,
            one.name.in_language(language),
            one.ask.in_language(language),
            tuple(_stated(text, layout, own.get(one.id, ()), one.not_under)) or _told_by(found, one),
            one.guidance,
            one.facts,
        )
        for one in rules.adverts.conditions
    )


def _stated(text: str, layout: Layout, hits: Iterable[Hit], not_under: tuple[str, ...]) -> Iterator[Stated]:
    for hit in longest(hits):
        if not not_under or UNDER in hit.owner or not set(layout.headings_at(hit.begin)) & set(not_under):
            begin, end = layout.folded.span(hit.begin, hit.end)
            yield Stated(begin, end, text[begin:end])


def _told_by(found: Sequence[Finding], condition: AdvertCondition) -> tuple[Stated, ...]:
    return tuple(
        Stated(one.start, one.end, one.quote)
        for one in found
        if one.signal in condition.signals and one.manner != "aside" and one.section not in condition.not_under
    )
