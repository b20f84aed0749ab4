"""All filled sentences on one page of HTML: what breaks a rule first, then template by template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from catalog.content.words import Words
from reports.sentences.filled import Filled
from reports.sentences.rules import Broken

STYLE = "body{font:16px/1.8 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}li{margin:.2em 0}"
SHOWN = 8
"""So many sentences of a template stand open; the others fold away."""


def page(words: Words, sentences: Iterable[Filled], found: Sequence[Broken]) -> str:
    """The page in ``words``' language. Sentences of one template must stand together."""
    title = escape(words("report.sentences.title"))
    parts = [f'<!doctype html><html lang="{words.language}"><meta charset="utf-8"><title>{title}</title>']
    parts.append(f"<style>{STYLE}</style><h1>{title}</h1>")
    if found:
        parts.append(f"<h2>{escape(words('report.sentences.broken', n=len(found)))}</h2>")
        parts.append(_list(f"{one.rule}: {one.part} / {one.sentence.key}: {one.sentence.text}" for one in found))
    for (key, language), same in groupby(sentences, key=lambda one: (one.key, one.language)):
        texts = list(dict.fromkeys(one.text for one in same))
        parts.append(f'<h3 lang="{language}">{escape(key)}</h3>{_list(texts[:SHOWN])}')
        if len(texts) > SHOWN:
            more = escape(words("report.sentences.more", n=len(texts) - SHOWN))
            parts.append(f"<details><summary>{more}</summary>{_list(texts[SHOWN:])}</details>")
    return "\n".join(parts) + "\n"


def _list(texts: Iterable[str]) -> str:
    return "<ul>" + "\n".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"
