"""Full-width characters are ordinary Japanese in a text, and remarks are remarks: nothing is said of them."""

from __future__ import annotations

from typing import Any

from tests.catalog.small_site import SmallSite


def test_nothing_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.change(broken["file"], broken["change"], broken["into"])
    assert site.problems() == []
