"""Snapshots of a simulated room, with answers to every kind of question."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from typing import Any

from catalog.content.content import Content
from people.trainer.choices import asked_of, counted
from scoring.group.picture import change, picture, tally
from store import PublicSnapshot
from tests.shipped import shipped_assessment, shipped_content

CONTENT, SHIPPED = shipped_content(), shipped_assessment()
AT, ON = datetime(2026, 11, 29, 5, 20, tzinfo=UTC), date(2026, 11, 29)
QUESTIONS = {one.id: one for quiz in CONTENT.learning.quizzes.values() for one in quiz.questions}


def rows(people: int, seed: int = 1) -> list[dict[str, Any]]:
    drawn = random.Random(seed)
    return [
        {f"{trait.id}_score": drawn.uniform(20, 90) for trait in SHIPPED.traits}
        | {"verdict": drawn.choice(["clear", "leaning", "close"])}
        for _ in range(people)
    ]


def of_traits(people: int = 12) -> PublicSnapshot:
    return PublicSnapshot("picture", "", people, picture(SHIPPED, rows(people)), AT)


def before_and_after(people: int = 12) -> PublicSnapshot:
    content = change(SHIPPED, rows(people), rows(people, 2))
    return PublicSnapshot("change", "", people, content, AT)


def of_check(about: str, people: int = 9, content: Content = CONTENT) -> PublicSnapshot:
    """Of a check by its id: everybody chose something else by turns."""
    check = content.workshops.check[about]
    if check.question is None:
        case = next(one for one in CONTENT.learning.practice if one.id == check.practice)
        options = [one.id for one in case.steps[(check.step or 1) - 1].options]
        told = {"kind": "single", "told": tally(options, [options[at % len(options)] for at in range(people)])}
        return PublicSnapshot("check", about, people, told, AT)
    question = QUESTIONS[check.question]
    return PublicSnapshot("check", about, people, counted(asked_of(question), choices(question, people)), AT)


def choices(question: Any, people: int) -> list[Any]:
    ids = [one.id for one in question.options]
    if question.kind == "several":
        return [sorted({ids[at % len(ids)], ids[0]}) for at in range(people)]
    if question.kind == "order":
        return [ids if at % 3 else ids[::-1] for at in range(people)]
    if question.kind == "match":
        places = [one.id for one in question.targets]
        return [{one: places[(at + place) % len(places)] for place, one in enumerate(ids)} for at in range(people)]
    return [ids[at % len(ids)] for at in range(people)]


def of_poll(people: int = 9) -> PublicSnapshot:
    poll = CONTENT.workshops.polls[0]
    options = [one.id for one in poll.options]
    told = tally(options, [options[at % 2] for at in range(people)])
    return PublicSnapshot("poll", poll.id, people, {"kind": "single", "told": told}, AT)


def everything() -> list[PublicSnapshot]:
    checks = [of_check(one.id) for one in CONTENT.workshops.checks]
    return [of_traits(), *checks, before_and_after(), of_poll()]
