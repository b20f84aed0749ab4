from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import insert

from store import Answer, BadSetting, Edition, Purger, Retention, Scores, Store, StoreDown, Token, retention
from store.database.tables import respondents
from store.operating.purge import purge
from store.operating.stats import stats
from tests.store.moments import DAY, NOW, ROLES, Clock

SCORES = Scores("clear", "role", 50.0)


def begin(store: Store) -> Token:
    return store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))[0]


def test_sheets_go_when_their_time_is_over(store: Store, clock: Clock) -> None:
    left, finished = begin(store), begin(store)
    store.sheets.finish(finished, SCORES)
    clock.now += 30 * DAY
    assert purge(store) == Counter(open=0, finished=0, tokens=0)
    clock.now += 1
    assert purge(store) == Counter(open=1, finished=0, tokens=1)
    assert store.sheets.newest(left) is None
    clock.now += 335 * DAY
    assert purge(store) == Counter(open=0, finished=1, tokens=1)
    assert stats(store).rows["respondents"] == stats(store).rows["tokens"] == 0


def test_a_saved_answer_gives_an_open_sheet_its_time_again(store: Store, clock: Clock) -> None:
    token = begin(store)
    clock.now += 29 * DAY
    store.sheets.save(token, [Answer("q1", 1, clock.now)])
    clock.now += 29 * DAY
    assert purge(store) == Counter(open=0, finished=0, tokens=0)


def test_an_old_attempt_goes_and_the_newer_one_stays(store: Store, clock: Clock) -> None:
    token = begin(store)
    store.sheets.finish(token, SCORES)
    clock.now += 300 * DAY
    store.sheets.again(token, ROLES)
    store.sheets.finish(token, SCORES)
    clock.now += 100 * DAY
    assert purge(store) == Counter(open=0, finished=1, tokens=0)
    (sheet,) = store.sheets.history(token)
    assert (sheet.attempt, sheet.previous) == (2, None)


def test_progress_goes_a_year_after_its_last_change_and_its_respondent_with_it(store: Store, clock: Clock) -> None:
    token = store.devices.begin_visitor()
    store.progress.save(token, {"a": (1, NOW)})
    clock.now += 200 * DAY
    store.progress.save(token, {"b": (1, clock.now)})
    clock.now += 365 * DAY
    store.progress.save(token, {"b": (1, NOW)})
    assert purge(store) == Counter(open=0, finished=0, tokens=0, progress=0)
    clock.now += 1
    assert purge(store) == Counter(open=0, finished=0, tokens=1, progress=1)
    assert (stats(store).rows["respondents"], stats(store).rows["tokens"], stats(store).rows["progress"]) == (0, 0, 0)


def test_the_days_of_progress_are_those_of_a_finished_sheet(store: Store, clock: Clock) -> None:
    token = store.devices.begin_visitor()
    store.progress.save(token, {"a": (1, NOW)})
    clock.now += 10 * DAY + 1
    assert purge(store, Retention(1, 11)) == Counter(open=0, finished=0, tokens=0, progress=0)
    assert purge(store, Retention(1, 10)) == Counter(open=0, finished=0, tokens=1, progress=1)


def test_of_sheet_and_progress_each_goes_in_its_own_time(store: Store, clock: Clock) -> None:
    learner, finisher = begin(store), begin(store)
    for token in (learner, finisher):
        store.progress.save(token, {"a": (1, NOW)})
    clock.now += 29 * DAY
    store.sheets.finish(finisher, SCORES)
    clock.now += 2 * DAY
    assert purge(store) == Counter(open=1, finished=0, tokens=0, progress=0)
    assert store.sheets.newest(learner) is None
    assert store.progress.entries(learner) == {"a": (1, NOW)}
    clock.now += 335 * DAY
    assert purge(store) == Counter(open=0, finished=0, tokens=1, progress=2)
    assert store.progress.entries(finisher) == {}
    assert store.sheets.newest(finisher) is not None


def test_a_visitor_who_did_nothing_stays_while_a_token_lives(store: Store, clock: Clock) -> None:
    token = store.devices.begin_visitor()
    store.devices.make_link(token)
    clock.now += 399 * DAY
    assert purge(store) == Counter(open=0, finished=0, tokens=1, progress=0)
    assert store.progress.entries(token) == {}
    clock.now += DAY
    assert purge(store) == Counter(open=0, finished=0, tokens=1, progress=0)
    assert stats(store).rows["respondents"] == 0


def test_more_respondents_with_nothing_than_one_round_takes(store: Store) -> None:
    rows = [{"id": f"{number:032}", "created": 1} for number in range(450)]
    store.writer.run(lambda connection: connection.execute(insert(respondents), rows))
    keeper = store.devices.begin_visitor()
    assert purge(store) == Counter(open=0, finished=0, tokens=0, progress=0)
    assert stats(store).rows["respondents"] == 1
    assert store.progress.entries(keeper) == {}


def test_more_respondents_than_one_round_takes(store: Store, clock: Clock) -> None:
    for _ in range(210):
        begin(store)
    clock.now += 31 * DAY
    keeper = begin(store)
    assert purge(store) == Counter(open=210, finished=0, tokens=210)
    assert store.sheets.newest(keeper) is not None


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
        if store.sheets.newest(token) is None:
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
    assert store.sheets.newest(token) is None
    assert " 1 open" in caplog.text
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
        assert store.sheets.newest(token) is not None
        away[0] = False
        wait_until_gone(store, token)
        purger.stop()
    assert store.sheets.newest(token) is None


def test_the_days_are_settings() -> None:
    assert retention({}) == Retention(30, 365)
    assert retention({"FIT_KEEP_OPEN_DAYS": "7", "FIT_KEEP_FINISHED_DAYS": "90"}) == Retention(7, 90)
    for wrong in ("0", "-1", "a week", "3651", "1.5", "٣"):
        with pytest.raises(BadSetting, match="FIT_KEEP_OPEN_DAYS"):
            retention({"FIT_KEEP_OPEN_DAYS": wrong})
