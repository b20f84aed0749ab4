"""A figure of a fact (a number with its unit, such as 24時間) appears where the fact is taught."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog.lessons.files import LearningFiles
from catalog.reading.document import Document, Mark, Node

_FIGURE = re.compile(r"(?<![0-9A-Za-z.,])([0-9]+(?:[.,][0-9]+)*)(?=[^\W\d_]|%)")
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Words that cite facts, by language, and where they stand."""

    facts: tuple[str, ...]
    words: Mapping[str, str]
    document: Document
    mark: Mark


def check_figures(facts: Node, cited: Sequence[CitedWords]) -> None:
    """Report each figure of a fact that none of the words citing it in that language holds, at the first of them."""
    by_fact: dict[str, list[CitedWords]] = {}
    for one in cited:
        for cited_fact in one.facts:
            by_fact.setdefault(cited_fact, []).append(one)
    for fact in facts.each():
        name = fact["id"].text or ""
        for language, text in fact["text"].entries():
            told = [one for one in by_fact.get(name, []) if language in one.words]
            for figure in figures(text.text or "") if told else ():
                if not any(_holds(one.words[language], figure) for one in told):
                    first = told[0]
                    first.document.report((), "figure_missing", mark=first.mark, figure=figure, name=name)


def figures(text: str) -> tuple[str, ...]:
    """The numbers of ``text`` that a unit follows at once."""
    return tuple(_FIGURE.findall(unicodedata.normalize("NFKC", text)))


def _holds(words: str, figure: str) -> bool:
    """In digits of any width, or written out in the numerals of Japanese."""
    plain = unicodedata.normalize("NFKC", words)
    if re.search(rf"(?<![0-9.,]){re.escape(figure)}(?![0-9])", plain):
        return True
    return figure.isdigit() and 0 < int(figure) < 100 and _numeral(int(figure)) in plain


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")


def cited_in_lessons(files: LearningFiles) -> Iterator[CitedWords]:
    for language, _, lesson in files.each_lesson():
        for said in lesson.found.said:
            if said.facts:
                yield CitedWords(said.facts, {language: said.text}, lesson.document, said.mark)


def cited_in(nodes: Iterable[Node]) -> Iterator[CitedWords]:
    """Every mapping under ``nodes`` that has ``facts``, with all the words in it by language."""
    for node in nodes:
        if not isinstance(node.value, (dict, list)):
            continue
        facts = tuple(one.text for one in node["facts"].each() if one.text is not None)
        if facts:
            words: dict[str, str] = {}
            _gather(node, words)
            yield CitedWords(facts, words, node.document, node.document.mark(node.path))
        yield from cited_in(held for _, held in node.entries())
        yield from cited_in(node.each())


def _gather(node: Node, words: dict[str, str]) -> None:
    for key, held in node.entries():
        if held.text is not None:
            words[key] = f"{words.get(key, '')} {held.text}"
        else:
            _gather(held, words)
    for held in node.each():
        _gather(held, words)
