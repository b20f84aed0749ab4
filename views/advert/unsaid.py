"""What the advertisement does not say, with questions to ask; and what it does say."""

from __future__ import annotations

import re

import streamlit as st

from adverts.reading import ConditionReading, Reading, Stated
from views.advert.verdict import Reader
from views.frame.context import Site
from views.frame.markup import Markup, details, element, esc, show, sources, tag

SENTENCE_END = re.compile(r"[\n。！？]|[.!?](?=\s|$)")
NEAR = 24
"""Characters before and after a place that are quoted with it."""
HEADING = 12
"""Letters; what is no longer, and stands in a line alone, tells nothing but that something is told below it."""
BULLETS = "・-*•●■◆▼▶○◇□★☆※ \u3000"
MOST = 3
"""Sentences that are quoted for one condition."""


def unsaid(here: Site, reading: Reading, reader: Reader, place: int = 0, heading: str = "h2") -> None:
    words = here.words
    said = "" if reader == "candidate" else "_recruiter"
    inner = tag(heading, words(f"advert.unsaid.title{said}"))
    if not reading.missing:
        show(element("section", inner + tag("p", words("advert.unsaid.none")) + _stated(here, reading), "fit-section"))
        return
    inner += tag("p", words(f"advert.unsaid.lead{said}"), "fit-muted")
    rows = "".join(_missing(here, one) for one in reading.missing)
    show(element("section", inner + element("ul", rows, "fit-statements"), "fit-section"))
    if reader == "candidate":
        copied(words("advert.unsaid.copy"), questions(here, reading), f"questions_{place}")
    if stated := _stated(here, reading):
        show(stated)


def questions(here: Site, reading: Reading) -> str:
    """The questions as they are copied."""
    words = here.words
    head = reading.title or words("advert.questions.title")
    return "\n".join([head, *(words("advert.questions.line", question=one.question) for one in reading.missing)])


def copied(label: str, text: str, key: str) -> None:
    """A text to take along, with the button that copies it; ``key`` keeps it apart from others on the page."""
    with st.container(key=f"advert_copy_{key}", gap=None):
        show(tag("p", label, "fit-label"))
        st.code(text, language=None, wrap_lines=True)


def quotes(here: Site, reading: Reading, condition: ConditionReading) -> str:
    """The sentences that answer a condition, as they stand in the text, each once; no bare heading beside another."""
    said: dict[int, tuple[str, bool]] = {}
    for one in condition.stated:
        begin, stop = _sentence(reading.text, one.start, one.end)
        alone = len(_letters(reading.text[begin:stop])) <= len(_letters(one.quote)) <= HEADING
        said.setdefault(begin, (_near(reading.text, begin, stop, one), alone))
    telling = [text for text, alone in said.values() if not alone] or [text for text, _ in said.values()]
    return " / ".join(here.words("charts.list.quoted", phrase=text) for text in telling[:MOST])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max((mark.end() for mark in SENTENCE_END.finditer(text, 0, start)), default=0)
    found = SENTENCE_END.search(text, end)
    return begin, found.start() if found else len(text)


def _near(text: str, begin: int, stop: int, one: Stated) -> str:
    """The sentence, without its bullet; of a long one what is near the place."""
    first, last = max(begin, one.start - NEAR), min(stop, one.end + NEAR)
    said = " ".join(text[first:last].split())
    said = said.lstrip(BULLETS) if first == begin else f"…{said}"
    return said if last == stop else f"{said}…"


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _missing(here: Site, condition: ConditionReading) -> Markup:
    behind = sources(condition.facts, here.content, here.words)
    folded = details(here.words("result.evidence.open"), behind) if behind else ""
    return element("li", tag("h3", condition.name) + tag("p", condition.question) + folded, "fit-statement")


def _stated(here: Site, reading: Reading) -> Markup:
    rows = "".join(
        element("li", tag("strong", one.name) + " " + esc(quotes(here, reading, one)))
        for one in reading.conditions
        if not one.missing
    )
    return details(here.words("advert.unsaid.stated"), element("ul", rows, "fit-list")) if rows else ""
