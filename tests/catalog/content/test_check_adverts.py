"""What ``broken/check_adverts.yaml`` breaks is said; content without the file has the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from catalog.load import load_content
from tests.catalog.small_site import SMALL, SmallSite


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.break_as(broken)
    assert site.problems() == broken["says"]


def test_where_nothing_is_shipped_either_there_is_nothing(site: SmallSite) -> None:
    site.remove("content/adverts.yaml")
    assert load_content(Path("content")).adverts is None


def test_content_without_it_has_the_shipped_one_without_facts_of_others(site: SmallSite) -> None:
    own = load_content(Path("content")).adverts
    site.remove("content/adverts.yaml")
    site.write("shipped/adverts.yaml", SMALL["content/adverts.yaml"].replace("facts: [F001]", "facts: [F001, F999]"))
    filled = load_content(Path("content")).adverts
    assert own is not None
    assert filled == own
    assert filled.signal["till"].facts == ("F001",)
