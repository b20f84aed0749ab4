"""The numbers that participants read are those that the command prints and the document holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scoring.group.attack import draw_pool
from scoring.group.command import SEED, gains
from scoring.group.played import played
from scoring.told.group import FEWEST
from tests.examples import in_proof
from tests.shipped import shipped_assessment

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "workshop-privacy.md"
PROMISED = 10.0


def test_nobody_gains_more_than_was_promised() -> None:
    told = played()
    assert [one.people for one in told.sizes] == sorted({one.people for one in told.sizes})
    assert (told.sizes[0].people, told.sizes[-1].people) == (FEWEST, 30)
    assert told.seed == SEED
    assert all(0 <= one.first <= one.most < PROMISED for one in told.sizes)


def test_they_are_of_the_questionnaire_as_it_is() -> None:
    assessment = shipped_assessment()
    assert (played().assessment, played().version) == (assessment.id, assessment.version)


def test_the_document_holds_the_same_numbers() -> None:
    rows = re.findall(r"^\|.*\|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    numbers = [[float(cell) for cell in re.findall(r"\+\d+\.\d", row)] for row in rows]
    assert [one.first for one in played().sizes] in numbers
    assert [one.most for one in played().sizes] in numbers


@pytest.mark.parametrize("trait", [in_proof(place) for place in range(14)])
def test_the_command_still_finds_them(trait: int) -> None:
    assessment, told = shipped_assessment(), played()
    pool = draw_pool(assessment, told.form, told.seed)
    for one in told.sizes[:2]:
        gained = gains(pool, trait, one.people, told.rooms, told.seed)
        assert 100 * gained["first"] <= one.first + 0.05
        assert 100 * max(gained.values()) <= one.most + 0.05
