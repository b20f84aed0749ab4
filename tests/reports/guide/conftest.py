"""Shared guides of made-up people, and the core questions that a campaign begins with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from catalog.content.content import Content
from catalog.questionnaire.assessment import Assessment
from reports.guide.choose import own_questions
from reports.guide.paper import Candidate
from reports.guide.told import as_shared
from tests.reports.results import Told

ON = date(2026, 11, 28)


@dataclass(frozen=True)
class Core:
    """A core question as a campaign keeps it."""

    ask: dict[str, str]
    low: dict[str, str] = field(default_factory=dict)
    high: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
def core(content: Content) -> list[Core]:
    return [Core(dict(one.ask.root), dict(one.low.root), dict(one.high.root)) for one in content.core_questions]


@pytest.fixture(scope="session")
def shared(told: dict[str, Told], assessment: Assessment) -> Callable[[str, str], Candidate]:
    """``shared(kind, name)``: what somebody with a result of that kind shared at the level of the guide."""

    def share(kind: str, name: str) -> Candidate:
        content: dict[str, Any] = {
            "v": 1,
            "assessment": {
                "id": assessment.id,
                "title": dict(assessment.title.root),
                "version": assessment.version,
                "date": "2026-11-20",
            },
            "guide": as_shared(own_questions(told[kind].result, assessment)),
        }
        return Candidate(name, content, ON)

    return share
