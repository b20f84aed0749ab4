"""What ``broken/check_groups.yaml`` breaks is said, with its place, and nothing else."""

from __future__ import annotations

from typing import Any

from tests.catalog.small_site import SmallSite


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.break_as(broken)
    assert site.problems() == broken["says"]
