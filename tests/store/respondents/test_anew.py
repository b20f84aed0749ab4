"""Starting anew, and taking it back: what was answered in the meantime stands."""

from __future__ import annotations

import pytest

from store import Answer, SheetChanged, Store
from tests.store.moments import NOW
from tests.store.respondents.test_sheets import SCORES, TAKEN, begin


def test_starting_anew_deletes_the_open_sheet_and_keeps_the_finished_one(store: Store) -> None:
    token = begin(store)
    first = store.sheets.finish(token, SCORES)
    store.sheets.again(token, TAKEN)
    before = store.sheets.save(token, [Answer("q1", 4, NOW)]).sheet
    anew = store.sheets.start_anew(token, TAKEN)
    assert (anew.answers, anew.attempt, anew.previous) == ({}, 2, first.id)
    assert anew.id != before.id
    assert store.sheets.history(token) == (first, anew)


def test_an_empty_sheet_is_discarded_and_the_finished_one_is_the_newest_again(store: Store) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 1, NOW)])
    finished = store.sheets.finish(token, SCORES)
    empty = store.sheets.start_anew(token, TAKEN)
    store.sheets.discard(token, empty.id)
    assert store.sheets.history(token) == (finished,)
    for kept in (finished.id, empty.id, "0" * 32):
        with pytest.raises(SheetChanged):
            store.sheets.discard(token, kept)
    answered = store.sheets.again(token, TAKEN)
    store.sheets.save(token, [Answer("q1", 2, NOW)])
    with pytest.raises(SheetChanged):
        store.sheets.discard(token, answered.id)
    assert [sheet.id for sheet in store.sheets.history(token)] == [finished.id, answered.id]


def test_a_sheet_takes_the_place_of_an_empty_one_only_while_it_is_empty(store: Store) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 1, NOW)])
    empty = store.sheets.start_anew(token, TAKEN)
    second = store.sheets.start_anew(token, TAKEN, empty=empty.id)
    assert store.sheets.history(token) == (second,)
    with pytest.raises(SheetChanged):
        store.sheets.start_anew(token, TAKEN, empty=empty.id)
    store.sheets.save(token, [Answer("q1", 3, NOW)])
    with pytest.raises(SheetChanged):
        store.sheets.start_anew(token, TAKEN, empty=second.id)
    assert [(sheet.id, sheet.codes) for sheet in store.sheets.history(token)] == [(second.id, {"q1": 3})]
