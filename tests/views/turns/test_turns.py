"""Threads come one after the other, the urgent first, and none of them can hold up the rest."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from views.turns.turns import Turns

LONG = 30.0
"""Seconds: a turn that is never overdue in a test."""


@contextmanager
def thread(work: Callable[[], None]) -> Iterator[None]:
    """``work`` beside the block, waited for at its end; what it raises is raised."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    started = threading.Thread(target=run, daemon=True)
    started.start()
    yield
    started.join(LONG)
    assert not started.is_alive()
    if raised:
        raise raised[0]


def until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.001)


def waiting(turns: Turns) -> int:
    return len(turns._row)


def test_one_at_a_time() -> None:
    turns, inside, most, done = Turns(LONG), [0], [0], [0]

    def work() -> None:
        for _ in range(20):
            with turns.turn(0):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.0005)
                inside[0] -= 1
                done[0] += 1

    with thread(work), thread(work), thread(work), thread(work):
        pass
    assert (most[0], done[0], waiting(turns)) == (1, 80, 0)


def test_the_urgent_first_then_who_came_first() -> None:
    turns, order = Turns(LONG), []

    def work(urgency: int, name: str) -> Callable[[], None]:
        def run() -> None:
            with turns.turn(urgency):
                order.append(name)

        return run

    names = {"page": 2, "another page": 2, "tap": 1, "room": 0, "another tap": 1}
    with turns.turn(2):
        threads = [thread(work(urgency, name)) for name, urgency in names.items()]
        for number, one in enumerate(threads, 1):
            one.__enter__()
            until(lambda number=number: waiting(turns) == number)  # type: ignore[misc]
    for one in threads:
        one.__exit__(None, None, None)
    assert order == ["room", "tap", "another tap", "page", "another page"]


def test_what_takes_too_long_keeps_nobody_waiting() -> None:
    """Also not the one after: a single script that hangs costs the others one wait and no more."""
    turns, end, after = Turns(0.05), threading.Event(), threading.Event()

    def hang() -> None:
        with turns.turn(0):
            assert end.wait(LONG)

    def others() -> None:
        with turns.turn(0):
            pass
        began = time.monotonic()
        for _ in range(200):
            with turns.turn(0):
                pass
        # With a wait of 0.05 s for each of them it would be ten seconds.
        assert time.monotonic() - began < 5
        after.set()

    with thread(hang):
        until(lambda: turns._now is not None)
        with thread(others):
            assert after.wait(LONG)
            end.set()
    with turns.turn(0):
        assert waiting(turns) == 0


def test_an_error_ends_a_turn() -> None:
    turns = Turns(LONG)
    with pytest.raises(ZeroDivisionError), turns.turn(0):
        raise ZeroDivisionError
    with turns.turn(0):
        pass
