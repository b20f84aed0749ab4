from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta

import pytest

from store import (
    Answer,
    BadValue,
    Edition,
    Scores,
    SheetChanged,
    SheetFinished,
    SheetGone,
    Store,
    StoreDown,
    Token,
)
from store.operating.purge import purge
from store.operating.stats import stats
from tests.store.moments import DAY, NOW, Clock

TAKEN = Edition("roles", "1.0.0", "a1b2", "quick", "ja")
SCORES = Scores("leaning", "support", 51.25, {"pace_score": 1 / 3, "tied": "a|b", "none": None, "count": 3})


def begin(store: Store) -> Token:
    return store.sheets.begin(Edition(TAKEN.assessment, TAKEN.version, TAKEN.files_hash, TAKEN.form, TAKEN.language))[0]


def test_a_sheet_begins_empty_and_is_found_by_its_token(store: Store) -> None:
    token, sheet = store.sheets.begin(Edition("roles", "1.0.0", "a1b2", "quick", "ja"))
    assert store.sheets.newest(token) == sheet
    assert (sheet.answers, sheet.state, sheet.attempt, sheet.revision) == ({}, "open", 1, 0)
    assert len(token.secret) == 43


def test_saved_answers_come_back_with_their_moments(store: Store) -> None:
    token = begin(store)
    answers = [Answer("q1", 4, NOW, 1), Answer("scene", "b", NOW + 5, 2), Answer("q2", None, NOW + 6, 3)]
    saved = store.sheets.save(token, answers, position="q3", language="en", form="full", timings={"p1": 900})
    sheet = store.sheets.newest(token)
    assert sheet == saved.sheet
    assert sheet is not None
    assert list(sheet.answers.values()) == answers
    assert sheet.codes == {"q1": 4, "scene": "b"}
    assert (sheet.position, sheet.language, sheet.form, sheet.timings) == ("q3", "en", "full", {"p1": 900})


def test_a_repeated_and_a_late_save_change_nothing(store: Store) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 2, NOW, 1)], position="q2", moment=NOW)
    after = store.sheets.save(token, [Answer("q1", 5, NOW + 9, 2)], position="q3", moment=NOW + 9).sheet
    repeated = store.sheets.save(token, [Answer("q1", 5, NOW + 9, 2)], position="q3", moment=NOW + 9)
    assert (repeated.sheet, repeated.newer) == (after, ())
    late = store.sheets.save(token, [Answer("q1", 2, NOW, 1)], position="q2", moment=NOW)
    assert late.sheet == after
    assert late.newer == (Answer("q1", 5, NOW + 9, 2),)


def test_two_devices_the_later_answer_wins_and_both_see_it(store: Store) -> None:
    phone = begin(store)
    desk = store.devices.exchange(store.devices.make_link(phone))
    store.sheets.save(desk, [Answer("q1", 1, NOW + 20)])
    saved = store.sheets.save(phone, [Answer("q1", 5, NOW + 10), Answer("q2", 3, NOW + 10)])
    assert saved.sheet.codes == {"q1": 1, "q2": 3}
    assert [answer.code for answer in saved.newer] == [1]
    assert store.sheets.newest(desk) == store.sheets.newest(phone) == saved.sheet


def test_finishing_fills_the_scores_to_the_last_digit(store: Store) -> None:
    token = begin(store)
    saved = store.sheets.save(token, [Answer("q1", 4, NOW)])
    done = store.sheets.finish(token, SCORES, revision=saved.sheet.revision)
    assert store.sheets.newest(token) == done
    assert (done.state, done.scores) == ("finished", SCORES)
    assert store.sheets.finish(token, Scores("clear", "other", 1.0)) == done


def test_a_sheet_that_moved_since_it_was_scored_is_not_finished(store: Store) -> None:
    token = begin(store)
    seen = store.sheets.save(token, [Answer("q1", 4, NOW)]).sheet.revision
    store.sheets.save(store.devices.exchange(store.devices.make_link(token)), [Answer("q1", 1, NOW + 1)])
    with pytest.raises(SheetChanged):
        store.sheets.finish(token, SCORES, revision=seen)


