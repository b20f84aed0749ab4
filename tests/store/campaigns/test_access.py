"""Who may do what: every operation of the organiser's, walked by looking at the classes, so that none is forgotten."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import event, select

from store import Campaign, Invitation, Key, NotAllowed, Store, TeamPicture, Token
from store.campaigns.audit import Audit
from store.campaigns.campaigns import Campaigns
from store.campaigns.invitations import Invitations
from store.campaigns.keys import Keys
from store.campaigns.shared import Shared
from store.campaigns.team_pictures import TeamPictures
from store.database.organiser_tables import organiser_sessions
from store.database.tables import metadata
from tests.store.campaigns.world import draft, link_of, organiser, people, running, shared
from tests.store.moments import DAY, Clock

UNKNOWN = "0" * 32
CLASSES = {
    "campaigns": Campaigns,
    "invitations": Invitations,
    "shared": Shared,
    "audit": Audit,
    "keys": Keys,
    "team_pictures": TeamPictures,
}
BY_KEY = {"keys.with_key", "keys.add_by_key", "keys.shared_by_key"}


@dataclass(frozen=True)
class World:
    """A campaign with one of everything, and who might ask for it."""

    campaign: Campaign
    invitation: Invitation
    share: str
    key: Key
    picture: TeamPicture
    tokens: dict[str, Token]


Call = Callable[[Store, World, Token], object]
# Operation: the least access that it asks for (None: any organiser, of what is theirs), and a call that would succeed.
OPERATIONS: dict[str, tuple[str | None, Call]] = {
    "campaigns.make": (None, lambda s, w, t: s.campaigns.make(t, draft())),
    "campaigns.read": ("reader", lambda s, w, t: s.campaigns.read(t, w.campaign.id)),
    "campaigns.mine": (None, lambda s, w, t: s.campaigns.mine(t)),
    "campaigns.change": (
        "editor",
        lambda s, w, t: s.campaigns.change(t, w.campaign.id, draft(title="x", links="personal"), 0),
    ),
    "campaigns.pause": ("editor", lambda s, w, t: s.campaigns.pause(t, w.campaign.id, 0)),
    "campaigns.resume": ("editor", lambda s, w, t: s.campaigns.resume(t, w.campaign.id, 0)),
    "campaigns.close": ("editor", lambda s, w, t: s.campaigns.close(t, w.campaign.id, 0)),
    "campaigns.reopen": ("editor", lambda s, w, t: s.campaigns.reopen(t, w.campaign.id, 0)),
    "campaigns.copy": ("editor", lambda s, w, t: s.campaigns.copy(t, w.campaign.id, "copy")),
    "campaigns.delete": ("owner", lambda s, w, t: s.campaigns.delete(t, w.campaign.id)),
    "campaigns.members": ("reader", lambda s, w, t: s.campaigns.members(t, w.campaign.id)),
    "campaigns.admit": ("owner", lambda s, w, t: s.campaigns.admit(t, w.campaign.id, "stranger", "editor")),
    "campaigns.dismiss": ("owner", lambda s, w, t: s.campaigns.dismiss(t, w.campaign.id, "reader")),
    "campaigns.counts": ("reader", lambda s, w, t: s.campaigns.counts(t, w.campaign.id)),
    "invitations.add": ("editor", lambda s, w, t: s.invitations.add(t, w.campaign.id, people(2))),
    "invitations.page": ("reader", lambda s, w, t: s.invitations.page(t, w.campaign.id)),
    "invitations.all": ("reader", lambda s, w, t: s.invitations.all(t, w.campaign.id)),
    "invitations.withdraw": ("editor", lambda s, w, t: s.invitations.withdraw(t, w.invitation.id)),
    "invitations.restore": ("editor", lambda s, w, t: s.invitations.restore(t, w.invitation.id)),
    "shared.page": ("reader", lambda s, w, t: s.shared.page(t, w.campaign.id)),
    "shared.all": ("reader", lambda s, w, t: s.shared.all(t, w.campaign.id)),
    "shared.one": ("reader", lambda s, w, t: s.shared.one(t, w.share)),
    "shared.some": ("reader", lambda s, w, t: s.shared.some(t, w.campaign.id, [w.share])),
    "audit.note": ("reader", lambda s, w, t: s.audit.note(t, w.campaign.id, "opened", "1")),
    "audit.page": ("reader", lambda s, w, t: s.audit.page(t, w.campaign.id)),
    "keys.make": ("editor", lambda s, w, t: s.keys.make(t, w.campaign.id, "system")),
    "keys.all": ("editor", lambda s, w, t: s.keys.all(t, w.campaign.id)),
    "keys.withdraw": ("editor", lambda s, w, t: s.keys.withdraw(t, w.key.id)),
    "team_pictures.keep": (None, lambda s, w, t: s.team_pictures.keep(t, "team", "roles", "1.0.0", {})),
    "team_pictures.mine": (None, lambda s, w, t: s.team_pictures.mine(t)),
    "team_pictures.delete": ("owner", lambda s, w, t: s.team_pictures.delete(t, w.picture.id)),
}
SIGNED_IN = ("owner", "editor", "reader", "stranger", "dismissed")
SIGNED_OUT = ("signed out", "never signed in", "no token", "ticket", "candidate")
ENOUGH = {"reader": {"owner", "editor", "reader"}, "editor": {"owner", "editor"}, "owner": {"owner"}}


@pytest.fixture
def world(store: Store) -> World:
    return a_world(store)


def a_world(store: Store) -> World:
    """Of organisers who are there once, a campaign more at each call."""
    tokens = {name: organiser(store, name) for name in SIGNED_IN}
    tokens["signed out"] = organiser(store, "leaver")
    store.organisers.sign_out(tokens["signed out"])
    tokens |= {"never signed in": Token("x" * 43), "no token": Token("' OR 1=1 --"), "ticket": ticket(store)}
    owner = tokens["owner"]
    campaign = running(store, owner, links="personal", most=10)
    for name, access in (("editor", "editor"), ("reader", "reader"), ("dismissed", "editor")):
        store.campaigns.admit(owner, campaign.id, name, access)  # type: ignore[arg-type]
    store.campaigns.dismiss(owner, campaign.id, "dismissed")
    (invitation,) = store.invitations.add(owner, campaign.id, people(1))
    tokens["candidate"], _, share = shared(store, invitation.secret, name="Hanako")
    key, _ = store.keys.make(owner, campaign.id, "system")
    picture = store.team_pictures.keep(owner, "team", "roles", "1.0.0", {"mean": 1})
    # A stranger has a campaign and a picture of their own, so that they are somebody.
    running(store, tokens["stranger"])
    store.team_pictures.keep(tokens["stranger"], "theirs", "roles", "1.0.0", {})
    return World(campaign, invitation, share.id, key, picture, tokens)


def ticket(store: Store) -> Token:
    return store.organisers.make_ticket("owner")


def everything(store: Store) -> dict[str, list[str]]:
    """Every row of every table but the sessions, whose use may be noted."""
    tables = [table for table in metadata.sorted_tables if table is not organiser_sessions]
    return store.read(
        lambda connection: {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table))) for table in tables
        }
    )


def test_every_operation_of_the_organiser_s_is_in_the_list() -> None:
    found = {
        f"{name}.{operation}"
        for name, kind in CLASSES.items()
        for operation, _ in inspect.getmembers(kind, inspect.isfunction)
        if not operation.startswith("_")
    }
    assert found == set(OPERATIONS) | BY_KEY
    for operation in OPERATIONS:
        name, _, one = operation.partition(".")
        parameters = list(inspect.signature(getattr(CLASSES[name], one)).parameters)
        assert parameters[1] == "who", operation


def test_every_attribute_of_the_store_is_a_candidate_s_or_is_walked(store: Store) -> None:
    of_campaigns = {
        name
        for name, value in vars(store).items()
        if type(value).__module__.startswith("store.campaigns") and not name.startswith("_")
    }
    assert of_campaigns == set(CLASSES) | {"participations"}


def check_refused(store: Store, world: World, operation: str, caller: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        OPERATIONS[operation][1](store, world, world.tokens[caller])
    assert str(refused.value) == "This is not there, or it is not yours to open.", (operation, caller)


def test_without_a_session_nothing_opens(store: Store, world: World) -> None:
    before = everything(store)
    for operation in OPERATIONS:
        for caller in SIGNED_OUT:
            check_refused(store, world, operation, caller)
    assert everything(store) == before


def test_with_too_little_access_nothing_opens(store: Store, world: World) -> None:
    before = everything(store)
    refused = [
        (operation, caller)
        for operation, (least, _) in OPERATIONS.items()
        for caller in (SIGNED_IN if least is not None else ())
        if caller not in ENOUGH[str(least)]
    ]
    assert len(refused) > 60
    for operation, caller in refused:
        check_refused(store, world, operation, caller)
    assert everything(store) == before


def test_with_enough_access_each_operation_is_done(store: Store, world: World) -> None:
    for least, call in OPERATIONS.values():
        if least in (None, "reader"):
            for caller in ("owner", "editor", "reader"):
                call(store, world, world.tokens[caller])
        else:
            # It changes something: a campaign of its own for each.
            fresh = a_world(store)
            call(store, fresh, fresh.tokens[str(least)])


def test_any_organiser_has_what_is_theirs_and_no_more(store: Store, world: World) -> None:
    for caller, sees in {"owner": True, "editor": True, "reader": True, "stranger": False}.items():
        rows = store.campaigns.mine(world.tokens[caller]).rows
        assert [row.id == world.campaign.id for row in rows] == [sees]
    assert store.campaigns.mine(world.tokens["dismissed"]).rows == ()
    for caller, titles in {"owner": ["team"], "editor": [], "stranger": ["theirs"]}.items():
        assert [picture.title for picture in store.team_pictures.mine(world.tokens[caller])] == titles


def with_another_id(world: World, value: Any) -> World:
    def renamed(one: Any) -> Any:
        copied = object.__new__(type(one))
        for name in one.__dataclass_fields__:
            object.__setattr__(copied, name, value if name == "id" else getattr(one, name))
        return copied

    return World(
        renamed(world.campaign),
        renamed(world.invitation),
        value,
        renamed(world.key),
        renamed(world.picture),
        world.tokens,
    )


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(store.engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(store.engine, "before_cursor_execute", hear)


def test_what_is_unknown_and_what_is_forbidden_take_the_same_way(store: Store, world: World) -> None:
    """The same sentence and the same statements, so that neither the answer nor its time tells which it was."""
    stranger = world.tokens["stranger"]
    worlds = [world, *(with_another_id(world, value) for value in (UNKNOWN, "", "'; --", "é" * 32, "\x00", None))]
    for operation, (least, call) in OPERATIONS.items():
        if least is None:
            continue
        ways: list[list[str]] = []
        for asked in worlds:
            with statements(store) as said, pytest.raises(NotAllowed) as refused:
                call(store, asked, stranger)
            assert str(refused.value) == "This is not there, or it is not yours to open."
            ways.append(said)
        assert all(way == ways[0] for way in ways), operation
        assert ways[0]


def test_when_a_campaign_s_time_is_over_it_is_not_there_even_before_the_purge(
    store: Store, world: World, clock: Clock
) -> None:
    clock.now = world.campaign.over
    owner = organiser(store, "owner")
    for operation, (least, call) in OPERATIONS.items():
        if least is not None and not operation.startswith("team_pictures"):
            with pytest.raises(NotAllowed):
                call(store, world, owner)
    assert store.campaigns.mine(owner).total == 0


def test_a_session_that_is_over_opens_nothing(store: Store, world: World, clock: Clock) -> None:
    clock.now += DAY
    for _, call in OPERATIONS.values():
        with pytest.raises(NotAllowed):
            call(store, world, world.tokens["owner"])


def test_a_reader_gets_no_links(store: Store, world: World) -> None:
    owner, reader = world.tokens["owner"], world.tokens["reader"]
    assert store.invitations.all(owner, world.campaign.id)[0].secret == world.invitation.secret
    assert store.invitations.all(reader, world.campaign.id)[0].secret == ""
    assert store.invitations.page(reader, world.campaign.id).rows[0].secret == ""
    public = running(store, owner)
    store.campaigns.admit(owner, public.id, "reader", "reader")
    assert store.campaigns.read(owner, public.id).secret == link_of(public)
    assert store.campaigns.read(reader, public.id).secret is None
    assert {row.secret for row in store.campaigns.mine(reader).rows} == {None}


def test_what_is_of_another_campaign_of_the_same_owner_is_not_mixed_in(store: Store, world: World) -> None:
    owner = world.tokens["owner"]
    other = running(store, owner)
    with pytest.raises(NotAllowed):
        store.shared.some(owner, other.id, [world.share])
    assert store.shared.all(owner, other.id) == ()
    assert store.invitations.all(owner, other.id) == ()
    assert store.keys.all(owner, other.id) == ()
