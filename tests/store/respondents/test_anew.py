"""Starting anew, and taking it back: what was answered in the meantime stands."""

from __future__ import annotations

import pytest

from store import Answer, SheetChanged, Store
from tests.store.moments import NOW
from tests.store.respondents.test_sheets import SCORES, begin


def test_starting_anew_deletes_the_open_sheet_and_keeps_the_finished_one(store: Store) -> None:
    token = begin(store)
    first = store.finish(token, SCORES)
    store.again(token)
    before = store.save(token, [Answer("q1", 4, NOW)]).sheet
    anew = store.start_anew(token)
    assert (anew.answers, anew.attempt, anew.previous) == ({}, 2, first.id)
    assert anew.id != before.id
    assert store.history(token) == (first, anew)


def test_an_empty_sheet_is_discarded_and_the_finished_one_is_the_newest_again(store: Store) -> None:
    token = begin(store)
    store.save(token, [Answer("q1", 1, NOW)])
    finished = store.finish(token, SCORES)
    empty = store.start_anew(token)
    store.discard(token, empty.id)
    assert store.history(token) == (finished,)
    for kept in (finished.id, empty.id, "0" * 32):
        with pytest.raises(SheetChanged):
            store.discard(token, kept)
    answered = store.again(token)
    store.save(token, [Answer("q1", 2, NOW)])
    with pytest.raises(SheetChanged):
        store.discard(token, answered.id)
    assert [sheet.id for sheet in store.history(token)] == [finished.id, answered.id]


def test_a_sheet_takes_the_place_of_an_empty_one_only_while_it_is_empty(store: Store) -> None:
    token = begin(store)
    store.save(token, [Answer("q1", 1, NOW)])
    empty = store.start_anew(token)
    second = store.start_anew(token, empty=empty.id)
    assert store.history(token) == (second,)
    with pytest.raises(SheetChanged):
        store.start_anew(token, empty=empty.id)
    store.save(token, [Answer("q1", 3, NOW)])
    with pytest.raises(SheetChanged):
        store.start_anew(token, empty=second.id)
    assert [(sheet.id, sheet.codes) for sheet in store.history(token)] == [(second.id, {"q1": 3})]
