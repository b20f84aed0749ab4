"""Who may do what: every operation of the trainer's, walked by looking at the class, so that none is forgotten."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from store import NotAllowed, SheetGone, Store, Token, Workshop
from store.workshops.seats import Seats
from store.workshops.workshops import Workshops
from tests.store.campaigns.test_access import everything, statements
from tests.store.workshops.world import begun, draft, room, shown, trainer

UNKNOWN = "0" * 32
REFUSED = "This is not there, or it is not yours to open."
Call = Callable[[Store, str, Token, Any], object]
# Operation: the least access that it asks for, and a call that would succeed.
OPERATIONS: dict[str, tuple[str, Call]] = {
    "read": ("editor", lambda s, id, t, w: s.workshops.read(t, id)),
    "change": ("editor", lambda s, id, t, w: s.workshops.change(t, id, draft(title="x"), w.beat)),
    "copy": ("editor", lambda s, id, t, w: s.workshops.copy(t, id, "copy")),
    "go": ("editor", lambda s, id, t, w: s.workshops.go(t, id, 1, w.beat)),
    "reveal": ("editor", lambda s, id, t, w: s.workshops.reveal(t, id, w.beat)),
    "count_down": ("editor", lambda s, id, t, w: s.workshops.count_down(t, id, 60, w.beat)),
    "end": ("editor", lambda s, id, t, w: s.workshops.end(t, id)),
    "prolong": ("editor", lambda s, id, t, w: s.workshops.prolong(t, id, 1)),
    "delete": ("owner", lambda s, id, t, w: s.workshops.delete(t, id)),
    "trainers": ("editor", lambda s, id, t, w: s.workshops.trainers(t, id)),
    "admit": ("owner", lambda s, id, t, w: s.workshops.admit(t, id, "stranger")),
    "dismiss": ("owner", lambda s, id, t, w: s.workshops.dismiss(t, id, "editor")),
    "note": ("editor", lambda s, id, t, w: s.workshops.note(t, id, "opened")),
    "log": ("editor", lambda s, id, t, w: s.workshops.log(t, id)),
    "counts": ("editor", lambda s, id, t, w: s.workshops.counts(t, id, 3)),
    "measured": ("editor", lambda s, id, t, w: s.workshops.measured(t, id, 1)),
    "votes": ("editor", lambda s, id, t, w: s.workshops.votes(t, id, "measures/3")),
    "snapshots": ("editor", lambda s, id, t, w: s.workshops.snapshots(t, id)),
    "keep": (
        "editor",
        lambda s, id, t, w: s.workshops.keep(t, id, "picture", "", w.members, {}, w.beat),
    ),
}
OF_ONES_OWN = {"make", "mine"}
ALLOWED = {"editor": ("owner", "editor"), "owner": ("owner",)}
CALLERS = ("owner", "editor", "stranger", "dismissed", "signed out", "never signed in", "no token", "participant")


@dataclass(frozen=True)
class World:
    workshop: Workshop
    members: tuple[str, ...]
    tokens: dict[str, Token]

    @property
    def beat(self) -> int:
        return self.workshop.beat


def a_world(store: Store) -> World:
    tokens = {name: trainer(store, name) for name in ("owner", "editor", "stranger", "dismissed", "signed out")}
    store.organisers.sign_out(tokens["signed out"])
    made = begun(store, tokens["owner"])
    for name in ("editor", "dismissed"):
        store.workshops.admit(tokens["owner"], made.id, name)
    store.workshops.dismiss(tokens["owner"], made.id, "dismissed")
    here = room(store, made, 5)
    seen, _ = shown(store, tokens["owner"], made, here)
    begun(store, tokens["stranger"])
    tokens |= {"never signed in": Token("x" * 43), "no token": Token("' OR 1=1 --"), "participant": here[0][0]}
    return World(seen, tuple(seat.id for _, seat in here), tokens)


@pytest.fixture
def world(store: Store) -> World:
    return a_world(store)


def test_every_operation_is_in_the_list() -> None:
    found = {name for name, _ in inspect.getmembers(Workshops, inspect.isfunction) if not name.startswith("_")}
    assert found == set(OPERATIONS) | OF_ONES_OWN
    for name in found:
        assert list(inspect.signature(getattr(Workshops, name)).parameters)[1] == "who", name


def test_too_little_access_opens_nothing(store: Store, world: World) -> None:
    before = everything(store)
    for operation, (least, call) in OPERATIONS.items():
        for caller in CALLERS:
            if caller not in ALLOWED[least]:
                with pytest.raises(NotAllowed) as refused:
                    call(store, world.workshop.id, world.tokens[caller], world)
                assert str(refused.value) == REFUSED, (operation, caller)
    assert everything(store) == before
    for caller in CALLERS[4:]:
        with pytest.raises(NotAllowed):
            store.workshops.make(world.tokens[caller], draft())
        with pytest.raises(NotAllowed):
            store.workshops.mine(world.tokens[caller])


def test_enough_access_does_it(store: Store) -> None:
    for operation, (least, call) in OPERATIONS.items():
        fresh = a_world(store)
        call(store, fresh.workshop.id, fresh.tokens[least], fresh)
        assert operation


def test_what_is_unknown_and_what_is_foreign_take_the_same_way(store: Store, world: World) -> None:
    """The same sentence and the same statements, so that neither the answer nor its time tells which it was."""
    stranger = world.tokens["stranger"]
    asked: tuple[Any, ...] = (world.workshop.id, UNKNOWN, "", "'; --", "é" * 32, "\x00", None)
    for operation, (_, call) in OPERATIONS.items():
        ways: list[list[str]] = []
        for workshop in asked:
            with statements(store) as said, pytest.raises(NotAllowed) as refused:
                call(store, workshop, stranger, world)
            assert str(refused.value) == REFUSED
            ways.append(said)
        assert ways[0]
        assert all(way == ways[0] for way in ways), operation


def test_a_participant_reaches_their_own_seat_only(store: Store, world: World) -> None:
    mine, theirs = world.members[:2]
    own = world.tokens["participant"]
    calls: dict[str, Callable[[Token, Any], object]] = {
        "shown": lambda token, seat: store.seats.shown(token, seat),
        "rename": lambda token, seat: store.seats.rename(token, seat, "x"),
        "vote": lambda token, seat: store.seats.vote(token, seat, "measures/3", "a"),
        "leave": lambda token, seat: store.seats.leave(token, seat),
    }
    before = everything(store)
    for call in calls.values():
        for seat in (theirs, UNKNOWN, "", "'; --", None):
            with pytest.raises(NotAllowed) as refused:
                call(own, seat)
            assert str(refused.value) == REFUSED
        for token in (Token("x" * 43), Token("'"), world.tokens["owner"]):
            with pytest.raises(SheetGone):
                call(token, mine)
    assert everything(store) == before
    for call in calls.values():
        call(own, mine)
    with pytest.raises(NotAllowed):
        store.seats.vote(own, mine, "measures/3", "a")
    found = {name for name, _ in inspect.getmembers(Seats, inspect.isfunction) if not name.startswith("_")}
    assert found == {*calls, "look", "sit", "mine", "beat", "attempt", "wrong"}
