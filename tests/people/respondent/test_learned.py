"""Learning progress and a store that comes and goes: it waits, and is written without another click."""

from __future__ import annotations

import pytest

from people.respondent import learned
from people.respondent.learned import Learned
from store import Token
from store.operating.stats import stats
from store.outbox.sender import Sender
from tests.people.respondent.test_saving import Moody, eventually, moody, sender

__all__ = ["moody", "sender"]

MOMENT = 1_700_000_000_000


@pytest.fixture
def visitor(moody: Moody, sender: Sender, monkeypatch: pytest.MonkeyPatch) -> Token:
    token = moody.store.devices.begin_visitor()
    monkeypatch.setattr(learned, "process_sender", lambda: sender)
    monkeypatch.setattr(learned, "process_store", lambda: sender.store)
    return token


def learn(progress: Learned, key: str) -> str:
    """Learns one thing; the standing that a page then shows."""
    progress.note(key, "yes", MOMENT)
    return progress.standing


def test_what_was_learned_while_the_store_was_away_is_written_by_itself(moody: Moody, visitor: Token) -> None:
    progress = Learned(visitor)
    assert learn(progress, "read.one") == "saved"
    moody.down = True
    assert learn(progress, "read.two") == "waiting"
    assert learn(progress, "read.three") == "waiting"
    assert set(moody.store.progress.entries(visitor)) == {"read.one"}
    moody.down = False
    eventually(lambda: set(moody.store.progress.entries(visitor)) == {"read.one", "read.two", "read.three"})
    eventually(lambda: progress.standing == "saved")


def test_what_was_deleted_elsewhere_is_not_written_again(moody: Moody, visitor: Token) -> None:
    progress = Learned(visitor)
    assert learn(progress, "read.one") == "saved"
    moody.store.rights.forget(visitor)
    assert learn(progress, "read.two") == "off"
    assert stats(moody.store).rows["progress"] == 0


def test_progress_that_cannot_be_read_is_said_until_it_can(moody: Moody, visitor: Token) -> None:
    progress = Learned(visitor)
    moody.store.progress.save(visitor, {"read.one": ("yes", 1)})
    moody.down = True
    progress.load()
    assert progress.standing == "away"
    moody.down = False
    progress.load()
    assert progress.standing == "saved"
    assert list(progress.entries) == ["read.one"]


def test_a_visitor_without_a_token_learns_for_this_visit_only(moody: Moody, visitor: Token) -> None:
    progress = Learned(None)
    progress.load()
    assert learn(progress, "read.one") == "off"
    assert progress.progress(MOMENT).read == {"one": MOMENT}
    assert stats(moody.store).rows["progress"] == 0
