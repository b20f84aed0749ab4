"""Pages of a campaign over the WebSocket: whoever they belong to sees it, and nothing of it is sent to anybody else."""

from __future__ import annotations

import pytest

from tests.chaos.loop import run
from tests.server.organiser_world import LISTED, MARKS, NAMED, TITLE, World, world
from tests.views.organising.seeded import SPOKEN
from views.frame.addresses import ADDRESSES

__all__ = ["world"]
DOOR = SPOKEN["en"]("door.lead")
WAYS = {
    "organise": ("", TITLE),
    "campaign overview": ("id={open}&part=overview", TITLE),
    "campaign people": ("id={listed}&part=people", LISTED),
    "campaign shared": ("id={open}&part=shared", NAMED),
    "campaign settings": ("id={open}&part=settings", TITLE),
    "campaign log": ("id={open}&part=log", TITLE),
    "candidate": ("share={first}", NAMED),
    "side-by-side": ("id={open}&share={first},{second}", NAMED),
    "team": ("id={open}", TITLE),
}
"""Each page that shows something of a campaign, what it is asked for by, and a mark that stands there."""
NOT_OF_A_CAMPAIGN = {"impact", "new-campaign"}
OUTSIDE = ("stranger", "dismissed", "leaver", "nobody", "candidate")


def asked(world: World, way: str) -> tuple[str, str]:
    """The page and its query."""
    first, second = (share.id for share in world.shares)
    query = WAYS[way][0].format(open=world.open.id, listed=world.listed.id, first=first, second=second)
    return way.split()[0], query


async def heard(world: World, who: str, way: str, token: str = "") -> str:
    page = await world.page(who, *asked(world, way), token=token)
    page.drop()
    return page.heard


def test_every_page_of_a_campaign_is_walked() -> None:
    slugs = {address.slug for address in ADDRESSES if address.file.startswith("organising/")}
    assert slugs == {way.split()[0] for way in WAYS} | NOT_OF_A_CAMPAIGN


@pytest.mark.parametrize("way", list(WAYS))
def test_nothing_of_it_is_sent_to_anybody_else(world: World, way: str) -> None:
    async def attack() -> None:
        for who in OUTSIDE:
            told = await heard(world, who, way)
            assert [mark for mark in world.secrets if mark in told] == [], who
        told = await heard(world, "", way, token=world.cookies["owner"])
        assert [mark for mark in world.secrets if mark in told] == [], "an organiser's session as a candidate's cookie"
        for who in ("owner", "reader"):
            assert WAYS[way][1] in await heard(world, who, way), "the control"

    run(attack())


def test_a_candidates_link_is_no_way_to_an_organisers_page(world: World) -> None:
    """Not even to its own organiser's: what stands in a link opens the candidate's side alone."""
    link = str(world.open.secret)
    ways = {"campaign": f"id={link}&part=shared", "team": f"id={link}", "candidate": f"share={link}"}

    async def attack() -> None:
        for page, query in ways.items():
            for who in ("stranger", "nobody", "owner"):
                opened = await world.page(who, page, query)
                opened.drop()
                assert [mark for mark in MARKS if mark in opened.heard] == [], (page, who)

    run(attack())
    assert world.store.participations.look(link).campaign.id == world.open.id, "the control: a candidate's way in"


@pytest.mark.parametrize("page", sorted(NOT_OF_A_CAMPAIGN))
def test_without_a_session_the_other_pages_are_the_door(world: World, page: str) -> None:
    async def attack() -> None:
        own = await world.page("owner", page, "")
        own.drop()
        assert DOOR not in own.heard
        for who in ("leaver", "nobody", "candidate", ""):
            opened = await world.page(who, page, "")
            opened.drop()
            assert DOOR in opened.heard
            assert set(opened.fields) < set(own.fields), "the control: an organiser has fields there"

    run(attack())
