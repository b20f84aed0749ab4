"""A program repeats a call whose answer was lost: the same people keep their links, and nobody gets another's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from store import BadValue, Invited, NotAllowed, Store, Token
from tests.store.campaigns.world import organiser, people, running, shared

HANAKO = Invited("花子", "hanako@example.jp", "A-1")


@dataclass(frozen=True)
class World:
    store: Store
    who: Token
    campaign: str
    key: str

    def send(self, *given: Invited) -> tuple[list[str], int]:
        """The links and how many are new."""
        made = self.store.keys.add_by_key(self.key, self.campaign, given)
        return [one.secret for one in made.links], made.new

    def kept(self) -> list[str]:
        return [one.secret for one in self.store.invitations.all(self.who, self.campaign)]


@pytest.fixture
def world(store: Store) -> World:
    return a_world(store, organiser(store, "Sato"))


def a_world(store: Store, who: Token, most: int = 5) -> World:
    campaign = running(store, who, links="personal", most=most).id
    return World(store, who, campaign, store.keys.make(who, campaign, "ATS")[1])


def test_the_same_call_gives_the_same_links_and_notes_nothing(world: World) -> None:
    first, new = world.send(*people(3))
    assert (new, world.kept()) == (3, first)
    noted = len(world.store.audit.page(world.who, world.campaign).rows)
    assert world.send(*people(3)) == (first, 0)
    assert world.send(*reversed(people(3))) == (first[::-1], 0), "in the order of the list"
    assert world.kept() == first
    assert len(world.store.audit.page(world.who, world.campaign).rows) == noted


def test_those_who_are_new_among_them_get_theirs_as_long_as_there_is_room(world: World) -> None:
    first, _ = world.send(*people(3))
    fifth, new = world.send(people(5)[4], *people(3))
    assert (fifth[1:], new) == (first, 1)
    assert fifth[0] not in first
    before = world.kept()
    with pytest.raises(BadValue):
        world.send(*people(3), *people(7)[5:])
    assert world.kept() == before, "the list is taken as a whole or not at all"
    assert world.send(people(4)[3], *people(3))[1] == 1, "the control: for one there was room"


@pytest.mark.parametrize(
    "other",
    [
        Invited("花子", "hanako@example.jp", "A-2"),
        Invited("花子", "", "A-1"),
        Invited("太郎", "hanako@example.jp", "A-1"),
        Invited("花子", "other@example.jp", "A-1"),
    ],
)
def test_nobody_gets_the_link_of_somebody_who_is_almost_alike(world: World, other: Invited) -> None:
    (first,), _ = world.send(HANAKO)
    (second,), new = world.send(other)
    assert new == 1
    assert second != first
    assert world.send(HANAKO, other) == ([first, second], 0), "the control"


def test_a_name_alone_may_be_anybodys(world: World) -> None:
    (first,), _ = world.send(Invited("花子"))
    (second,), new = world.send(Invited("花子"))
    assert (first != second, new) == (True, 1)
    assert world.send(Invited("", "", "A-1"))[0] == world.send(Invited("", "", "A-1"))[0]


def test_whose_link_was_withdrawn_gets_a_new_one(world: World) -> None:
    (first,), _ = world.send(HANAKO)
    world.store.invitations.withdraw(world.who, world.store.invitations.all(world.who, world.campaign)[0].id)
    (second,), new = world.send(HANAKO)
    assert (first != second, new) == (True, 1)
    assert world.send(HANAKO) == ([second], 0)


def test_whoever_an_organiser_invited_or_who_shared_keeps_the_link_too(world: World) -> None:
    (invited,) = world.store.invitations.add(world.who, world.campaign, [HANAKO])
    shared(world.store, invited.secret)
    made = world.store.keys.add_by_key(world.key, world.campaign, [HANAKO])
    assert ([one.secret for one in made.links], made.new) == ([invited.secret], 0)
    assert made.links[0].shared


def test_another_campaigns_links_are_not_given_out(store: Store, world: World) -> None:
    (mine,), _ = world.send(HANAKO)
    other = a_world(store, organiser(store, "Abe"))
    (theirs,), new = other.send(HANAKO)
    assert (mine != theirs, new) == (True, 1)
    with pytest.raises(NotAllowed):
        store.keys.add_by_key(other.key, world.campaign, [HANAKO])


def test_the_same_call_twice_at_once_makes_one_link_each(world: World) -> None:
    with ThreadPoolExecutor(max_workers=4) as threads:
        answers = list(threads.map(lambda _: world.send(*people(3))[0], range(4)))
    assert all(answer == answers[0] for answer in answers)
    assert world.kept() == answers[0]
