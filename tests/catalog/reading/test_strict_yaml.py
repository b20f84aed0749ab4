"""What ``broken/strict_yaml.yaml`` breaks is said, with its place, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from catalog.reading.document import Document
from catalog.reading.mending import DEEPEST
from catalog.reading.strict_yaml import parse
from tests.catalog.small_site import SmallSite


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.break_as(broken)
    assert site.problems() == broken["says"]


def parsed(text: str | bytes) -> Document:
    return parse(text if isinstance(text, bytes) else text.encode("utf-8"), "x.yaml")


def said(text: str | bytes) -> list[str]:
    return [str(problem) for problem in parsed(text).problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"),
        ("=", "="),
        ("<<", "<<"),
        ("+", "+"),
        ("e5", "e5"),
        ("true", True),
        ("false", False),
        ("10", 10),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("-.5e1", -5.0),
        ('"007"', "007"),
        ("'null'", "null"),
    ],
)
def test_what_stands_there_is_what_is_read(written: str, read: object) -> None:
    document = parsed(f"a: {written}\n")
    assert document.problems == []
    assert document.value == {"a": read}
    assert type(document.value["a"]) is type(read)


def test_keys_are_words_whatever_they_look_like() -> None:
    assert parsed("no: 1\n5: 2\ntrue: 3\n").value == {"no": 1, "5": 2, "true": 3}


def test_a_merge_key_merges_nothing() -> None:
    assert parsed("a: {<<: {b: 1}}\n").value == {"a": {"<<": {"b": 1}}}


def test_places_count_from_one_and_in_characters() -> None:
    document = parsed("あ: {い: う, え: お}\r\nか: き\r\n")
    assert document.keys["あ", "え"] == (1, 11)
    assert document.values["あ", "え"] == (1, 14)
    assert document.keys[("か",)] == (2, 1)


def test_a_byte_order_mark_is_said_and_hides_nothing() -> None:
    assert said(b"\xef\xbb\xbfa: 1\na: 2\n") == [
        "x.yaml:1:1: x: the file starts with a byte order mark. Save it as UTF-8 without BOM.",
        "x.yaml:2:1: a: the key a stands here twice, first in line 1. Delete or rename one of them.",
    ]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("a: あ\nb: い\n".encode("cp932"), "x.yaml:1:4: x: the file is not UTF-8 from here on. Save it as UTF-8."),
        ("a: 1\nb: い\n".encode("euc-jp"), "x.yaml:2:4: x: the file is not UTF-8 from here on. Save it as UTF-8."),
        ("a: 1\n".encode("utf-16"), "x.yaml:1:1: x: the file is not UTF-8 from here on. Save it as UTF-8."),
    ],
)
def test_another_encoding_is_said_where_it_begins(data: bytes, line: str) -> None:
    assert said(data) == [line]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[yaml.Event]:
    """Every event that the reader takes from the parser: its work is so many steps, however fast the machine is."""
    taken: list[yaml.Event] = []
    real = yaml.parse

    def counted(*given: Any, **settings: Any) -> Iterator[yaml.Event]:
        for event in real(*given, **settings):
            taken.append(event)
            yield event

    monkeypatch.setattr(yaml, "parse", counted)
    return taken


def laughs(depth: int) -> str:
    """Lists of ten references each to the list before: 10 ** ``depth`` members, written in ``depth`` lines."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, depth)]
    return "\n".join(lines)


def test_a_billion_laughs_are_as_many_steps_as_they_are_words(steps: list[yaml.Event]) -> None:
    assert len(parsed(laughs(15)).problems) == 15 + 14 * 10
    of_half = len(steps)
    steps.clear()
    document = parsed(laughs(30))
    assert len(document.problems) == 30 + 29 * 10
    assert len(steps) < 2.1 * of_half
    assert len(steps) < 30 * 20


def test_a_file_of_brackets_ends_where_it_is_too_deep(steps: list[yaml.Event]) -> None:
    assert [problem.code for problem in parsed("[" * 200_000).problems] == ["too_deep"]
    assert len(steps) < 2 * DEEPEST


def test_the_pure_parser_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "a: 1\na: 2\n",
        "a: {b: [1, 2]\n",
        "a: @x\n",
        "a: b: c\n",
        "a: -\n",
        "a: 02\n",
        "a: *b\n",
        'a: "\\ud800"\n',
    ]
    fast = [[problem.code for problem in parsed(text).problems] for text in texts[:-1]]
    monkeypatch.setattr("catalog.reading.strict_yaml.LOADER", yaml.SafeLoader)
    assert [[problem.code for problem in parsed(text).problems] for text in texts[:-1]] == fast
    assert [problem.code for problem in parsed(texts[-1]).problems] == ["unseen_character"]