def test_a_finished_sheet_takes_no_other_answer_but_the_same_again(store: Store) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 4, NOW)])
    done = store.sheets.finish(token, SCORES)
    assert store.sheets.save(token, [Answer("q1", 4, NOW)], position="result").sheet.codes == {"q1": 4}
    with pytest.raises(SheetFinished):
        store.sheets.save(token, [Answer("q1", 5, NOW + 1)])
    assert store.sheets.newest(token).scores == done.scores  # type: ignore[union-attr]


def test_a_finished_sheet_can_be_reopened_in_a_longer_form(store: Store) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 4, NOW)])
    store.sheets.finish(token, SCORES)
    opened = store.sheets.reopen(token)
    assert (opened.state, opened.codes, opened.scores) == ("open", {"q1": 4}, None)
    longer = store.sheets.save(token, [Answer("q2", 1, NOW + 1)], form="full").sheet
    assert (longer.state, longer.form, longer.codes) == ("open", "full", {"q1": 4, "q2": 1})


def test_taken_again_later_and_compared(store: Store, clock: Clock) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 4, NOW)])
    first = store.sheets.finish(token, SCORES)
    clock.now += DAY
    second = store.sheets.again(token, Edition("roles", "1.1.0", "c3", "full", "en"))
    assert (second.attempt, second.previous, second.version, second.answers) == (2, first.id, "1.1.0", {})
    assert store.sheets.again(token, TAKEN) == second
    assert store.sheets.history(token) == (first, second)
    with pytest.raises(BadValue):
        store.sheets.again(token, Edition("another", "1.1.0", "c3", "full", "en"))


def test_an_answer_for_the_sheet_before_never_lands_in_the_next(store: Store) -> None:
    token = begin(store)
    first = store.sheets.newest(token)
    assert first is not None
    store.sheets.finish(token, SCORES)
    store.sheets.again(token, TAKEN)
    with pytest.raises(SheetChanged):
        store.sheets.save(token, [Answer("q1", 4, NOW)], sheet=first.id)


@pytest.mark.parametrize("secret", ["", "x", "x" * 43, "x" * 5000, "あ" * 43, "x" * 42 + "'", "\x00" * 43])
def test_a_forged_token_opens_nothing(store: Store, secret: str) -> None:
    token = Token(secret)
    assert store.sheets.newest(token) is None
    sheets, devices, rights = store.sheets, store.devices, store.rights
    for operation in (sheets.save, sheets.history, rights.forget, rights.export, devices.leave, devices.exchange):
        with pytest.raises(SheetGone):
            operation(token)
    with pytest.raises(SheetGone):
        sheets.again(token, TAKEN)


def test_a_link_lives_its_time_and_is_no_device(store: Store, clock: Clock) -> None:
    token = begin(store)
    link = store.devices.make_link(token, timedelta(minutes=15))
    assert store.sheets.newest(link) is None
    with pytest.raises(SheetGone):
        store.sheets.save(link, [Answer("q1", 1, NOW)])
    with pytest.raises(SheetGone):
        store.devices.exchange(token)
    one, other = store.devices.exchange(link), store.devices.exchange(link)
    assert one != other
    assert store.sheets.newest(one) == store.sheets.newest(other) == store.sheets.newest(token)
    clock.now += 15 * 60_000
    with pytest.raises(SheetGone):
        store.devices.exchange(link)
    with pytest.raises(BadValue):
        store.devices.make_link(token, timedelta(days=8))


def test_only_the_newest_links_live(store: Store, clock: Clock) -> None:
    token = begin(store)
    links = []
    for _ in range(12):
        clock.now += 1
        links.append(store.devices.make_link(token))
    assert store.sheets.newest(store.devices.exchange(links[-1])) is not None
    assert store.sheets.newest(store.devices.exchange(links[2])) is not None
    with pytest.raises(SheetGone):
        store.devices.exchange(links[1])


