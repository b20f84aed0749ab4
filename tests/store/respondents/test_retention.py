from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import insert

from store import Answer, BadSetting, Purged, Purger, Retention, Scores, Store, StoreDown, Token, retention
from store.database.tables import respondents
from tests.store.moments import DAY, NOW, Clock

SCORES = Scores("clear", "role", 50.0)


def begin(store: Store) -> Token:
    return store.begin("roles", "1.0.0", "ab", "full", "ja")[0]


def test_sheets_go_when_their_time_is_over(store: Store, clock: Clock) -> None:
    left, finished = begin(store), begin(store)
    store.finish(finished, SCORES)
    clock.now += 30 * DAY
    assert store.purge() == Purged(0, 0, 0)
    clock.now += 1
    assert store.purge() == Purged(1, 0, 1)
    assert store.sheet(left) is None
    clock.now += 335 * DAY
    assert store.purge() == Purged(0, 1, 1)
    assert store.stats().respondents == store.stats().tokens == 0


def test_a_saved_answer_gives_an_open_sheet_its_time_again(store: Store, clock: Clock) -> None:
    token = begin(store)
    clock.now += 29 * DAY
    store.save(token, [Answer("q1", 1, clock.now)])
    clock.now += 29 * DAY
    assert store.purge() == Purged(0, 0, 0)


def test_an_old_attempt_goes_and_the_newer_one_stays(store: Store, clock: Clock) -> None:
    token = begin(store)
    store.finish(token, SCORES)
    clock.now += 300 * DAY
    store.again(token)
    store.finish(token, SCORES)
    clock.now += 100 * DAY
    assert store.purge() == Purged(0, 1, 0)
    (sheet,) = store.history(token)
    assert (sheet.attempt, sheet.previous) == (2, None)


def test_progress_goes_a_year_after_its_last_change_and_its_respondent_with_it(store: Store, clock: Clock) -> None:
    token = store.begin_visitor()
    store.save_progress(token, {"a": (1, NOW)})
    clock.now += 200 * DAY
    store.save_progress(token, {"b": (1, clock.now)})
    clock.now += 365 * DAY
    store.save_progress(token, {"b": (1, NOW)})
    assert store.purge() == Purged(0, 0, 0, 0)
    clock.now += 1
    assert store.purge() == Purged(0, 0, 1, 1)
    assert (store.stats().respondents, store.stats().tokens, store.stats().progress) == (0, 0, 0)


def test_the_days_of_progress_are_those_of_a_finished_sheet(store: Store, clock: Clock) -> None:
    token = store.begin_visitor()
    store.save_progress(token, {"a": (1, NOW)})
    clock.now += 10 * DAY + 1
    assert store.purge(open_days=1, finished_days=11) == Purged(0, 0, 0, 0)
    assert store.purge(open_days=1, finished_days=10) == Purged(0, 0, 1, 1)


def test_of_sheet_and_progress_each_goes_in_its_own_time(store: Store, clock: Clock) -> None:
    learner, finisher = begin(store), begin(store)
    for token in (learner, finisher):
        store.save_progress(token, {"a": (1, NOW)})
    clock.now += 29 * DAY
    store.finish(finisher, SCORES)
    clock.now += 2 * DAY
    assert store.purge() == Purged(1, 0, 0, 0)
    assert store.sheet(learner) is None
    assert store.progress(learner) == {"a": (1, NOW)}
    clock.now += 335 * DAY
    assert store.purge() == Purged(0, 0, 1, 2)
    assert store.progress(finisher) == {}
    assert store.sheet(finisher) is not None


def test_a_visitor_who_did_nothing_stays_while_a_token_lives(store: Store, clock: Clock) -> None:
    token = store.begin_visitor()
    store.resume_link(token)
    clock.now += 399 * DAY
    assert store.purge() == Purged(0, 0, 1, 0)
    assert store.progress(token) == {}
    clock.now += DAY
    assert store.purge() == Purged(0, 0, 1, 0)
    assert store.stats().respondents == 0


def test_more_respondents_with_nothing_than_one_round_takes(store: Store) -> None:
    rows = [{"id": f"{number:032}", "created": 1} for number in range(450)]
    store.write(lambda connection: connection.execute(insert(respondents), rows))
    keeper = store.begin_visitor()
    assert store.purge() == Purged(0, 0, 0, 0)
    assert store.stats().respondents == 1
    assert store.progress(keeper) == {}


def test_more_respondents_than_one_round_takes(store: Store, clock: Clock) -> None:
    for _ in range(210):
        begin(store)
    clock.now += 31 * DAY
    keeper = begin(store)
    assert store.purge() == Purged(210, 0, 210)
    assert store.sheet(keeper) is not None


def test_of_several_processes_one_purges(place: str, opened: Callable[..., Store], clock: Clock) -> None:
    stores = [opened(place) for _ in range(4)]
    purgers = [Purger(lambda one=one: one, Retention()) for one in stores]
    did: list[bool] = []
    threads = [threading.Thread(target=lambda one=one: did.append(one.once())) for one in purgers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(did) == [False, False, False, True]
    clock.now += 3_600_000
    assert purgers[0].once()


def wait_until_gone(store: Store, token: Token) -> None:
    for _ in range(100):
        if store.sheet(token) is None:
            return
        threading.Event().wait(0.05)


def test_the_purger_runs_by_itself_and_stops(store: Store, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    token = begin(store)
    clock.now = NOW + 3 * DAY
    purger = Purger(lambda: store, Retention(open_days=2), seconds=0.05)
    with caplog.at_level(logging.INFO, "store"):
        purger.start()
        purger.start()
        wait_until_gone(store, token)
        purger.stop()
    assert store.sheet(token) is None
    assert "Purged 1 open" in caplog.text
    assert not [thread for thread in threading.enumerate() if thread.name == "store-purger"]


def test_a_store_that_was_away_at_the_start_is_purged_once_it_is_back(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    token, away = begin(store), [True]
    clock.now = NOW + 3 * DAY

    def sometimes() -> Store:
        if away[0]:
            raise StoreDown("down")
        return store

    purger = Purger(sometimes, Retention(open_days=2), again_seconds=0.02)
    with caplog.at_level(logging.WARNING, "store"):
        purger.start()
        threading.Event().wait(0.1)
        assert "will try again later" in caplog.text
        assert store.sheet(token) is not None
        away[0] = False
        wait_until_gone(store, token)
        purger.stop()
    assert store.sheet(token) is None


def test_the_days_are_settings() -> None:
    assert retention({}) == Retention(30, 365)
    assert retention({"FIT_KEEP_OPEN_DAYS": "7", "FIT_KEEP_FINISHED_DAYS": "90"}) == Retention(7, 90)
    for wrong in ("0", "-1", "a week", "3651", "1.5", "٣"):
        with pytest.raises(BadSetting, match="FIT_KEEP_OPEN_DAYS"):
            retention({"FIT_KEEP_OPEN_DAYS": wrong})
