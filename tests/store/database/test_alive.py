"""A connection to PostgreSQL that was used a moment ago is not asked whether it is there, and a dead one never used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store import Answer, Edition, Store
from store.database import alive
from tests.store.moments import NOW


@pytest.fixture
def asked(
    monkeypatch: pytest.MonkeyPatch, postgres_place: str, opened: Callable[..., Store]
) -> tuple[Store, list[bool]]:
    """A store with one connection in its pool, and whether the server answered each time that it was asked."""
    store = opened(postgres_place)
    answers: list[bool] = []
    ping = store.engine.dialect.do_ping

    def ask(connection) -> bool:  # type: ignore[no-untyped-def]
        answers.append(False)
        answers[-1] = ping(connection)
        return answers[-1]

    monkeypatch.setattr(store.engine.dialect, "do_ping", ask)
    return store, answers


def test_one_save_after_the_other_asks_nothing(asked: tuple[Store, list[bool]]) -> None:
    store, answers = asked
    token, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    for number in range(5):
        store.sheets.save(token, [Answer("q1", number, NOW + number)])
    assert answers == []


def test_a_connection_that_lay_idle_is_asked(asked: tuple[Store, list[bool]], monkeypatch: pytest.MonkeyPatch) -> None:
    store, answers = asked
    monkeypatch.setattr(alive, "TRUSTED_SECONDS", 0.0)
    store.devices.begin_visitor()
    assert answers == [True]


@pytest.mark.parametrize("trusted", [0.0, 60.0])
def test_a_connection_that_the_server_ended_is_replaced(
    asked: tuple[Store, list[bool]],
    trusted: float,
    postgres_place: str,
    opened: Callable[..., Store],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, answers = asked
    monkeypatch.setattr(alive, "TRUSTED_SECONDS", trusted)
    token = store.devices.begin_visitor()
    end_connection(store, opened(postgres_place))
    answers.clear()
    assert store.progress.save(token, {"a": (1, NOW)}) == {"a": (1, NOW)}
    assert answers == [False]


def end_connection(store: Store, other: Store) -> None:
    """Have the server end the one connection in the store's pool, and wait until it has."""
    number = store.read(lambda connection: connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
    end = f"SELECT pg_terminate_backend({number}, 10000)"
    assert other.read(lambda connection: connection.exec_driver_sql(end).scalar_one()) is True


def test_a_connection_closed_on_this_side_is_replaced(asked: tuple[Store, list[bool]]) -> None:
    store, answers = asked
    token = store.devices.begin_visitor()
    raw = store.engine.raw_connection()
    dropped = raw.driver_connection
    raw.close()
    assert dropped is not None
    dropped.close()
    assert store.progress.entries(token) == {}
    assert answers == [False]
