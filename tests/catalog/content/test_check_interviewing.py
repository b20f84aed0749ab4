"""What ``broken/check_interviewing.yaml`` breaks is said; what an author's content lacks is the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from catalog.load import load_content
from tests.catalog.small_site import SMALL, SmallSite

FILES = ("core_questions.yaml", "fair_questions.yaml")


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.break_as(broken)
    assert site.problems() == broken["says"]


def test_where_nothing_is_shipped_either_there_is_nothing(site: SmallSite) -> None:
    for name in FILES:
        site.remove(f"content/{name}")
    bare = load_content(Path("content"))
    assert bare.core_questions == ()
    assert bare.fair_questions is None


def test_content_without_them_has_the_shipped_ones(site: SmallSite) -> None:
    own = load_content(Path("content"))
    for name in FILES:
        site.remove(f"content/{name}")
    shipped = SMALL["content/core_questions.yaml"].replace("id: work", "id: shipped")
    site.write("shipped/core_questions.yaml", shipped)
    site.write("shipped/fair_questions.yaml", SMALL["content/fair_questions.yaml"])
    filled = load_content(Path("content"))
    assert [one.id for one in filled.core_questions] == ["shipped"]
    assert filled.fair_questions == own.fair_questions
    assert [one.id for one in own.core_questions] == ["work"]
