"""The chapters of a result: a row of links that stays in sight, and the heading and sentence that each opens with."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from reports.told.sections import Chapter
from views.frame.context import Site
from views.frame.markup import esc, show, tag

FEWEST = 2


def row(here: Site, chapters: Iterable[Chapter]) -> None:
    """Links to the chapters; nothing for a single one."""
    known, words = list(chapters), here.words
    if len(known) < FEWEST:
        return
    links = "".join(f'<a href="#{chapter_id(name)}">{esc(words(f"result.chapters.{name}"))}</a>' for name in known)
    with st.container(key="chapters"):
        show(f'<nav class="fit-chapters" aria-label="{esc(words("result.chapters.label"))}">{links}</nav>')


def opens(here: Site, chapter: Chapter, sentences: Iterable[str]) -> None:
    """The heading of a chapter, where its link arrives, and its first sentences."""
    inner = tag("h2", here.words(f"result.chapters.{chapter}")) + "".join(tag("p", text) for text in sentences)
    show(f'<header class="fit-chapter" id="{chapter_id(chapter)}">{inner}</header>')


def chapter_id(chapter: Chapter) -> str:
    """Where a link to the chapter arrives."""
    return f"chapter-{chapter}"
