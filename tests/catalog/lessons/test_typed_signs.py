"""Look-alikes where a lesson's signs belong, and what nobody can see, are named; a text's own are left alone."""

from __future__ import annotations

import pytest

from catalog.lessons.blocks import Heading, List, Note, Table
from catalog.lessons.lesson import LessonRead, parse_lesson
from catalog.lessons.shapes import FOLDER_SHAPES
from catalog.reading.shape import check_shape

HEAD = "---\nid: a\norder: 1\ntitle: 題\naim: 目当て\nroles: []\nminutes: 4\n---\n## 見出し\n"
WIDE = "全角の「{}」があります。半角の「{}」にしてください。"
SPACE = "全角の空白(U+3000)があります。半角の空白にしてください。"


def read(body: str, head: str = HEAD) -> LessonRead:
    return parse_lesson((head + body).encode(), "lessons/ja/a.md")


def said(lesson: LessonRead) -> list[str]:
    return [problem.in_language("ja").removeprefix("lessons/ja/a.md:") for problem in lesson.document.problems]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("＃＃ 次\n文です。{F001}\n", ["10:1: a: " + WIDE.format("＃", "##")]),
        ("##　次\n文です。{F001}\n", ["10:3: a: " + SPACE]),
        ("文です。｛F001｝\n", ["10:5: a: " + WIDE.format("｛", "{"), "10:10: a: " + WIDE.format("｝", "}")]),
        ("文です。{F001　F002}\n", ["10:10: a: " + SPACE]),
        ("文です。{F001、F002}\n", ["10:10: a: 読点「、」があります。半角の空白にしてください。"]),
        ("文です。{Ｆ001}\n", ["10:6: a: " + WIDE.format("Ｆ", "F")]),
        ("－ 箇条 {F001}\n-　箇条 {F002}\n", ["10:1: a: " + WIDE.format("－", "-"), "11:2: a: " + SPACE]),
        (
            "：：：note\n文。\n:::\n",
            ["10:1: a: 全角のコロン「：」があります。半角の「:::」にしてください。"],
        ),
        (
            "｜ a | b ｜\n|---|---|\n| c | d {F001} |\n",
            ["10:1: a: " + WIDE.format("｜", "|"), "10:9: a: " + WIDE.format("｜", "|")],
        ),
        ("[課](lesson：tools)へ。\n", ["10:11: a: 全角のコロン「：」があります。半角の「:」にしてください。"]),
        ("[課]（page:roles）へ。\n", ["10:4: a: " + WIDE.format("（", "("), "10:15: a: " + WIDE.format("）", ")")]),
        (
            "＊＊強調＊＊です。{F001}\n",
            ["10:1: a: " + WIDE.format("＊＊", "**"), "10:5: a: " + WIDE.format("＊＊", "**")],
        ),
        ("文\u200bです。{F001}\n", ["10:2: a: 目に見えない文字があります: 幅のない空白(U+200B)。消してください。"]),
        (
            "か\u3099んばる。{F001}\n",
            ["10:1: a: 「が」が2つの文字(か と U+3099)に分かれています。1つの文字「が」に打ち直してください。"],
        ),
    ],
)
def test_a_look_alike_is_named_and_nothing_follows(body: str, says: list[str]) -> None:
    assert said(read(body)) == says


@pytest.mark.parametrize(
    "body",
    [
        "＃1 の（強み）：はい、［重要］、２個です。— そう {F001}\n",
        "・箇条：はい{F001}\n",
        "※＊印｛注｝、ＣＳ＃：{F001}\n",
        "全角　空白も：文の中なら {F001}\n",
        "- 全角のコロン：箇条の中 {F001}\n",
        "| 面：a | ［b］ |\n|---|---|\n| ＃c | －1度 {F001} |\n",
    ],
)
def test_texts_keep_their_full_width_characters(body: str) -> None:
    lesson = read(body)
    assert said(lesson) == []
    assert lesson.blocks


def test_what_was_meant_is_read() -> None:
    lesson = read("＃＃＃ 次\n－ 箇条 {F001}\n：：：note\n文。\n：：：\n｜ a ｜ b ｜\n|---|---|\n| c | d {F001} |\n")
    assert [type(block) for block in lesson.blocks] == [Heading, Heading, List, Note, Table]


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("－－－\nid: a\n---\n", ["1:1: a: " + WIDE.format("－－－", "---")]),
        ("---\nid: a\n———\n", ["3:1: a: ダッシュ「—」(U+2014)があります。半角の「---」にしてください。"]),
        ("---\nid：a\norder: 1\n---\n", ["2:3: a: 全角のコロン「：」があります。半角の「: 」にしてください。"]),
        ("---\nid: a\ntitle: 評価 #1 のものさし\n---\n", []),
    ],
)
def test_the_head_is_yaml_of_the_same_kind(head: str, says: list[str]) -> None:
    assert said(read("## 見出し\n文です。{F001}\n", head)) == says


def test_a_head_of_full_width_colons_alone_is_named_line_by_line() -> None:
    lesson = read("文です。{F001}\n", HEAD.replace(": ", "："))
    check_shape(lesson.document, FOLDER_SHAPES["lessons"])
    colon = "全角のコロン「：」があります。半角の「: 」にしてください。"
    columns = [3, 6, 6, 4, 6, 8]
    assert said(lesson) == [f"{line}:{column}: a: {colon}" for line, column in enumerate(columns, 2)]
