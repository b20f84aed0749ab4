"""The numbers on liking, with their standard errors, as a table."""

from __future__ import annotations

import streamlit as st

from charts.number import half_up
from reports.told.numbers import numbers
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import show, table

DIGITS = 1
COLUMNS = (
    "charts.column.role",
    "charts.column.score",
    "charts.column.range",
    "report.column.sem",
    "report.column.tasks_answered",
)


def liking_numbers(here: Site, result: Result) -> None:
    """Folded away; nothing where no tasks were asked."""
    words = here.words
    shown = numbers(result, here.assessment, words)
    rows = []
    for role in result.ranking:
        liked = result.roles[role].liking
        if liked is not None:
            one = shown["liking", role]
            sem = "" if liked.sem is None else f"{half_up(liked.sem, DIGITS):.{DIGITS}f}"
            rows.append((one.name, one.shown, one.spread, sem, f"{liked.answered} / {liked.asked}"))
    if rows:
        title = words("result.liking.numbers")
        with st.expander(plain(title)):
            show(table([words(column) for column in COLUMNS], rows, title))
