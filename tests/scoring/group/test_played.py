"""The numbers that participants read are those of the document, and none is above what was promised."""

from __future__ import annotations

import re
from pathlib import Path

from scoring.group.command import ROOMS, SIZES
from scoring.group.played import played
from tests.shipped import shipped_assessment

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "workshop-privacy.md"
PROMISED = 10.0


def test_nobody_gains_more_than_was_promised() -> None:
    told = played()
    assert tuple(one.people for one in told.sizes) == tuple(SIZES)
    assert told.rooms == ROOMS
    assert all(0 <= one.first <= one.most < PROMISED for one in told.sizes)


def test_they_are_of_the_questionnaire_as_it_is() -> None:
    assessment = shipped_assessment()
    assert (played().assessment, played().version) == (assessment.id, assessment.version)


def test_the_document_holds_the_same_numbers() -> None:
    """test_documented.py holds the document against the command."""
    rows = re.findall(r"^\|.*\|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    numbers = [[float(cell) for cell in re.findall(r"\+\d+\.\d", row)] for row in rows]
    assert [one.first for one in played().sizes] in numbers, "run: python docs/attack.py"
    assert [one.most for one in played().sizes] in numbers, "run: python docs/attack.py"
