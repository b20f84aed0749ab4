"""Two attempts compared: what changed since the one before, beyond the error of the answers."""

from __future__ import annotations

from collections.abc import Sequence

from charts.number import score
from people.respondent.attempts import Attempt
from people.respondent.sheet import AnswerSheet, known_answers
from reports.told.headline import role_name
from scoring import score_one
from scoring.rule.result import Result
from scoring.told.change import changes
from views.frame.context import Site
from views.frame.markup import bullets, element, show, tag


def comparison(here: Site, sheet: AnswerSheet, result: Result, known: Sequence[Attempt]) -> None:
    """``known``: this person's finished attempts, among them the one before ``sheet``, if there is one."""
    before = _before(sheet, known)
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


def _before(sheet: AnswerSheet, known: Sequence[Attempt]) -> Result | None:
    """The result of the attempt before, scored with the version that it was answered with."""
    previous = None if sheet.stored is None else sheet.stored.row.previous
    for attempt in known:
        if attempt.row.id == previous:
            form, assessment = attempt.row.form, attempt.assessment
            return score_one(assessment, form, known_answers(assessment, form, attempt.sheet))
    return None
