"""What the work reads as, in honest words: the verdict, the title's claim beside it, and the bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from adverts.reading import Reading
from charts.sentence import listed
from views.advert.kinds import Kind, bars
from views.frame.context import Site
from views.frame.markup import Markup, by_sentence, element, esc, tag

Reader = Literal["candidate", "recruiter"]
HARDLY = 0.1
"""The share of the words that speak for all other kinds together, up to which that is hardly anything."""


def verdict(here: Site, kinds: Mapping[str, Kind], reading: Reading, reader: Reader, heading: str = "h2") -> Markup:
    words = here.words
    root = "as_read" if reader == "recruiter" else "verdict"
    inner = tag("p", words(f"advert.{root}.title"), "fit-kicker")
    inner += element(heading, by_sentence(headline(here, kinds, reading, root)))
    if reading.silence is not None:
        inner += tag("p", words(f"advert.says.{reading.silence}"))
    elif reading.verdict != "unknown":
        inner += tag("p", words(f"advert.{root}.{_further(reading, root)}"))
    inner += tag("p", of_title(here, kinds, reading, reader), "fit-advert-claim")
    if any(one.share for one in reading.scores):
        inner += bars(here, kinds, reading.scores, frozenset(reading.kinds))
    style = kinds[reading.kind].style if reading.kind else "--mark:var(--muted)"
    return f'<section class="fit-verdict fit-advert-verdict" style="{esc(style)}">{inner}</section>'


def _further(reading: Reading, root: str) -> str:
    others = sum(one.share for one in reading.scores if one.kind != reading.kind)
    beside = root == "verdict" and reading.verdict == "clear" and others > HARDLY
    return "clear_beside" if beside else f"{reading.verdict}_further"


def headline(here: Site, kinds: Mapping[str, Kind], reading: Reading, root: str = "verdict") -> str:
    words = here.words
    if reading.kind is not None:
        return words(f"advert.{root}.{reading.verdict}", kind=kinds[reading.kind].name)
    if reading.verdict == "mixed":
        return words(f"advert.{root}.mixed", roles=listed(words, [kinds[kind].name for kind in reading.kinds]))
    return words(f"advert.{root}.unknown")


def of_title(here: Site, kinds: Mapping[str, Kind], reading: Reading, reader: Reader) -> str:
    """The title's claim beside what the text says."""
    words = here.words
    if not reading.title:
        return words("advert.name_of_job.none")
    claim = kinds[reading.title_kind].name if reading.title_kind else ""
    says = reading.title_says if claim else "nothing"
    key = says if reader == "candidate" or says == "same" else f"{says}_recruiter"
    return words(f"advert.name_of_job.{key}", title=reading.title, claim=claim)
