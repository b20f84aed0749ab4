"""Who finished without sharing cannot be told from who never began, by anything that an organiser can see."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from store import Invitation, Store, open_store
from store.campaigns.counts import STEP
from tests.examples import examples
from tests.store.campaigns.everything import CHANGES, READS, everything
from tests.store.campaigns.world import organiser, people, running, shared, taken
from tests.store.moments import ROLES, Clock

MOST_INVITED = 16


@pytest.mark.parametrize("subject", sorted(READS))
def test_every_operation_of_an_organiser_is_read_here_or_changes_something(store: Store, subject: str) -> None:
    public = {name for name in dir(getattr(store, subject)) if not name.startswith("_")}
    assert public == READS[subject] | CHANGES[subject]


class World:
    """A campaign with personal links on a store of its own, so that it can be copied as it stands."""

    def __init__(self, invited: int) -> None:
        self.folder = Path(tempfile.mkdtemp())
        store = self.open("first")
        self.who = organiser(store, "jinji")
        self.campaign = running(store, self.who, links="personal").id
        self.key = store.keys.make(self.who, self.campaign, "ATS")[1]
        self.links = store.invitations.add(self.who, self.campaign, people(invited))
        store.close()

    def open(self, name: str) -> Store:
        return open_store(f"sqlite:///{self.folder}/{name}.db", clock=Clock())

    def after(self, name: str, *steps: Callable[[Store], Any]) -> str:
        """What the organiser gets in a copy of this world in which some more happened."""
        shutil.copy(self.folder / "first.db", self.folder / f"{name}.db")
        store = self.open(name)
        try:
            for step in steps:
                step(store)
            return everything(store, self.who, self.campaign, self.key)
        finally:
            store.close()

    def remove(self) -> None:
        shutil.rmtree(self.folder)


def begins(link: Invitation) -> Callable[[Store], Any]:
    return lambda store: store.participations.begin(link.secret, None, ROLES)


def finishes(link: Invitation) -> Callable[[Store], Any]:
    return lambda store: taken(store, link.secret)


def withdraws(link: Invitation) -> Callable[[Store], Any]:
    def step(store: Store) -> None:
        token, participation, _ = shared(store, link.secret)
        store.participations.withdraw(token, participation)

    return step


@settings(max_examples=examples(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(some.data())
def test_two_worlds_that_differ_in_who_finished_look_alike_to_the_last_byte(data: some.DataObject) -> None:
    invited = data.draw(some.integers(2, MOST_INVITED))
    others = data.draw(some.integers(0, invited - 2))
    world = World(invited)
    try:
        store = world.open("first")
        for link in world.links[2 : 2 + others]:
            data.draw(some.sampled_from([shared, taken]))(store, link.secret)
        store.close()
        one, other = world.links[:2]
        came = data.draw(some.sampled_from([finishes, begins, withdraws]))
        assert world.after("one", came(one)) == world.after("other", came(other))
    finally:
        world.remove()


@settings(max_examples=examples(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(invited=some.integers(1, MOST_INVITED), data=some.data())
def test_one_more_who_finished_changes_nothing_but_a_rough_count_that_leaves_five_others(
    invited: int, data: some.DataObject
) -> None:
    finished = data.draw(some.integers(0, invited - 1))
    world = World(invited)
    try:
        store = world.open("first")
        for link in world.links[1 : 1 + finished]:
            taken(store, link.secret)
        store.close()
        before = json.loads(world.after("before"))
        after = json.loads(world.after("after", finishes(world.links[0])))
        told_before = before["counts"].pop("finished_at_least")
        told = after["counts"].pop("finished_at_least")
        assert before == after
        if told != told_before:
            assert told == finished + 1
            assert told % STEP == 0
        for count in (told, told_before):
            assert count is None or (count >= STEP and invited - count >= STEP)
    finally:
        world.remove()


def test_the_comparison_would_notice_a_share() -> None:
    world = World(3)
    try:
        one, other = world.links[:2]
        assert world.after("one", lambda store: shared(store, one.secret)) != world.after(
            "other", lambda store: shared(store, other.secret)
        )
    finally:
        world.remove()


def test_beginning_finishing_and_withdrawing_leave_no_trace_on_either_database(store: Store) -> None:
    who = organiser(store, "jinji")
    campaign = running(store, who, links="personal").id
    key = store.keys.make(who, campaign, "ATS")[1]
    first, second, third = store.invitations.add(who, campaign, people(3))
    everything(store, who, campaign, key)
    # Reading by a key is noted in the log, so both looks are preceded by one.
    before = _without_log(everything(store, who, campaign, key))
    begins(first)(store)
    assert _without_log(everything(store, who, campaign, key)) == before
    finishes(second)(store)
    assert _without_log(everything(store, who, campaign, key)) == before
    withdraws(third)(store)
    assert _without_log(everything(store, who, campaign, key)) == before


def _without_log(seen: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(seen)
    told.pop("log")
    return told
