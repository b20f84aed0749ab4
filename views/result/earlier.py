"""Earlier results: each finished attempt opens as it was, with the version that it was answered with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent.saving import cookie_token
from people.respondent.sheet import AnswerSheet
from reports.told.day import date_in_words
from reports.told.headline import role_name
from store import Sheet, SheetGone
from store.process import process_store
from views.frame.context import Site, version_in_use
from views.frame.day import reader_day
from views.frame.head_and_foot import link, note
from views.frame.markup import show, tag
from views.result.finishing import FINISHED
from views.taking.session import as_answered, version_of

PARAMETER = "attempt"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A finished sheet; ``number`` counts this respondent's finished sheets of the assessment from 1."""

    number: int
    assessment: Assessment
    held: Sheet

    @property
    def day(self) -> date:
        """The reader's day on which it was finished."""
        return reader_day(self.held.finished)

    @property
    def sheet(self) -> AnswerSheet:
        return as_answered(self.assessment, self.held)


def attempts(here: Site) -> tuple[Attempt, ...]:
    """The visitor's finished attempts, the first one first. Raises StoreDown."""
    token, newest = cookie_token(), here.assessments[here.assessment.id]
    if token is None:
        return ()
    found: list[Attempt] = []
    try:
        finished = [one for one in process_store().history(token, newest.id) if one.state == FINISHED]
        for number, held in enumerate(finished, start=1):
            assessment = version_of(newest, held)
            if assessment is not None and held.form in assessment.forms:
                found.append(Attempt(number, assessment, held))
    except SheetGone:
        return ()
    return tuple(found)


def attempt_asked(here: Site, known: Sequence[Attempt]) -> Attempt | None:
    """The attempt that the address names; an unknown one is said."""
    asked = st.query_params.get(PARAMETER)
    if asked is None:
        return None
    for attempt in known:
        if asked == str(attempt.number):
            return attempt
    note(here.words("site.lost.attempt"))
    return None


def opening(here: Site, attempt: Attempt) -> None:
    words = here.words
    note(words("saving.again.banner", n=attempt.number, date=_day(here, attempt)))


def others(here: Site, known: Sequence[Attempt], shown: str | None) -> None:
    """Links to the attempts that are not on this page. ``shown``: the id of the sheet that is."""
    words = here.words
    further = [attempt for attempt in known if attempt.held.id != shown]
    if not further:
        return
    with st.container(key="part_attempts"):
        show(tag("h2", words("saving.again.earlier")))
        with st.container(key="attempts"):
            for attempt in reversed(further):
                best = attempt.held.scores.best if attempt.held.scores else None
                role = role_name(attempt.assessment, words, best) if best in attempt.assessment.role else "-"
                label = words("saving.again.one", n=attempt.number, date=_day(here, attempt), role=role)
                link("result", label, here, **{PARAMETER: str(attempt.number)})


def looks_older(here: Site, attempt: Attempt | None) -> bool:
    """Whether the page speaks of another version of the files than the newest."""
    if attempt is not None:
        return attempt.assessment is not here.assessments[attempt.assessment.id]
    return version_in_use(here.assessment.id) is not None


def _day(here: Site, attempt: Attempt) -> str:
    return date_in_words(here.words, attempt.day)
