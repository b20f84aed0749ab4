"""A problem's line, in the reader's language, and the sentences that it is made of."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

import catalog
from catalog.load import load_catalog
from catalog.reading.problem import DataProblems, Problem
from catalog.reading.wording import languages
from tests.catalog.small_site import SmallSite

ROOM = Path(catalog.__file__).parent
WORDING = yaml.safe_load((ROOM / "reading" / "wording.yaml").read_text(encoding="utf-8"))


def problem(line: int = 5) -> Problem:
    return Problem.of(
        "questions/x/items.yaml",
        line,
        5,
        "items.1.wieght",
        "unknown_key",
        todo="did_you_mean",
        values={"name": "wieght", "near": "weight"},
    )


def test_a_line_is_place_what_and_what_to_do() -> None:
    assert str(problem()) == "questions/x/items.yaml:5:5: items.1.wieght: unknown key. Did you mean weight?"
    assert (problem().what, problem().todo) == ("unknown key", "Did you mean weight?")


def test_a_line_is_said_in_every_language() -> None:
    assert problem().in_language("ja") == (
        "questions/x/items.yaml:5:5: items.1.wieght: ここでは使えないキーです。weight ではありませんか。"
    )
    assert problem().in_language("xx") == str(problem())
    plain = Problem("a.yaml", 1, 1, "a", "this is wrong", "Mend it.")
    assert str(plain) == plain.in_language("ja") == "a.yaml:1:1: a: this is wrong. Mend it."


def test_problems_are_sorted_and_each_is_said_once() -> None:
    found = DataProblems([problem(10), problem(9), problem(10)])
    assert [one.line for one in found.problems] == [9, 10]
    assert str(found).count("\n") == 1
    assert pickle.loads(pickle.dumps(found)).problems == found.problems


def test_a_part_of_a_sentence_is_said_in_the_same_language(site: SmallSite) -> None:
    site.change("questions/small/traits.yaml", "mean: 50", "mean: fifty")
    with pytest.raises(DataProblems) as found:
        load_catalog(Path("questions"), Path("content"))
    assert found.value.problems[0].in_language("ja") == (
        "questions/small/traits.yaml:6:16: traits.0.norm.mean: "
        "数値を書くところに、文字列があります。数値に直してください。"
    )


def test_every_sentence_exists_in_every_language_with_the_same_places() -> None:
    sentences = [
        *WORDING["phrases"].values(),
        *WORDING["advice"].values(),
        *WORDING["command"].values(),
        WORDING["stop"],
    ]
    sentences += [part for said in WORDING["problems"].values() for part in (said["what"], said["todo"])]
    for sentence in sentences:
        assert tuple(sentence) == languages()
        places = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in sentence.values()]
        assert all(one <= places[0] for one in places), sentence
        assert all(text.strip() for text in sentence.values())


def test_every_sentence_is_used_and_every_broken_file_is_said_by_one_of_them() -> None:
    """A problem that no test provokes would stand in the wording for nothing."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
    unused = [name for name in WORDING["problems"] if f'"{name}"' not in code]
    assert unused == []
    tests = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parents[1].rglob("*.*[ly]"))
    for name, said in WORDING["problems"].items():
        plain = re.split(r"\{\w+\}", said["what"]["en"])
        assert name in tests or max(plain, key=len).strip() in tests, name