def test_a_device_that_is_used_stays_and_one_that_is_not_expires(store: Store, clock: Clock) -> None:
    used = begin(store)
    unused = store.devices.exchange(store.devices.make_link(used))
    clock.now += 300 * DAY
    store.sheets.save(used, [Answer("q1", 1, clock.now)])
    clock.now += 300 * DAY
    assert store.sheets.newest(used) is not None
    assert store.sheets.newest(unused) is None


def test_not_my_answers_revokes_this_device_only(store: Store) -> None:
    phone = begin(store)
    desk = store.devices.exchange(store.devices.make_link(phone))
    store.sheets.save(phone, [Answer("q1", 1, NOW)])
    assert store.devices.leave(desk).back is None
    assert store.sheets.newest(desk) is None
    assert store.sheets.newest(phone) is not None


def test_not_my_answers_can_be_taken_back_for_a_minute(store: Store, clock: Clock) -> None:
    phone = begin(store)
    store.sheets.save(phone, [Answer("q1", 1, NOW)])
    back = store.devices.leave(phone).back
    assert back is not None
    assert store.sheets.newest(phone) is store.sheets.newest(back) is None
    clock.now += 59_999
    assert purge(store) == Counter(open=0, finished=0, tokens=0)
    again = store.devices.exchange(back)
    clock.now += 1
    assert purge(store) == Counter(open=0, finished=0, tokens=1)
    sheet = store.sheets.newest(again)
    assert sheet is not None
    assert sheet.codes == {"q1": 1}
    with pytest.raises(SheetGone):
        store.devices.exchange(back)


def test_what_nobody_can_open_any_more_is_purged_whatever_its_age(store: Store, clock: Clock) -> None:
    phone, desk, other = begin(store), begin(store), begin(store)
    store.progress.save(phone, {"a": (True, NOW)})
    store.sheets.finish(desk, SCORES)
    store.devices.make_link(phone, timedelta(minutes=2))
    assert store.devices.leave(phone).back is None, "a link opens it still"
    back = store.devices.leave(desk).back
    clock.now += 60_000
    assert purge(store) == Counter(open=0, finished=1, tokens=1)
    clock.now += 60_000
    assert purge(store) == Counter(open=1, finished=0, tokens=1, progress=1)
    assert stats(store).rows["respondents"] == 1
    assert store.sheets.newest(other) is not None
    with pytest.raises(SheetGone):
        store.devices.exchange(back)  # type: ignore[arg-type]


def test_forgetting_takes_everything_and_proves_it(store: Store) -> None:
    phone = begin(store)
    other = begin(store)
    store.sheets.save(other, [Answer("q1", 2, NOW)])
    desk = store.devices.exchange(store.devices.make_link(phone))
    store.sheets.save(phone, [Answer("q1", 1, NOW), Answer("q2", 1, NOW)])
    store.sheets.finish(phone, SCORES)
    store.sheets.again(phone, TAKEN)
    store.sheets.save(desk, [Answer("q1", 3, NOW)])
    proof = store.rights.forget(desk)
    assert proof.gone == Counter(sheets=2, answers=3, tokens=3)
    assert proof.remaining == 0
    assert proof.wiped is (True if store.is_file else None)
    assert store.sheets.newest(phone) is store.sheets.newest(desk) is None
    assert store.sheets.newest(other) is not None
    with pytest.raises(SheetGone):
        store.rights.forget(phone)


def test_the_download_holds_everything_and_no_secret(store: Store) -> None:
    token = begin(store)
    store.sheets.save(token, [Answer("q1", 4, NOW)], position="q2", timings={"p1": 5})
    store.sheets.finish(token, SCORES)
    told = store.rights.export(token)
    (sheet,) = told["sheets"]
    assert sheet["answers"] == {"q1": {"code": 4, "given": "2030-03-17T17:46:40+00:00", "order": 0}}
    assert sheet["scores"] == dict(SCORES.columns)
    assert [device["kind"] for device in told["devices"]] == ["device"]
    assert token.secret not in repr(told)


def test_the_files_of_a_version_are_kept_once(store: Store) -> None:
    files = {"items.yaml": "- id: q1\n  text: {ja: はい, en: yes}\n", "roles.yaml": ""}
    store.files.keep("a1b2", files)
    store.files.keep("a1b2", {"items.yaml": "changed"})
    assert store.files.texts("a1b2") == files
    assert store.files.texts("other") is None


