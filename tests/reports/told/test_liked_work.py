"""What a result says of the work that somebody would like to do, and of how that goes with the traits."""

from __future__ import annotations

import pytest

from catalog.content.words import Words
from charts.plan.why import LIKING as BAR
from charts.plan.why import plan_why
from reports.told.headline import headline
from reports.told.liked_work import liked_work
from reports.told.sections import chapters, liking, sections_of_result
from scoring import score_one
from scoring.rule.result import Result
from tests.scoring.told.test_halves import answers
from tests.shipped import shipped_assessment

LIKING = shipped_assessment("tests/fixtures/liking")
APART = {"host": 5, "runner": 2, "archivist": 1}


def scored(traits: dict[str, int], ratings: dict[str, int]) -> Result:
    return score_one(LIKING, "full", answers(LIKING, traits, ratings))


def said(result: Result, words: Words) -> tuple[str, ...]:
    told = liked_work(result, LIKING, words)
    assert told
    return told.sentences


def role(words: Words, name: str) -> str:
    return words.of(LIKING.role[name].name)


def test_halves_that_agree_are_one_sentence(words: Words) -> None:
    assert said(scored({"open": 5}, APART), words) == (words("result.liking.agree", role=role(words, "host")),)


@pytest.mark.parametrize(
    ("traits", "ratings", "halves", "worth"),
    [
        ({"open": 5}, {"host": 2, "runner": 5, "archivist": 3}, ("runner", "host"), "talk"),
        ({"open": 4, "brisk": 4}, {"host": 3, "runner": 3, "archivist": 3}, ("host", "runner"), "talk_slight"),
    ],
)
def test_halves_that_disagree_are_worth_a_talk(words: Words, traits, ratings, halves, worth) -> None:
    liked, fitting = (role(words, one) for one in halves)
    assert said(scored(traits, ratings), words) == (
        words("result.liking.disagree", first=liked, other=fitting),
        words(f"result.liking.{worth}"),
    )


def test_too_few_ratings_are_said_and_count_for_nothing(words: Words) -> None:
    result = scored({"open": 5}, {"host": 5, "runner": 2})
    assert said(result, words) == (words("result.liking.not_counted"),)
    plan = plan_why(result, LIKING, words, result.ranking[0])
    assert plan
    assert BAR not in {bar.part for bar in plan.bars}


@pytest.mark.parametrize("name", list(LIKING.role))
def test_the_bars_of_the_reasons_add_up_to_the_fit_with_the_one_of_liking(words: Words, name: str) -> None:
    result = scored({"open": 5, "deep": 2, "brisk": 4}, APART)
    plan, fit = plan_why(result, LIKING, words, name), result.roles[name].fit
    assert plan
    assert fit
    # Bars that would be shown as 0 are left out.
    assert sum(bar.points for bar in plan.bars) == pytest.approx(fit.value - 50, abs=0.05 * len(LIKING.traits))
    (bar,) = (one for one in plan.bars if one.part == BAR)
    assert words("charts.why.liking", value=bar.shown) in plan.sentence
    assert (bar.name, words("charts.part.liking"), "", bar.shown) in plan.table.rows


def test_tasks_are_named_that_were_liked_most_and_least(words: Words) -> None:
    told = liked_work(scored({}, APART), LIKING, words)
    assert told
    assert {task.role for task in told.most} == {"host"}
    assert {task.role for task in told.least} == {"archivist"}
    paper = liking(scored({}, APART), LIKING, words)
    assert paper
    assert all(words.of(task.text) in paper.statements[1].text for task in told.most)
    assert len(paper.statements) == 3


def test_a_clear_result_says_that_liking_parts_the_roles(words: Words) -> None:
    result = scored({}, {"host": 5, "runner": 1, "archivist": 1})
    assert result.verdict.kind in ("clear", "leaning")
    assert words("result.verdict.liking_parts") in headline(result, LIKING, words).further
    assert words("result.verdict.liking_parts") not in headline(scored({"open": 5}, {}), LIKING, words).further


def test_liking_that_speaks_for_the_second_role_is_a_reason_for_it(words: Words) -> None:
    result = scored({"open": 5, "deep": 2}, {"host": 3, "runner": 3, "archivist": 3})
    first, second, last = result.ranking
    for ratings, speaks in (({first: 3, second: 4, last: 3}, True), ({first: 4, second: 3, last: 3}, False)):
        rated = scored({"open": 5, "deep": 2}, ratings)
        assert rated.ranking[:2] == (first, second)
        told = next(one for one in sections_of_result(rated, LIKING, words) if one.key == "second")
        said_so = words("result.second.liking", first=role(words, first), role=role(words, second))
        assert (said_so in told.lead) is speaks


def test_without_ratings_there_is_no_chapter(words: Words) -> None:
    given, asked = answers(LIKING, {"open": 5}, APART), set(LIKING.form_questions("plain"))
    plain = score_one(LIKING, "plain", {name: answer for name, answer in given.items() if name in asked})
    for result in (scored({"open": 5}, {}), plain):
        assert liked_work(result, LIKING, words) is None
        assert liking(result, LIKING, words) is None
        assert chapters(result, LIKING, words) == ("result", "reasons", "use", "details")
    assert "liking" in chapters(scored({"open": 5}, APART), LIKING, words)


def test_without_a_role_in_front_only_details_are_left(words: Words) -> None:
    assert chapters(scored({}, {}), LIKING, words)
    assert chapters(score_one(LIKING, "full", {}), LIKING, words) == ()
    for one in (LIKING.items[0].id, LIKING.tasks[0].id):
        assert chapters(score_one(LIKING, "full", {one: 3}), LIKING, words) == ("details",)
