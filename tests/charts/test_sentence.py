"""Every text of the charts has the same places in both languages, and lists read as the language lists."""

from __future__ import annotations

from string import Formatter

import pytest

from catalog.content.words import Words
from charts.sentence import listed, quoted, quoted_with_values


def test_both_languages_have_the_same_places(ja: Words) -> None:
    for key, held in ja._texts.items():
        places = {
            language: {place for _, place, _, _ in Formatter().parse(written) if place}
            for language, written in held.root.items()
        }
        assert set(places) == {"ja", "en"}, key
        assert places["ja"] == places["en"], key


@pytest.mark.parametrize(("names", "said"), [("A", "A"), ("AB", "AとB"), ("ABC", "A、B、C"), ("ABCD", "A、B、C、D")])
def test_names_in_a_sentence(ja: Words, names: str, said: str) -> None:
    assert listed(ja, list(names)) == said


@pytest.mark.parametrize(
    ("phrases", "ja", "en"),
    [("A", "「A」", "“A”"), ("AB", "「A」「B」", "“A” and “B”"), ("ABC", "「A」「B」「C」", "“A”, “B” and “C”")],
)
def test_phrases_stand_in_quotation_marks(words: Words, phrases: str, ja: str, en: str) -> None:
    assert quoted(words, list(phrases)) == (ja if words.language == "ja" else en)


def test_what_a_phrase_counts_stands_behind_it(words: Words) -> None:
    said = quoted_with_values(words, [("A", "+2"), ("B", "−1")])
    assert said == ("「A」（+2）「B」（−1）" if words.language == "ja" else "“A” (+2) and “B” (−1)")


def test_no_names_are_no_list(ja: Words) -> None:
    for made in (listed, quoted, quoted_with_values):
        with pytest.raises(ValueError, match="at least one"):
            made(ja, [])
