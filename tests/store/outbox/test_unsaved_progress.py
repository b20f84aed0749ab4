from __future__ import annotations

from collections.abc import Callable

import pytest

from store import BadValue, SheetGone, Store, StoreDown, UnsavedProgress
from tests.store.moments import NOW


def test_what_was_learned_while_the_store_was_down_is_written_when_it_is_back(
    file_place: str, opened: Callable[..., Store]
) -> None:
    store, blocker = opened(file_place, busy_seconds=0.1), opened(file_place)
    token = store.devices.begin_visitor()
    pending = UnsavedProgress(token)
    with blocker.engine.connect() as lock:
        lock.exec_driver_sql("SELECT 1")
        lock.rollback()
        with lock.execution_options(fit_write=True).begin():
            for number in range(5):
                pending.add({f"k{number}": (number, NOW + number)})
                with pytest.raises(StoreDown):
                    pending.flush(store)
            assert pending.unsaved == 5
    pending.add({"k0": (9, NOW - 1)})
    expected = {f"k{number}": (number, NOW + number) for number in range(5)}
    assert pending.entries == pending.flush(store) == store.progress.entries(token) == expected
    assert (pending.unsaved, pending.flush(store)) == (0, None)


def test_another_device_s_later_entry_stands_after_a_late_flush(store: Store) -> None:
    token = store.devices.begin_visitor()
    pending = UnsavedProgress(token)
    pending.add({"a": (1, NOW), "b": (1, NOW)})
    store.progress.save(token, {"a": (5, NOW + 1)})
    assert pending.flush(store) == {"a": (5, NOW + 1), "b": (1, NOW)}
    assert pending.unsaved == 0


def test_nothing_is_forgotten_when_it_cannot_be_kept(store: Store) -> None:
    token = store.devices.begin_visitor()
    pending, malformed = UnsavedProgress(token), UnsavedProgress(token)
    pending.add({"a": (1, NOW)})
    malformed.add({"no key": (1, NOW)})
    with pytest.raises(BadValue):
        malformed.flush(store)
    store.rights.forget(token)
    with pytest.raises(SheetGone):
        pending.flush(store)
    assert (pending.entries, malformed.unsaved) == ({"a": (1, NOW)}, 1)


def test_what_comes_while_it_is_written_stays_for_the_next_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    token = store.devices.begin_visitor()
    pending = UnsavedProgress(token)
    pending.add({"a": (True, NOW), "b": (1, NOW)})
    write = store.progress.save

    def meanwhile(*given: object) -> object:
        # 1 outranks True though Python calls them equal, so it is not what was sent.
        pending.add({"a": (1, NOW), "c": (1, NOW)})
        return write(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(store.progress, "save", meanwhile)
    pending.flush(store)
    assert repr(pending.entries) == repr({"a": (1, NOW), "c": (1, NOW)})
    monkeypatch.undo()
    assert repr(pending.flush(store)) == repr({"a": (1, NOW), "b": (1, NOW), "c": (1, NOW)})
