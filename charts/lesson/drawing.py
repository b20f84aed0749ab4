"""Drawings of the learning pages: HTML that a page places as it is, with a sentence and a table that say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from catalog.content.words import Words
from catalog.lessons.learning import Comparison
from catalog.questionnaire.assessment import Assessment
from charts.palette import RoleMark, Theme, role_mark
from charts.table import Table


@dataclass(frozen=True, slots=True)
class Drawing:
    """``markup`` is escaped HTML, hidden from screen readers: ``sentence`` and ``table`` stand for it.

    ``facts`` are the ids of what it rests on, in reading order, each once.
    """

    title: str
    markup: str
    sentence: str
    table: Table
    caption: str | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A compared role as drawings show it."""

    id: str
    name: str
    short: str
    mark: RoleMark

    @property
    def style(self) -> str:
        return f"--mark:{self.mark.colour}"

    @property
    def glyph(self) -> str:
        return f'<span class="fit-mark" style="{self.style}" aria-hidden="true">{self.mark.glyph}</span>'


def named_roles(comparison: Comparison, assessment: Assessment, words: Words, theme: Theme) -> Mapping[str, NamedRole]:
    """Every compared role by id. Those of the assessment keep its marks; the others take the next places."""
    places = {role: place for place, role in enumerate(assessment.role)}
    for role in comparison.roles:
        places.setdefault(role.id, len(places))
    return {
        role.id: NamedRole(
            role.id, words.of(role.name), words.of(role.short or role.name), role_mark(places[role.id], theme)
        )
        for role in comparison.roles
    }


def each_once(facts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts))


def hidden_from_voice(inner: str, css: str) -> str:
    """The drawing's frame; what it shows is said by the sentence and the table beside it."""
    return f'<div class="{escape(css)}" aria-hidden="true">{inner}</div>'
