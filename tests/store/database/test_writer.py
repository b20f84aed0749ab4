"""Saves that share a transaction do not share their fate."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, event, text

from store import BadValue, Store, StoreDown
from store.database.writer import GroupWriter


def run_together(store: Store, works: list[Callable[[Connection], object]]) -> tuple[list[object], int]:
    """What each work gave or raised, and in how many transactions, when all waited while another one was running."""
    writer = GroupWriter(store.engine)
    hold, held = threading.Event(), threading.Event()
    ended: list[object] = [None] * len(works)
    begun: list[object] = []

    def first(_: Connection) -> None:
        held.set()
        hold.wait(10)

    def one(number: int) -> None:
        try:
            ended[number] = writer.run(works[number])
        except Exception as error:
            ended[number] = error

    threads = [threading.Thread(target=writer.run, args=(first,))]
    threads[0].start()
    held.wait(10)
    note = begun.append
    event.listen(store.engine, "begin", note)
    for number in range(len(works)):
        threads.append(threading.Thread(target=one, args=(number,)))
        threads[-1].start()
        while writer._queue.qsize() <= number:
            threading.Event().wait(0.001)
    hold.set()
    for thread in threads:
        thread.join()
    event.remove(store.engine, "begin", note)
    writer.close()
    return ended, len(begun)


def insert(name: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        connection.execute(text("INSERT INTO respondents VALUES (:name, 1)"), {"name": name})
        return name

    return work


def refuse(connection: Connection) -> None:
    insert("half")(connection)
    raise BadValue("no")


def fail(connection: Connection) -> None:
    insert("half")(connection)
    raise ZeroDivisionError


def there(store: Store) -> list[str]:
    found = text("SELECT id FROM respondents ORDER BY id")
    return list(store.read(lambda connection: connection.execute(found).scalars().all()))


@pytest.fixture
def file_store(file_place: str, opened: Callable[..., Store]) -> Store:
    return opened(file_place)


def test_what_waits_together_is_written_in_one_transaction(file_store: Store) -> None:
    ended, transactions = run_together(file_store, [insert(name) for name in "abcdef"])
    assert (ended, transactions) == (list("abcdef"), 1)
    assert there(file_store) == list("abcdef")


def test_a_refusal_takes_back_its_own_half_only(file_store: Store) -> None:
    ended, transactions = run_together(file_store, [insert("a"), refuse, insert("b")])
    assert (ended[0], ended[2], transactions) == ("a", "b", 1)
    assert isinstance(ended[1], BadValue)
    assert there(file_store) == ["a", "b"]


def test_an_error_in_one_leaves_the_others_to_be_written_alone(file_store: Store) -> None:
    ended, transactions = run_together(file_store, [insert("a"), fail, insert("b"), refuse])
    assert (ended[0], ended[2], transactions) == ("a", "b", 5)
    assert isinstance(ended[1], ZeroDivisionError)
    assert isinstance(ended[3], BadValue)
    assert there(file_store) == ["a", "b"]


def test_a_closed_writer_takes_no_more(file_store: Store) -> None:
    writer = GroupWriter(file_store.engine)
    assert writer.run(insert("a")) == "a"
    writer.close()
    with pytest.raises(StoreDown):
        writer.run(insert("b"))
