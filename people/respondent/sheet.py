"""The answers of the person at this screen, and where they stand in the questionnaire."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

from catalog.questionnaire.assessment import FULL, Assessment
from people.respondent.stored import Standing, StoredSheet
from scoring import HASTY_SECONDS, PageTime

ITEMS_A_SCREEN = 4
TASKS_A_SCREEN = 4
END = "end"
POSITION_LENGTH = 64


@dataclass
class AnswerSheet:
    """``answers``: scale point by item or task id, option id by scenario id. ``path``: the forms taken, in order.

    ``screen`` counts from 0; the number of screens stands for the last look. ``seconds`` are per screen (named by its
    first question), summed over visits; ``opened`` is the monotonic moment at which the present screen was first shown.
    ``stored``: the sheet in the store, None where it is taken without storing anything.
    """

    assessment: str
    path: tuple[str, ...] = ()
    answers: dict[str, int | str] = field(default_factory=dict)
    screen: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    opened: tuple[int, float] | None = None
    hasty: bool = False
    stored: StoredSheet | None = None

    @property
    def form(self) -> str | None:
        return self.path[-1] if self.path else None

    @property
    def standing(self) -> Standing:
        """What has become of the answers on their way to the store."""
        return "off" if self.stored is None else self.stored.standing


def screens(assessment: Assessment, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ids asked on each screen: a group of items, one scenario, or a group of tasks.

    A later form adds only what is new in it. Items and tasks never share a screen: their scales differ.
    """
    grouped: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for form in path:
        items, scenarios, tasks = (
            [one.id for one in asked if one.id not in seen]
            for asked in (assessment.form_items(form), assessment.form_scenarios(form), assessment.form_tasks(form))
        )
        grouped += _in_groups(items, ITEMS_A_SCREEN)
        grouped += [(scenario,) for scenario in scenarios]
        grouped += _in_groups(tasks, TASKS_A_SCREEN)
        seen.update(items, scenarios, tasks)
    return grouped


def _in_groups(ids: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(ids[i : i + size]) for i in range(0, len(ids), size)]


def take(assessment: Assessment, sheet: AnswerSheet, form: str) -> None:
    """Goes on with ``form``: at its first new screen, with everything answered so far."""
    before = len(screens(assessment, sheet.path))
    if form in sheet.path:
        sheet.path = sheet.path[: sheet.path.index(form) + 1]
    elif sheet.answers or not sheet.path:
        sheet.path = (*sheet.path, form)
    else:
        sheet.path, before = (form,), 0
    first_open = first_unanswered(assessment, sheet)
    sheet.screen = min(before, first_open if first_open is not None else len(screens(assessment, sheet.path)))


def first_unanswered(assessment: Assessment, sheet: AnswerSheet) -> int | None:
    """The screen with the first open question; None when everything is answered."""
    for number, ids in enumerate(screens(assessment, sheet.path)):
        if any(question not in sheet.answers for question in ids):
            return number
    return None


def known_answers(assessment: Assessment, form: str, sheet: AnswerSheet) -> dict[str, int | str]:
    """The sheet's answers that this version of the files has a place for, in the form's order."""
    known: dict[str, int | str] = {}
    for item in assessment.form_items(form):
        code = sheet.answers.get(item.id)
        if isinstance(code, int) and 1 <= code <= assessment.scale.points:
            known[item.id] = code
    for scenario in assessment.form_scenarios(form):
        chosen = sheet.answers.get(scenario.id)
        if any(option.id == chosen for option in scenario.options):
            known[scenario.id] = str(chosen)
    for task in assessment.form_tasks(form):
        rating = sheet.answers.get(task.id)
        if assessment.task_scale and isinstance(rating, int) and 1 <= rating <= assessment.task_scale.points:
            known[task.id] = rating
    return known


def scored_form(assessment: Assessment, sheet: AnswerSheet) -> str:
    """The form that a result speaks of: the last one taken, the whole one where none was chosen."""
    return sheet.form if sheet.form is not None and sheet.form in assessment.forms else FULL


def progress(assessment: Assessment, sheet: AnswerSheet) -> tuple[int, int, int]:
    """Questions answered, questions in all, and whole minutes left (0 when nothing is open)."""
    asked = [question for ids in screens(assessment, sheet.path) for question in ids]
    done = sum(question in sheet.answers for question in asked)
    minutes = assessment.forms[scored_form(assessment, sheet)].minutes
    return done, len(asked), math.ceil(minutes * (len(asked) - done) / max(len(asked), 1))


def open_screen(sheet: AnswerSheet) -> None:
    """Starts the clock of the present screen, once."""
    if sheet.opened is None or sheet.opened[0] != sheet.screen:
        sheet.opened = (sheet.screen, time.monotonic())


def leave_screen(assessment: Assessment, sheet: AnswerSheet, to: int) -> None:
    """Stops the clock and goes to another screen; remembers whether the one left behind went by too quickly."""
    asked = screens(assessment, sheet.path)
    sheet.hasty = False
    if sheet.opened is not None and sheet.opened[0] == sheet.screen and sheet.screen < len(asked):
        name = asked[sheet.screen][0]
        sheet.seconds[name] = sheet.seconds.get(name, 0.0) + time.monotonic() - sheet.opened[1]
        answered = sum(question in sheet.answers for question in asked[sheet.screen])
        sheet.hasty = to > sheet.screen and answered > 0 and sheet.seconds[name] < HASTY_SECONDS * answered
    sheet.opened = None
    sheet.screen = max(0, min(to, len(asked)))


def page_times(assessment: Assessment, sheet: AnswerSheet) -> tuple[PageTime, ...]:
    """The time of each screen that was left, with the number of its questions that are answered."""
    return tuple(
        PageTime(sheet.seconds[ids[0]], sum(question in sheet.answers for question in ids))
        for ids in screens(assessment, sheet.path)
        if ids[0] in sheet.seconds
    )


def position(assessment: Assessment, sheet: AnswerSheet) -> str:
    """Where the person stands, in a word that the store keeps: the forms taken, then the screen's first question."""
    asked = screens(assessment, sheet.path)
    at = asked[sheet.screen][0] if sheet.screen < len(asked) else END
    return f"{'.'.join(sheet.path)}:{at}"[:POSITION_LENGTH]


def stand_at(assessment: Assessment, sheet: AnswerSheet, place: str | None, form: str) -> None:
    """Goes back to a kept position; to the first open question where this version does not have it any more."""
    path, _, at = (place or "").partition(":")
    forms = tuple(one for one in path.split(".") if one in assessment.forms)
    sheet.path = forms or ((form,) if form in assessment.forms else ())
    asked = screens(assessment, sheet.path)
    known = {ids[0]: number for number, ids in enumerate(asked)} | {END: len(asked)}
    first_open = first_unanswered(assessment, sheet)
    sheet.screen = known.get(at, len(asked) if first_open is None else first_open)
