"""One respondent with sheets of several assessments."""

from __future__ import annotations

import threading

import pytest

from store import Answer, BadValue, Edition, Scores, SheetChanged, SheetGone, Store, Token
from store.operating.purge import purge
from tests.store.moments import DAY, NOW, Clock

ROLES = Edition("roles", "1.0.0", "ab", "full", "ja")
SALES = Edition("sales", "2.0.0", "cd", "quick", "en")
SCORES = Scores("clear", "role", 50.0)


def both(store: Store) -> tuple[Token, str, str]:
    """A respondent with an open sheet of each assessment, that of sales begun later; their ids."""
    token = store.devices.begin_visitor()
    return token, store.sheets.begin_for(token, ROLES).id, store.sheets.begin_for(token, SALES).id


def test_a_sheet_is_chosen_by_its_assessment_and_the_newest_without_one(store: Store) -> None:
    token, roles, sales = both(store)
    found = [
        store.sheets.newest(token, "roles"),
        store.sheets.newest(token, assessment="sales"),
        store.sheets.newest(token),
    ]
    assert [sheet.id if sheet else None for sheet in found] == [roles, sales, sales]
    assert store.sheets.newest(token, "another") is None
    assert store.sheets.newest(Token("x" * 43), "roles") is None
    assert [sheet.id for sheet in store.sheets.history(token)] == [roles, sales]
    assert [sheet.id for sheet in store.sheets.history(token, "roles")] == [roles]


def test_the_newest_sheet_of_an_assessment_is_found(store: Store) -> None:
    token, roles, _ = both(store)
    store.sheets.finish(token, SCORES, sheet=roles)
    again = store.sheets.begin_for(token, ROLES)
    assert (again.previous, again.attempt, again.state) == (roles, 3, "open")
    assert store.sheets.newest(token, "roles") == again


def test_a_change_lands_in_the_sheet_that_is_meant(store: Store) -> None:
    token, roles, sales = both(store)
    saved = store.sheets.save(token, [Answer("q1", 1, NOW)], position="q2", sheet=roles)
    assert saved.sheet == store.sheets.newest(token, "roles")
    store.sheets.save(token, [Answer("q1", 5, NOW)], sheet=sales)
    store.sheets.save(token, [Answer("q2", 4, NOW)])
    assert [sheet.codes for sheet in store.sheets.history(token)] == [{"q1": 1}, {"q1": 5, "q2": 4}]
    done = store.sheets.finish(token, SCORES, revision=saved.sheet.revision, sheet=roles)
    assert (done.id, done.state) == (roles, "finished")
    assert store.sheets.newest(token).state == "open"  # type: ignore[union-attr]
    assert store.sheets.reopen(token, sheet=roles).id == roles


def test_taken_again_and_anew_by_assessment(store: Store) -> None:
    token, roles, sales = both(store)
    store.sheets.finish(token, SCORES, sheet=roles)
    assert store.sheets.again(token, SALES).id == sales
    second = store.sheets.again(token, ROLES)
    assert (second.assessment, second.previous) == ("roles", roles)
    anew = store.sheets.start_anew(token, SALES)
    assert (anew.assessment, anew.previous, anew.answers) == ("sales", None, {})
    assert [sheet.id for sheet in store.sheets.history(token)] == [roles, second.id, anew.id]
    with pytest.raises(SheetChanged):
        store.sheets.save(token, [Answer("q1", 1, NOW)], sheet=sales)
    with pytest.raises(SheetChanged):
        store.sheets.save(token, [Answer("q1", 1, NOW)], sheet=roles)
    with pytest.raises(BadValue, match="same assessment"):
        store.sheets.again(token, Edition("another", "1", "ab", "full", "ja"))


def test_nobody_else_s_sheet_can_be_meant(store: Store) -> None:
    token, _, _ = both(store)
    _, other = store.sheets.begin(Edition("third", "1.0.0", "ab", "full", "ja"))
    for operation in (store.sheets.save, store.sheets.reopen):
        with pytest.raises(SheetChanged):
            operation(token, sheet=other.id)


def test_an_open_sheet_is_not_begun_twice(store: Store) -> None:
    token = store.devices.begin_visitor()
    ids: list[str] = []
    threads = [threading.Thread(target=lambda: ids.append(store.sheets.begin_for(token, ROLES).id)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 6
    assert len(set(ids)) == len(store.sheets.history(token)) == 1


def test_a_visitor_has_nothing_to_take_again(store: Store) -> None:
    token = store.devices.begin_visitor()
    for operation in (store.sheets.again, store.sheets.start_anew):
        with pytest.raises(SheetGone, match="no sheet"):
            operation(token, ROLES)
    with pytest.raises(SheetGone, match="no sheet"):
        store.sheets.reopen(token)
    with pytest.raises(BadValue):
        store.sheets.begin_for(token, Edition("roles", "1.0.0", "ab", "full", "x" * 50))
    assert store.sheets.history(token) == ()


def test_an_assessment_s_sheet_goes_in_its_time_and_the_other_stays(store: Store, clock: Clock) -> None:
    token, roles, sales = both(store)
    store.sheets.finish(token, SCORES, sheet=roles)
    clock.now += 31 * DAY
    assert purge(store)["open"] == 1
    assert [sheet.id for sheet in store.sheets.history(token)] == [roles]
    assert store.sheets.newest(token, "sales") is None
    assert store.sheets.begin_for(token, SALES).id != sales
