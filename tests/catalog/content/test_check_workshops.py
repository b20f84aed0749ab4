"""What ``broken/check_workshops.yaml`` breaks is said; what an author lacks is the shipped one, as far as it fits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from catalog.load import load_catalog, load_content
from tests.catalog.small_site import SMALL, SmallSite

FILE = "content/workshops.yaml"
CHECKS = """\
checks:
  - {id: wide, question: sea_q1, discuss: {ja: なぜ。, en: Why?}}
  - {id: storm, practice: fog, step: 1, discuss: {ja: なぜ。, en: Why?}}
polls:
"""


def test_the_broken_file_is_said(learning_site: SmallSite, broken: dict[str, Any]) -> None:
    learning_site.break_as(broken)
    assert learning_site.problems() == broken["says"]


def test_checks_of_lessons_and_practices_are_taken(learning_site: SmallSite) -> None:
    learning_site.change(FILE, "polls:\n", CHECKS)
    learning_site.change(FILE, "{kind: lobby, minutes: 2}", "{kind: check, minutes: 2, about: storm}")
    assert learning_site.problems() == []
    workshops = load_content(Path("content")).workshops
    assert workshops is not None
    assert workshops.agenda["short"].stages[0].about == "storm"
    assert (workshops.check["wide"].question, workshops.check["storm"].step) == ("sea_q1", 1)
    assert workshops.discussion["sea"].trait == "calm"
    assert workshops.poll["take"].options[1].id == "b"
    assert workshops.stages.of("wrap_up").what_to_say[0].in_language("en") == "Well."


def test_where_nothing_is_shipped_either_there_is_nothing(site: SmallSite) -> None:
    site.remove(FILE)
    assert load_content(Path("content")).workshops is None


def test_content_without_them_has_of_the_shipped_ones_what_it_can_answer(learning_site: SmallSite) -> None:
    shipped = SMALL[FILE].replace("polls:\n", CHECKS.replace("sea_q1", "their_q1"))
    shipped = shipped.replace("{kind: lobby, minutes: 2}", "{kind: check, minutes: 2, about: wide}")
    learning_site.write("shipped/workshops.yaml", shipped.replace("facts: [F001]", "facts: [F001, F099]"))
    learning_site.remove(FILE)
    assert learning_site.problems() == []
    workshops = load_content(Path("content")).workshops
    assert workshops is not None
    assert list(workshops.check) == ["storm"]
    assert [one.kind for one in workshops.agenda["short"].stages] == ["discussion", "wrap_up"]
    assert workshops.discussion["sea"].facts == ("F001",)


def test_questions_of_traits_that_nothing_measures_are_noted(site: SmallSite) -> None:
    site.change(FILE, "trait: calm", "trait: diligence")
    assert site.problems() == []
    notes = load_catalog(Path("questions"), Path("content")).notes
    assert [str(note) for note in notes] == [
        "content/workshops.yaml:11:12: discussions.0.trait: "
        "questions of traits that no assessment here measures are passed over (1). There is nothing to do."
    ]
