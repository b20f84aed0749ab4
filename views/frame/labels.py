"""The labels of Streamlit's widgets: shown as the data files have them, and heard the same way.

Streamlit shows a label and an option as Markdown. It names a widget for a screen reader by the label's raw letters, so
that an escaped label is heard with its backslashes; an option is heard as it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from views.frame.markup import Markup, show, tag, whole_words

SPACE = re.compile(r"[ \t\r\n\f\v]+")
READABLE = re.compile(
    r"[\\`*_\[\]~$<>&@]|:\S|--|www\.|^(?:[#+\-=]|[0-9]+[.)])",
    re.IGNORECASE,
)
"""What Markdown, or Streamlit's own marks, might read. A text without any of it is given as it is."""
MARK = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>:$&])")
STUBBORN = re.compile(
    r"(?:@|:(?=//|[\w+\-/.]+:)|(?<=www)\.|<-|->|--|>=|<=|~=)+",
    re.IGNORECASE,
)
"""Read after a backslash is gone already: addresses, ``:icon:``, arrows. Only a code span keeps them apart."""


def plain(text: str) -> str:
    """A text for an option, a button, a link, a title: shown and heard as typed, never read as Markdown."""
    line = SPACE.sub(" ", text).strip(" ")
    if not READABLE.search(line):
        return line
    made, end = [], 0
    for found in STUBBORN.finditer(line):
        made += [MARK.sub(r"\\\1", line[end : found.start()]), f"`{found[0]}`"]
        end = found.end()
    return "".join(made) + MARK.sub(r"\\\1", line[end:])


def label(text: str) -> Markup:
    """The visible label of the widget that follows, whose own label is ``text`` as written and not shown."""
    return f'<p class="fit-label" aria-hidden="true">{whole_words(text)}</p>'


def own_label(text: str) -> Literal["collapsed"]:
    """Draws the visible label of the widget that follows."""
    show(label(text))
    return "collapsed"


def label_of(text: str) -> Literal["visible", "collapsed"]:
    """Streamlit's own label where it shows ``text`` as it is written, else ours."""
    return "visible" if plain(text) == text else own_label(text)


@contextmanager
def labelled(key: str, text: str, hint: str = "") -> Iterator[None]:
    """The visible label and a hint, close above the widget that is drawn inside; its own label is collapsed."""
    with st.container(key=f"field_{key}", gap=None):
        own_label(text)
        if hint:
            show(tag("p", hint, "fit-hint"))
        yield
