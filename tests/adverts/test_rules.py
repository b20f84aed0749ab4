"""The index of phrases is made once for each version of the file, and not again where other files were read anew."""

from __future__ import annotations

from adverts.rules import rules_of
from tests.shipped import shipped_content


def test_the_same_words_read_again_keep_their_index_and_others_get_their_own() -> None:
    adverts = shipped_content().adverts
    assert adverts is not None
    index = rules_of(adverts).index
    again = adverts.model_copy(deep=True)
    assert rules_of(again).adverts is again
    assert rules_of(again).index is index
    fewer = adverts.model_copy(update={"signals": adverts.signals[1:]})
    assert rules_of(fewer).index is not index
