"""A widget's message that is sent once more: after signing out, and by somebody who may only read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from store import NotAllowed
from tests.chaos.loop import run
from tests.chaos.running import request
from tests.server.organiser_socket import OrganiserPage
from tests.server.organiser_world import LISTED, NAMED, World, a_world, world
from tests.store.campaigns.test_access import everything
from tests.views.organising.seeded import SPOKEN, organiser

__all__ = ["world"]
DOOR = SPOKEN["en"]("door.lead")
Done = Callable[[World], bool]


@dataclass(frozen=True)
class Act:
    """A message of one page. ``tap``: the button's key, ``typed``: texts by the beginning of a field's key.

    ``done``: whether it did what it is for; ``shows``: a mark that the page answers with where it changes nothing.
    """

    page: str
    query: str
    tap: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    done: Done | None = None
    shows: str = ""


def gone(world: World) -> bool:
    try:
        world.store.campaigns.read(world.owner, world.open.id)
    except NotAllowed:
        return True
    return False


def is_called(world: World, title: str) -> bool:
    """Whether the campaign, or one that was made of it, bears this title now."""
    return f"{title} {world.open.id}" in [one.title for one in world.store.campaigns.mine(world.owner).rows]


SETTINGS = "id={open}&part=settings"
ACTS = {
    "pause": Act("campaign", SETTINGS, "stand_pause", done=lambda w: w.store.campaigns.read(w.owner, w.open.id).paused),
    "close": Act("campaign", SETTINGS, "stand_close", done=lambda w: w.store.campaigns.read(w.owner, w.open.id).closed),
    "save": Act(
        *("campaign", SETTINGS, "save"),
        typed={"{open}_title_": "renamed {open}"},
        done=lambda w: is_called(w, "renamed"),
    ),
    "copy": Act("campaign", SETTINGS, "copy", {"copy_title": "copied {open}"}, lambda w: is_called(w, "copied")),
    "make a key": Act(
        *("campaign", SETTINGS, "make_key_go"),
        typed={"key_label_": "ATS"},
        done=lambda w: len(w.store.keys.all(w.owner, w.open.id)) == 1,
    ),
    "admit": Act(
        *("campaign", SETTINGS, "admit_colleague"),
        typed={"colleague_name_": "stranger"},
        done=lambda w: len(w.store.campaigns.members(w.owner, w.open.id)) == 4,
    ),
    "delete": Act("campaign", SETTINGS, "delete_for_good", done=gone),
    "drop a team's picture": Act(
        "team", "id={open}", "team_drop_button", done=lambda w: w.picture not in w.store.team_pictures.mine(w.owner)
    ),
    "search people": Act("campaign", "id={listed}&part=people", typed={"search_people_": LISTED}, shows=LISTED),
    "search the table": Act("campaign", "id={open}&part=shared", typed={"shared_search_": NAMED}, shows=NAMED),
    "sort the table": Act(
        "campaign", "id={open}&part=shared", typed={"shared_sort_": SPOKEN["en"]("reading.sort.name")}, shows=NAMED
    ),
}


async def opened(world: World, act: Act, who: str = "owner") -> OrganiserPage:
    return await world.page(who, act.page, act.query.format(open=world.open.id, listed=world.listed.id))


async def send(world: World, page: OrganiserPage, act: Act, ids: dict[str, str] | None = None) -> None:
    """``ids``: widgets' ids by key, where the page itself does not show them."""
    page.fields.update(ids or {})
    page.forget()
    of = world.open.id
    typed = {page.field(key.format(open=of)): text.format(open=of) for key, text in act.typed.items()}
    await page.run(trigger=page.field(act.tap) if act.tap else "", widgets=typed)


def sign_out(world: World, who: str = "owner") -> None:
    headers = {"Cookie": f"fit_organiser={world.cookies[who]}"}
    assert request(f"http://127.0.0.1:{world.port}", "POST", "/sign-out", headers=headers).status == 303


def sign_in(world: World, who: str = "owner") -> None:
    """Anew, so that the test can look at what became of it."""
    world.cookies[who] = organiser(world.store, who).secret


@pytest.mark.parametrize("name", list(ACTS))
def test_after_signing_out_a_message_changes_and_shows_nothing(world: World, name: str) -> None:
    act = ACTS[name]

    async def replay() -> None:
        control = a_world(world.store, world.port)
        page = await opened(control, act)
        await send(control, page, act)
        page.drop()
        assert act.shows in page.heard, "the control: signed in, the message is answered"
        assert act.done is None or act.done(control), "the control: signed in, the message acts"

        attacked = a_world(world.store, world.port)
        page = await opened(attacked, act)
        sign_out(attacked)
        before = everything(world.store)
        await send(attacked, page, act)
        page.drop()
        assert everything(world.store) == before
        secrets = (*attacked.cookies.values(), str(attacked.open.secret), *marks(attacked))
        assert [mark for mark in secrets if mark in page.heard] == []
        assert DOOR in page.heard
        sign_in(attacked)
        assert act.done is None or not act.done(attacked)

    run(replay())


def marks(world: World) -> tuple[str, ...]:
    return (LISTED, NAMED, world.open.title, world.listed.title, world.picture.title)


def test_a_reader_who_sends_an_editors_messages_changes_nothing(world: World) -> None:
    acts = [act for act in ACTS.values() if act.done and act.page == "campaign"]

    async def pretend() -> None:
        attacked = a_world(world.store, world.port)
        theirs = await opened(attacked, acts[0])
        theirs.drop()
        page = await opened(attacked, acts[0], "reader")
        before = everything(world.store)
        for act in acts:
            await send(attacked, page, act, theirs.fields)
            assert act.done is not None
            assert not act.done(attacked)
        page.drop()
        assert everything(world.store) == before

        page = await opened(attacked, ACTS["pause"])
        await send(attacked, page, ACTS["pause"])
        page.drop()
        assert attacked.store.campaigns.read(attacked.owner, attacked.open.id).paused, "the control: the owner's own"

    run(pretend())


@pytest.mark.parametrize("access", ["reader", None])
def test_whoever_was_an_editor_when_the_page_was_drawn_changes_nothing_any_more(
    world: World, access: str | None
) -> None:
    act = ACTS["pause"]

    async def linger() -> None:
        attacked = a_world(world.store, world.port)
        page = await opened(attacked, act, "editor")
        store, owner, asked = attacked.store, attacked.owner, attacked.open.id
        if access is None:
            store.campaigns.dismiss(owner, asked, "editor")
        else:
            store.campaigns.admit(owner, asked, "editor", "reader")
        before = everything(store)
        await send(attacked, page, act)
        page.drop()
        assert everything(store) == before
        assert (attacked.open.title in page.heard) == (access == "reader")

        store.campaigns.admit(owner, asked, "editor", "editor")
        page = await opened(attacked, act, "editor")
        await send(attacked, page, act)
        page.drop()
        assert act.done is not None
        assert act.done(attacked), "the control: as an editor"

    run(linger())
