"""What a room was shown of itself: kept once, on whom it rests, and who is no longer in it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from store import BadValue, NotAllowed, Seat, SheetGone, Store, Token, Workshop, WorkshopChanged
from store.database.workshop_tables import pictured
from store.respondents.rows import moment_of
from tests.store.moments import NOW, ROLES, Clock
from tests.store.workshops.world import PLACE, begun, code_of, room, seated, shown, trainer

CONTENT: dict[str, Any] = {"v": 1, "traits": [{"trait": "pace", "mean": 55, "spread": None}], "文": "字"}


def at_picture(store: Store, who: Token, people: int = 6) -> tuple[Workshop, list[tuple[Token, Seat]], list[str]]:
    made = begun(store, who)
    here = room(store, made, people)
    seen = store.workshops.go(who, made.id, PLACE["picture"], 0)
    return seen, here, [seat.id for _, seat in here]


def test_what_is_kept_comes_back(store: Store) -> None:
    who = trainer(store)
    seen, _, members = at_picture(store, who)
    after, kept = store.workshops.keep(who, seen.id, "picture", "", members, CONTENT, seen.beat)
    assert (kept.kind, kept.about, kept.people, kept.lost, kept.round) == ("picture", "", 6, 0, 0)
    assert (kept.members, kept.content, kept.taken) == (frozenset(members), CONTENT, moment_of(NOW))
    assert (after.revealed, after.beat) == (True, seen.beat + 1)
    assert store.workshops.snapshots(who, seen.id) == (kept,)
    assert store.workshops.read(who, seen.id) == after
    assert members[0] not in repr(kept)


@pytest.mark.parametrize(
    ("stage", "kind", "about"),
    [("change", "change", ""), ("check", "check", "measures/3"), ("wrap_up", "poll", "take_along")],
)
def test_each_stage_shows_its_own(store: Store, stage: str, kind: Any, about: str) -> None:
    who = trainer(store)
    made = begun(store, who)
    members = [seat.id for _, seat in room(store, made, 5)]
    seen = store.workshops.go(who, made.id, PLACE[stage], 0)  # type: ignore[index]
    for wrong in (("picture", ""), (kind, "another")):
        with pytest.raises(BadValue):
            store.workshops.keep(who, made.id, wrong[0], wrong[1], members, {}, seen.beat)  # type: ignore[arg-type]
    assert store.workshops.keep(who, made.id, kind, about, members, {}, seen.beat)[1].kind == kind


def test_nothing_is_kept_of_fewer_than_five(store: Store) -> None:
    who = trainer(store)
    seen, _, members = at_picture(store, who)
    for few in (members[:4], [*members[:4], members[0]], []):
        with pytest.raises(BadValue) as refused:
            store.workshops.keep(who, seen.id, "picture", "", few, {}, seen.beat)
        assert refused.value.field == "members"
    for content in ({"x": "x" * 200_001}, {"x": float("inf")}, [1]):
        with pytest.raises(BadValue):
            store.workshops.keep(who, seen.id, "picture", "", members, content, seen.beat)  # type: ignore[arg-type]
    with pytest.raises(BadValue):
        store.workshops.keep(who, seen.id, "photo", "", members, {}, seen.beat)  # type: ignore[arg-type]
    assert store.workshops.snapshots(who, seen.id) == ()


def test_who_is_not_of_the_room_is_in_no_picture(store: Store) -> None:
    who = trainer(store)
    seen, here, members = at_picture(store, who, 7)
    _, stranger = seated(store, begun(store, who))
    store.seats.leave(here[0][0], members[0])
    for other in (stranger.id, "0" * 32, members[0]):
        with pytest.raises(WorkshopChanged):
            store.workshops.keep(who, seen.id, "picture", "", [*members[1:], other], {}, seen.beat)


def test_who_deletes_between_look_and_keep_stops_it(store: Store) -> None:
    """What was measured a moment ago holds somebody who has just deleted it: it is never shown."""
    who = trainer(store)
    seen, here, members = at_picture(store, who)
    store.rights.forget(here[0][0])
    with pytest.raises(WorkshopChanged) as refused:
        store.workshops.keep(who, seen.id, "picture", "", members, CONTENT, seen.beat)
    assert refused.value.current == seen
    assert store.workshops.keep(who, seen.id, "picture", "", members[1:], CONTENT, seen.beat)[1].people == 5


def test_who_deletes_is_in_no_snapshot_any_more(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    here = room(store, made, 6)
    shown(store, who, made, here)
    store.rights.forget(here[0][0])
    (kept,) = store.workshops.snapshots(who, made.id)
    assert (kept.people, kept.lost, kept.members) == (6, 1, frozenset(seat.id for _, seat in here[1:]))
    # Who leaves and comes back is the same person, and the picture rests on them all the time.
    store.seats.leave(here[1][0], here[1][1].id)
    assert store.workshops.snapshots(who, made.id) == (kept,)
    assert store.seats.sit(code_of(made), here[1][0], ROLES).seat.id == here[1][1].id
    store.seats.leave(here[1][0], here[1][1].id)
    store.rights.forget(here[1][0])
    (kept,) = store.workshops.snapshots(who, made.id)
    assert (kept.lost, kept.members) == (2, frozenset(seat.id for _, seat in here[2:]))
    rows = store.read(lambda connection: connection.execute(select(pictured.c.seat)).scalars().all())
    assert set(rows) == kept.members


def test_everybody_deletes_and_the_room_goes_on(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    here = room(store, made, 5)
    shown(store, who, made, here)
    for token, _ in here:
        store.rights.forget(token)
    (kept,) = store.workshops.snapshots(who, made.id)
    assert (kept.lost, kept.members) == (5, frozenset())
    assert store.workshops.counts(who, made.id, 3).seats == 0
    assert store.workshops.read(who, made.id).stage.kind == "picture"


def test_they_are_in_order(store: Store, clock: Clock) -> None:
    who = trainer(store)
    seen, _, members = at_picture(store, who)
    for number in range(3):
        if number:
            seen = store.workshops.go(who, seen.id, PLACE["picture"], seen.beat, anew=True)
        seen, _ = store.workshops.keep(who, seen.id, "picture", "", members, {"n": number}, seen.beat)
    assert [one.content["n"] for one in store.workshops.snapshots(who, seen.id)] == [0, 1, 2]


def test_a_participant_keeps_what_the_room_saw_and_not_who_is_in_it(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    here = room(store, made, 6)
    assert store.seats.shown(here[0][0], here[0][1].id) == ()
    shown(store, who, made, here)
    (kept,) = store.seats.shown(here[0][0], here[0][1].id)
    assert (kept.kind, kept.people, kept.content) == ("picture", 6, {"mean": [55]})
    assert not {"members", "lost", "id"} & set(kept.__dataclass_fields__)
    token, _ = seated(store, begun(store, who))
    for stranger in (token, Token("x" * 43)):
        with pytest.raises((NotAllowed, SheetGone)):
            store.seats.shown(stranger, here[0][1].id)
    store.seats.leave(here[0][0], here[0][1].id)
    with pytest.raises(NotAllowed):
        store.seats.shown(here[0][0], here[0][1].id)
