"""Every text of the charts has the same places in both languages, and lists read as the language lists."""

from __future__ import annotations

from string import Formatter

import pytest

from catalog.content.words import Words
from charts.sentence import listed


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


def test_no_names_are_no_list(ja: Words) -> None:
    with pytest.raises(ValueError, match="at least one name"):
        listed(ja, [])
