"""``python -m catalog coverage``: what is taught nowhere is said, and where the rest is taught is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.coverage import CitingPlace, coverage
from catalog.load import load_content
from tests.catalog.small_site import SmallSite

CONTENT = Path("content")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FIT_LANGUAGE", "en")


def test_all_is_taught(learning_site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 0
    assert capsys.readouterr().out == "2 of 2 facts, 1 of 1 contradictions\n"
    found = coverage(load_content(CONTENT))
    assert found.complete
    assert found.contradictions == {"C01": (CitingPlace("lesson", "sea"),)}
    assert found.facts["F002"] == (
        CitingPlace("lesson", "sea"),
        CitingPlace("lesson", "shore"),
        CitingPlace("comparison", "lamp"),
        CitingPlace("glossary", "offing"),
        CitingPlace("check", "sea"),
        CitingPlace("check", "shore"),
        CitingPlace("interview", "sailor"),
    )
    assert {place.kind for place in found.facts["F001"]} == {
        "lesson", "comparison", "check", "practice", "interview", "confusion",
    }  # fmt: skip
    assert {place.id for place in found.facts["F001"] if place.kind == "comparison"} == {"purpose", "sailor", "leaving"}


@pytest.mark.parametrize("kind", ["lesson", "glossary", "comparison"])
def test_a_fact_is_taught_by_any_of_three(
    learning_site: SmallSite, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    learning_site.change("content/facts.yaml", "facts:\n", "facts:\n" + fact("F003"))
    learning_site.change("content/practice.yaml", "facts: [F001]", "facts: [F001, F003]")
    assert main(["coverage", "content"]) == 1
    assert capsys.readouterr().out == "F003 is taught nowhere: The sea is cold.\n2 of 3 facts, 1 of 1 contradictions\n"
    if kind == "lesson":
        for language in ("ja", "en"):
            learning_site.change(f"content/lessons/{language}/shore.md", "{F002}", "{F002 F003}")
    else:
        learning_site.change(f"content/{kind}.yaml", "facts: [F002]", "facts: [F002, F003]")
    assert main(["coverage", "content"]) == 0


def test_a_contradiction_has_to_be_told(learning_site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("ja", "en"):
        learning_site.change(f"content/lessons/{language}/sea.md", ":::contradiction C01\n", ":::picture tools_grid\n")
    assert main(["coverage", "--language", "ja"]) == 1
    assert capsys.readouterr().out == (
        "C01 にどこでも触れていません: 海は広いのか\nファクト 2件中2件、食い違い 1件中0件\n"
    )


def test_a_site_that_teaches_nothing_covers_nothing(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 of 2 facts, 0 of 0 contradictions"


def test_problems_come_first(learning_site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    learning_site.change("content/glossary.yaml", "[F002]", "[F009]")
    assert main(["coverage"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "content/glossary.yaml:6:11: glossary.0.facts.0: there is no fact F009. Use an id of facts.yaml.",
        "Problems: 1",
    ]
    assert main(["coverage", "nowhere"]) == 2
    assert capsys.readouterr().err == "There is no folder nowhere.\n"


def fact(name: str) -> str:
    return f"  - id: {name}\n    text: {{ja: 海は冷たい。, en: The sea is cold.}}\n    articles: [S0]\n"
