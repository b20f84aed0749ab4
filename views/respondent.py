"""The answers of the person at this screen, and where they stand in the questionnaire."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

import streamlit as st

from catalog.assessment import FULL, Assessment
from scoring import PageTime

KEY = "answer_sheet"
ITEMS_A_SCREEN = 4
HASTY_SECONDS = 2.0


@dataclass
class AnswerSheet:
    """``answers``: scale point by item id, option id by scenario id. ``path``: the forms taken, in order.

    ``screen`` counts from 0; the number of screens stands for the last look. ``seconds`` are per screen, summed over
    visits; ``opened`` is the monotonic moment at which the present screen was first shown.
    """

    assessment: str
    path: tuple[str, ...] = ()
    answers: dict[str, int | str] = field(default_factory=dict)
    screen: int = 0
    seconds: dict[int, float] = field(default_factory=dict)
    opened: tuple[int, float] | None = None
    hasty: bool = False

    @property
    def form(self) -> str | None:
        return self.path[-1] if self.path else None


def answer_sheet(assessment: Assessment) -> AnswerSheet:
    """This visitor's sheet; a new one for another assessment."""
    sheet = st.session_state.get(KEY)
    if not isinstance(sheet, AnswerSheet) or sheet.assessment != assessment.id:
        sheet = AnswerSheet(assessment.id)
        st.session_state[KEY] = sheet
    return sheet


def forget(assessment: Assessment) -> None:
    """A new, empty sheet, and no widget that still shows an old answer."""
    st.session_state[KEY] = AnswerSheet(assessment.id)
    for key in [key for key in st.session_state if isinstance(key, str) and key.startswith("answer_to_")]:
        del st.session_state[key]


def screens(assessment: Assessment, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ids asked on each screen: a group of items, or one scenario. A later form adds only what is new in it."""
    grouped: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for form in path:
        items = [item.id for item in assessment.form_items(form) if item.id not in seen]
        grouped += [tuple(items[i : i + ITEMS_A_SCREEN]) for i in range(0, len(items), ITEMS_A_SCREEN)]
        scenarios = [scenario.id for scenario in assessment.form_scenarios(form) if scenario.id not in seen]
        grouped += [(scenario,) for scenario in scenarios]
        seen.update(items, scenarios)
    return grouped


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
    return known


def scored_form(assessment: Assessment, sheet: AnswerSheet) -> str:
    """The form that a result speaks of: the last one taken, the whole one where none was chosen."""
    return sheet.form if sheet.form in assessment.forms else FULL


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
        before = sheet.seconds.get(sheet.screen, 0.0)
        sheet.seconds[sheet.screen] = before + time.monotonic() - sheet.opened[1]
        answered = sum(question in sheet.answers for question in asked[sheet.screen])
        sheet.hasty = to > sheet.screen and answered > 0 and sheet.seconds[sheet.screen] < HASTY_SECONDS * answered
    sheet.opened = None
    sheet.screen = max(0, min(to, len(asked)))


def page_times(assessment: Assessment, sheet: AnswerSheet) -> tuple[PageTime, ...]:
    """The time of each screen that was left, with the number of its questions that are answered."""
    asked = screens(assessment, sheet.path)
    return tuple(
        PageTime(seconds, sum(question in sheet.answers for question in asked[number]))
        for number, seconds in sorted(sheet.seconds.items())
        if number < len(asked)
    )
