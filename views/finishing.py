"""A finished sheet: its scores go into the store, it can be taken again, and two attempts can be compared."""

from __future__ import annotations

import streamlit as st

from catalog.assessment import Assessment
from charts.number import score
from reports.headline import role_name
from scoring import score_sheet
from scoring.change import changes
from scoring.result import Result
from store import SheetChanged, StoreError, Taken, scores_of
from store.process import process_store
from views.frame import note
from views.keeping import kept
from views.markup import bullets, element, show, tag
from views.respondent import AnswerSheet, known_answers, screens
from views.sheet_session import as_answered, hold, look_again, version_of
from views.site_context import Site, use_version

FINISHED = "finished"


def finish(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """Fills the score columns once the person has come to the end; a sheet with unsaved answers waits."""
    holder = sheet.kept
    at_end = sheet.screen >= len(screens(here.assessment, sheet.path))
    if holder is None or not at_end or not sheet.answers or holder.held.unsaved or holder.sheet.state == FINISHED:
        return
    try:
        store, revision = process_store(), holder.sheet.revision
        holder.sheet = store.finish(holder.token, scores_of(result), revision=revision, sheet=holder.sheet.id)
    except SheetChanged:
        look_again(sheet.assessment)
        st.rerun()
    except StoreError:
        note(here.words("saving.note.waiting"))


def take_again(here: Site, sheet: AnswerSheet) -> None:
    """Offers a second attempt; the first one stays."""
    if sheet.kept is None or sheet.kept.sheet.state != FINISHED:
        return
    words = here.words
    with st.container(key="part_again"):
        st.button(words("saving.again.go"), key="again", on_click=_again, args=(here, sheet))
        show(tag("p", words("saving.again.hint"), "fit-muted"))


def _again(here: Site, sheet: AnswerSheet) -> None:
    if sheet.kept is None:
        return
    newest: Assessment = here.assessments[here.assessment.id]
    form = sheet.form if sheet.form in newest.forms else next(iter(newest.forms))
    taken = Taken(newest.id, newest.version, newest.files_hash, str(form), here.language)
    try:
        begun = process_store().again(sheet.kept.token, taken)
    except StoreError:
        return
    use_version(newest.id, None)
    hold(AnswerSheet(newest.id, kept=kept(sheet.kept.token, begun)))


def comparison(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """What changed since the attempt before, beyond the error of the answers."""
    before = _before(here, sheet)
    if before is None:
        return
    words, assessment = here.words, here.assessment
    found = changes(before, result)
    lines = [
        words(
            "saving.again.changed",
            trait=words.of(assessment.trait[one.trait].name),
            before=score(one.before),
            after=score(one.after),
        )
        for one in found
        if one.trait in assessment.trait
    ]
    inner = tag("h2", words("saving.again.title"))
    if before.verdict.best in assessment.role and result.verdict.best is not None:
        names = {name: role_name(assessment, words, role) for name, role in _best(before, result).items()}
        inner += tag("p", words("saving.again.best", **names))
    inner += tag("p", words("saving.again.lead"), "fit-muted") + bullets(lines) if lines else ""
    inner += "" if lines else tag("p", words("saving.again.none"))
    show(element("section", inner, "fit-card fit-section"))


def _best(before: Result, after: Result) -> dict[str, str]:
    return {"before": str(before.verdict.best), "after": str(after.verdict.best)}


def _before(here: Site, sheet: AnswerSheet) -> Result | None:
    """The result of the attempt before, scored with the version that it was answered with."""
    if sheet.kept is None or sheet.kept.sheet.previous is None:
        return None
    try:
        history = process_store().history(sheet.kept.token)
        held = next((one for one in history if one.id == sheet.kept.sheet.previous), None)
        assessment = None if held is None else version_of(here.assessment, held)
    except StoreError:
        return None
    if held is None or assessment is None or held.form not in assessment.forms:
        return None
    return score_sheet(assessment, held.form, known_answers(assessment, held.form, as_answered(assessment, held)))
