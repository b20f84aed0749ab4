"""The files of what is taught: which are read, which are missing, and what the site gets of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from catalog.current import CurrentCatalog
from catalog.lessons.learning import PAGES
from catalog.load import load_content
from tests.catalog.small_site import SmallSite
from views.frame.addresses import ADDRESSES

CONTENT = Path("content")


def test_a_site_that_teaches_nothing_is_whole(site: SmallSite) -> None:
    assert load_content(CONTENT).learning is None
    Path("content/lessons/ja").mkdir(parents=True)
    assert load_content(CONTENT).learning is None


def test_everything_that_is_taught(learning_site: SmallSite) -> None:
    learning = load_content(CONTENT).learning
    assert learning is not None
    assert [lesson.id for lesson in learning.lessons] == ["sea", "shore"]
    sea = learning.lesson["sea"]
    assert (sea.title.in_language("en"), sea.minutes, sea.roles) == ("Knowing the sea", 3, ("sailor", "keeper"))
    assert sea.in_language("en") != sea.in_language("ja") == sea.in_language("xx")
    assert sea.facts == ("F001", "F002")
    questions = {question.kind: question for question in learning.quizzes["sea"].questions}
    assert [questions[kind].right for kind in ("single", "several", "order", "match", "role")] == [
        ("a",), ("a", "c"), ("a", "b"), (), ("sailor",),
    ]  # fmt: skip
    assert learning.contradiction["C01"].positions[0].article == "S0"
    assert learning.confusions[0].lesson == "sea"
    assert learning.comparison is not None
    assert [said.facts for said in learning.comparison.cell("purpose", "sailor")] == [("F001",)]
    assert learning.comparison.cell("purpose", "keeper") == ()
    assert learning.comparison.tools is not None
    assert learning.comparison.tools.rows[0].cells == {"sailor": "no", "keeper": "yes"}
    assert learning.glossary[0].also == {"ja": ("沖合",), "en": ("open sea",)}
    assert [option.good for option in learning.practice[0].steps[0].options] == [True, True, False]
    assert learning.interview is not None
    assert learning.interview.roles["sailor"].advert_words[0].means.in_language("en") == "Long trips."


def test_a_glossary_alone_is_enough(learning_site: SmallSite) -> None:
    for name in ("lessons/ja/sea.md", "lessons/ja/shore.md", "lessons/en/sea.md", "lessons/en/shore.md"):
        learning_site.remove(f"content/{name}")
    for name in ("checks/sea", "checks/shore", "confusions", "contradictions"):
        learning_site.remove(f"content/{name}.yaml")
    learning = load_content(CONTENT).learning
    assert learning is not None
    assert (learning.lessons, [term.id for term in learning.glossary]) == ((), ["offing"])


@pytest.mark.parametrize(("there", "missing"), [("ja", "en"), ("en", "ja")])
def test_a_missing_translation_is_said(learning_site: SmallSite, there: str, missing: str) -> None:
    learning_site.remove(f"content/lessons/{missing}/sea.md")
    assert learning_site.problems() == [
        f"content/lessons/{there}/sea.md:2:1: sea: the lesson sea is missing in {missing}. "
        "Write it in a file of the same name in that language's folder."
    ]


def test_a_lesson_without_checks_is_said(learning_site: SmallSite) -> None:
    learning_site.remove("content/checks/sea.yaml")
    assert learning_site.problems() == [
        "content/lessons/en/sea.md:2:1: sea: the lesson sea has no checks. Write checks/sea.yaml."
    ]


def test_a_contradiction_without_its_file_is_said(learning_site: SmallSite) -> None:
    learning_site.remove("content/contradictions.yaml")
    assert [said.partition(": sea: ")[2] for said in learning_site.problems()] == [
        "there is no contradiction C01. Use an id of contradictions.yaml."
    ] * 2


def test_stray_files_are_said(learning_site: SmallSite) -> None:
    learning_site.write("content/lessons/river.md", "x")
    learning_site.write("content/lessons/ja/river.markdown", "x")
    learning_site.write("content/checks/sea.yml", "x: 1\n")
    learning_site.write("content/lessons/ja/.hidden", "x")
    assert learning_site.problems() == [
        "content/checks/sea.yml:1:1: sea: no file here is called sea.yml. Did you mean sea.yaml?",
        "content/lessons/ja/river.markdown:1:1: river: no file here is called river.markdown. Did you mean river.md?",
        "content/lessons/river.md:1:1: river: river.md does not lie in a language's folder. "
        "Move it to a folder such as lessons/ja.",
    ]


def test_a_language_that_the_site_does_not_speak_is_said(learning_site: SmallSite) -> None:
    os.rename("content/lessons/en", "content/lessons/xx")
    said = learning_site.problems()
    unknown = "content/lessons/xx/sea.md:2:1: sea: the language xx is not one of this file's."
    assert any(line.startswith(unknown) for line in said)
    assert sum("is missing in en" in line for line in said) == 2


def test_lessons_in_another_language_are_left_aside(learning_site: SmallSite) -> None:
    shutil.copytree("content/lessons/en", "content/lessons/fr")
    assert learning_site.problems() == []


def test_a_lesson_that_cannot_be_opened_is_said(learning_site: SmallSite) -> None:
    learning_site.remove("content/lessons/ja/shore.md")
    Path("content/lessons/ja/shore.md").mkdir()
    assert learning_site.problems()[0].startswith("content/lessons/ja/shore.md:1:1: shore: the file cannot be opened.")


def test_the_hash_and_the_running_site_follow_a_lesson(learning_site: SmallSite) -> None:
    current = CurrentCatalog(Path("questions"), CONTENT, check_every=0)
    first = current.get().content
    learning_site.change("content/lessons/ja/sea.md", "海を知る", "海を広く知る")
    second = current.get().content
    assert first.files_hash != second.files_hash
    assert second.learning is not None
    assert second.learning.lesson["sea"].title.in_language("ja") == "海を広く知る"


def test_a_lesson_links_only_to_pages_that_exist() -> None:
    assert set(PAGES) <= {address.name for address in ADDRESSES}
