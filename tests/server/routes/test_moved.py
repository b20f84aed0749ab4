"""A phone asks in one word whether its room has moved on."""

from __future__ import annotations

import time

import pytest

from store import Store
from tests.chaos.running import request
from tests.views.organising.seeded import organiser
from tests.views.workshop.world import workshop

YEAR = 365 * 24 * 3600


def asked(site: str, **given: object) -> tuple[int, bytes, str]:
    query = "&".join(f"{name}={value}" for name, value in given.items())
    answer = request(site, "GET", f"/j/moved?{query}")
    return answer.status, answer.body, answer.headers["cache-control"]


def test_only_what_the_trainer_changed_is_told(site: str, store: Store) -> None:
    who = organiser(store, "trainer of a room that moves")
    made = workshop(store, who)
    later = int(time.time()) + YEAR
    assert asked(site, room=made.id, beat=made.beat, ends=later) == (200, b"same", "no-store")
    moved = store.workshops.go(who, made.id, 1, made.beat)
    deadline = time.monotonic() + 30
    while asked(site, room=made.id, beat=made.beat, ends=later)[1] == b"same":
        assert time.monotonic() < deadline, "what another process changed is never told"
        time.sleep(0.1)
    assert asked(site, room=made.id, beat=moved.beat, ends=later)[1] == b"same"


def test_its_end_is_told_by_the_servers_own_clock(site: str, store: Store) -> None:
    made = workshop(store, organiser(store, "trainer of a room that ends"))
    assert asked(site, room=made.id, beat=made.beat, ends=int(time.time()) - 1)[1] == b"moved"
    # A page that shows the end already has nothing more to be told.
    assert asked(site, room=made.id, beat=made.beat)[1] == b"same"


def test_a_room_that_is_gone_has_moved(site: str, store: Store) -> None:
    assert asked(site, room="0" * 32, beat=0)[1] == b"moved"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"room": "x"},
        {"beat": "x"},
        {"beat": 1, "ends": "x"},
        {"beat": 1, "ends": "9" * 30},
        {"beat": "1" * 500},
        {"beat": 1, "ends": "-" + "9" * 15},
    ],
)
def test_what_the_page_did_not_write_is_refused(site: str, given: dict[str, object]) -> None:
    assert asked(site, **given) == (400, b"", "no-store")
