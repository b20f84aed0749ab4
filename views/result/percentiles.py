"""Where the reader stands among the people of a norm, as a table; with several such groups the reader chooses one."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from catalog.questionnaire.assessment import Norm
from charts.number import percentile
from reports.told.norms import data_set_told, people_of
from scoring.rule.result import Result
from scoring.told.percentile import Percentile, norm_groups, percentiles
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import element, show, table, tag
from views.frame.seeds import one_of

WHOSE = "result_norm"


def beside_others(here: Site, result: Result) -> None:
    """Nothing where a norm is assumed: then nobody is there to compare with."""
    words, known = here.words, norm_groups(result, here.assessment)
    if not known:
        return
    with st.container(key="picture_percentiles"):
        show(tag("h3", words("result.percentile.title")) + tag("p", words("result.percentile.lead"), "fit-figure-note"))
        basis = _chosen(here, known)
        found = percentiles(result, here.assessment, basis)
        rows = [(words.of(here.assessment.trait[trait].name), *_cells(here, one)) for trait, one in found.items()]
        columns = ("charts.column.trait", "result.percentile.column", "charts.column.range")
        told = data_set_told(known[basis], words) or people_of(known[basis], words)
        inner = table([words(column) for column in columns], rows, told)
        if sum(score.estimate is not None for score in result.traits.values()) > len(found):
            inner += tag("p", words("result.percentile.missing"), "fit-figure-note")
        show(element("div", inner))


def _cells(here: Site, one: Percentile) -> tuple[str, str]:
    words = here.words
    low, high = percentile(words, one.low), percentile(words, one.high)
    spread = low if low == high else words("charts.number.interval", low=low, high=high)
    return percentile(words, one.value), spread


def _chosen(here: Site, known: Mapping[str, Norm]) -> str:
    """The basis that the table is about: that of the norm that scores until the reader chooses another one."""
    names = {basis: plain(people_of(norm, here.words)) for basis, norm in known.items()}
    first = next(iter(names))
    if len(names) == 1:
        return first
    return one_of(here.words("result.percentile.whose"), names, WHOSE, first)
