from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import Store, open_store
from tests.store import postgres
from tests.store.moments import Clock


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    made = postgres.Cluster()
    try:
        made.start()
        yield made
    finally:
        made.remove()


@pytest.fixture(scope="session")
def postgres_url(request: pytest.FixtureRequest) -> str:
    given = os.environ.get("FIT_TEST_POSTGRES", "")
    if given:
        assert postgres.answers(given), f"FIT_TEST_POSTGRES does not answer: {given}. {postgres.MISSING}"
        return given
    if postgres.answers(postgres.DEFAULT):
        return postgres.DEFAULT
    return str(request.getfixturevalue("cluster").url)


@pytest.fixture
def postgres_place(postgres_url: str) -> Iterator[str]:
    with postgres.own_schema(postgres_url) as url:
        yield url


@pytest.fixture(scope="session")
def ready_schema(postgres_url: str) -> Iterator[postgres.Ready]:
    """A schema up to date, for the tests of this process that begin with an empty store: to make one takes longer than
    most of them.
    """
    with postgres.Ready(postgres_url) as made:
        yield made


@pytest.fixture
def emptied_place(ready_schema: postgres.Ready) -> Iterator[str]:
    yield ready_schema.url
    ready_schema.empty()


@pytest.fixture
def file_place(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/own/fit.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, on either kind; its schema stands already where the test asks for a ``store``."""
    postgresql = "emptied_place" if "store" in request.fixturenames else "postgres_place"
    return str(request.getfixturevalue("file_place" if request.param == "sqlite" else postgresql))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(clock: Clock) -> Iterator[Callable[..., Store]]:
    """Opens stores with the test's clock and closes them."""
    stores: list[Store] = []

    def open_one(url: str, busy_seconds: float = 2.0) -> Store:
        stores.append(open_store(url, clock=clock, busy_seconds=busy_seconds))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(place: str, opened: Callable[..., Store]) -> Store:
    return opened(place)
