"""Learning progress: kept for a visitor or a respondent with sheets, merged, and the person's own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from store import Answer, BadValue, Edition, SheetGone, Store, Token
from tests.store.moments import DAY, NOW, Clock

TAKEN = Edition("roles", "1.0.0", "ab", "full", "ja")


def test_a_visitor_has_a_token_and_nothing_else(store: Store) -> None:
    token = store.begin_visitor()
    assert store.sheet(token) is None
    assert store.history(token) == ()
    assert store.progress(token) == store.save_progress(token, {}) == {}
    assert (store.stats().respondents, store.stats().sheets, store.stats().progress) == (1, {}, 0)


def test_a_token_opens_as_long_as_it_lives(store: Store, clock: Clock) -> None:
    visitor, (respondent, _) = store.begin_visitor(), store.begin("roles", "1.0.0", "ab", "full", "ja")
    assert store.opens(visitor)
    assert store.opens(respondent)
    assert not store.opens(store.resume_link(visitor))
    assert not store.opens(Token("x" * 43))
    store.forget(respondent)
    assert not store.opens(respondent)
    clock.now += 400 * DAY
    assert not store.opens(visitor)


def test_saved_progress_comes_back_with_types_and_moments(store: Store) -> None:
    token = store.begin_visitor()
    entries = {"lesson:tools": (True, NOW), "check:tools.1": (3, NOW + 1), "last-seen": ("見終えた", NOW + 2)}
    assert store.save_progress(token, entries) == entries
    kept = store.progress(token)
    assert kept == entries
    assert {key: type(value) for key, (value, _) in kept.items()} == {
        "lesson:tools": bool,
        "check:tools.1": int,
        "last-seen": str,
    }
    assert store.stats().progress == 1


def test_a_repeated_and_a_late_save_change_nothing(store: Store) -> None:
    token = store.begin_visitor()
    store.save_progress(token, {"a": (1, NOW), "b": (1, NOW)})
    after = store.save_progress(token, {"a": (2, NOW + 9)})
    assert after == {"a": (2, NOW + 9), "b": (1, NOW)}
    assert store.save_progress(token, {"a": (2, NOW + 9)}) == after
    assert store.save_progress(token, {"a": (5, NOW)}) == after
    assert store.save_progress(token, {}) == store.progress(token) == after


def test_true_and_one_are_two_values(store: Store) -> None:
    for entries in ([True, 1], [1, True]):
        token = store.begin_visitor()
        for value in entries:
            store.save_progress(token, {"a": (value, NOW)})
        assert repr(store.progress(token)) == repr({"a": (1, NOW)})


def test_two_devices_share_one_progress(store: Store) -> None:
    phone = store.begin_visitor()
    desk = store.exchange(store.resume_link(phone))
    store.save_progress(desk, {"a": (2, NOW + 20)})
    assert store.save_progress(phone, {"a": (1, NOW), "b": (True, NOW)}) == {"a": (2, NOW + 20), "b": (True, NOW)}
    assert store.progress(desk) == store.progress(phone)


def test_a_visitor_begins_a_sheet_later_and_keeps_the_progress(store: Store) -> None:
    token = store.begin_visitor()
    store.save_progress(token, {"a": (1, NOW)})
    with pytest.raises(SheetGone, match="no sheet"):
        store.save(token, [Answer("q1", 1, NOW)])
    sheet = store.begin_for(token, TAKEN)
    assert (sheet.attempt, sheet.previous, sheet.answers) == (1, None, {})
    assert store.save(token, [Answer("q1", 1, NOW)], sheet=sheet.id).sheet.codes == {"q1": 1}
    assert store.progress(token) == {"a": (1, NOW)}
    assert store.stats().respondents == 1


def test_a_respondent_with_a_sheet_learns_too(store: Store) -> None:
    token, sheet = store.begin("roles", "1.0.0", "ab", "full", "ja")
    store.save_progress(token, {"a": (1, NOW)})
    store.start_anew(token)
    assert store.progress(token) == {"a": (1, NOW)}
    assert store.sheet(token) != sheet


def test_whoever_may_not_read_sheets_may_not_read_progress(store: Store, clock: Clock) -> None:
    token = store.begin_visitor()
    link = store.resume_link(token, timedelta(minutes=1))
    for wrong in (link, Token("x" * 43), Token("")):
        with pytest.raises(SheetGone):
            store.progress(wrong)
        with pytest.raises(SheetGone):
            store.save_progress(wrong, {"a": (1, NOW)})
        with pytest.raises(SheetGone):
            store.begin_for(wrong, TAKEN)
    clock.now += 401 * DAY
    with pytest.raises(SheetGone):
        store.progress(token)


def test_a_device_that_only_learns_stays_as_long_as_it_is_used(store: Store, clock: Clock) -> None:
    token = store.begin_visitor()
    for _ in range(3):
        clock.now += 300 * DAY
        store.save_progress(token, {"a": (1, clock.now)})
        store.purge()
    assert store.progress(token) == {"a": (1, clock.now)}


def test_forgetting_takes_the_progress_and_proves_it(store: Store) -> None:
    token, other = store.begin_visitor(), store.begin_visitor()
    store.save_progress(token, {"a": (1, NOW), "b": (2, NOW)})
    store.save_progress(other, {"a": (1, NOW)})
    proof = store.forget(token)
    assert (proof.sheets, proof.answers, proof.tokens, proof.entries, proof.remaining) == (0, 0, 1, 2, 0)
    with pytest.raises(SheetGone):
        store.progress(token)
    assert store.progress(other) == {"a": (1, NOW)}
    assert (store.stats().progress, store.stats().respondents) == (1, 1)


def test_leaving_the_only_device_takes_the_progress_and_another_one_keeps_it(store: Store, clock: Clock) -> None:
    alone, phone = store.begin_visitor(), store.begin_visitor()
    desk = store.exchange(store.resume_link(phone))
    for token in (alone, phone):
        store.save_progress(token, {"a": (1, NOW)})
    assert store.leave(phone).back is None
    assert store.progress(desk) == {"a": (1, NOW)}
    assert store.leave(alone).back is not None
    clock.now += 60_000
    store.purge()
    assert (store.stats().progress, store.stats().respondents) == (1, 1)


def test_the_download_holds_the_progress(store: Store) -> None:
    token = store.begin_visitor()
    assert store.export(token)["progress"] is None
    store.save_progress(token, {"a": (True, NOW)})
    told = store.export(token)
    moment = "2030-03-17T17:46:40+00:00"
    assert told["progress"] == {"updated": moment, "entries": {"a": {"value": True, "set": moment}}}
    assert told["sheets"] == []
    assert token.secret not in repr(told)


@pytest.mark.parametrize("key", ["", "A", "a b", "a" * 81, "あ", "a'; --", "a\n", 1, None])
def test_a_malformed_key_is_refused_whole(store: Store, key: Any) -> None:
    refused(store, {"good": (1, NOW), key: (1, NOW)})


@pytest.mark.parametrize(
    "entry",
    [
        (None, NOW),
        (1.5, NOW),
        (float("nan"), NOW),
        ("x" * 41, NOW),
        ("a\x00", NOW),
        ("a\n", NOW),
        ("\ud800", NOW),
        ([1], NOW),
        (2**53 + 1, NOW),
        (-(2**53) - 1, NOW),
        (1, NOW + 2 * DAY),
        (1, -1),
        (1, True),
        (1, 1.0),
        (1,),
        (1, NOW, 2),
        1,
        [1, NOW],
    ],
)
def test_a_malformed_entry_is_refused_whole(store: Store, entry: Any) -> None:
    refused(store, {"good": (1, NOW), "a": entry})


def refused(store: Store, entries: dict[Any, Any]) -> None:
    token = store.begin_visitor()
    with pytest.raises(BadValue) as error:
        store.save_progress(token, entries)
    assert "--" not in str(error.value)
    assert store.progress(token) == {}


def test_the_widest_that_is_allowed_comes_back(store: Store) -> None:
    token = store.begin_visitor()
    key = "abc_.:-09" * 8 + "x" * 8
    entries = {f"{number}{key[len(str(number)) :]}": ("𠮷" * 40, NOW) for number in range(1998)}
    entries |= {"most": (2**53, NOW), "least": (-(2**53), NOW)}
    assert {len(name) for name in entries} == {80, 4, 5}
    assert store.save_progress(token, entries) == store.progress(token) == entries
    with pytest.raises(BadValue, match="at most 2000"):
        store.save_progress(token, {"one.more": (1, NOW)})
    with pytest.raises(BadValue, match="at most 2000"):
        store.save_progress(store.begin_visitor(), entries | {"one.more": (1, NOW)})
    assert store.progress(token) == entries
    assert store.save_progress(token, {"most": ("", NOW + 1)})["most"] == ("", NOW + 1)


def test_many_threads_on_one_progress_lose_nothing(place: str, opened: Callable[..., Store]) -> None:
    stores = [opened(place), opened(place)]
    token = stores[0].begin_visitor()
    failed: list[BaseException] = []

    def learn(device: int) -> None:
        try:
            for number in range(10):
                stores[device % 2].save_progress(token, {f"k{device}.{number}": (number, NOW), "all": (device, NOW)})
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=learn, args=(device,)) for device in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    kept = stores[0].progress(token)
    assert len(kept) == 81
    assert kept["all"] == (7, NOW)
