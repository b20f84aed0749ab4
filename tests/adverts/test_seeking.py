"""Short ways to seek words tell the same as the long ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adverts.folding import letter, letter_for_letter, letters_of, straightened
from adverts.layout import laid_out
from adverts.rules import rules_of
from adverts.words.letters import code, codes
from adverts.words.phrases import PhraseIndex
from adverts.words.sought_text import SoughtText
from tests.adverts.labelled import labelled
from tests.shipped import shipped_content

ADVERTS = [one for name in ("seen.yaml", "later.yaml") for one in labelled(Path(__file__).parent / name)[:6]]
TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("あがアガｱｶﾞﾟゝ㈱①Ａａ～ー　 \t\n😀"), max_size=40)


def test_behind_a_gap_the_expression_finds_what_trying_each_place_finds() -> None:
    rules = rules_of(shipped_content().adverts)
    tried = found = 0
    for advert in ADVERTS:
        text = SoughtText(laid_out(advert["text"], rules.headings).folded)
        for beginning, _, at in rules.index.make().standing_in(text):
            for phrase, following, tail, near, begins, by in beginning.over_gap:
                last = min(at + near, text.until[at])
                end = text.end(at, phrase, following)
                if tail:
                    tried += 1
                    found += end >= 0
                    assert text.end_over_gap(at, last, tail) == end
                if begins.isdisjoint(text.looked_at[by][at : last + 1]):
                    assert end == -1
    assert tried > 500
    assert found > 50


@given(TEXTS)
def test_letters_are_the_same_one_by_one_and_all_at_once(text: str) -> None:
    at_once, odd = letter_for_letter(text)
    assert len(at_once) == len(text)
    for place, character in enumerate(text):
        if place not in odd:
            assert at_once[place] == letter(character)
    if not odd:
        assert at_once == letters_of(text)[0]


@given(TEXTS)
def test_a_text_has_the_codes_of_its_letters_and_pairs(text: str) -> None:
    letters, pairs = codes(text)
    assert [*letters[: len(text)]] == [code(one) for one in text]
    assert [*pairs][: max(len(text) - 1, 0)] == [code(text[at : at + 2]) for at in range(len(text) - 1)]
    assert len(letters) > len(text)
    assert len(pairs) > len(text)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("call them out", True),
        ("call out", True),
        ("call" + " " * 30 + "out", True),
        ("call" + "-" * 30 + "out", True),
        ("call" + "-" * 31 + "out", False),
        ("call" + "-" * 30 + "outer", False),
        ("call them about", False),
        ("calling them out", False),
        ("recall them out", False),
        ("call them. out", False),
    ],
)
def test_a_gap_tears_no_word_and_reaches_so_far_and_no_further(text: str, stands: bool) -> None:
    index = PhraseIndex({})
    index.add("family", "owner", {"en": ["call…out"]})
    assert bool(index.hits(straightened(*letters_of(text), []))) is stands


@pytest.mark.parametrize(
    ("phrase", "marked"),
    [
        ("電話…", ["電話"]),
        ("…対応", ["対応"]),
        ("電話……対応", ["電話での対応"]),
        ("電話…[対応/]", ["電話での対応"]),
        ("電話…[受付/]", ["電話"]),
        ("[毎日/]…対応", ["対応"]),
        ("[電話/]…対応", ["電話での対応", "対応"]),
        ("[その場/]で[の/]対応", ["での対応"]),
        ("[受付/#]件", ["5件"]),
        ("[受付/]", []),
        ("…", []),
    ],
)
def test_what_may_be_left_out_leaves_no_gap_behind(phrase: str, marked: list[str]) -> None:
    index = PhraseIndex({})
    index.add("family", "owner", {"ja": [phrase]})
    folded = straightened(*letters_of("電話での対応、5件"), [])
    assert [folded.letters[hit.begin : hit.end] for hit in index.hits(folded).get("family", [])] == marked
