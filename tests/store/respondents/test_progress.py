"""Learning progress: kept for a visitor or a respondent with sheets, merged, and the person's own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from store import Answer, BadValue, Edition, SheetGone, Store, Token
from store.operating.purge import purge
from store.operating.stats import stats
from tests.store.moments import DAY, NOW, Clock

TAKEN = Edition("roles", "1.0.0", "ab", "full", "ja")


def test_a_visitor_has_a_token_and_nothing_else(store: Store) -> None:
    token = store.devices.begin_visitor()
    assert store.sheets.newest(token) is None
    assert store.sheets.history(token) == ()
    assert store.progress.entries(token) == store.progress.save(token, {}) == {}
    assert (stats(store).rows["respondents"], stats(store).sheets, stats(store).rows["progress"]) == (1, {}, 0)


def test_a_token_opens_as_long_as_it_lives(store: Store, clock: Clock) -> None:
    visitor, (respondent, _) = (
        store.devices.begin_visitor(),
        store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja")),
    )
    assert store.devices.opens(visitor)
    assert store.devices.opens(respondent)
    assert not store.devices.opens(store.devices.make_link(visitor))
    assert not store.devices.opens(Token("x" * 43))
    store.rights.forget(respondent)
    assert not store.devices.opens(respondent)
    clock.now += 400 * DAY
    assert not store.devices.opens(visitor)


def test_saved_progress_comes_back_with_types_and_moments(store: Store) -> None:
    token = store.devices.begin_visitor()
    entries = {"lesson:tools": (True, NOW), "check:tools.1": (3, NOW + 1), "last-seen": ("見終えた", NOW + 2)}
    assert store.progress.save(token, entries) == entries
    kept = store.progress.entries(token)
    assert kept == entries
    assert {key: type(value) for key, (value, _) in kept.items()} == {
        "lesson:tools": bool,
        "check:tools.1": int,
        "last-seen": str,
    }
    assert stats(store).rows["progress"] == 1


def test_a_repeated_and_a_late_save_change_nothing(store: Store) -> None:
    token = store.devices.begin_visitor()
    store.progress.save(token, {"a": (1, NOW), "b": (1, NOW)})
    after = store.progress.save(token, {"a": (2, NOW + 9)})
    assert after == {"a": (2, NOW + 9), "b": (1, NOW)}
    assert store.progress.save(token, {"a": (2, NOW + 9)}) == after
    assert store.progress.save(token, {"a": (5, NOW)}) == after
    assert store.progress.save(token, {}) == store.progress.entries(token) == after


def test_true_and_one_are_two_values(store: Store) -> None:
    for entries in ([True, 1], [1, True]):
        token = store.devices.begin_visitor()
        for value in entries:
            store.progress.save(token, {"a": (value, NOW)})
        assert repr(store.progress.entries(token)) == repr({"a": (1, NOW)})


def test_two_devices_share_one_progress(store: Store) -> None:
    phone = store.devices.begin_visitor()
    desk = store.devices.exchange(store.devices.make_link(phone))
    store.progress.save(desk, {"a": (2, NOW + 20)})
    assert store.progress.save(phone, {"a": (1, NOW), "b": (True, NOW)}) == {"a": (2, NOW + 20), "b": (True, NOW)}
    assert store.progress.entries(desk) == store.progress.entries(phone)


def test_a_visitor_begins_a_sheet_later_and_keeps_the_progress(store: Store) -> None:
    token = store.devices.begin_visitor()
    store.progress.save(token, {"a": (1, NOW)})
    with pytest.raises(SheetGone, match="no sheet"):
        store.sheets.save(token, [Answer("q1", 1, NOW)])
    sheet = store.sheets.begin_for(token, TAKEN)
    assert (sheet.attempt, sheet.previous, sheet.answers) == (1, None, {})
    assert store.sheets.save(token, [Answer("q1", 1, NOW)], sheet=sheet.id).sheet.codes == {"q1": 1}
    assert store.progress.entries(token) == {"a": (1, NOW)}
    assert stats(store).rows["respondents"] == 1


def test_a_respondent_with_a_sheet_learns_too(store: Store) -> None:
    token, sheet = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    store.progress.save(token, {"a": (1, NOW)})
    store.sheets.start_anew(token, TAKEN)
    assert store.progress.entries(token) == {"a": (1, NOW)}
    assert store.sheets.newest(token) != sheet


def test_whoever_may_not_read_sheets_may_not_read_progress(store: Store, clock: Clock) -> None:
    token = store.devices.begin_visitor()
    link = store.devices.make_link(token, timedelta(minutes=1))
    for wrong in (link, Token("x" * 43), Token("")):
        with pytest.raises(SheetGone):
            store.progress.entries(wrong)
        with pytest.raises(SheetGone):
            store.progress.save(wrong, {"a": (1, NOW)})
        with pytest.raises(SheetGone):
            store.sheets.begin_for(wrong, TAKEN)
    clock.now += 401 * DAY
    with pytest.raises(SheetGone):
        store.progress.entries(token)


def test_a_device_that_only_learns_stays_as_long_as_it_is_used(store: Store, clock: Clock) -> None:
    token = store.devices.begin_visitor()
    for _ in range(3):
        clock.now += 300 * DAY
        store.progress.save(token, {"a": (1, clock.now)})
        purge(store)
    assert store.progress.entries(token) == {"a": (1, clock.now)}


def test_forgetting_takes_the_progress_and_proves_it(store: Store) -> None:
    token, other = store.devices.begin_visitor(), store.devices.begin_visitor()
    store.progress.save(token, {"a": (1, NOW), "b": (2, NOW)})
    store.progress.save(other, {"a": (1, NOW)})
    proof = store.rights.forget(token)
    assert proof.gone == Counter(sheets=0, answers=0, tokens=1, entries=2)
    assert proof.remaining == 0
    with pytest.raises(SheetGone):
        store.progress.entries(token)
    assert store.progress.entries(other) == {"a": (1, NOW)}
    assert (stats(store).rows["progress"], stats(store).rows["respondents"]) == (1, 1)


def test_leaving_the_only_device_takes_the_progress_and_another_one_keeps_it(store: Store, clock: Clock) -> None:
    alone, phone = store.devices.begin_visitor(), store.devices.begin_visitor()
    desk = store.devices.exchange(store.devices.make_link(phone))
    for token in (alone, phone):
        store.progress.save(token, {"a": (1, NOW)})
    assert store.devices.leave(phone).back is None
    assert store.progress.entries(desk) == {"a": (1, NOW)}
    assert store.devices.leave(alone).back is not None
    clock.now += 60_000
    purge(store)
    assert (stats(store).rows["progress"], stats(store).rows["respondents"]) == (1, 1)


def test_the_download_holds_the_progress(store: Store) -> None:
    token = store.devices.begin_visitor()
    assert store.rights.export(token)["progress"] is None
    store.progress.save(token, {"a": (True, NOW)})
    told = store.rights.export(token)
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
    token = store.devices.begin_visitor()
    with pytest.raises(BadValue) as error:
        store.progress.save(token, entries)
    assert "--" not in str(error.value)
    assert store.progress.entries(token) == {}


def test_the_widest_that_is_allowed_comes_back(store: Store) -> None:
    token = store.devices.begin_visitor()
    key = "abc_.:-09" * 8 + "x" * 8
    entries = {f"{number}{key[len(str(number)) :]}": ("𠮷" * 40, NOW) for number in range(1998)}
    entries |= {"most": (2**53, NOW), "least": (-(2**53), NOW)}
    assert {len(name) for name in entries} == {80, 4, 5}
    assert store.progress.save(token, entries) == store.progress.entries(token) == entries
    with pytest.raises(BadValue, match="at most 2000"):
        store.progress.save(token, {"one.more": (1, NOW)})
    with pytest.raises(BadValue, match="at most 2000"):
        store.progress.save(store.devices.begin_visitor(), entries | {"one.more": (1, NOW)})
    assert store.progress.entries(token) == entries
    assert store.progress.save(token, {"most": ("", NOW + 1)})["most"] == ("", NOW + 1)


def test_many_threads_on_one_progress_lose_nothing(place: str, opened: Callable[..., Store]) -> None:
    stores = [opened(place), opened(place)]
    token = stores[0].devices.begin_visitor()
    failed: list[BaseException] = []

    def learn(device: int) -> None:
        try:
            for number in range(10):
                stores[device % 2].progress.save(token, {f"k{device}.{number}": (number, NOW), "all": (device, NOW)})
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=learn, args=(device,)) for device in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    kept = stores[0].progress.entries(token)
    assert len(kept) == 81
    assert kept["all"] == (7, NOW)
