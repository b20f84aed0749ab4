"""Joining: the code as phones type it, and one answer for whatever opens nothing."""

from __future__ import annotations

import pytest

from people.participant import joining
from people.participant.joining import Door, digits, look, sit
from people.trainer import workshops
from store import Store, StoreDown, Token
from store.workshops.attempts import FREE
from tests.people.trainer.world import ADDRESS, AGENDA, FILES, SHIPPED, organiser, store, workshop

__all__ = ["store"]


@pytest.mark.parametrize(
    "typed",
    [
        "12345678",
        "1234 5678",
        " 1234-5678 ",
        "１２３４　５６７８",
        "１２３４－５６７８",
        "1234ー5678",
        "1234–5678",
        "1 2 3 4 5 6 7 8",
    ],
)
def test_a_code_is_read_however_a_phone_types_it(typed: str) -> None:
    assert digits(typed) == "12345678"


@pytest.mark.parametrize(
    "typed", ["", "1234567", "123456789", "1234567a", "一二三四五六七八", "1234' OR", "9" * 5000, "²" * 8 + "a"]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert digits(typed) == ""


def test_what_stands_behind_a_code(store: Store) -> None:
    made = workshop(organiser(store))
    door = look(f"{str(made.code)[:4]} {str(made.code)[4:]}", ADDRESS)
    assert (door.code, door.why) == (made.code, "")
    assert door.workshop == store.seats.look(str(made.code))


def test_wrong_and_ended_codes_are_answered_alike(store: Store) -> None:
    who = organiser(store)
    made = workshop(who)
    workshops.end(who, made.id)
    code = str(made.code)
    other = f"{(int(code) + 1) % 10**8:08}"
    assert look(code, ADDRESS) == Door(code, why="wrong")
    assert look(other, ADDRESS) == Door(other, why="wrong")
    assert sit(None, code, ADDRESS, FILES, "ja").door == Door(code, why="wrong")


def test_guessing_is_slowed_down_and_no_code_at_all_is_no_guess(store: Store) -> None:
    made = workshop(organiser(store))
    other = f"{(int(str(made.code)) + 1) % 10**8:08}"
    for _ in range(2 * FREE):
        assert look("12", ADDRESS).why == "wrong"
    for _ in range(FREE):
        assert look(other, ADDRESS).why == "wrong"
    for typed in (other, str(made.code)):
        held = look(typed, ADDRESS)
        assert (held.why, held.workshop) == ("wait", None)
        assert 0 < held.wait_ms <= 1000
    assert sit(None, str(made.code), ADDRESS, FILES, "ja").door.why == "wait"
    assert look(str(made.code), "192.0.2.2").workshop is not None


def test_somebody_sits_down_and_finds_the_seat_again(store: Store) -> None:
    made = workshop(organiser(store))
    done = sit(None, str(made.code), ADDRESS, FILES, "en", "  青い\u202e鳥\n ")
    assert done.token is not None
    assert done.seat is not None
    assert done.seat.nickname == "青い鳥"
    sheet = store.sheets.newest(done.token)
    assert sheet is not None
    assert (sheet.assessment, sheet.form, sheet.language) == (SHIPPED.id, "quick", "en")
    again = sit(done.token, str(made.code), ADDRESS, FILES, "ja", "x" * 100)
    assert again.seat is not None
    assert (again.seat.id, again.token, len(again.seat.nickname)) == (done.seat.id, None, 24)


def test_the_workshop_s_language_comes_before_the_phone_s(store: Store) -> None:
    made = workshop(organiser(store), language="ja")
    done = sit(None, str(made.code), ADDRESS, FILES, "en")
    assert done.token is not None
    sheet = store.sheets.newest(done.token)
    assert sheet is not None
    assert sheet.language == "ja"
    free = workshop(organiser(store))
    other = sit(None, str(free.code), ADDRESS, FILES, "fr")
    assert other.seat is not None


def test_a_workshop_of_lessons_needs_no_assessment(store: Store) -> None:
    made = workshop(organiser(store), assessment=None, form=None, agenda=AGENDA[:1])
    assert sit(None, str(made.code), ADDRESS, {}, "ja").seat is not None


def test_an_assessment_that_the_site_has_no_more_is_a_wrong_code(store: Store) -> None:
    made = workshop(organiser(store))
    for files in ({}, {SHIPPED.id: SHIPPED.model_copy(update={"forms": {}})}):
        assert sit(None, str(made.code), ADDRESS, files, "ja").door.why == "wrong"


def test_the_store_is_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workshop(organiser(store))

    def away() -> Store:
        raise StoreDown("away")

    monkeypatch.setattr(joining, "process_store", away)
    assert look(str(made.code), ADDRESS) == Door(str(made.code), why="away")
    assert sit(Token("x" * 43), str(made.code), ADDRESS, FILES, "ja").door.why == "away"
