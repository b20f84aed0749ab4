"""What to read next after a result: chosen by the roles that lead and by the facts behind what decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.lessons.learning import Learning, Lesson
from catalog.questionnaire.assessment import Assessment
from scoring.rule.result import Result

LESSONS = 3
PASSAGES = 2
"""So many lessons are named for one trait or role: those that teach most of its facts."""


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """``compare`` holds the two closest roles where it is a tie and the comparison knows them, else nothing.

    ``lessons`` are ids, the first first; none where no lesson has to do with the assessment.
    """

    compare: tuple[str, ...]
    lessons: tuple[str, ...]


def reading_plan(result: Result, assessment: Assessment, learning: Learning) -> ReadingPlan:
    """Three lessons: on a tie first the one about the two closest roles, then by shared facts. Fewer if fewer exist."""
    verdict = result.verdict
    compared = {role.id for role in learning.comparison.roles} if learning.comparison else set()
    pair = verdict.tied[:2] if verdict.kind == "close" else ()
    roles = pair or ((result.leading,) if result.leading else result.ranking[:1])
    lessons = [lesson for lesson in learning.lessons if _concerns(lesson, assessment)]
    chosen: list[Lesson] = []
    if len(pair) == 2 and lessons:
        chosen.append(max(lessons, key=lambda lesson: (_alike(lesson.roles, pair), -lesson.order)))
    wanted = facts_of_roles(assessment, roles, verdict.deciding)
    rest = [lesson for lesson in lessons if lesson not in chosen]
    rest.sort(key=lambda lesson: (-_shared(lesson, wanted) * _alike(lesson.roles, roles), lesson.order))
    compare = tuple(pair) if compared.issuperset(pair) else ()
    return ReadingPlan(compare, tuple(lesson.id for lesson in (*chosen, *rest)[:LESSONS]))


def facts_of_roles(assessment: Assessment, roles: Iterable[str], traits: Iterable[str] = ()) -> frozenset[str]:
    """The facts that speak of ``roles`` and of what they ask of ``traits``; of all their traits where none is named."""
    only = frozenset(traits)
    found: set[str] = set()
    for name in roles:
        role = assessment.role[name]
        found.update(role.facts)
        for trait, weight in role.weights.items():
            if weight.weight and (not only or trait in only):
                found.update(weight.facts)
    return frozenset(found)


def facts_of_trait(assessment: Assessment, trait: str) -> frozenset[str]:
    """The facts behind every weight of ``trait``, the foundation's and the roles'."""
    found: set[str] = set()
    if trait in assessment.foundation:
        found.update(assessment.foundation[trait].facts)
    for role in assessment.roles:
        if trait in role.weights:
            found.update(role.weights[trait].facts)
    return frozenset(found)


def lessons_on(facts: Iterable[str], learning: Learning) -> tuple[str, ...]:
    """The lessons that teach most of ``facts``, at most two, best first; none where no lesson cites any."""
    wanted = frozenset(facts)
    citing = [lesson for lesson in learning.lessons if _shared(lesson, wanted)]
    citing.sort(key=lambda lesson: (-_shared(lesson, wanted), lesson.order))
    return tuple(lesson.id for lesson in citing[:PASSAGES])


def _concerns(lesson: Lesson, assessment: Assessment) -> bool:
    """Whether the lesson speaks of a role of this assessment, or teaches a fact that it rests on."""
    if not assessment.role.keys().isdisjoint(lesson.roles):
        return True
    traits = frozenset().union(*(facts_of_trait(assessment, trait.id) for trait in assessment.traits))
    return bool(_shared(lesson, traits | facts_of_roles(assessment, assessment.role)))


def _shared(lesson: Lesson, facts: frozenset[str]) -> int:
    return len(facts.intersection(lesson.facts))


def _alike(left: Iterable[str], right: Iterable[str]) -> float:
    """Jaccard's index of two sets of roles, 0 to 1."""
    one, two = set(left), set(right)
    return len(one & two) / len(one | two) if one | two else 0.0
