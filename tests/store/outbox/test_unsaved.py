from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store import Answer, Edition, Scores, SheetChanged, SheetFinished, SheetGone, Store, StoreDown, UnsavedAnswers
from tests.store.moments import NOW, ROLES


def test_what_was_answered_while_the_store_was_down_is_written_when_it_is_back(
    file_place: str, opened: Callable[..., Store]
) -> None:
    store, blocker = opened(file_place, busy_seconds=0.1), opened(file_place)
    token, sheet = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    pending = UnsavedAnswers(token, sheet.id)
    with blocker.engine.connect() as lock:
        lock.exec_driver_sql("SELECT 1")
        lock.rollback()
        with lock.execution_options(fit_write=True).begin():
            for number in range(5):
                pending.add([Answer(f"q{number}", 3, NOW + number)], position=f"q{number}", moment=NOW + number)
                with pytest.raises(StoreDown):
                    pending.flush(store)
            assert pending.unsaved == 5
    pending.add([Answer("q0", 1, NOW - 1)], moment=NOW - 1, position="q9", language="en")
    saved = pending.flush(store)
    assert saved is not None
    assert (pending.unsaved, pending.flush(store)) == (0, None)
    assert saved.sheet == store.sheets.newest(token)
    assert saved.sheet.codes == {f"q{number}": 3 for number in range(5)}
    assert (saved.sheet.position, saved.sheet.language) == ("q4", "en")


def test_another_device_s_later_answer_stands_after_a_late_flush(store: Store) -> None:
    token, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    pending = UnsavedAnswers(token)
    pending.add([Answer("q1", 1, NOW)], moment=NOW, timings={"p1": 70})
    store.sheets.save(token, [Answer("q1", 5, NOW + 1)])
    saved = pending.flush(store)
    assert saved is not None
    assert saved.sheet.codes == {"q1": 5}
    assert saved.sheet.timings == {"p1": 70}


def test_nothing_is_forgotten_when_the_sheet_is_not_there_for_it(store: Store) -> None:
    token, sheet = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    pending = UnsavedAnswers(token, sheet.id)
    pending.add([Answer("q1", 1, NOW)], moment=NOW)
    store.sheets.finish(token, Scores("clear", "a", 1.0))
    with pytest.raises(SheetFinished):
        pending.flush(store)
    store.sheets.again(token, ROLES)
    with pytest.raises(SheetChanged):
        pending.flush(store)
    store.rights.forget(token)
    with pytest.raises(SheetGone):
        pending.flush(store)
    assert pending.unsaved == 1
    assert pending.answers == {"q1": Answer("q1", 1, NOW)}


def test_nothing_answered_is_nothing_to_write(tmp_path: Path, opened: Callable[..., Store]) -> None:
    store = opened(f"sqlite:///{tmp_path}/fit.db")
    token, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    assert UnsavedAnswers(token).flush(store) is None
