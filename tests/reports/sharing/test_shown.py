"""What a page shows of a copy: number by number what the own page shows, digit by digit, for many people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest
import yaml

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.sharing.content import content_at
from reports.sharing.levels import LEVELS
from reports.sharing.shown import Shown, level_of, shown
from reports.told.headline import headline, warning
from reports.told.numbers import WHOLE, numbers
from scoring import score_one
from scoring.rule.result import Result
from tests.cases.conftest import FOLDERS, _assessment, answers_of
from tests.questions.test_people import ROWS, result_of
from tests.reports.results import ROOT, Told

ON = date(2026, 11, 28)
CASES = [
    case
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def both(result: Result, assessment: Assessment, spoken: Mapping[str, Words], words: Words) -> Shown:
    """Through JSON, as it lies in a database."""
    return shown(json.loads(json.dumps(content_at("traits", result, assessment, spoken, ON))), words)


def same_numbers(result: Result, assessment: Assessment, spoken: Mapping[str, Words], words: Words) -> None:
    own, page = numbers(result, assessment, words), both(result, assessment, spoken, words)
    assert page.verdict is not None
    assert page.traits is not None
    told = [*(role.fit for role in page.verdict.roles), *(trait.number for trait in page.traits)]
    told += [role.chance for role in page.verdict.roles if role.chance is not None]
    told += [gap.number for gap in page.verdict.differences]
    told += [page.verdict.foundation] if page.verdict.foundation else []
    assert all(own[one.measure, one.id] == one for one in told)
    of = {"foundation", "fit", "chance", "difference", "trait"}
    missing = {key for key, one in own.items() if key[0] in of and one.value is not None} - {
        (one.measure, one.id) for one in told
    }
    assert not missing, "every number of these kinds that the own page shows is in the copy"
    assert [role.fit.id for role in page.verdict.roles] == list(result.ranking)
    said = headline(result, assessment, words)
    assert (page.verdict.headline, page.verdict.further) == (said.sentence, said.further)
    caution = warning(result, assessment, words)
    assert page.verdict.warning[:1] == ((caution.sentence,) if caution else ())
    assert page.verdict.flags == tuple(words(f"result.quality.{flag}") for flag in result.flags)


@pytest.fixture(scope="module")
def spoken(content: Content) -> dict[str, Words]:
    return {language: content.words(language) for language in content.language_ids}


@pytest.mark.parametrize("person", ROWS, ids=[person["who"] for person in ROWS])
def test_a_made_up_persons_numbers(
    person: dict[str, str], assessment: Assessment, spoken: dict[str, Words], words: Words
) -> None:
    for form in ("full", "quick"):
        same_numbers(result_of(assessment, person, form), assessment, spoken, words)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_golden_cases_numbers(case: dict[str, object], spoken: dict[str, Words], ja: Words) -> None:
    assert case["assessment"] in FOLDERS
    taken, form = _assessment(str(case["assessment"])), str(case.get("form", "full"))
    answers = answers_of(taken, form, case["answers"])  # type: ignore[arg-type]
    same_numbers(score_one(taken, form, answers), taken, spoken, ja)


@pytest.mark.parametrize("kind", ["planner", "tie", "warning", "unscored", "empty", "one_role"])
def test_every_kind_of_result(
    kind: str, told: dict[str, Told], assessment: Assessment, spoken: dict[str, Words], words: Words
) -> None:
    same_numbers(told[kind].result, assessment, spoken, words)


def test_a_level_shows_its_part_and_no_more(
    told: dict[str, Told], assessment: Assessment, spoken: dict[str, Words], words: Words
) -> None:
    for level in LEVELS:
        copy = content_at(level, told["planner"].result, assessment, spoken, ON)
        page = shown(copy, words)
        assert level_of(copy) == page.level == level
        held = [part is not None for part in (page.questions, page.verdict, page.traits)]
        assert held == [LEVELS.index(level) >= at for at in (1, 2, 3)]
        assert (page.title, page.version) == (words.of(assessment.title), assessment.version)
        assert page.day == words("report.date", year=2026, month=11, day=28)


def test_a_difference_inside_its_interval_is_none(told: dict[str, Told], assessment: Assessment, ja: Words) -> None:
    page = both(told["planner"].result, assessment, {"ja": ja}, ja)
    assert page.verdict is not None
    for gap in page.verdict.differences:
        low, high = gap.number.low, gap.number.high
        assert low is not None
        assert high is not None
        assert gap.apart == (not low <= 0 <= high)


def test_a_copy_that_was_made_without_the_readers_language_is_read_in_its_own(
    told: dict[str, Told], assessment: Assessment, spoken: dict[str, Words]
) -> None:
    copy = content_at("traits", told["planner"].result, assessment, {"ja": spoken["ja"]}, ON)
    page = shown(copy, spoken["en"])
    assert page.title == spoken["ja"].of(assessment.title)
    assert page.verdict is not None
    assert page.verdict.headline == headline(told["planner"].result, assessment, spoken["ja"]).sentence
    assert page.verdict.foundation.id == WHOLE  # type: ignore[union-attr]
