"""A lesson's file: what it is read as, what is said where it is broken, and that nothing else is ever raised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.lessons.blocks import Block, all_spans, facts_of, plain_text
from catalog.lessons.lesson import LessonRead, parse_lesson
from catalog.load import load_catalog
from tests.catalog.small_learning import LEARNING, LESSON_JA
from tests.catalog.small_site import SmallSite, said_by
from tests.examples import examples

HEAD = "---\nid: x\n---\n"
PIECES = [
    "\n", "\n\n", "## ", "### ", "#", "- ", "  - ", "| ", "|", "|---|---|\n", ":::note\n", ":::\n", ":::",
    ":::picture ", ":::contradiction C01\n", "**", "*", "[", "](", "](lesson:sea)", ")", "{", "}", "{F001}",
    "{F001 F001}", "<", ">", "`", "\\", "\\|", "---\n", "\t", "\u3000", "\r", "\r\n", "!", "1. ", "海。", "か。",
    "\u200b", "\x00", "\ud800",
]  # fmt: skip
FEW = settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def body(text: str) -> LessonRead:
    return parse_lesson((HEAD + text).encode("utf-8", "surrogatepass"), "lessons/ja/x.md")


def blocks(text: str) -> tuple[Block, ...]:
    read = body(text)
    assert [str(problem) for problem in read.document.problems] == []
    return read.blocks


def test_the_broken_lesson_is_said(learning_site: SmallSite, broken: dict[str, Any]) -> None:
    learning_site.break_as(broken)
    assert learning_site.problems() == broken["says"]


def test_the_blocks_of_a_lesson() -> None:
    read = parse_lesson(LESSON_JA.encode(), "lessons/ja/sea.md")
    assert [block.kind for block in read.blocks] == [
        "paragraph", "heading", "paragraph", "list", "table", "picture", "paragraph", "contradiction", "heading",
        "note", "paragraph",
    ]  # fmt: skip
    assert facts_of(read.blocks) == ("F001", "F002")
    assert read.document.value == {
        "id": "sea",
        "order": 1,
        "title": "海を知る",
        "aim": "この課を読むと、海の広さが分かります。",
        "roles": ["sailor", "keeper"],
        "minutes": 3,
    }


def test_the_spans_of_a_line() -> None:
    (block,) = blocks(r"海は**広い**。[岸](lesson:shore)も\{見\}る \| 1\*2 {F001 F002}")
    (spans,) = all_spans((block,))
    assert [span.model_dump() for span in spans] == [
        {"kind": "text", "text": "海は"},
        {"kind": "strong", "text": "広い"},
        {"kind": "text", "text": "。"},
        {"kind": "link", "text": "岸", "to": "lesson", "target": "shore"},
        {"kind": "text", "text": "も{見}る | 1*2"},
        {"kind": "facts", "facts": ("F001", "F002")},
    ]
    assert plain_text(spans) == "海は広い。岸も{見}る | 1*2"


def test_a_line_break_is_a_space_where_words_have_spaces() -> None:
    (block,) = blocks("One line\nand the next.\n日本語の\n行。")
    assert plain_text(all_spans((block,))[0]) == "One line and the next.日本語の行。"


def test_line_ends_of_every_kind_are_the_same() -> None:
    text = LESSON_JA.encode()
    read = [parse_lesson(text.replace(b"\n", end), "sea.md") for end in (b"\n", b"\r\n", b"\r")]
    assert read[0].blocks == read[1].blocks == read[2].blocks
    assert read[0].found == read[1].found == read[2].found


def test_what_may_stand_without_facts() -> None:
    blocks(
        "先に一言。\n\n## 題\nどうですか?\n\nどうですか?\n\nどうですか。\n\n次のとおりです:\n\n次のとおりです:\n\n"
        "[次](lesson:x)へ。\n\n並べます。\n\n- 広い {F001}\n\n図です。\n:::picture journey\n"
        ":::note\n一言。\n- 一言\n:::\n表です。\n\n| 面 | 海 |\n|---|---|\n| 広さ | — |\n"
    )


def test_what_may_not_stand_without_facts() -> None:
    for text in (
        "広い。",
        "- 広い",
        "広い。{F001} 深い。",
        "| a | b |\n|---|---|\n| c | 広い |",
        "広い。\n:::note\n一言\n:::",
    ):
        problems = body(f"## 題\n{text}\n").document.problems
        assert [problem.code for problem in problems] == ["no_facts"], text


def test_a_lesson_of_another_encoding_is_said() -> None:
    assert [one.code for one in parse_lesson("海".encode("cp932"), "x.md").document.problems] == ["not_utf8"]
    assert [one.code for one in parse_lesson(b"\xef\xbb\xbf" + LESSON_JA.encode(), "x.md").document.problems] == [
        "byte_order_mark"
    ]


@settings(max_examples=examples(400), deadline=None)
@given(text=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join))
def test_any_body_is_read_or_said(text: str) -> None:
    read = body(text)
    assert read.blocks or read.document.problems
    lines = (HEAD + text).count("\n") + text.count("\r") + 1
    for problem in read.document.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.in_language("ja")


@settings(max_examples=examples(200), deadline=None)
@given(data=st.binary(max_size=80))
def test_any_bytes_are_read_or_said(data: bytes) -> None:
    assert parse_lesson(data, "x.md").document.problems


@FEW
@given(name=st.sampled_from(sorted(LEARNING)), data=st.data())
def test_mutated_learning_content_raises_nothing_else(learning_site: SmallSite, name: str, data: st.DataObject) -> None:
    text = LEARNING[name]
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(text)))
        end = min(len(text), begin + data.draw(st.integers(0, 30)))
        text = text[:begin] + data.draw(st.sampled_from([*PIECES, ": ", "null", "[]", "{}", "true", "x"])) + text[end:]
    learning_site.write(name, text.encode("utf-8", "surrogatepass"))
    said = said_by(lambda: load_catalog(Path("questions"), Path("content")))
    learning_site.write(name, LEARNING[name])
    assert said == [] or all(line.startswith(("content/", "questions/")) for line in said)
