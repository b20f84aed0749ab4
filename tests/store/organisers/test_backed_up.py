"""Organisers are in a backup, their sessions, tickets and attempts are not, of either database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from store import NotAllowed, Store
from store.database.organiser_tables import door_attempts, organiser_sessions
from store.operating.backup import back_up
from store.operating.restore import restore


def test_a_restored_store_knows_its_organisers_and_nobody_is_signed_in(
    store: Store, opened: Callable[..., Store], tmp_path: Path
) -> None:
    me = store.organisers.put("me", "a hash")
    session = store.organisers.open_session(me.id)
    ticket = store.organisers.make_ticket("me")
    store.organisers.try_at_door("192.0.2.1", "me")
    back_up(store, tmp_path / "backup")
    kept = (tmp_path / "backup").read_bytes()
    assert b"a hash" in kept
    for row in store.read(lambda connection: connection.execute(select(organiser_sessions.c.hash)).scalars().all()):
        assert row.encode() not in kept
    for row in store.read(lambda connection: connection.execute(select(door_attempts.c.key)).scalars().all()):
        assert row.encode() not in kept
    other = opened(f"sqlite:///{tmp_path}/other/fit.db")
    restore(other, tmp_path / "backup")
    assert other.organisers.by_name("me") == (me, "a hash")
    for token in (session, ticket):
        with pytest.raises(NotAllowed):
            other.organisers.who_is(token)
    assert store.organisers.who_is(session) == me, "the store itself is as it was"
    restore(store, tmp_path / "backup", replace=True)
    with pytest.raises(NotAllowed):
        store.organisers.who_is(session)


def test_a_copied_file_that_is_used_as_a_store_has_nobody_signed_in(
    opened: Callable[..., Store], tmp_path: Path
) -> None:
    store = opened(f"sqlite:///{tmp_path}/own/fit.db")
    me = store.organisers.put("me", "a hash")
    session = store.organisers.open_session(me.id)
    back_up(store, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM organisers").fetchone() == (1,)
    with pytest.raises(NotAllowed):
        opened(f"sqlite:///{tmp_path}/copy.db").organisers.who_is(session)
