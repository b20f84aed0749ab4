"""Rates by group: the organiser's own table, read and counted for one look, and what the numbers cannot say."""

from __future__ import annotations

from typing import Final

import streamlit as st

from people.organiser.groups.counted import Counted, who_scored_above_median, who_went_on
from people.organiser.groups.table import GROUP, SCORE, WENT_ON, GroupTable, Unread, table_in
from people.organiser.lists.read import MOST_BYTES
from views.frame.context import Site, site
from views.frame.head_and_foot import link
from views.frame.labels import labelled, plain
from views.frame.markup import bullets, element, show, tag
from views.organising.entry import signed_or_door
from views.organising.groups.rates import rates
from views.organising.heading import heading, way_up
from views.organising.no_gate import no_gate

READ: Final = "impact_table"
READ_OF: Final = "impact_read_of"
"""What stood in the fields when the table was read."""
ROUND: Final = "impact_round"
"""How many tables were read: each has fields of its own to choose in."""
TAKEN_MEGABYTES: Final = 5
"""What the field lets through: so that our own words say what is too big."""
LINES_SHOWN: Final = 20
KINDS: Final = ("went_on", "scored")


def give(here: Site) -> None:
    """The fields for the table. It is kept in this session's memory, for as long as it stands in the fields."""
    words = here.words
    heading(words("impact.give.title"))
    label = words("impact.give.paste")
    with labelled("impact_paste", label, words("impact.give.hint")):
        pasted = st.text_area(
            label,
            key="impact_pasted",
            label_visibility="collapsed",
            height=150,
            placeholder=words("impact.give.example"),
        )
    label = words("impact.give.file")
    with labelled("impact_file", label, words("impact.give.file_hint", megabytes=MOST_BYTES >> 20)):
        file = st.file_uploader(
            label,
            key="impact_file",
            label_visibility="collapsed",
            max_upload_size=TAKEN_MEGABYTES,
        )
    given = (file.file_id if file is not None else "", pasted)
    if st.button(plain(words("impact.give.go")), key="impact_read", type="primary"):
        if file is not None and pasted.strip():
            show(tag("p", words("impact.give.both"), "fit-mistake"))
            st.session_state.pop(READ, None)
            return
        st.session_state[READ] = table_in(file.getvalue() if file is not None else pasted)
        st.session_state[READ_OF] = given
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    elif st.session_state.get(READ_OF) != given:
        st.session_state.pop(READ, None)


def choose(here: Site, table: GroupTable) -> tuple[str, Counted] | None:
    """What is compared, and who is counted; None where the same column was chosen twice."""
    words = here.words
    heading(words("impact.choose.title"))
    places = list(range(len(table.headings)))
    turn = st.session_state[ROUND]
    names = {place: table.headings[place] or words("impact.choose.unnamed", n=place + 1) for place in places}

    def column(key: str, label: str, guessed: int | None) -> int:
        with labelled(key, label):
            chosen: int = st.selectbox(
                label,
                places,
                index=guessed if guessed is not None else min(1, len(places) - 1),
                key=f"{key}_{turn}",
                format_func=lambda place: plain(names[place]),
                label_visibility="collapsed",
            )
        return chosen

    group = column("impact_group", words("impact.choose.group"), table.column_like(GROUP) or 0)
    with_scores = table.column_like(WENT_ON) is None and table.column_like(SCORE) is not None
    kinds = {kind: plain(words(f"impact.choose.{kind}")) for kind in KINDS}
    label = words("impact.choose.kind")
    with labelled("impact_kind", label):
        kind = st.radio(
            label,
            KINDS,
            index=int(with_scores),
            key=f"impact_kind_{turn}_{here.language}",
            format_func=kinds.__getitem__,
            label_visibility="collapsed",
        )
    guessed = table.column_like(SCORE if kind == "scored" else WENT_ON)
    second = column(f"impact_column_{kind}", words("impact.choose.column"), guessed)
    if second == group:
        show(tag("p", words("impact.choose.same"), "fit-mistake"))
        return None
    return kind, (who_scored_above_median if kind == "scored" else who_went_on)(table, group, second)


def misread(here: Site, kind: str, counted: Counted) -> None:
    words = here.words
    said = [words("impact.misread.line", line=one.line, found=one.found) for one in counted.misread[:LINES_SHOWN]]
    if len(counted.misread) > LINES_SHOWN:
        said.append(words("impact.misread.more", n=len(counted.misread) - LINES_SHOWN))
    how = words("impact.misread.number" if kind == "scored" else "impact.misread.yes_no")
    show(tag("p", words("impact.misread.lead"), "fit-note") + tag("p", how) + bullets(said))


def limits(here: Site) -> None:
    words = here.words
    said = [words(f"impact.limits.{limit}") for limit in ("reason", "law", "job", "size", "many", "away")]
    inner = tag("h2", words("impact.limits.title")) + bullets(said)
    show(element("section", inner, "fit-card fit-section"))
    with st.container(key="next_fair"):
        link("fair", words("impact.to_fair"), here)


def main() -> None:
    here = site()
    words = here.words
    if signed_or_door(here, "impact") is None:
        return
    way_up(here)
    show(tag("h1", words("impact.title")) + tag("p", words("impact.lead"), "fit-lead"))
    no_gate(here)
    show(tag("p", words("impact.dated"), "fit-muted"))
    give(here)
    table = st.session_state.get(READ)
    if isinstance(table, Unread):
        show(tag("p", words(f"impact.fault.{table.fault}"), "fit-mistake"))
    elif isinstance(table, GroupTable) and (chosen := choose(here, table)) is not None:
        kind, counted = chosen
        if counted.too_many:
            show(tag("p", words("impact.fault.too_many_groups"), "fit-mistake"))
        elif counted.misread:
            misread(here, kind, counted)
        else:
            rates(here, kind, counted)
    limits(here)


main()
