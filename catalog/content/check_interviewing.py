"""Checks of core_questions.yaml and fair_questions.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.content.files import ContentFiles
from catalog.content.phrases import BadPhrase, pattern
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node


def check_interviewing(content: ContentFiles) -> None:
    """Ids and numbers are unique, and every phrase can be sought."""
    check_unique(content.root("core_questions").each())
    root = content.root("fair_questions")
    check_unique(root["matters"].each())
    numbers: set[int] = set()
    for matter in root["matters"].each():
        number = matter["fourteen"].number
        if number in numbers:
            matter["fourteen"].report("named_twice", name=str(number))
        numbers |= {number} if number is not None else set()
    check_phrases(phrases_of(root))


def check_phrases(phrases: Iterable[tuple[Node, str]]) -> None:
    """Report those that cannot be sought."""
    for phrase, language in phrases:
        try:
            pattern(phrase.text or "", language)
        except BadPhrase:
            if phrase.text:
                phrase.report("bad_phrase")


def phrases_of(root: Node) -> Iterator[tuple[Node, str]]:
    """Every phrase of a table of matters, with the language that it stands under."""
    lists = [root["not_asked"], root["turns"]]
    lists += [matter[key] for matter in root["matters"].each() for key in ("find", "allowed")]
    for held in lists:
        for language, said in held.entries():
            for phrase in said.each():
                yield phrase, language
