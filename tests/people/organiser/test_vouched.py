"""Organisers for whom a sign-in service vouches: who gets a ticket, and who is told why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from people.organiser import door
from people.organiser.vouched import EARLY_SECONDS, FRESH_SECONDS, admit_only, listed, logged_in_within, ticket_for
from people.respondent.outcome import Outcome
from store import BadSetting, NotAllowed, Store, StoreDown
from store.process import close_process_store, process_store

MAY = listed(environment={"FIT_ORGANISERS": "Sato@Example.jp, suzuki@example.jp"})


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    yield process_store()
    close_process_store()


def claims(store: Store, **others: Any) -> dict[str, Any]:
    return {"email": "sato@example.jp", "email_verified": True, "iat": store.now() // 1000 + 1} | others


def test_the_list() -> None:
    assert frozenset({"sato@example.jp", "suzuki@example.jp"}) == MAY
    assert listed(environment={}) == frozenset()
    assert listed([" a@example.jp ", ""], {"FIT_ORGANISERS": " , "}) == frozenset({"a@example.jp"})
    for wrong in ("x" * 81, "a\x00b@example.jp"):
        with pytest.raises(BadSetting):
            listed(environment={"FIT_ORGANISERS": wrong})


def test_somebody_on_the_list_gets_a_ticket_that_opens_once(store: Store) -> None:
    given = ticket_for(claims(store, email="SATO@example.jp"), MAY)
    assert (given.address, given.why) == ("SATO@example.jp", "")
    assert given.ticket is not None
    entry = door.sign_in_with_ticket(given.ticket.secret)
    assert entry.token is not None
    assert store.organisers.who_is(entry.token).name == "SATO@example.jp"
    again = ticket_for(claims(store), MAY)
    assert again.ticket is not None
    assert store.organisers.count() == 1


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"email": "eve@example.jp"}, "not_listed"),
        ({"email": "sato@example.jp.evil.example"}, "not_listed"),
        ({"email": "ｓato@example.jp"}, "not_listed"),
        ({"email": "\u017fato@example.jp"}, "not_listed"),
        ({"email": "su\u017fuki@example.jp"}, "not_listed"),
        ({"email": "su\u212auki@example.jp"}, "not_listed"),
        ({"email": "suzu\u212ai@example.jp"}, "not_listed"),
        ({"email": "sato@example.jp\x00"}, "no_address"),
        ({"email": ""}, "no_address"),
        ({"email": None}, "no_address"),
        ({"email": ["sato@example.jp"]}, "no_address"),
        ({"email": "x" * 81}, "no_address"),
        ({"email_verified": False}, "unverified"),
        ({"email_verified": "false"}, "unverified"),
        ({"iat": 0}, "log_in_again"),
        ({"iat": None}, "log_in_again"),
        ({"iat": True}, "log_in_again"),
        ({"iat": "now"}, "log_in_again"),
    ],
)
def test_everybody_else_is_told_why_not(store: Store, others: dict[str, Any], why: str) -> None:
    given = ticket_for(claims(store, **others), MAY)
    assert (given.ticket, given.why) == (None, why)
    assert store.organisers.count() == 0
    assert ticket_for(claims(store), MAY).ticket is not None


def test_a_service_that_says_nothing_about_the_address_vouches_as_a_whole(store: Store) -> None:
    user = claims(store)
    del user["email_verified"]
    assert ticket_for(user, MAY).ticket is not None


def test_a_log_in_lasts_half_a_day(store: Store) -> None:
    now = 1_900_000_000.0
    for age, good in ((0, True), (FRESH_SECONDS, True), (FRESH_SECONDS + 1, False), (-EARLY_SECONDS - 1, False)):
        user = claims(store, iat=int(now - age))
        assert logged_in_within(user, FRESH_SECONDS, now) is good
        assert (ticket_for(user, MAY, now).ticket is not None) is good


def test_after_signing_out_the_service_must_be_asked_again(store: Store) -> None:
    user = claims(store, iat=store.now() // 1000)
    given = ticket_for(user, MAY)
    assert given.ticket is not None
    entry = door.sign_in_with_ticket(given.ticket.secret)
    assert door.sign_out(entry.token) is Outcome.DONE
    assert ticket_for(user, MAY).why == "log_in_again"
    assert ticket_for(user | {"iat": user["iat"] + 2}, MAY).ticket is not None


def test_who_was_taken_off_the_list_is_signed_out_at_the_next_start(store: Store) -> None:
    given = ticket_for(claims(store), MAY)
    assert given.ticket is not None
    token = door.sign_in_with_ticket(given.ticket.secret).token
    assert token is not None
    admit_only(MAY)
    assert store.organisers.who_is(token).name == "sato@example.jp"
    admit_only(MAY - {"sato@example.jp"})
    with pytest.raises(NotAllowed):
        store.organisers.who_is(token)


def test_while_the_store_is_away_it_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise StoreDown("away")

    monkeypatch.setattr("people.organiser.vouched.process_store", away)
    assert ticket_for(claims(store), MAY).why == "away"
