"""Our own HTML: every text is escaped here, once, so that no page pastes a raw string."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import reduce

import streamlit as st

from catalog.content.content import Content
from catalog.content.words import Words

Markup = str
"""A piece of HTML made by this module's functions."""


WHOLE = (
    *("ありがたい", "もう", "やる気", "手がかり", "はっきり", "のびのび", "張り切れる", "部屋", "必要", "一人ひとり"),
    *("問い合わせ", "サクセス", "サポート", "にとって", "として", "という"),
)
"""Japanese words that browsers break in two where a line has to end: ``word-break: auto-phrase`` cuts a sentence by a
model of the browser's, which takes these for two phrases. No style sheet can tell it better.
"""
_WHOLE = re.compile("|".join(WHOLE))


def esc(text: object) -> Markup:
    return html.escape(str(text), quote=True)


def in_a_row(words: Words, names: Iterable[str]) -> str:
    """Names one after the other, without an "and"."""
    return reduce(lambda left, right: words("charts.list.next", left=left, right=right), names)


def tag(name: str, text: object, css: str = "") -> Markup:
    return element(name, esc(text), css)


def element(name: str, inner: Markup, css: str = "") -> Markup:
    """An element around markup that is already escaped."""
    return f'<{name} class="{css}">{inner}</{name}>' if css else f"<{name}>{inner}</{name}>"


def whole_words(text: object) -> Markup:
    """``text`` with each of WHOLE in an element of its own that does not wrap, for a narrow screen."""
    return _WHOLE.sub(r'<span class="fit-whole">\g<0></span>', esc(text))


def whole_tag(name: str, text: object, css: str = "") -> Markup:
    """As ``tag``. Not for an element that lays its contents out in a row: each word would be one of them."""
    return element(name, whole_words(text), css)


def by_sentence(text: object) -> Markup:
    """A heading of several Japanese sentences: a line ends after one of them, if one fits, and not within."""
    parts = [part for part in re.split("(?<=。)", str(text)) if part]
    return "".join(tag("span", part, "fit-sentence") for part in parts) if len(parts) > 1 else esc(text)


def bullets(texts: Iterable[object], css: str = "fit-list") -> Markup:
    return element("ul", "".join(tag("li", text) for text in texts), css)


def details(summary: object, inner: Markup, css: str = "fit-details") -> Markup:
    """Text that folds away; the browser's own element, so that it works by keyboard and without a rerun."""
    return f'<details class="{css}"><summary>{esc(summary)}</summary><div>{inner}</div></details>'


def table(columns: Sequence[object], rows: Iterable[Sequence[object]], caption: object = "") -> Markup:
    head = "".join(f'<th scope="col">{esc(column)}</th>' for column in columns)
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{esc(cell)}</th>' if place == 0 else f"<td>{esc(cell)}</td>"
            for place, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    title = tag("caption", caption) if caption else ""
    inner = f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="fit-table" tabindex="0" role="group" aria-label="{esc(caption)}">{inner}</div>'


def sources(facts: Iterable[str], content: Content, words: Words) -> Markup:
    """The facts behind a statement, each with the titles of its articles; empty where there are none."""
    entries = []
    for fact_id in facts:
        fact = content.facts.get(fact_id)
        if fact is None:
            continue  # Cited by an older version of an assessment.
        titles = " / ".join(words.of(content.articles[article].title) for article in fact.articles)
        entries.append(
            element("li", tag("span", words.of(fact.text)) + tag("cite", f"{titles} ({fact_id})"), "fit-source")
        )
    return element("ul", "".join(entries), "fit-sources") if entries else ""


class _AsItStands(str):
    """What knows its own HTML is sent as it is. Streamlit looks for indents in any other text, with each run: in the
    style sheet alone that takes a twentieth of the time of a page.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


def show(markup: Markup) -> None:
    st.html(_AsItStands(markup))
