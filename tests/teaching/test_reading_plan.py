"""What to read next: from real results of the samples and from a made tie."""

from __future__ import annotations

from dataclasses import replace

from catalog.lessons.learning import Learning
from scoring import score_one
from scoring.rule.result import Result
from teaching.reading_plan import LESSONS, PASSAGES, facts_of_roles, facts_of_trait, lessons_on, reading_plan
from tests.shipped import shipped_assessment, shipped_content

CONTENT = shipped_content()
HELD = shipped_assessment()
LEARNING = CONTENT.learning or Learning()


def result() -> Result:
    sample = CONTENT.samples[0]
    return score_one(HELD, sample.form, dict(sample.answers), ())


def tied(first: str, second: str) -> Result:
    held = result()
    return replace(held, verdict=replace(held.verdict, kind="close", tied=(first, second), deciding=()))


def test_three_lessons_each_once() -> None:
    plan = reading_plan(result(), HELD, LEARNING)
    assert len(plan.lessons) == len(set(plan.lessons)) == LESSONS
    assert set(plan.lessons) <= set(LEARNING.lesson)
    best = result().ranking[0]
    assert best in LEARNING.lesson[plan.lessons[0]].roles


def test_a_tie_begins_with_the_two_closest_roles() -> None:
    roles = [role.id for role in HELD.roles]
    for first, second in ((roles[0], roles[1]), (roles[2], roles[1])):
        plan = reading_plan(tied(first, second), HELD, LEARNING)
        assert plan.compare == (first, second)
        assert {first, second} <= set(LEARNING.lesson[plan.lessons[0]].roles)
        assert len(LEARNING.lesson[plan.lessons[0]].roles) == 2


def test_every_trait_and_role_leads_to_lessons_that_cite_its_facts() -> None:
    for facts in (
        *(facts_of_trait(HELD, trait.id) for trait in HELD.traits),
        *(facts_of_roles(HELD, [role.id]) for role in HELD.roles),
    ):
        found = lessons_on(facts, LEARNING)
        assert 1 <= len(found) <= PASSAGES
        assert all(facts.intersection(LEARNING.lesson[lesson].facts) for lesson in found)


def test_nothing_is_named_where_nothing_is_taught() -> None:
    assert lessons_on({"F001"}, Learning()) == ()
    assert reading_plan(result(), HELD, Learning()).lessons == ()
