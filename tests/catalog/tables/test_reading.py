"""A table is read however it was saved and whatever its columns are called; what it leaves out is begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalog.tables.books import CALM, HEAD, book, imported, items

JAPANESE = [[*row[:4]] for row in CALM]


def separated(rows: list[list[object]], separator: str) -> str:
    return "".join(separator.join(map(str, row)) + "\r\n" for row in rows)


SAVED = {
    "UTF-8": separated([HEAD[:4], *JAPANESE], ",").encode(),
    "with a byte order mark": b"\xef\xbb\xbf" + separated([HEAD[:4], *JAPANESE], ",").encode(),
    "CP932": separated([HEAD[:4], *JAPANESE], ",").encode("cp932"),
    "semicolons": separated([HEAD[:4], *JAPANESE], ";").encode(),
    "as Excel's clipboard": separated([HEAD[:4], *JAPANESE], "\t").encode(),
    "as Excel's Unicode text": b"\xff\xfe" + separated([HEAD[:4], *JAPANESE], "\t").encode("utf-16-le"),
    "Excel's own first line": b"sep=;\r\n" + separated([HEAD[:4], *JAPANESE], ";").encode(),
    "a title above and empty rows": separated(
        [["わたしの診断"], [], HEAD[:4], [], JAPANESE[0], ["", ""], JAPANESE[1]], ","
    ).encode(),
    "a workbook whose sheet has no name": book({"Sheet1": [HEAD[:4], *JAPANESE]}),
}


@pytest.mark.parametrize("how", SAVED)
def test_it_is_read_as_it_was_saved(how: str, tmp_path: Path) -> None:
    done = imported(SAVED[how], tmp_path / "mine")
    assert [(item.id, item.keyed, item.text.in_language("ja")) for item in done.assessment.items] == [
        ("calm_1", "+", "落ち着いている。"),
        ("calm_2", "-", "あわてやすい。"),
    ]
    assert done.assessment.languages == ("ja",)
    assert any("CP932" in note.in_language("ja") for note in done.notes) == (how == "CP932")


@pytest.mark.parametrize(
    ("plus", "minus"),
    [
        ("+", "-"),
        ("＋", "－"),
        ("'+", "'-"),
        ("1", "-1"),
        ("１", "−1"),
        (1, -1),
        ("正", "逆転項目"),
        ("順", "R"),
        ("+", "ー"),
    ],
)
def test_keys_as_people_write_them(plus: object, minus: object, tmp_path: Path) -> None:
    rows = [[*CALM[0][:2], plus, *CALM[0][3:]], [*CALM[1][:2], minus, *CALM[1][3:]]]
    assert [item.keyed for item in imported(book(items(rows)), tmp_path / "mine").assessment.items] == ["+", "-"]


@pytest.mark.parametrize("mark", ["1", "○", "はい", "R", "*", "逆"])
def test_a_column_that_marks_the_reversed_ones(mark: str, tmp_path: Path) -> None:
    """1 means "-" there, and nothing means "+"; it is said how the column was read."""
    rows = [[*CALM[0][:2], "", *CALM[0][3:]], [*CALM[1][:2], mark, *CALM[1][3:]]]
    done = imported(book(items(rows, ["id", "特性", "逆転項目", "日本語", "英語"])), tmp_path / "mine")
    assert [item.keyed for item in done.assessment.items] == ["+", "-"]
    assert "「逆転項目」の列は" in done.notes[0].in_language("ja")


def test_numbers_and_names_become_ids(tmp_path: Path) -> None:
    """Items are numbered and traits named, as in a paper; every id that was made is said."""
    table = (
        "項目番号\t因子\t逆転項目\t質問文\n1\t誠実性\t\t片付ける。\n２\t誠実性\t○\t散らかす。\n3\t外向性\t\t話す。\n"
    )
    done = imported(table.encode(), tmp_path / "mine")
    made = done.assessment
    assert [(item.id, item.trait) for item in made.items] == [
        ("item_1", "trait_1"),
        ("item_2", "trait_1"),
        ("item_3", "trait_2"),
    ]
    assert [trait.name.in_language("ja") for trait in made.traits] == ["誠実性", "外向性"]
    assert [trait.balanced for trait in made.traits] == [True, False]
    said = "\n".join(note.in_language("ja") for note in done.notes)
    for words in ("item_1 のようにしました", "「誠実性」の id を trait_1", "「外向性」の質問は向きが同じものだけ"):
        assert words in said


def test_items_without_ids_are_numbered_by_trait(tmp_path: Path) -> None:
    table = "trait,keyed,en\ncalm,+,I am calm.\npace,-,I take time.\ncalm,-,I panic.\n"
    made = imported(table.encode(), tmp_path / "mine", "en").assessment
    assert [item.id for item in made.items] == ["calm_1", "pace_1", "calm_2"]
    assert made.languages == ("en",)


def test_what_a_table_leaves_out_is_begun_and_said(tmp_path: Path) -> None:
    done = imported(book(items(CALM)), tmp_path / "mine")
    made = done.assessment
    assert done.begun["assessment"] == ["id", "version", "rule", "title", "scale", "forms"]
    assert done.begun["traits"] == ["name", "about", "low", "high", "norm"]
    assert (made.id, made.rule, made.scale.points, made.forms["full"].minutes) == ("mine", 2, 5, 1)
    norm = made.traits[0].norm
    assert (norm.mean, norm.sd, norm.basis) == (50, 17, "assumed")
    # Spearman and Brown: two items of 0.30 each.
    assert norm.reliability == pytest.approx(2 * 0.3 / 1.3, abs=0.005)
    text = (tmp_path / "mine" / "traits.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 表になかったので、仮に書いたところがあります: name, about, low, high。")
    assert "# norm は仮の値です" in text


def test_all_sheets_are_read_and_refer_to_each_other_by_name(tmp_path: Path) -> None:
    sheets = {
        **items(
            [
                ["a_1", "落ち着き", "+", *CALM[0][3:]],
                ["a_2", "Calm", "-", *CALM[1][3:]],
                ["b_1", "pace", "+", "速い。", "Fast."],
                ["b_2", "pace", "-", "遅い。", "Slow."],
            ]
        ),
        "特性": [
            ["id", "名前（日本語）", "name en", "平均", "標準偏差", "低い側 日本語", "低い側 英語"],
            ["calm", "落ち着き", "Calm", "５５", "'12.5", "ゆれる", "Easily moved"],
            ["pace", "テンポ", "Pace", 50, 17, "ゆっくり", "Slow"],
        ],
        "職種": [["id", "名前 日本語", "名前 英語"], ["front", "フロント", "Front desk"], ["night", "夜勤", "Night"]],
        "重み": [
            ["職種", "特性", "重み", "根拠の種類", "理由 日本語", "理由 英語", "ファクト"],
            ["土台", "落ち着き", 1, None, "人前に立つ。", "In public.", None],
            ["フロント", "テンポ", "２", "direct", "待たせない。", "No waiting.", "F012、F013"],
            ["night", "pace", "－１", "mixed", "静か。", "Quiet.", None],
        ],
        "場面": [
            ["id", "選択肢", "日本語", "英語", "表す特性"],
            ["late", None, "遅れてきた。", "Somebody is late."],
            [None, "a", "待つ。", "I wait.", "テンポ：１、calm 5"],
            [None, "b", "始める。", "I begin.", "pace: 5, calm: 2"],
        ],
        "診断": [
            ["キー", "値", "日本語", "英語"],
            ["title", None, "宿の仕事", "Hotel work"],
            ["source", "Test, 2026"],
            ["licence", None, "自由", "Free"],
        ],
    }
    made = imported(book(sheets), tmp_path / "hotel").assessment
    assert [item.trait for item in made.items] == ["calm", "calm", "pace", "pace"]
    assert (made.trait["calm"].norm.mean, made.trait["calm"].norm.sd) == (55, 12.5)
    assert made.role["front"].weights["pace"].weight == 2
    assert made.role["front"].weights["pace"].facts == ("F012", "F013")
    assert made.role["night"].weights["pace"].weight == -1
    assert made.foundation["calm"].facts == ()
    assert [dict(one.shows) for one in made.scenarios[0].options] == [{"pace": 1, "calm": 5}, {"pace": 5, "calm": 2}]
    assert {name: text.root for name, text in made.origin.items()} == {
        "source": {"ja": "Test, 2026", "en": "Test, 2026"},
        "licence": {"ja": "自由", "en": "Free"},
    }


def test_commas_in_the_texts_do_not_hide_semicolons(tmp_path: Path) -> None:
    text = "静か, 平ら, 穏やか, なだらか, ゆったり, のどか。"
    rows = "".join(f"calm_{n};calm;{'+-'[n % 2]};{n}, {text}\n" for n in range(3))
    made = imported(f"id;特性;向き;日本語\n{rows}".encode(), tmp_path / "mine").assessment
    assert [item.text.in_language("ja") for item in made.items] == [f"{n}, {text}" for n in range(3)]
