"""What a fair interview does not ask, as an editor's table of phrases, and where a text comes near one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import regex
from pydantic import Field

from catalog.content.phrases import SENTENCE_END, folded, pattern
from catalog.reading.ids import Id, Shape
from catalog.reading.text import Language, Sentence, Text

Phrases = Mapping[Language, tuple[Sentence, ...]]


class FairMatter(Shape):
    """``fourteen``: its number among the fourteen matters of the Japanese ministry; None for what the law adds.

    ``find``: phrases by language that come near it. ``allowed``: longer ones in which they are harmless.
    ``advice``: what to do instead.
    """

    id: Id
    fourteen: Annotated[int, Field(ge=1, le=14)] | None = None
    name: Text
    advice: Text
    find: Phrases
    allowed: Phrases = Field(default_factory=dict)

    @cached_property
    def found(self) -> regex.Pattern[str]:
        return _any_of(self.find)

    @cached_property
    def harmless(self) -> regex.Pattern[str]:
        return _any_of(self.allowed)


@dataclass(frozen=True, slots=True)
class Finding:
    """``phrase`` stands in the text from ``place``, counted from 0, and comes near ``matter``, an id.

    ``name`` and ``advice`` are the matter's, in the reader's language.
    """

    place: int
    phrase: str
    matter: str
    name: str
    advice: str


class FairQuestions(Shape):
    """``not_asked``: phrases that say that something is not asked; they excuse the clause that they stand in.

    ``turns``: phrases at which a clause ends within a sentence.
    """

    not_asked: Phrases
    turns: Phrases
    matters: Annotated[tuple[FairMatter, ...], Field(min_length=1)]

    @cached_property
    def matter(self) -> Mapping[str, FairMatter]:
        return {one.id: one for one in self.matters}

    @cached_property
    def excused(self) -> regex.Pattern[str]:
        return _any_of(self.not_asked)

    @cached_property
    def clause_end(self) -> regex.Pattern[str]:
        return regex.compile(f"{SENTENCE_END}|{_any_of(self.turns).pattern}")

    def sensitive_words(self, text: str, language: str) -> tuple[Finding, ...]:
        """What in ``text`` comes near a matter that is not asked, by place; said in ``language``.

        The phrases of every language are looked for, whatever field a text was typed into. No verdict: a table of
        phrases reads no context, and says nothing of what is not in it.
        """
        plain, places = folded(text)
        excused = [span for span in self._clauses(plain) if self.excused.search(plain, *span)]
        found = [hit for hit in self._hits(plain) if not any(_within(hit[:2], span) for span in excused)]
        return tuple(
            Finding(
                places[begin],
                text[places[begin] : places[end]].strip(),
                matter.id,
                matter.name.in_language(language),
                matter.advice.in_language(language),
            )
            for begin, end, matter in sorted(found, key=lambda hit: hit[:2])
        )

    def _clauses(self, text: str) -> Iterator[tuple[int, int]]:
        begin = 0
        for cut in self.clause_end.finditer(text):
            yield begin, cut.end()
            begin = cut.end()
        yield begin, len(text)

    def _hits(self, text: str) -> list[tuple[int, int, FairMatter]]:
        """Each matter once at each place; where the phrases of two overlap, that of the longer one."""
        hits: list[tuple[int, int, FairMatter]] = []
        for matter in self.matters:
            right = [match.span() for match in matter.harmless.finditer(text)]
            spans = (match.span() for match in matter.found.finditer(text))
            hits += [(*one, matter) for one in spans if not any(_within(one, other) for other in right)]
        kept: list[tuple[int, int, FairMatter]] = []
        for hit in sorted(hits, key=lambda one: (one[0] - one[1], one[0])):
            if not any(hit[0] < other[1] and other[0] < hit[1] for other in kept):
                kept.append(hit)
        return kept


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether a phrase belongs to a longer one or to a clause: it begins inside it."""
    return outer[0] <= inner[0] < outer[1]


def _any_of(phrases: Phrases) -> regex.Pattern[str]:
    every = [pattern(phrase, language) for language, said in phrases.items() for phrase in said]
    return regex.compile("|".join(every) if every else "(?!)")
