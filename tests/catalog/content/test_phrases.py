"""How an editor's phrases are read: choices, gaps, edges of words, and what is no phrase."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from catalog.content.phrases import BadPhrase, folded, pattern


def holds(phrase: str, text: str, language: str = "en") -> bool:
    return regex.search(pattern(phrase, language), folded(text)[0]) is not None


@pytest.mark.parametrize(
    ("phrase", "language", "within", "without"),
    [
        ("your [father/mother]", "en", "Does your Mother work?", "Does your brother work?"),
        ("[ご/]結婚は", "ja", "結婚はまだですか", "結婚式の仕事"),
        ("which…read", "en", "Which newspapers do you read?", "Which one? I read it."),
        ("選挙…行き", "ja", "選挙には、行きましたか", "選挙の日は一日じゅう家にいてから、夜になって行きました"),
        ("age", "en", "your age?", "a manager's message"),
        ("a (b)", "en", "take a (b) then", "take a b then"),
        ("do not…ask", "en", "We do not ever ask", "We do nothing to ask"),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, language: str, within: str, without: str) -> None:
    assert holds(phrase, within, language)
    assert not holds(phrase, without, language)


@pytest.mark.parametrize("phrase", ["[a/b", "a]b", "[]", "[/]", "[a[b]c]", "…", "", " "])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        pattern(phrase, "ja")


@given(st.text(st.characters(exclude_characters="[]…", exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_any_plain_phrase_finds_itself(phrase: str) -> None:
    if phrase.strip():
        assert holds(phrase, phrase)


@given(st.text(max_size=30))
def test_every_folded_letter_has_its_place(text: str) -> None:
    plain, places = folded(text)
    assert len(places) == len(plain) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
