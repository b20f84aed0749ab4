"""No log holds a room's code, a nickname or a vote."""

from __future__ import annotations

import contextlib
import logging

import pytest

from store import Store, StoreError
from tests.store.moments import ROLES
from tests.store.workshops.world import begun, code_of, finish, trainer


def test_nothing_of_a_room_in_any_log(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    # In words of their own, so that a traceback's line of this test does not hold them.
    nickname, choice = "_".join(("the", "nickname")), "_".join(("the", "choice"))
    logging.getLogger("sqlalchemy.engine").setLevel(logging.DEBUG)
    try:
        with caplog.at_level(logging.DEBUG):
            log = logging.getLogger("site")
            who = trainer(store)
            made = begun(store, who)
            done = store.seats.sit(code_of(made), None, ROLES, nickname)
            assert done.token is not None
            finish(store, done.token, 0.123456)
            store.seats.vote(done.token, done.seat.id, "measures/3", choice)
            log.debug("%r %r %r", made, done, store.seats.mine(done.token))
            log.debug("%r", store.workshops.counts(who, made.id, 3))
            log.debug("%r", store.workshops.measured(who, made.id, 1))
            for call in (store.seats.look, lambda code: store.seats.sit(code, None, ROLES, nickname + "\u202e")):
                with contextlib.suppress(StoreError):
                    call(code_of(made))
            try:
                store.seats.vote(done.token, done.seat.id, choice, choice)
            except StoreError:
                log.exception("It was refused.")
            log.debug("%r", store.workshops.delete(who, made.id))
    finally:
        logging.getLogger("sqlalchemy.engine").setLevel(logging.NOTSET)
    assert "INSERT INTO seats" in caplog.text
    secrets = (code_of(made), nickname, choice, "0.123456", done.token.secret, who.secret)
    assert [mark for mark in secrets if mark in caplog.text] == []
