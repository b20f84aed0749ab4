"""What ``broken/check_learning.yaml`` breaks is said, with its place, and nothing else."""

from __future__ import annotations

from typing import Any

from tests.catalog.small_site import SmallSite


def test_the_broken_file_is_said(learning_site: SmallSite, broken: dict[str, Any]) -> None:
    learning_site.break_as(broken)
    assert learning_site.problems() == broken["says"]


def test_a_figure_counts_in_digits_of_any_width_and_written_out(learning_site: SmallSite) -> None:
    learning_site.change("content/facts.yaml", "海は深い。", "海は10倍深く、波は1、高い。")
    assert any("the figure 10 of F002 is not told" in said for said in learning_site.problems())
    for told in ("海は10倍", "海は10倍", "海は十倍"):
        learning_site.change("content/glossary.yaml", "岸から遠い海。", f"岸から遠い{told}。")
        assert learning_site.problems() == []
        learning_site.change("content/glossary.yaml", f"岸から遠い{told}。", "岸から遠い海。")
    learning_site.change("content/glossary.yaml", "岸から遠い海。", "岸から遠い110倍の海。")
    assert any("the figure 10 of F002 is not told" in said for said in learning_site.problems())


def test_without_a_comparison_nobody_can_tell_the_roles(learning_site: SmallSite) -> None:
    learning_site.remove("content/comparison.yaml")
    learning_site.change("content/practice.yaml", "[sailor]", "[anybody]")
    assert learning_site.problems() == []
