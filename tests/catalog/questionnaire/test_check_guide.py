"""What ``broken/check_guide.yaml`` breaks is said, with its place; a guide that leaves a trait out is noted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.__main__ import main
from catalog.load import load_assessment, load_catalog
from tests.catalog.small_site import SMALL, SmallSite

GUIDE = "questions/small/guide.yaml"
ONLY_CALM = SMALL[GUIDE].split("  bold:")[0]


def notes() -> list[str]:
    return [str(note) for note in load_catalog(Path("questions"), Path("content")).notes]


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.break_as(broken)
    assert site.problems() == broken["says"]


def test_a_trait_without_questions_is_noted_and_nothing_is_wrong(site: SmallSite) -> None:
    assert notes() == []
    site.write(GUIDE, ONLY_CALM)
    assert site.problems() == []
    assert notes() == [
        f"{GUIDE}:1:1: traits: no interview question for: bold. They are never asked about; the others are."
    ]
    guide = load_assessment(Path("questions/small")).guide
    assert guide is not None
    assert list(guide.traits) == ["calm"]


def test_an_assessment_without_a_guide_is_no_matter(site: SmallSite) -> None:
    site.remove(GUIDE)
    assert site.problems() == []
    assert notes() == []
    assert load_assessment(Path("questions/small")).guide is None


@pytest.mark.parametrize("folder", [[], ["questions"], ["questions/small"]])
def test_the_command_notes_it_wherever_it_is_run(
    site: SmallSite, folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    site.write(GUIDE, ONLY_CALM)
    assert main(["check", *folder, "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert said.count("no interview question for: bold") == 1
    assert "No problems." in said


def test_a_guide_belongs_to_the_files_that_a_sheet_is_begun_with(site: SmallSite) -> None:
    """As the words of a result do: a result opened later has the questions that it had."""
    whole = load_assessment(Path("questions/small")).files_hash
    site.write(GUIDE, ONLY_CALM)
    assert load_assessment(Path("questions/small")).files_hash != whole
