"""Checks of adverts.yaml: ids are there and unique, every phrase can be sought, every place in a sentence is filled."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from string import Formatter

from catalog.content.adverts import Adverts
from catalog.content.files import ContentFiles
from catalog.content.phrases import GAP, BadPhrase, parts
from catalog.questionnaire.check_measure import refer
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node

SCOPES = ("not_so", "not_so_before", "harmless", "handed_on", "aside", "turns")
PLACES = {"negated": "kind", "handed_on": "kind", "aside": "why", "title": "kind"}
"""The place that a sentence of ``manners`` has for another one's words."""


def check_adverts(content: ContentFiles) -> None:
    root = content.root("adverts")
    kinds = check_unique(root["kinds"].each())
    headings = check_unique(root["headings"].each())
    signals = check_unique(root["signals"].each())
    check_unique(root["conditions"].each())
    for signal in root["signals"].each():
        for kind in (signal["points_to"], *signal["against"].each()):
            refer(kind, kinds, "unknown_kind")
        if signal["points_to"].text in [one.text for one in signal["against"].each()] and signal["points_to"].given:
            signal["against"].report("for_and_against", name=str(signal["points_to"].text))
    for condition in root["conditions"].each():
        for signal in condition["signals"].each():
            refer(signal, signals, "unknown_signal")
        for heading in condition["not_under"].each():
            refer(heading, headings, "unknown_heading")
        for name, phrases in condition["under"].entries():
            if name not in headings:
                phrases.report_unknown("unknown_heading", name, headings, key=True)
    for phrase in _phrases(root):
        _check_phrase(phrase)
    _check_manners(root["manners"])


def known_facts_only(adverts: Adverts, facts: Collection[str]) -> Adverts:
    """The shipped file for a folder of an author's own: without sources that the folder does not hold."""

    def held(one: object) -> dict[str, object]:
        return {"facts": tuple(fact for fact in getattr(one, "facts", ()) if fact in facts)}

    parts_of = {name: getattr(adverts, name) for name in ("kinds", "signals", "conditions")}
    return adverts.model_copy(
        update={name: tuple(one.model_copy(update=held(one)) for one in every) for name, every in parts_of.items()}
    )


def _phrases(root: Node) -> Iterator[Node]:
    """Every phrase in which choices and gaps are understood."""
    by_language = [root["scopes"][name] for name in SCOPES]
    by_language += [kind[key] for kind in root["kinds"].each() for key in ("titles", "title_allowed")]
    for owner in (*root["signals"].each(), *root["conditions"].each()):
        by_language += [owner["find"], owner["allowed"]]
    by_language += [held for one in root["conditions"].each() for _, held in one["under"].entries()]
    for held in by_language:
        for _, said in held.entries():
            yield from said.each()


def _check_phrase(phrase: Node) -> None:
    written = phrase.text
    if not written:
        return
    try:
        list(parts(written))
    except BadPhrase:
        phrase.report("bad_phrase")
        return
    if written.startswith(GAP) or written.endswith(GAP):
        phrase.report("gap_at_the_edge")


def _check_manners(manners: Node) -> None:
    for name, place in PLACES.items():
        for _, said in manners[name].entries():
            if said.text is None:
                continue
            try:
                named = {field for _, field, _, _ in Formatter().parse(said.text) if field is not None}
            except ValueError:
                named = {""}
            if named != {place}:
                said.report("manner_place", name=f"{{{place}}}")
