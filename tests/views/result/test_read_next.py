"""From a result to the lessons: every role and trait leads to lessons that exist."""

from __future__ import annotations

import re

import pytest

from tests.shipped import shipped_content
from tests.views.pages import assessment
from views.frame.context import Site
from views.result.read_next import explained


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_role_and_trait_links_to_its_lessons(language: str) -> None:
    content, held = shipped_content(), assessment()
    here = Site({held.id: held}, content, content.words(language), language, "light")
    shown = explained(here)
    rows = re.findall(r"<li>.*?</li>", shown)
    assert len(rows) == len(held.roles) + len(held.traits)
    assert content.learning is not None
    for row, part in zip(rows, (*held.roles, *held.traits), strict=True):
        assert part.name.in_language(language) in row
        lessons = re.findall(r'href="/lesson\?(?:lang=\w+&amp;)?id=(\w+)"', row)
        assert lessons
        assert set(lessons) <= set(content.learning.lesson)
