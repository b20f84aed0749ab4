"""Checks of fair_adverts.yaml and advert_samples.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.content.check_interviewing import check_phrases, phrases_of
from catalog.content.files import ContentFiles
from catalog.questionnaire.check_measure import refer
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node


def check_fair_adverts(content: ContentFiles) -> None:
    """Ids are unique, rules that are cited stand there, and every phrase can be sought."""
    check_unique(content.root("advert_samples").each())
    root = content.root("fair_adverts")
    laws = check_unique(root["laws"].each())
    check_unique(root["duties"].each())
    check_unique(root["words"]["matters"].each())
    citing = [*root["duties"].each(), *root["words"]["matters"].each()]
    for cited in [root["truthful"], *(one["law"] for one in citing)]:
        refer(cited, laws, "unknown_advert_law")
    check_phrases(_phrases(root))


def _phrases(root: Node) -> Iterator[tuple[Node, str]]:
    yield from phrases_of(root["words"])
    for duty in root["duties"].each():
        for key in ("find", "where"):
            for language, said in duty[key].entries():
                for phrase in said.each():
                    yield phrase, language
