"""The first start: one organiser, one password, however many processes start."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from people.organiser import door
from people.organiser.first import first_password, given_password, set_password
from people.respondent.outcome import Outcome
from store import BadSetting, Store
from store.process import close_process_store, process_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    yield process_store()
    close_process_store()


def test_the_first_start_makes_a_password_and_no_other_start_does(store: Store) -> None:
    password = first_password()
    assert password is not None
    assert door.sign_in("organiser", password, "here").outcome is Outcome.DONE
    assert first_password() is None


def test_of_several_that_start_at_once_one_makes_it(store: Store) -> None:
    made: list[str | None] = []
    at_once = threading.Barrier(3)

    def start() -> None:
        at_once.wait()
        made.append(first_password())

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (password,) = [one for one in made if one is not None]
    assert door.sign_in("organiser", password, "here").outcome is Outcome.DONE


def test_a_set_password_stands_and_the_same_one_signs_nobody_out(store: Store) -> None:
    set_password("the operator's own")
    token = door.sign_in("organiser", "the operator's own", "here").token
    assert token is not None
    set_password("the operator's own")
    assert store.organisers.who_is(token).name == "organiser"
    set_password("another of the operator's")
    assert door.sign_in("organiser", "the operator's own", "here").outcome is Outcome.REFUSED
    assert door.sign_in("organiser", "another of the operator's", "here").outcome is Outcome.DONE
    assert first_password() is None


def test_a_password_that_is_too_short_is_no_setting() -> None:
    assert given_password({}) is None
    assert given_password({"FIT_ORGANISER_PASSWORD": ""}) is None
    assert given_password({"FIT_ORGANISER_PASSWORD": "x" * 12}) == "x" * 12
    for wrong in ("x" * 11, "x" * 1001):
        with pytest.raises(BadSetting) as refused:
            given_password({"FIT_ORGANISER_PASSWORD": wrong})
        assert wrong not in str(refused.value)
