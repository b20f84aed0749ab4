"""The questionnaire that the site ships with, as its authors wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment

FOLDER = Path(__file__).resolve().parents[2] / "questions" / "customer_roles"


@pytest.fixture(scope="session")
def assessment() -> Assessment:
    return load_assessment(FOLDER)
