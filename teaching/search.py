"""Search over everything that the site teaches. Pure: texts in, hits out; no index on disk."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from catalog.content.content import Content
from catalog.lessons.blocks import ToldContradiction, all_spans, plain_text
from catalog.lessons.learning import Learning, Term
from catalog.questionnaire.assessment import Role
from catalog.reading.text import Text

HitKind = Literal["role", "lesson", "comparison", "glossary", "confusion", "contradiction"]
KINDS: tuple[HitKind, ...] = ("role", "lesson", "glossary", "comparison", "confusion", "contradiction")
BEFORE, AFTER = 24, 72
"""Characters of an excerpt before and after the place that was found."""
WIDENED = 0.7
"""What a find by another name of the same term counts, against one by the words as typed."""
MOST_HITS = 40
_KANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that can be found. ``to`` names what a link leads to; ``names`` are folded other names of it."""

    kind: HitKind
    to: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    folded_title: str = field(init=False)
    folded_text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded_title", fold(self.title))
        object.__setattr__(self, "folded_text", fold(self.text))


@dataclass(frozen=True, slots=True)
class Hit:
    """``excerpt`` is the text around the place that was found."""

    kind: HitKind
    to: str
    title: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Index:
    """``synonyms``: the names of each glossary term, folded, in every language and by reading."""

    entries: tuple[Entry, ...]
    synonyms: tuple[tuple[str, ...], ...]


def fold(text: str) -> str:
    """``text`` as it is compared: NFKC, no case, katakana as hiragana, one space between words."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(normal.translate(_KANA).split())


def term_names(term: Term) -> tuple[str, ...]:
    """Every way to write or say a term, folded, each once."""
    spoken = [*term.term.root.values(), term.reading, *(word for words in term.also.values() for word in words)]
    return tuple(dict.fromkeys(fold(word) for word in spoken))


def make_index(content: Content, roles: Sequence[Role], language: str) -> Index:
    """Everything that can be found, in ``language``; titles also by their other languages."""
    learning = content.learning or Learning()
    entries = (*_roles(roles, learning, language), *_lessons(learning, language), *_rest(learning, language))
    return Index(entries, tuple(term_names(term) for term in learning.glossary))


def _others(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(words) for words in text.root.values()))


def _roles(roles: Sequence[Role], learning: Learning, language: str) -> Iterator[Entry]:
    for role in roles:
        yield Entry(
            "role", role.id, role.name.in_language(language), role.about.in_language(language), _others(role.name)
        )


def _lessons(learning: Learning, language: str) -> Iterator[Entry]:
    for lesson in learning.lessons:
        said = " ".join(plain_text(spans).strip() for spans in all_spans(lesson.in_language(language)))
        text = f"{lesson.aim.in_language(language)} {said}"
        yield Entry("lesson", lesson.id, lesson.title.in_language(language), text, _others(lesson.title))


def _rest(learning: Learning, language: str) -> Iterator[Entry]:
    for term in learning.glossary:
        yield Entry(
            "glossary", term.id, term.term.in_language(language), term.text.in_language(language), term_names(term)
        )
    if learning.comparison is not None:
        names = {role.id: role.name.in_language(language) for role in learning.comparison.roles}
        for dimension in learning.comparison.dimensions:
            said = [
                f"{names[role]}: {statement.text.in_language(language)}"
                for role, cell in learning.comparison.cells.get(dimension.id, {}).items()
                for statement in cell
            ]
            text = " / ".join([dimension.about.in_language(language), *said])
            name = dimension.name
            yield Entry("comparison", dimension.id, name.in_language(language), text, _others(name))
    for confusion in learning.confusions:
        yield Entry(
            "confusion",
            confusion.lesson,
            confusion.belief.in_language(language),
            confusion.answer.in_language(language),
        )
    told = {
        block.id: lesson.id
        for lesson in reversed(learning.lessons)
        for block in lesson.in_language(language)
        if isinstance(block, ToldContradiction)
    }
    for one in learning.contradictions:
        if one.id in told:
            said = [position.says.in_language(language) for position in one.positions]
            text = " ".join([*said, one.reading.in_language(language)])
            yield Entry("contradiction", told[one.id], one.title.in_language(language), text)


def search(index: Index, query: str) -> tuple[Hit, ...]:
    """What holds every word of ``query``, best first; a word also finds the other names of a term that it names."""
    words = fold(query).split()
    if not words:
        return ()
    wanted = [(word, _widened(word, index)) for word in words]
    found = []
    for at, entry in enumerate(index.entries):
        scores = [
            max(_score(entry, word), WIDENED * max((_score(entry, other) for other in others), default=0.0))
            for word, others in wanted
        ]
        if all(scores):
            found.append((-sum(scores), KINDS.index(entry.kind), at, entry))
    every = [name for word, others in wanted for name in (word, *others)]
    return tuple(
        Hit(entry.kind, entry.to, entry.title, excerpt(entry.text, every)) for *_, entry in sorted(found)[:MOST_HITS]
    )


def matching_terms(glossary: Sequence[Term], query: str, language: str) -> tuple[Term, ...]:
    """The terms that ``query`` finds by name, reading or explanation, names first; all of them for no query."""
    words = fold(query).split()
    if not words:
        return tuple(glossary)
    found = []
    for at, term in enumerate(glossary):
        names, text = term_names(term), fold(term.text.in_language(language))
        named = all(any(word in name for name in names) for word in words)
        if named or all(word in text or any(word in name for name in names) for word in words):
            begins = any(name.startswith(words[0]) for name in names)
            found.append((0 if named and begins else 1 if named else 2, at, term))
    return tuple(term for *_, term in sorted(found, key=lambda one: one[:2]))


def _widened(word: str, index: Index) -> tuple[str, ...]:
    """The other names of the terms that ``word`` names, whole or by their beginning."""
    others: dict[str, None] = {}
    for names in index.synonyms:
        if word in names or (len(word) >= 3 and any(name.startswith(word) for name in names)):
            others |= dict.fromkeys(name for name in names if name != word and len(name) >= 2)
    return tuple(others)


def _score(entry: Entry, word: str) -> float:
    title = entry.folded_title
    if word == title or word in entry.names:
        return 100.0
    if title.startswith(word) or any(name.startswith(word) for name in entry.names):
        return 60.0
    if word in title or any(word in name for name in entry.names):
        return 40.0
    times = entry.folded_text.count(word)
    return 10.0 + min(times, 10) if times else 0.0


def excerpt(text: str, words: Sequence[str]) -> str:
    """``text`` around the first of ``words`` (folded) that stands in it; its beginning where none does."""
    normal = unicodedata.normalize("NFKC", text)
    folded, places = [], []
    for at, letter in enumerate(normal):
        for one in letter.casefold().translate(_KANA):
            folded.append(one)
            places.append(at)
    joined = "".join(folded)
    found = next((place for word in words if (place := joined.find(word)) >= 0), 0)
    middle = places[found] if places else 0
    start, end = max(0, middle - BEFORE), min(len(normal), middle + AFTER)
    if start and " " in normal[start:middle]:
        start = normal.index(" ", start) + 1
    cut = normal[end - 1 : end + 1]
    if len(cut) == 2 and cut.isascii() and cut.isalnum() and " " in normal[middle:end]:
        end = normal.rindex(" ", middle, end)  # Not within a word of Latin letters.
    return ("…" if start else "") + normal[start:end].strip() + ("…" if end < len(normal) else "")
