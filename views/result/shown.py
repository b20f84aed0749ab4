"""Whose result a page shows: the visitor's own, an earlier attempt of theirs, or a sample; decided once a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from catalog.questionnaire.assessment import Sample
from people.respondent.attempts import Attempt
from people.respondent.sheet import AnswerSheet, known_answers, page_times, scored_form
from scoring import PageTime, score_one
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.day import reader_day
from views.frame.head_and_foot import notice
from views.result.earlier import PARAMETER, attempt_asked, attempts
from views.taking.session import answer_sheet, store_is_down

ROLE = "result_role"
"""Which role radar and reasons speak of, in the session."""


@dataclass(frozen=True, slots=True)
class Shown:
    """``here``: the site in the version that was answered. ``own``: the visitor's present sheet, None for another
    result; ``earlier`` and ``sample``: the other kinds. ``known``: the visitor's finished attempts. ``row``: the id of
    the stored sheet that is shown.
    """

    here: Site
    form: str
    answers: Mapping[str, int | str]
    result: Result
    day: date
    own: AnswerSheet | None = None
    earlier: Attempt | None = None
    sample: Sample | None = None
    known: tuple[Attempt, ...] = ()
    row: str | None = None

    @property
    def scored(self) -> bool:
        return self.result.leading is not None

    @property
    def asked(self) -> int:
        """How many questions the form has."""
        return len(self.here.assessment.form_questions(self.form))


def what_is_shown(here: Site) -> Shown | None:
    """None where the result cannot be looked up, because the store does not answer."""
    sample = _sample_asked(here)
    if sample is not None:
        return _shown(here, sample.form, dict(sample.answers), (), reader_day(), sample=sample)
    known = attempts(here)
    sheet = answer_sheet(here.assessment)
    if known is None:
        if store_is_down() or PARAMETER in st.query_params:
            return None
        known = ()
    earlier = attempt_asked(here, known)
    row: str | None
    if earlier is not None:
        sheet, here = earlier.sheet, replace(here, older=earlier.assessment)
        form, day, row = earlier.row.form, reader_day(earlier.row.finished), earlier.row.id
    else:
        form, day = scored_form(here.assessment, sheet), reader_day()
        row = None if sheet.stored is None else sheet.stored.row.id
    answers, times = known_answers(here.assessment, form, sheet), page_times(here.assessment, sheet)
    own = sheet if earlier is None else None
    return _shown(here, form, answers, times, day, own=own, earlier=earlier, known=known, row=row)


def _shown(
    here: Site,
    form: str,
    answers: Mapping[str, int | str],
    times: tuple[PageTime, ...],
    day: date,
    *,
    own: AnswerSheet | None = None,
    earlier: Attempt | None = None,
    sample: Sample | None = None,
    known: tuple[Attempt, ...] = (),
    row: str | None = None,
) -> Shown:
    result = score_one(here.assessment, form, answers, times)
    return Shown(here, form, answers, result, day, own, earlier, sample, known, row)


def _sample_asked(here: Site) -> Sample | None:
    asked = st.query_params.get("sample")
    for sample in here.content.samples:
        if sample.id == asked and sample.assessment == here.assessment.id:
            return sample
    if asked is not None:
        notice(here.words("site.lost.sample"))
    return None
