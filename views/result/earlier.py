"""Earlier results: each finished attempt opens as it was, with the version that it was answered with."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from people.respondent.attempts import Attempt, finished_attempts
from reports.told.day import date_in_words
from reports.told.headline import role_name
from views.frame.context import Site, version_in_use
from views.frame.cookie import visitor
from views.frame.day import reader_day
from views.frame.head_and_foot import link, notice
from views.frame.markup import show, tag

PARAMETER = "attempt"


def attempts(here: Site) -> tuple[Attempt, ...] | None:
    """The visitor's finished attempts, the first one first; None while the store does not answer."""
    return finished_attempts(visitor().token, here.newest)


def attempt_asked(here: Site, known: Sequence[Attempt]) -> Attempt | None:
    """The attempt that the address names; an unknown one is said."""
    asked = st.query_params.get(PARAMETER)
    if asked is None:
        return None
    for attempt in known:
        if asked == str(attempt.number):
            return attempt
    notice(here.words("site.lost.attempt"))
    return None


def opening(here: Site, attempt: Attempt) -> None:
    words = here.words
    notice(words("saving.again.banner", n=attempt.number, date=_day(here, attempt)))


def others(here: Site, known: Sequence[Attempt], shown: str | None, heading: str) -> None:
    """Links to the attempts that are not on this page. ``shown``: the id of the sheet that is."""
    words = here.words
    further = [attempt for attempt in known if attempt.row.id != shown]
    if not further:
        return
    with st.container(key="part_attempts"):
        show(tag(heading, words("saving.again.earlier")))
        with st.container(key="attempts"):
            for attempt in reversed(further):
                best = attempt.row.scores.best if attempt.row.scores else None
                role = role_name(attempt.assessment, words, best) if best and best in attempt.assessment.role else "-"
                label = words("saving.again.one", n=attempt.number, date=_day(here, attempt), role=role)
                link("result", label, here, **{PARAMETER: str(attempt.number)})


def looks_older(here: Site, attempt: Attempt | None) -> bool:
    """Whether the page speaks of another version of the files than the newest."""
    if attempt is not None:
        return attempt.assessment is not here.newest
    return version_in_use(here.assessment.id) is not None


def _day(here: Site, attempt: Attempt) -> str:
    return date_in_words(here.words, reader_day(attempt.row.finished))
