"""Reads a job advertisement, or two of them, for whoever may apply and for whoever writes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from adverts.as_given import MOST, Given, oddities, same_text, title_and_text
from adverts.read import read
from adverts.reading import Reading
from catalog.content.adverts import Adverts
from views.advert.beside import beside
from views.advert.fairness import fairness
from views.advert.for_you import for_you
from views.advert.given import Pasted, fields, file_field, samples
from views.advert.kinds import Kind, kinds_of
from views.advert.marked import MarkedText
from views.advert.unsaid import unsaid
from views.advert.verdict import Reader, verdict
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.markup import element, show, tag
from views.frame.seeds import always

FOR: Final = "for"
"""In the address: who reads. Nothing else of this page ever stands there."""
READERS: Final[tuple[Reader, ...]] = ("candidate", "recruiter")
COUNTS: Final = ("one", "two")
COUNT: Final = "advert_count"


def choose(here: Site, what: str, options: tuple[str, ...], chosen: str, take: Callable[[str], None]) -> None:
    """A choice between two; ``chosen`` is the truth, the widget only its picture."""
    words, key = here.words, f"advert_{what}_{here.language}"
    names = {one: plain(words(f"advert.{what}.{one}")) for one in options}
    st.segmented_control(
        words(f"advert.{what}.label"),
        options,
        default=always(key, chosen),
        label_visibility="collapsed",
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=lambda: take(st.session_state[key]),
    )


def choices(here: Site) -> tuple[Reader, bool]:
    """Who reads, and whether there are two to compare."""
    asked = st.query_params.get(FOR)
    reader = asked if asked in READERS else READERS[0]
    count = st.session_state.get(COUNT, COUNTS[0])

    def take_reader(chosen: str) -> None:
        st.query_params[FOR] = chosen

    def take_count(chosen: str) -> None:
        st.session_state[COUNT] = chosen

    with st.container(key="advert_choices", horizontal=True):
        choose(here, "readers", READERS, reader, take_reader)
        choose(here, "count", COUNTS, count, take_count)
    return reader, count == COUNTS[1]


def as_read(given: Pasted) -> Given:
    return title_and_text(given.title, given.text)


def given_oddly(here: Site, given: Pasted) -> None:
    for oddity in oddities(given.text):
        notice(here.words(f"advert.says.{oddity}", n=f"{MOST:,}"))


def read_one(here: Site, adverts: Adverts, kinds: dict[str, Kind], reading: Reading, reader: Reader) -> None:
    """Everything about one advertisement."""
    show(verdict(here, kinds, reading, reader))
    if not reading.title and not reading.text:
        return
    text(here, adverts, kinds, reading, 0)
    if reading.silence == "other_language":
        return
    if reader == "recruiter":
        unsaid(here, reading, reader)
        if here.content.fair_adverts is not None:
            fairness(here, kinds, reading, here.content.fair_adverts)
        return
    unsaid(here, reading, reader)
    for_you(here, reading)


def text(
    here: Site, adverts: Adverts, kinds: dict[str, Kind], reading: Reading, place: int, heading: str = "h2"
) -> None:
    words = here.words
    marks = reading.title_findings or reading.findings
    inner = tag(heading, words("advert.text.title"))
    inner += tag("p", words("advert.text.lead" if marks else "advert.text.lead_none"), "fit-muted")
    drawn = MarkedText(here, adverts, kinds, f"advert-{place}").markup(reading)
    show(element("section", inner + drawn, "fit-section"))


def read_two(
    here: Site, adverts: Adverts, kinds: dict[str, Kind], readings: tuple[Reading, Reading], reader: Reader
) -> None:
    """The comparison, then each of them."""
    show(beside(here, kinds, readings))
    for place, reading in enumerate(readings):
        name = here.words("advert.field.of_two", n=place + 1)
        with st.expander(plain(f"{name}  {reading.title}"), key=f"advert_whole_{place}"):
            show(verdict(here, kinds, reading, reader, "h3"))
            text(here, adverts, kinds, reading, place, "h3")
            unsaid(here, reading, reader, place, "h3")


def results(here: Site, adverts: Adverts, given: list[Pasted], reader: Reader) -> None:
    """What stands in the fields, read; or a word where nothing does."""
    words, two = here.words, len(given) > 1
    whole = [one for one in given if one.text.strip() or one.title.strip()]
    if not whole:
        if any(one.asked for one in given):
            notice(words("advert.says.empty"))
        return
    for one in whole:
        given_oddly(here, one)
    kinds = dict(kinds_of(here, adverts))
    readings = [read(one.text, one.title, here.content, here.language) for one in map(as_read, whole)]
    if len(readings) == 1:
        if two:
            notice(words("advert.says.one_missing"))
        read_one(here, adverts, kinds, readings[0], reader)
        return
    if same_text(given[0].text, given[1].text):
        notice(words("advert.says.same"))
    read_two(here, adverts, kinds, (readings[0], readings[1]), reader)


def main() -> None:
    here = site()
    words, adverts = here.words, here.content.adverts
    reader_now = st.query_params.get(FOR)
    lead = "advert.lead_recruiter" if reader_now == READERS[1] else "advert.lead"
    if adverts is None:
        show(tag("h1", words("advert.title")))
        notice(words("learn.nothing"))
        return
    show(tag("h1", words("advert.title")) + tag("p", words(lead), "fit-lead"))
    reader, two = choices(here)
    places = range(2 if two else 1)
    given = [fields(here, place, two) for place in places]
    show(tag("p", words("advert.kept"), "fit-hint"))
    # Close below the button that was pressed; other ways to fill the fields come after it.
    results(here, adverts, given, reader)
    with st.container(key="part_advert_other"):
        for place in places:
            file_field(here, place, two)
        samples(here)


main()
