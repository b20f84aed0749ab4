"""A candidate's token where an organiser's session is asked for, and the other way round: neither is the other."""

from __future__ import annotations

import asyncio
import json
from http.client import HTTPConnection

import pytest

from tests.chaos.loop import run
from tests.chaos.running import Answered, request
from tests.server.organiser_socket import OrganiserPage
from tests.server.organiser_world import NAMED, TITLE, World, a_world, world
from tests.store.campaigns.test_access import everything

__all__ = ["world"]
TYPED = "MARKTYPED"


def ask(world: World, method: str, path: str, cookies: str, **fields: str) -> Answered:
    return request(f"http://127.0.0.1:{world.port}", method, path, headers={"Cookie": cookies}, **fields)


@pytest.mark.parametrize("form", ["json", "xlsx", "csv", "guides", "guide"])
def test_no_candidates_token_takes_a_file(world: World, form: str) -> None:
    owner, candidate = world.cookies["owner"], world.cookies["candidate"]
    given = {"campaign": world.open.id, "format": form, "share": world.shares[0].id, "language": "en"}
    before = everything(world.store)
    for cookies in (
        f"fit_organiser={candidate}",
        f"fit_token={candidate}",
        f"fit_token={owner}",
        f"fit_organiser={candidate}; fit_token={owner}",
    ):
        answer = ask(world, "POST", "/export", cookies, **given)
        assert answer.status == 404
        assert "content-disposition" not in answer.headers
        assert [mark for mark in world.secrets if mark.encode() in answer.body] == []
    assert everything(world.store) == before, "nothing is noted either"
    assert ask(world, "POST", "/export", f"fit_organiser={owner}", **given).status == 200, "the control"


def test_neither_opens_the_interface_for_other_systems(world: World) -> None:
    key = world.store.keys.make(world.owner, world.open.id, "ATS")[1]

    def shared(secret: str) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", world.port, timeout=30)
        try:
            path = f"/api/campaigns/{world.open.id}/shared"
            connection.request("GET", path, headers={"Authorization": f"Bearer {secret}"})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    for name in ("owner", "candidate", "stranger", "nobody"):
        status, body = shared(world.cookies[name])
        assert status == 401
        assert NAMED.encode() not in body
    status, body = shared(key)
    assert (status, len(json.loads(body)["shared"])) == (200, 2), "the control"
    for cookies in (f"fit_organiser={key}", f"fit_token={key}"):
        assert ask(world, "POST", "/export", cookies, campaign=world.open.id, format="json").status == 404


def test_no_organisers_session_acts_as_a_candidates_device(world: World) -> None:
    own = a_world(world.store, world.port)
    before = everything(own.store)
    for name in ("owner", "stranger"):
        cookies = f"fit_token={own.cookies[name]}"
        assert ask(own, "GET", "/mine", cookies).body == b"{}"
        for path in ("/leave", "/forget"):
            ask(own, "POST", path, cookies, language="en")
    assert everything(own.store) == before
    mine = ask(own, "GET", "/mine", f"fit_token={own.cookies['candidate']}").body
    assert mine != b"{}", "the control: the candidate's own device"
    assert ask(own, "POST", "/forget", f"fit_token={own.cookies['candidate']}", language="en").status == 303
    assert [share.id for share in own.store.shared.all(own.owner, own.open.id)] == [own.shares[1].id]


def test_a_candidates_pages_show_nothing_to_an_organiser(world: World) -> None:
    async def attack() -> None:
        for page in ("share", "result"):
            for token in ("owner", "stranger", "nobody"):
                opened = await world.page("owner", page, "", token=world.cookies[token])
                opened.drop()
                assert [mark for mark in world.secrets if mark in opened.heard] == []
        opened = await world.page("", "share", "", token=world.cookies["candidate"])
        opened.drop()
        assert TITLE in opened.heard, "the control: the candidate sees who asks"
        assert NAMED in opened.heard

    run(attack())


async def again(world: World, who: str, page: str, query: str, session: str) -> OrganiserPage:
    """Into the session of a socket that was cut, as soon as the server has noticed."""
    for _ in range(50):
        opened = await world.page(who, page, query, session=session)
        if opened.session == session:
            return opened
        opened.drop()
        await asyncio.sleep(0.1)
    raise AssertionError("the session was not taken up again")


@pytest.mark.parametrize("who", ["stranger", "dismissed", "candidate", "nobody", ""])
def test_whoever_takes_up_an_organisers_session_without_their_cookie_is_shown_nothing(world: World, who: str) -> None:
    """A session outlives its socket for a while; what was opened and typed in it stays its organiser's."""
    settings = f"id={world.open.id}&part=settings"

    async def attack() -> None:
        first = await world.page("owner", "campaign", settings)
        first.drop()
        assert TITLE in first.heard
        typing = await again(world, "owner", "new-campaign", "", first.session)
        await typing.run(widgets={typing.field("new_title_"): TYPED})
        typing.drop()
        for page, query in (("new-campaign", ""), ("campaign", settings)):
            taken = await again(world, who, page, query, first.session)
            taken.drop()
            assert [mark for mark in (*world.secrets, TYPED) if mark in taken.heard] == [], page
        theirs = await world.page(who, "new-campaign", "")
        theirs.drop()
        assert TYPED not in theirs.heard, "nor does it become the draft of whoever took it up"

        for page, query, mark in (("campaign", settings, TITLE), ("new-campaign", "", TYPED)):
            taken = await again(world, "owner", page, query, first.session)
            taken.drop()
            assert mark in taken.heard, "the control: the organiser goes on"
        own = await world.page("owner", "new-campaign", "")
        own.drop()
        assert TYPED in own.heard, "the control: it is the organiser's own draft"

    run(attack())
