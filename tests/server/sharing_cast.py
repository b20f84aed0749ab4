"""Candidates with a mark in all that they answered, scored, wrote and shared, at each level and after each change."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reports.guide.choose import own_questions
from reports.sharing.content import content_at
from reports.sharing.levels import LEVELS, Level
from scoring.rule.result import Result
from store import Answer, Edition, Scores, Store, Token
from tests.views.organising.seeded import ON, SHIPPED, SPOKEN, result_of

EDITION = Edition(SHIPPED.id, SHIPPED.version, SHIPPED.files_hash, "full", "ja")
_numbers: Iterator[int] = itertools.count(71_234_567)


def mark() -> str:
    return f"mark{next(_numbers)}"


@dataclass
class Candidate:
    """``shown``: marks of what they share now; ``hidden``: of everything else, also of what they shared before."""

    store: Store
    token: Token
    participation: str
    sheet: str
    hidden: set[str]
    shown: set[str] = field(default_factory=set)

    def share(self, level: Level, named: bool = True, noted: bool = True) -> Candidate:
        self.hide()
        name, note = (mark() if given else "" for given in (named, noted))
        content, marks = marked_content(level)
        self.shown = {*marks, *filter(None, (name, note))}
        self.store.participations.share(
            self.token, self.participation, level, name=name, note=note, content=content, sheet=self.sheet
        )
        return self

    def withdraw(self) -> Candidate:
        self.store.participations.withdraw(self.token, self.participation)
        return self.hide()

    def leave(self) -> Candidate:
        """Everything of theirs is deleted."""
        self.store.rights.forget(self.token)
        return self.hide()

    def hide(self) -> Candidate:
        self.hidden |= self.shown
        self.shown = set()
        return self


CAST: dict[str, Callable[[Candidate], Candidate]] = {
    **{f"shares {level}": partial(Candidate.share, level=level) for level in LEVELS},
    "shares without a name": lambda one: one.share("fits", named=False),
    "shares without a note": lambda one: one.share("traits", noted=False),
    "shares more than before": lambda one: one.share("took_part").share("traits"),
    "shares less than before": lambda one: one.share("traits").share("guide"),
    "shares next to nothing any more": lambda one: one.share("traits").share("took_part", named=False, noted=False),
    "withdraws": lambda one: one.share("traits").withdraw(),
    "withdraws and shares again": lambda one: one.share("traits").withdraw().share("guide", named=False),
    "declines": lambda one: one,
    "leaves": lambda one: one.share("traits").leave(),
}


def begun(store: Store, link: str) -> Candidate:
    """Somebody who answered and finished: no answer and no score is ever shared by itself."""
    made = store.participations.begin(link, None, EDITION)
    assert made.token is not None
    assert made.sheet is not None
    answer, best, total, trait = mark(), mark(), next(_numbers) / 1000, next(_numbers) / 1000
    store.sheets.save(made.token, [Answer(next(iter(SHIPPED.items)).id, answer, store.now())])
    store.sheets.finish(made.token, Scores("clear", best, total, {"trait": trait}), sheet=made.sheet.id)
    return Candidate(store, made.token, made.participation, made.sheet.id, {answer, best, str(total), str(trait)})


def marked_content(level: Level) -> tuple[dict[str, Any], set[str]]:
    """A real copy at this level, with a mark in each of its parts, and the marks."""
    result: Result = result_of("planner")
    made = copy.deepcopy(content_at(level, result, SHIPPED, SPOKEN, ON, own_questions(result, SHIPPED)))
    texts: list[tuple[dict[str, Any], str]] = []
    if "guide" in made:
        texts += [(made["guide"]["own"][0]["ask"], language) for language in SPOKEN]
    if "told" in made:
        texts += [(made["told"][language], "headline") for language in SPOKEN]
    if "traits" in made:
        texts += [(made["traits"][0]["name"], language) for language in SPOKEN]
    marks = set()
    for place, key in texts:
        marks.add(one := mark())
        place[key] = f"{one} {place[key]}"
    return made, marks