@pytest.mark.parametrize(
    "answer",
    [
        Answer("", 1, NOW),
        Answer("1q", 1, NOW),
        Answer("q" * 65, 1, NOW),
        Answer("q'; --", 1, NOW),
        Answer("q1", True, NOW),
        Answer("q1", 1.5, NOW),  # type: ignore[arg-type]
        Answer("q1", -1, NOW),
        Answer("q1", 10**6, NOW),
        Answer("q1", "", NOW),
        Answer("q1", "a b", NOW),
        Answer("q1", "a" * 65, NOW),
        Answer("q1", ["a"], NOW),  # type: ignore[arg-type]
        Answer("q1", 1, NOW + 2 * DAY),
        Answer("q1", 1, -1),
        Answer("q1", 1, NOW, -1),
    ],
)
def test_a_malformed_answer_is_refused_whole(store: Store, answer: Answer) -> None:
    token = begin(store)
    with pytest.raises(BadValue) as refused:
        store.sheets.save(token, [Answer("q2", 1, NOW), answer])
    assert "--" not in str(refused.value)
    assert store.sheets.newest(token).answers == {}  # type: ignore[union-attr]


def test_malformed_settings_of_a_sheet_are_refused(store: Store) -> None:
    token = begin(store)
    for wrong in ({"position": "a b"}, {"language": "日本"}, {"form": ""}, {"timings": {"p": -1}}, {"moment": 0}):
        with pytest.raises(BadValue):
            store.sheets.save(token, **wrong)  # type: ignore[arg-type]
    with pytest.raises(BadValue):
        store.sheets.finish(token, Scores("clear", "a", float("nan")))
    with pytest.raises(BadValue):
        store.sheets.begin(Edition("roles", "1.0.0", "a1b2", "quick", "x" * 50))
    with pytest.raises(BadValue):
        store.sheets.save(token, [Answer(f"q{number}", 1, NOW) for number in range(2001)])


def test_many_threads_on_one_sheet_lose_nothing(store: Store) -> None:
    token = begin(store)
    failed: list[BaseException] = []

    def answer(device: int) -> None:
        try:
            for number in range(10):
                store.sheets.save(token, [Answer(f"q{device}_{number}", number, NOW + number)])
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=answer, args=(device,)) for device in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    sheet = store.sheets.newest(token)
    assert sheet is not None
    assert len(sheet.answers) == 80
    assert sheet.revision == 80


def test_two_sites_on_one_database(place: str, opened) -> None:  # type: ignore[no-untyped-def]
    one, other = opened(place), opened(place)
    token = begin(one)
    one.sheets.save(token, [Answer("q1", 1, NOW)])
    other.sheets.save(token, [Answer("q2", 2, NOW)])
    assert other.sheets.finish(token, SCORES).codes == {"q1": 1, "q2": 2}
    assert one.sheets.newest(token) == other.sheets.newest(token)


def test_two_taps_on_again_begin_one_sheet(store: Store) -> None:
    token = begin(store)
    store.sheets.finish(token, SCORES)
    sheets: list[str] = []
    threads = [threading.Thread(target=lambda: sheets.append(store.sheets.again(token, TAKEN).id)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sheets) == 6
    assert len(set(sheets)) == 1
    assert len(store.sheets.history(token)) == 2


def test_ready_until_closed(store: Store) -> None:
    store.ready()
    if store.is_file:
        store.close()
        with pytest.raises(StoreDown):
            store.ready()


def test_printing_shows_no_answer_and_no_secret(store: Store) -> None:
    token = begin(store)
    saved = store.sheets.save(token, [Answer("q1", "the_answer", NOW)])
    done = store.sheets.finish(token, Scores("clear", "the_role", 12.75, {"a_score": 98.25}))
    shown = f"{token} {saved} {done} {done.answers!r}"
    for secret in (token.secret, "the_answer", "the_role", "12.75", "98.25"):
        assert secret not in shown
