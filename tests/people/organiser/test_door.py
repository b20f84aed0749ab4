"""The door without HTTP: the same work for every name, waits before any look, hashes that keep up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import delete

from people.organiser import door
from people.organiser.signed import Signed, signed_with
from people.respondent.outcome import Outcome
from store import Store, StoreDown, Token
from store.database.organiser_tables import door_attempts
from store.organisers import passwords
from store.organisers.attempts import FREE
from store.organisers.passwords import hash_of_password, is_password, is_stale, new_password
from store.process import close_process_store, process_store

HERE = "192.0.2.1"
CHEAP = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


class Counting:
    """A hasher that is cheap and counts what it was asked."""

    def __init__(self, hasher: PasswordHasher = CHEAP) -> None:
        self.hasher = hasher
        self.verified: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self.hasher, name)

    def verify(self, hashed: str, password: bytes) -> bool:
        self.verified.append(hashed)
        return self.hasher.verify(hashed, password)


@pytest.fixture
def hasher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    counting = Counting()
    monkeypatch.setattr(passwords, "_HASHER", counting)
    passwords._nobody.cache_clear()
    yield counting
    passwords._nobody.cache_clear()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hasher: Counting) -> Iterator[Store]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    yield process_store()
    close_process_store()


def forget_failures(store: Store) -> None:
    store.writer.run(lambda connection: connection.execute(delete(door_attempts)))


def test_the_right_password_opens(store: Store) -> None:
    me = store.organisers.put("me", hash_of_password("a long password"))
    entry = door.sign_in("ME", "a long password", HERE)
    assert entry.outcome is Outcome.DONE
    assert entry.token is not None
    found = signed_with(entry.token.secret)
    assert found == Signed(entry.token, me)
    assert "secret" not in repr(found)
    assert entry.token.secret not in repr(found)
    assert door.sign_in("me", "a long passwore", HERE).outcome is Outcome.REFUSED


@pytest.mark.parametrize("secret", [None, "", "A" * 43, "x" * 5000, "\x00"])
def test_nobody_is_signed_in_without_a_session(store: Store, secret: str | None) -> None:
    assert signed_with(secret) is Outcome.OVER


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("me", "wrong"),
        ("nobody", "wrong"),
        ("vouched@example.jp", "wrong"),
        ("vouched@example.jp", ""),
        ("x" * 10_000, "wrong"),
        ("a\x00b", "wrong"),
        ("", ""),
        ("me", "p" * 10_000),
        ("me", ""),
    ],
)
def test_every_wrong_attempt_costs_one_look_at_a_hash_of_the_same_cost(
    store: Store, hasher: Counting, name: str, password: str
) -> None:
    store.organisers.put("me", hash_of_password("p" * 1000))
    store.organisers.make_ticket("vouched@example.jp")
    entry = door.sign_in(name, password, HERE)
    assert (entry.outcome, entry.token, entry.wait_ms) == (Outcome.REFUSED, None, 0)
    assert len(hasher.verified) == 1
    assert not is_stale(hasher.verified[0]), "the same parameters as a real one"
    own = store.organisers.by_name("me")
    assert own is not None
    assert len(hasher.verified[0]) == len(str(own[1]))


def test_a_password_that_is_too_long_is_not_cut_to_a_right_one(store: Store) -> None:
    store.organisers.put("me", hash_of_password("p" * 1000))
    assert door.sign_in("me", "p" * 1001, HERE).outcome is Outcome.REFUSED
    assert door.sign_in("me", "p" * 1000, HERE).outcome is Outcome.DONE


def test_while_a_wait_is_due_nothing_is_looked_at(store: Store, hasher: Counting) -> None:
    store.organisers.put("me", hash_of_password("a long password"))
    for _ in range(FREE):
        store.organisers.try_at_door("198.51.100.1", "me")
    entry = door.sign_in("me", "a long password", HERE)
    assert (entry.outcome, entry.token) == (Outcome.REFUSED, None)
    assert 0 < entry.wait_ms <= 1000
    assert hasher.verified == []
    forget_failures(store)
    assert door.sign_in("me", "a long password", HERE).outcome is Outcome.DONE
    assert len(hasher.verified) == 1


def test_success_makes_the_door_forget_the_failures(store: Store) -> None:
    store.organisers.put("me", hash_of_password("a long password"))
    for _ in range(3):
        outcomes = [door.sign_in("me", word, HERE).outcome for word in ("x", "y", "z", "a long password")]
        assert outcomes == [Outcome.REFUSED] * 3 + [Outcome.DONE]


def test_a_hash_of_other_parameters_is_made_anew_and_nobody_is_signed_out(store: Store) -> None:
    old = PasswordHasher(time_cost=2, memory_cost=128, parallelism=1).hash("a long password")
    me = store.organisers.put("me", old)
    before = store.organisers.open_session(me.id)
    assert is_stale(old)
    assert door.sign_in("me", "wrong", HERE).outcome is Outcome.REFUSED
    assert store.organisers.by_name("me") == (me, old)
    assert door.sign_in("me", "a long password", HERE).outcome is Outcome.DONE
    found = store.organisers.by_name("me")
    assert found is not None
    assert found[1] not in (None, old)
    assert not is_stale(str(found[1]))
    assert store.organisers.who_is(before) == me
    assert door.sign_in("me", "a long password", HERE).outcome is Outcome.DONE


def test_the_session_that_the_browser_had_ends(store: Store) -> None:
    store.organisers.put("me", hash_of_password("a long password"))
    first = door.sign_in("me", "a long password", HERE).token
    second = door.sign_in("me", "a long password", HERE, first).token
    assert first is not None
    assert second is not None
    assert signed_with(first.secret) is Outcome.OVER
    ticket = store.organisers.make_ticket("me")
    third = door.sign_in_with_ticket(ticket.secret, second).token
    assert third is not None
    assert signed_with(second.secret) is Outcome.OVER
    assert door.sign_in_with_ticket(ticket.secret).outcome is Outcome.REFUSED
    assert isinstance(signed_with(third.secret), Signed)


def test_signing_out(store: Store) -> None:
    store.organisers.put("me", hash_of_password("a long password"))
    tokens = [door.sign_in("me", "a long password", HERE).token for _ in range(2)]
    assert door.sign_out(tokens[0]) is Outcome.DONE
    assert door.sign_out(tokens[1]) is Outcome.OVER
    assert door.sign_out(None) is Outcome.OVER
    assert door.sign_out(Token("nonsense")) is Outcome.OVER


def test_while_the_store_is_away_everything_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreDown("away")

    for place in ("people.organiser.door.process_store", "people.organiser.signed.process_store"):
        monkeypatch.setattr(place, away)
    assert door.sign_in("me", "x", HERE).outcome is Outcome.AWAY
    assert door.sign_in_with_ticket("x").outcome is Outcome.AWAY
    assert door.sign_out(Token("x")) is Outcome.AWAY
    assert signed_with("x") is Outcome.AWAY
    assert door.has_passwords()


def test_passwords_are_what_they_should_be() -> None:
    """With the real parameters: the library's own, which docs/decisions/0016-argon2.md names."""
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    groups = [group for one in made for group in one.split("-")]
    assert len(groups) == 800
    assert {len(group) for group in groups} == {5}
    assert set("".join(groups)) == set("0123456789abcdefghjkmnpqrstvwxyz")
    hashed = hash_of_password("ｐassword ﬁve \u304b\u3099")
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert len(hashed) <= 200
    assert is_password(hashed, "password five \u304c"), "typed on another keyboard"
    assert not is_password(hashed, "Password five \u304c")
    assert not is_password("no hash at all", "password")
    assert hash_of_password("one") != hash_of_password("one")
