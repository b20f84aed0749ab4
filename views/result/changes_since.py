"""Two attempts compared: what changed since the one before, beyond the error of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.questionnaire.assessment import Assessment
from charts.number import score
from people.respondent.attempts import Attempt
from people.respondent.sheet import AnswerSheet, known_answers
from reports.told.headline import role_name
from scoring import score_one
from scoring.rule.result import Result
from scoring.told.change import changes, same_measure
from views.frame.context import Site
from views.frame.markup import Markup, bullets, element, show, tag


@dataclass(frozen=True, slots=True)
class _Before:
    """The attempt before: its result, and the version of the files that it was answered with."""

    assessment: Assessment
    result: Result


def comparison(here: Site, sheet: AnswerSheet, result: Result, known: Sequence[Attempt]) -> None:
    """``known``: this person's finished attempts, among them the one before ``sheet``, if there is one."""
    before = _before(sheet, known)
    if before is None:
        return
    words = here.words
    inner = tag("h3", words("saving.again.title"))
    if before.result.version != result.version:
        versions = {"was": before.result.version, "now": result.version}
        inner += tag("p", words("saving.again.versions", **versions))
    if before.result.verdict.best in here.assessment.role and result.verdict.best is not None:
        names = {"before": str(before.result.verdict.best), "after": result.verdict.best}
        named = {name: role_name(here.assessment, words, role) for name, role in names.items()}
        inner += tag("p", words("saving.again.best", **named))
    show(element("section", inner + _changed(here, before, result), "fit-card fit-section"))


def _changed(here: Site, before: _Before, result: Result) -> Markup:
    """The traits that changed, of those that both versions measure alike."""
    words, assessment = here.words, here.assessment
    alike = same_measure(before.assessment, assessment)
    if not alike:
        return tag("p", words("saving.again.not_compared"), "fit-muted")
    lines = [
        words(
            "saving.again.changed",
            trait=words.of(assessment.trait[one.trait].name),
            before=score(one.before),
            after=score(one.after),
        )
        for one in changes(before.result, result)
        if one.trait in alike
    ]
    return (
        tag("p", words("saving.again.lead"), "fit-muted") + bullets(lines)
        if lines
        else tag("p", words("saving.again.none"))
    )


def _before(sheet: AnswerSheet, known: Sequence[Attempt]) -> _Before | None:
    """The attempt before, scored with the version that it was answered with."""
    previous = None if sheet.stored is None else sheet.stored.row.previous
    for attempt in known:
        if attempt.row.id == previous:
            form, assessment = attempt.row.form, attempt.assessment
            result = score_one(assessment, form, known_answers(assessment, form, attempt.sheet))
            return _Before(assessment, result)
    return None
