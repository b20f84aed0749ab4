"""An assessment's own words on the pages: ``pages.yaml``, every key of it optional.

What it leaves out is said by the site's words, which are true of any assessment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from catalog.reading.ids import Id, Shape
from catalog.reading.text import Text

MOST_LINES = 6
Lines = Annotated[tuple[Text, ...], Field(max_length=MOST_LINES)]


class AskedWords(Shape):
    """Words for each kind of question."""

    items: Text | None = None
    scenarios: Text | None = None
    tasks: Text | None = None


class EvidenceWords(Shape):
    """What stands for the kinds of evidence that a weight may have."""

    direct: Text | None = None
    indirect: Text | None = None
    mixed: Text | None = None


class MethodWords(Shape):
    """Notes on the page that explains the scoring. weights: where they come from. norms: what the scores stand on."""

    weights: Text | None = None
    evidence: EvidenceWords | None = None
    norms: Text | None = None


class Pages(Shape):
    """The assessment's own words.

    name, description: the site's, where it serves no other assessment. headline, lead: at the top of the first page.
    gives, is_not: what one gets from it, and what it does not do. what: what it is, on the page about the site.
    sources, sources_title: what it rests on. ask: what stands above the questions; hint: in small beside it; parts:
    their names as parts. how: how to answer, before the first question. forms: when to take which form.
    roles: above the roles.
    """

    name: Text | None = None
    description: Text | None = None
    headline: Text | None = None
    lead: Text | None = None
    gives: Lines = ()
    is_not: Lines = ()
    what: Text | None = None
    sources_title: Text | None = None
    sources: tuple[Text, ...] = ()
    ask: AskedWords | None = None
    hint: AskedWords | None = None
    parts: AskedWords | None = None
    how: Lines = ()
    forms: Mapping[Id, Text] = Field(default_factory=dict)
    method: MethodWords | None = None
    roles: Text | None = None


_SITE = {"name": ("site.name", "site.shell.title"), "description": ("site.shell.description",)}
_PLAIN = {
    "headline": ("start.title",),
    "lead": ("start.lead", "start.lead_role", "start.lead_traits"),
    "what": ("about.what",),
    "sources_title": ("method.articles_title", "report.articles"),
    "roles": ("roles.lead",),
}
_ASKED = {
    "ask": {"items": "screen.ask", "scenarios": "screen.scenario", "tasks": "screen.task"},
    "hint": {"items": "screen.ask_hint", "scenarios": "screen.scenario_hint", "tasks": "screen.task_hint"},
    "parts": {"items": "part.items", "scenarios": "part.scenarios", "tasks": "part.tasks"},
}


def site_words(pages: Pages) -> dict[str, Text]:
    """The site's words, by key of the interface, that are this assessment's where it is the only one."""
    return {key: _literal(text) for key, text in _given(pages, _SITE).items()}


def page_words(pages: Pages) -> dict[str, Text]:
    """The words of the interface, by key, that this assessment says in its own way."""
    made = _given(pages, _PLAIN)
    for part, keys in _ASKED.items():
        words = getattr(pages, part)
        made |= {f"assessment.{key}": text for kind, key in keys.items() if (text := getattr(words, kind, None))}
    method = pages.method or MethodWords()
    if method.weights:
        made["method.weights_lead"] = method.weights
    if method.norms:
        made |= dict.fromkeys(("method.norms_lead", "method.norms_lead_mixed"), method.norms)
    for kind in EvidenceWords.model_fields:
        if text := getattr(method.evidence, kind, None):
            made[f"method.evidence.{kind}"] = text
    return {key: _literal(text) for key, text in made.items()}


def _given(pages: Pages, keys: Mapping[str, tuple[str, ...]]) -> dict[str, Text]:
    return {key: text for name, said in keys.items() for key in said if (text := getattr(pages, name)) is not None}


def _literal(text: Text) -> Text:
    """Nothing is filled in: braces stand as they were typed."""
    return Text({language: said.replace("{", "{{").replace("}", "}}") for language, said in text.root.items()})
