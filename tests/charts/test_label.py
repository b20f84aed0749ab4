from __future__ import annotations

import pytest

from charts.label import author_lines, cut, ems, markup, wrapped


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
