"""Where the reader stands among the people of a norm, as a table; with several such groups the reader chooses one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from reports.told.among_others import AmongOthers, among_others
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import element, show, table, tag
from views.frame.seeds import one_of

WHOSE = "result_norm"


def beside_others(here: Site, result: Result) -> None:
    """Nothing where a norm is assumed: then nobody is there to compare with."""
    words, known = here.words, tuple(among_others(result, here.assessment, here.words))
    if not known:
        return
    with st.container(key="picture_percentiles"):
        show(tag("h3", words("result.percentile.title")) + tag("p", words("result.percentile.lead"), "fit-figure-note"))
        chosen = _chosen(here, known)
        columns = ("charts.column.trait", "result.percentile.column", "charts.column.range")
        rows = [(one.name, one.shown, one.spread) for one in chosen.rows]
        inner = table([words(column) for column in columns], rows, chosen.told)
        if chosen.missing:
            inner += tag("p", chosen.missing, "fit-figure-note")
        show(element("div", inner))


def _chosen(here: Site, known: Sequence[AmongOthers]) -> AmongOthers:
    """The people that the table is about: those of the norm that scores until the reader chooses others."""
    by_basis = {one.basis: one for one in known}
    if len(known) == 1:
        return known[0]
    names = {basis: plain(one.people) for basis, one in by_basis.items()}
    return by_basis[one_of(here.words("result.percentile.whose"), names, WHOSE, known[0].basis)]
