"""Any text in runs that paper can set: nothing torn, nothing lost without a mark, names of people unchanged."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from catalog.paper.fonts import BODY, EMOJI, LETTERS, PACKAGES, FontsMissing, font_folders, letters
from catalog.paper.runs import GETA, Run, as_set, clusters, is_plain, runs, unset

LETTERS_OF_ANY_KIND = st.text(st.characters(codec=None), max_size=40)
AS_THEY_ARE = {
    "old forms of name kanji": "髙﨑𠮷神\ufa19\ufa1b",
    "signs of Japanese character sets": "①㈱℡ﾊﾝｶｸ゛☆♪〒",
    "korean": "한국어",
    "greek and cyrillic": "Ωμεγα Жук",
    "ascii": "#let x = *b* _i_ $m$ <l> \\ `c`",
    "a variant of a kanji": "葛\U000e0100城 辻\U000e0101",
}


@pytest.mark.parametrize("text", AS_THEY_ARE.values(), ids=AS_THEY_ARE.keys())
def test_the_bodys_font_sets_what_it_holds(text: str) -> None:
    assert runs(text) == (Run(BODY, text),)
    assert unset(text) == ()


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("🌙", EMOJI),
        ("👩‍👩‍👧‍👦", EMOJI),
        ("👍🏽🧑🏿‍💻", EMOJI),
        ("🇯🇵🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", EMOJI),
        ("☕\ufe0f", EMOJI),
        ("1\ufe0f\u20e3", EMOJI),
        ("❤\ufe0f‍🔥", EMOJI),
        ("สวัสดี", "Noto Sans Thai"),
        ("مرحبا", "Noto Sans Arabic"),
        ("می\u200cخواهم", "Noto Sans Arabic"),
        ("שָׁלוֹם", "Noto Sans Hebrew"),
        ("क्षत्रिय", "Noto Sans Devanagari"),
        ("Łódź", LETTERS),
        ("r\u0303", LETTERS),
    ],
)
def test_what_it_does_not_hold_is_one_run_of_another(text: str, family: str) -> None:
    assert runs(f"山田{text}様") == (Run(BODY, "山田"), Run(family, text), Run(BODY, "様"))
    assert unset(text) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("か\u3099き\u3099", "がぎ"),
        ("か\u309a", "か\u309a"),
        ("e\u0301 e\u0302\u0301", "é ế"),
        ("a\x00b\x1b\x7f\x85c", "a b   c"),
        ("a\u2028b\u2029c", "a b c"),
        ("a\r\nb\nc\td", "a b\nc\td"),
        ("\ufeffa\ufeffb\u2060", "ab\u2060"),
        ("a\u180fb\u115fc", "abᅟc"),
    ],
)
def test_what_is_joined_and_what_becomes_a_space(text: str, shown: str) -> None:
    assert as_set(text) == shown
    assert as_set(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\ue000外字\U000f0000", f"{GETA}外字{GETA}"),
        ("\u0378", GETA),
        ("\ufdd0\ufffe\uffff\U0010ffff", GETA * 4),
        ("\ud800\udfff", GETA * 2),
        ("⠿ᏣᎳᎩ", GETA * 4),
        ("བོད", GETA * 2),
        ("\U0001fae9", GETA),
        ("\u2800", GETA),
    ],
)
def test_what_no_font_holds_is_a_geta_mark_for_each_character(text: str, shown: str) -> None:
    assert as_set(text) == shown
    assert as_set("".join(unset(text))).strip(GETA) == ""
    assert unset(text)


def test_a_geta_mark_that_somebody_wrote_is_none_of_ours() -> None:
    assert unset(f"{GETA}\ue000{GETA}\ue000\ue001") == ("\ue000", "\ue001")


def test_a_mark_without_a_font_that_holds_both_stays_seen() -> None:
    assert runs("A\u0e49") == (Run(BODY, "A"), Run("Noto Sans Thai", "\u0e49"))
    assert runs("\u0f72\u0301") == (Run(BODY, f"{GETA}\u0301"),)


@given(LETTERS_OF_ANY_KIND)
def test_any_text_is_set(text: str) -> None:
    pieces = runs(text)
    held = letters()
    for piece in pieces:
        for letter in piece.text:
            seen = not regex.match(r"[\p{Default_Ignorable_Code_Point}\n\t]", letter)
            assert not seen or ord(letter) in held[piece.family]
    shown = "".join(piece.text for piece in pieces)
    assert shown == as_set(text)
    shown.encode()
    assert all(one.family != other.family for one, other in pairwise(pieces))
    # Nothing that is seen vanishes: each cluster leaves something behind.
    for cluster in clusters(text):
        assert as_set(cluster) or regex.fullmatch(r"\p{Default_Ignorable_Code_Point}+", cluster)


@given(st.text(st.characters(codec=None), max_size=12))
def test_plain_texts_are_those_of_one_run_and_single_characters(text: str) -> None:
    if is_plain(text):
        assert all(len(cluster) == 1 for cluster in clusters(text))
        assert runs(text) in ((), (Run(BODY, text),))


def test_the_fonts_are_those_of_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(font_folders()) == len(PACKAGES)
    assert list(letters())[:2] == [BODY, LETTERS]
    assert ord(GETA) in letters()[BODY]
    monkeypatch.setattr("catalog.paper.fonts.PACKAGES", ("no_such_fonts",))
    with pytest.raises(FontsMissing, match=r"no_such_fonts.*requirements\.txt"):
        font_folders()
