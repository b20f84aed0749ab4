"""Seats: taken with a code, found again, voted from, given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from store import Answer, BadValue, NoRoom, NotAllowed, Seat, SheetGone, Store, Token
from store.respondents.rows import moment_of
from store.workshops import sitting
from tests.store.moments import DAY, NOW, ROLES, Clock
from tests.store.workshops.world import AGENDA, HOUR, PLACE, begun, code_of, finish, seated, trainer

QUESTION = "measures/3"


def test_a_phone_sees_the_room_and_no_more(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    seen = store.seats.look(code_of(made))
    for name in seen.__dataclass_fields__:
        assert getattr(seen, name) == getattr(made, name)
    assert not {"code", "owner", "access", "over"} & set(seen.__dataclass_fields__)


def test_somebody_new_sits_down(store: Store) -> None:
    made = begun(store, trainer(store))
    done = store.seats.sit(code_of(made), None, ROLES, " 青い鳥 ")
    assert done.token is not None
    seat = done.seat
    assert (seat.nickname, seat.created, seat.voted) == ("青い鳥", moment_of(NOW), {})
    assert (seat.finished, seat.finished_again) == (False, False)
    assert seat.workshop == store.seats.look(code_of(made))
    assert "青い鳥" not in repr(done)
    assert store.seats.mine(done.token) == seat
    sheet = store.sheets.newest(done.token)
    assert sheet is not None
    assert (sheet.assessment, sheet.form, sheet.state) == ("roles", "full", "open")


def test_a_workshop_of_lessons_has_no_sheet(store: Store) -> None:
    made = begun(store, trainer(store), assessment=None, form=None, agenda=AGENDA[:1])
    done = store.seats.sit(code_of(made), None, None)
    assert done.token is not None
    assert store.sheets.newest(done.token) is None
    assert (done.seat.finished, done.seat.finished_again) == (False, False)
    with pytest.raises(BadValue):
        store.seats.sit(code_of(made), None, ROLES)


def test_the_same_phone_finds_the_same_seat(store: Store, clock: Clock) -> None:
    made = begun(store, trainer(store))
    token, seat = seated(store, made, "first")
    store.sheets.save(token, [Answer("q1", 2, NOW)])
    clock.now += 1000
    for nickname, kept in (("", "first"), ("second", "second")):
        again = store.seats.sit(code_of(made), token, ROLES, nickname)
        assert (again.token, again.seat.id, again.seat.nickname) == (None, seat.id, kept)
    assert store.workshops.counts(trainer(store), made.id).seats == 1
    assert [sheet.codes for sheet in store.sheets.history(token)] == [{"q1": 2}]


def test_who_answered_before_is_not_asked_again(store: Store, clock: Clock) -> None:
    token, _ = store.sheets.begin(ROLES)
    finish(store, token)
    clock.now += DAY
    made = begun(store, trainer(store))
    done = store.seats.sit(code_of(made), token, ROLES)
    assert (done.token, done.seat.finished) == (None, True)
    assert len(store.sheets.history(token)) == 1
    # Another form of the same questionnaire was answered in full: it is not asked again either.
    shorter = begun(store, trainer(store), form="quick")
    assert store.seats.sit(code_of(shorter), token, replace(ROLES, form="quick")).seat.finished
    assert len(store.sheets.history(token)) == 1


def test_who_answered_another_version_is_asked_again(store: Store, clock: Clock) -> None:
    token, _ = store.sheets.begin(replace(ROLES, version="0.9.0"))
    finish(store, token)
    clock.now += DAY
    made = begun(store, trainer(store))
    seat = store.seats.sit(code_of(made), token, ROLES).seat
    assert not seat.finished
    assert store.workshops.counts(trainer(store), made.id).finished == 0
    assert [sheet.state for sheet in store.sheets.history(token)] == ["finished", "open"]
    finish(store, token)
    assert own(store, token).finished
    # The site's files change while the room is at it: what was finished in it stays finished.
    clock.now += 1000
    assert store.seats.sit(code_of(made), token, replace(ROLES, version="1.1.0")).seat.finished
    assert len(store.sheets.history(token)) == 2


def test_a_token_that_opens_nobody_gives_way_to_a_new_one(store: Store) -> None:
    made = begun(store, trainer(store))
    for own in (Token("x" * 43), Token("' OR 1=1 --")):
        assert store.seats.sit(code_of(made), own, ROLES).token is not None
    assert store.workshops.counts(trainer(store), made.id).seats == 2


def test_ended_mistyped_and_unknown_codes_are_answered_alike(store: Store, clock: Clock) -> None:
    who = trainer(store)
    ended, late = begun(store, who), begun(store, who, hours=1)
    store.workshops.end(who, ended.id)
    clock.now += HOUR
    said = set()
    calls: tuple[Callable[[Any], object], ...] = (store.seats.look, lambda code: store.seats.sit(code, None, ROLES))
    for code in (
        code_of(ended),
        code_of(late),
        "00000000",
        "1234567",
        "",
        "１２３４５６７８",
        "' OR 1=1",
        "²" * 8,
        None,
    ):
        for call in calls:
            with pytest.raises(NoRoom) as refused:
                call(code)
            said.add(str(refused.value))
    assert len(said) == 1


def test_another_edition_and_a_nickname_that_cannot_be_kept_are_refused(store: Store) -> None:
    made = begun(store, trainer(store))
    for edition in (replace(ROLES, form="quick"), replace(ROLES, assessment="sales"), None):
        with pytest.raises(BadValue) as refused:
            store.seats.sit(code_of(made), None, edition)
        assert refused.value.field == "edition"
    token, seat = seated(store, made)
    for nickname in ("x" * 41, "a\nb", "a\u202eb", "\x00"):
        with pytest.raises(BadValue):
            store.seats.sit(code_of(made), None, ROLES, nickname)
        with pytest.raises(BadValue):
            store.seats.rename(token, seat.id, nickname)
    assert store.workshops.counts(trainer(store), made.id).seats == 1


def test_two_people_may_bear_one_nickname(store: Store) -> None:
    made = begun(store, trainer(store))
    assert len({seated(store, made, "鳥")[1].id for _ in range(3)}) == 3


def test_a_full_room_takes_nobody_more_and_keeps_who_is_there(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitting, "MOST_SEATS", 2)
    made = begun(store, trainer(store))
    token, seat = seated(store, made)
    seated(store, made)
    with pytest.raises(BadValue) as refused:
        store.seats.sit(code_of(made), None, ROLES)
    assert refused.value.field == "code"
    assert store.seats.sit(code_of(made), token, ROLES).seat.id == seat.id
    store.seats.leave(token, seat.id)
    seated(store, made)
    with pytest.raises(BadValue):
        store.seats.sit(code_of(made), token, ROLES)


def own(store: Store, token: Token) -> Seat:
    found = store.seats.mine(token)
    assert found is not None
    return found


def test_mine_is_in_the_newest_room_that_goes_on(store: Store, clock: Clock) -> None:
    who = trainer(store)
    first = begun(store, who, hours=12)
    token, one = seated(store, first)
    clock.now += 1000
    second = begun(store, who, hours=1)
    two = store.seats.sit(code_of(second), token, ROLES).seat
    assert own(store, token).id == two.id
    store.workshops.end(who, second.id)
    assert own(store, token).id == one.id
    clock.now += 12 * HOUR
    assert own(store, token).id == two.id
    assert own(store, token).workshop.ended
    with pytest.raises(SheetGone):
        store.seats.mine(Token("x" * 43))
    assert store.seats.mine(store.devices.begin_visitor()) is None


def test_the_phone_follows_the_room(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    token, _ = seated(store, made)
    assert store.seats.beat(made.id) == 0
    moved = store.workshops.go(who, made.id, PLACE["check"], 0)
    assert store.seats.beat(made.id) == own(store, token).workshop.beat == moved.beat == 1
    assert own(store, token).workshop.stage == AGENDA[PLACE["check"]]
    for unknown in ("0" * 32, "", "'", None):
        with pytest.raises(NoRoom):
            store.seats.beat(unknown)  # type: ignore[arg-type]


@pytest.mark.parametrize("choice", ["a", ["b", "a"], {"left": "right", "日": "本"}, 3, None, True])
def test_a_vote_is_kept_as_it_was_given_and_the_last_one_counts(store: Store, choice: Any) -> None:
    who = trainer(store)
    made = begun(store, who)
    token, seat = seated(store, made)
    store.seats.vote(token, seat.id, QUESTION, "first")
    store.seats.vote(token, seat.id, "take_along", "x")
    store.seats.vote(token, seat.id, QUESTION, choice)
    assert own(store, token).voted == {QUESTION: choice, "take_along": "x"}
    assert store.workshops.votes(who, made.id, QUESTION) == ((seat.id, choice),)
    assert store.workshops.counts(who, made.id).votes == {QUESTION: 1, "take_along": 1}


def test_votes_that_cannot_be_kept_are_refused(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    token, seat = seated(store, made)
    for question, choice in (
        ("another", "a"),
        ("", "a"),
        ("' OR 1=1", "a"),
        (None, "a"),
        (QUESTION, "x" * 2001),
        (QUESTION, "\x00"),
        (QUESTION, float("nan")),
        (QUESTION, {1, 2}),
    ):
        with pytest.raises(BadValue):
            store.seats.vote(token, seat.id, question, choice)  # type: ignore[arg-type]
    assert own(store, token).voted == {}
    store.workshops.end(who, made.id)
    with pytest.raises(NotAllowed):
        store.seats.vote(token, seat.id, QUESTION, "a")


def test_a_nickname_can_change_and_go(store: Store) -> None:
    token, seat = seated(store, begun(store, trainer(store)), "before")
    for nickname in ("after", ""):
        store.seats.rename(token, seat.id, nickname)
        assert own(store, token).nickname == nickname


def test_leaving_gives_up_the_seat_and_keeps_the_answers(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    token, seat = seated(store, made)
    finish(store, token)
    store.seats.vote(token, seat.id, QUESTION, "a")
    store.seats.leave(token, seat.id)
    left = store.workshops.counts(who, made.id, 3)
    assert (left.seats, left.finished, left.answered, left.votes) == (0, 0, 0.0, {})
    assert store.workshops.measured(who, made.id, 1) == ()
    assert store.rights.export(token)["seats"][0]["left"] is not None
    assert store.seats.mine(token) is None
    assert store.workshops.votes(who, made.id, QUESTION) == ()
    assert len(store.sheets.history(token)) == 1
    with pytest.raises(NotAllowed):
        store.seats.leave(token, seat.id)
    back = store.seats.sit(code_of(made), token, ROLES).seat
    assert (back.id, back.nickname, back.finished, back.voted) == (seat.id, "", True, {})
    assert store.workshops.counts(who, made.id).seats == 1
