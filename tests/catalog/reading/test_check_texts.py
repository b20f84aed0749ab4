"""What ``broken/check_texts.yaml`` breaks is said, with its place, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalog.small_site import SmallSite


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.break_as(broken)
    assert site.problems() == broken["says"]


@pytest.mark.parametrize(
    ("file", "change", "into"),
    [
        ("content/site.yaml", "{id: ja, name: 日本語}", "id: ja\n    name: 日本語 #1"),
        ("content/glossary.yaml", "reading: おき", "reading: おき #1"),
        ("content/glossary.yaml", "[open sea]}", "[open sea #1\n    ]}"),
        ("content/lessons/ja/sea.md", "title: 海を知る", "title: 海を知る #1"),
        ("content/interface/start.yaml", "you: {ja: あなた, en: You}", "you:\n    ja: あなた #1\n    en: You"),
        ("content/facts.yaml", "mark: {ja: 記事A, en: Article A}", "mark:\n      ja: 記事A #1\n      en: Article A"),
    ],
)
def test_a_number_sign_cuts_no_text_of_any_file(learning_site: SmallSite, file: str, change: str, into: str) -> None:
    assert learning_site.problems() == []
    learning_site.change(file, change, into)
    said = learning_site.problems()
    assert len(said) == 1
    assert said[0].startswith(f"{file}:")
    assert "# begins a remark here and cuts off the text" in said[0]
