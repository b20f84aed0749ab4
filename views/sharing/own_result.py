"""The finished result of which somebody shares: the one that their own result page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog.questionnaire.assessment import Assessment
from people.candidate.sharing import Participation
from people.respondent.attempts import Attempt, finished_attempts
from people.respondent.sheet import known_answers, page_times
from reports.guide.choose import own_questions
from reports.sharing.content import Copy, content_at
from reports.sharing.levels import Level
from scoring import score_one
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.day import reader_day
from views.taking.session import answer_sheet


@dataclass(frozen=True, slots=True)
class OwnResult:
    """``sheet``: the id of the stored sheet. ``assessment``: in the version that it was answered with. ``newer``: a
    further attempt is begun and not finished.
    """

    sheet: str
    form: str
    assessment: Assessment
    result: Result
    day: date
    newer: bool

    def copy(self, here: Site, level: Level) -> Copy:
        """What would be shared of it at a level."""
        languages = {language: here.content.words(language) for language in here.content.language_ids}
        today = here.known.get(self.assessment.id, self.assessment)
        guide = own_questions(self.result, today)
        return content_at(level, self.result, self.assessment, languages, self.day, guide)


def own_result(here: Site, part: Participation) -> OwnResult | None:
    """None where nothing is finished, or nothing that belongs here. Raises StoreAway while nobody can look."""
    newest = here.known.get(part.campaign.assessment)
    if newest is None:
        return None
    known = finished_attempts(visitor().token, newest)
    if known is None:
        raise StoreAway
    open_sheet = answer_sheet(newest).stored
    newer = open_sheet is not None and not open_sheet.finished
    attempt = _shared_of(known, newest, newer)
    if attempt is None:
        return None
    assessment, sheet, form = attempt.assessment, attempt.sheet, attempt.row.form
    result = score_one(assessment, form, known_answers(assessment, form, sheet), page_times(assessment, sheet))
    return OwnResult(attempt.row.id, form, assessment, result, reader_day(attempt.row.finished), newer)


class StoreAway(Exception):
    """The store does not answer."""


def _shared_of(known: Sequence[Attempt], newest: Assessment, newer: bool) -> Attempt | None:
    """The last finished attempt. While a further one is being answered: only one of today's version."""
    fitting = [attempt for attempt in known if not newer or attempt.assessment.version == newest.version]
    return fitting[-1] if fitting else None
