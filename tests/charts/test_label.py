from __future__ import annotations

import pytest

from charts.label import author_lines, broken, cut, ems, markup, wrapped


def test_a_name_breaks_only_where_a_word_ends() -> None:
    assert author_lines("分析・戦略", 4, 8) == ("分析・", "戦略")
    assert author_lines("Long-term ties", 5.2, 8) == ("Long-term", "ties")
    assert author_lines("専門の深さ", 4, 8) == ("専門の深さ",)


def test_the_author_may_break_a_word_with_a_soft_hyphen() -> None:
    assert author_lines("Speciali\u00adzation", 5.2, 8) == ("Speciali-", "zation")
    assert author_lines("Speciali\u00adzation", 20, 20) == ("Specialization",)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert cut("とても長い特性の名前", 5) == "とても長…"
    assert author_lines("とても長い特性の名前", 4, 6) == ("とても長い…",)
    assert author_lines("a b c d", 0.5, 8) == ("a", "b", "c…")


def test_japanese_wraps_where_a_phrase_begins() -> None:
    assert wrapped("聞いて、話して、伝えたい", 10) == ("聞いて、話して、", "伝えたい")
    assert wrapped("頼まれたことに、確実に応えたい", 10) == ("頼まれたことに、", "確実に応えたい")
    assert wrapped("変化との付き合い方", 8) == ("変化との", "付き合い方")
    assert wrapped("厳しい場面の受け止め方", 9) == ("厳しい場面の", "受け止め方")


@pytest.mark.parametrize(
    "text",
    [
        "関係の長さを大切にして、一つずつ進めたい。",
        "カスタマーサクセスマネージャー補佐",
        "an averylongwordindeed of it",
    ],
)
@pytest.mark.parametrize("width", [4, 7, 12])
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: float) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(ems(line) <= width + 1 for line in lines)
    assert all(line == line.strip() for line in lines)


def test_names_are_text_not_markup() -> None:
    assert markup("<b>A</b> & B", "C") == "&lt;b&gt;A&lt;/b&gt; &amp; B<br>C"


@pytest.mark.parametrize("cluster", ["👩‍👩‍👧‍👦", "🇯🇵", "か\u309a", "r\u0303"])
def test_a_letter_and_what_belongs_to_it_are_never_parted(cluster: str) -> None:
    assert cut(cluster * 30, 20).removesuffix("…").replace(cluster, "") == ""
    lines = wrapped(cluster * 30, 8)
    assert "".join(lines) == cluster * 30
    assert {line.replace(cluster, "") for line in lines} == {""}


def test_a_word_too_long_for_its_line_is_broken_and_others_are_not() -> None:
    assert broken("a kindergartenlehrerin today", 8) == "a kindergartenleh\nrerin today"
    assert broken("a kindergartenlehrerin today", 30) == "a kindergartenlehrerin today"
    assert broken("カスタマーサクセスマネージャー補佐", 4) == "カスタマーサクセスマネージャー補佐"


def test_a_name_of_a_hundred_thousand_letters_is_cut_as_fast_as_it_is_read() -> None:
    assert cut("あ" * 100_000, 10) == "あ" * 9 + "…"
    assert cut("a" + "\u0301" * 100_000, 10).startswith("a\u0301")
