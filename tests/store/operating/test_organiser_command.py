"""``python -m store organiser``: whom an operator lets in, and takes away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from store import NotAllowed, Store
from store.__main__ import main
from store.organisers import passwords
from store.organisers.attempts import FREE
from store.organisers.passwords import is_password
from tests.store.campaigns.world import draft

PASSWORD = re.compile(r"\b(?:[0-9a-z]{5}-){3}[0-9a-z]{5}\b")


@pytest.fixture(autouse=True)
def at(place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", place)
    monkeypatch.setenv("FIT_LANGUAGE", "en")
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    return place


@pytest.fixture
def store(at: str, opened: Callable[..., Store]) -> Store:
    return opened(at)


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["organiser", *arguments]) == status
    printed = capsys.readouterr()
    assert printed.err == "" if status == 0 else printed.out == ""
    return printed.out + printed.err


@pytest.mark.parametrize("name", ["", "Tanaka", "sato@example.jp"])
def test_a_new_password_is_printed_once_and_signs_out(
    store: Store, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    whose = name or "organiser"
    given = [name] if name else []
    first = PASSWORD.findall(said(capsys, *given))
    assert len(first) == 1
    found = store.organisers.by_name(whose)
    assert found is not None
    assert is_password(found[1], first[0])
    session = store.organisers.open_session(found[0].id)
    for n in range(FREE):
        store.organisers.try_at_door(f"10.0.0.{n}", whose)
    told = said(capsys, *given)
    (second,) = PASSWORD.findall(told)
    assert whose in told
    changed = store.organisers.by_name(whose)
    assert changed is not None
    assert changed[0] == found[0]
    assert is_password(changed[1], second)
    assert not is_password(changed[1], first[0])
    with pytest.raises(NotAllowed):
        store.organisers.who_is(session)
    assert store.organisers.try_at_door("10.0.0.99", whose) == 0, "whoever was locked out comes in"


def test_the_list_shows_no_secret(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert "There are no organisers" in said(capsys, "--list")
    (password,) = PASSWORD.findall(said(capsys, "tanaka"))
    store.organisers.make_ticket("sato@example.jp")
    told = said(capsys, "--list")
    assert told.splitlines() == ["sato@example.jp (sign-in service)", "tanaka (password)"]
    assert password not in told
    assert main(["stats"]) == 0
    assert "organisers: 2\n" in capsys.readouterr().out


def test_who_is_removed_is_signed_out(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "tanaka")
    found = store.organisers.by_name("tanaka")
    assert found is not None
    session = store.organisers.open_session(found[0].id)
    assert "There is no organiser named suzuki" in said(capsys, "--remove", "suzuki", status=1)
    assert "There is no organiser named" in said(capsys, "--remove", "a\u202eb", status=1)
    assert store.organisers.who_is(session) == found[0]
    assert "was removed" in said(capsys, "--remove", "TANAKA")
    assert store.organisers.count() == 0
    with pytest.raises(NotAllowed):
        store.organisers.who_is(session)


def test_who_owns_a_campaign_is_not_removed(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("owner", "colleague"):
        said(capsys, name)
    owner, colleague = store.organisers.by_name("owner"), store.organisers.by_name("colleague")
    assert owner is not None
    assert colleague is not None
    session = store.organisers.open_session(owner[0].id)
    campaign = store.campaigns.make(session, draft())
    store.campaigns.admit(session, campaign.id, "colleague", "editor")
    assert "owns campaigns" in said(capsys, "--remove", "owner", status=1)
    assert store.organisers.who_is(session) == owner[0]
    assert "was removed" in said(capsys, "--remove", "colleague")
    store.campaigns.delete(session, campaign.id)
    assert "was removed" in said(capsys, "--remove", "owner")


def test_a_name_that_is_none_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("x" * 81, "a\u202eb", " "):
        assert "1 to 80 characters" in said(capsys, name, status=1)
