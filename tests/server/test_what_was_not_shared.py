"""What was not shared cannot be had: looked for in every page, file and answer that an organiser can ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from pathlib import Path

import pytest

from people.organiser.exporting import FORMS, OF_ONE
from store import Campaign, Invited, Store, Token, open_store
from tests.chaos.loop import run
from tests.chaos.running import Running, request
from tests.server.organiser_socket import OrganiserPage
from tests.server.routes.test_no_gate import read_as
from tests.server.sharing_cast import CAST, Candidate, begun
from tests.store.campaigns.everything import everything
from tests.store.campaigns.world import organiser
from tests.views.organising.seeded import draft
from views.frame.addresses import ADDRESSES

PARTS = ("overview", "people", "shared", "settings", "log")
MOST_TOGETHER = 4


@dataclass(frozen=True)
class World:
    store: Store
    port: int
    who: Token
    key: str
    campaign: Campaign
    everybody: dict[str, Candidate]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def shown(self) -> set[str]:
        return {text for one in self.everybody.values() for text in one.shown}

    @property
    def hidden(self) -> set[str]:
        return {text for one in self.everybody.values() for text in one.hidden}

    @property
    def shares(self) -> list[str]:
        return [share.id for share in self.store.shared.all(self.who, self.campaign.id)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, int]]:
    folder: Path = tmp_path_factory.mktemp("not_shared")
    url = f"sqlite:///{folder}/fit.db"
    with Running(folder / "site.log", url) as running, closing(open_store(url)) as store:
        yield store, running.port
    assert "Traceback" not in running.printed()


@pytest.fixture(scope="module", params=["open", "personal"])
def world(request: pytest.FixtureRequest, site: tuple[Store, int]) -> World:
    """A campaign of each kind of link, with the whole cast in it."""
    store, port = site
    who = organiser(store, request.param)
    campaign = store.campaigns.make(who, replace(draft(store), links=request.param))
    links = [str(campaign.secret)] * len(CAST)
    if request.param == "personal":
        people = [Invited(f"応募 {at}", f"p{at}@example.jp") for at in range(len(CAST))]
        links = [one.secret for one in store.invitations.add(who, campaign.id, people)]
    everybody = {name: act(begun(store, link)) for (name, act), link in zip(CAST.items(), links, strict=True)}
    return World(store, port, who, store.keys.make(who, campaign.id, "ATS")[1], campaign, everybody)


def ways(world: World) -> dict[str, list[str]]:
    """Each page of the organisers', and the queries that show different things on it."""
    shares, one = world.shares, f"id={world.campaign.id}"
    groups = [shares[at : at + MOST_TOGETHER] for at in range(0, len(shares), MOST_TOGETHER)]
    return {
        "organise": [""],
        "new-campaign": [""],
        "impact": [""],
        "campaign": [f"{one}&part={part}" for part in PARTS],
        "candidate": [f"share={share}" for share in shares],
        "side-by-side": [f"{one}&share={','.join(group)}" for group in groups],
        "team": [one],
    }


async def pages(world: World, language: str) -> str:
    told = ""
    for page, queries in ways(world).items():
        for query in queries:
            opened = await OrganiserPage.open(
                *(world.port, ""),
                page=page,
                query=f"lang={language}&{query}",
                cookies=f"fit_organiser={world.who.secret}",
            )
            opened.drop()
            assert isinstance(opened, OrganiserPage)
            told += opened.heard
    return told


def file(world: World, form: str, share: str = "") -> str:
    given = {"campaign": world.campaign.id, "format": form, "share": share, "language": "ja"}
    answer = request(world.address, "POST", "/export", headers={"Cookie": f"fit_organiser={world.who.secret}"}, **given)
    assert answer.status == 200
    ending = answer.headers["content-disposition"].rstrip('"').rpartition(".")[2]
    return read_as(ending, answer.body)


def interface(world: World) -> str:
    connection = HTTPConnection("127.0.0.1", world.port, timeout=30)
    try:
        path = f"/api/campaigns/{world.campaign.id}/shared"
        connection.request("GET", path, headers={"Authorization": f"Bearer {world.key}"})
        return json.dumps(json.loads(connection.getresponse().read()), ensure_ascii=False)
    finally:
        connection.close()


def check(world: World, told: str, least: set[str]) -> None:
    """``least``: the marks that have to stand there, so that not finding the others means something."""
    assert [mark for mark in world.hidden if mark in told] == []
    assert [mark for mark in least if mark not in told] == []


def names(world: World) -> set[str]:
    return {share.name for share in world.store.shared.all(world.who, world.campaign.id) if share.name}


def test_the_cast_hides_and_shows_something(world: World) -> None:
    assert len(world.shown) > 25
    assert len(world.hidden) > 60
    assert not world.shown & world.hidden
    assert len(world.shares) == 10
    for one in world.everybody.values():
        assert one.hidden, "an answer and a score at the least"


def test_every_page_is_walked(world: World) -> None:
    assert set(ways(world)) == {one.slug for one in ADDRESSES if one.file.startswith("organising/")}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_page_holds_it(world: World, language: str) -> None:
    other = {"ja": "en", "en": "ja"}[language]
    shares = world.store.shared.all(world.who, world.campaign.id)
    here = "\n".join(_texts(dict(share.content), other) + f"{share.name} {share.note}" for share in shares)
    check(world, run(pages(world, language)), {mark for mark in world.shown if mark in here})


def _texts(content: object, without: str) -> str:
    """All texts of a copy but those in one language."""
    if isinstance(content, dict):
        return " ".join(_texts(value, without) for key, value in content.items() if key != without)
    if isinstance(content, list):
        return " ".join(_texts(value, without) for value in content)
    return str(content)


@pytest.mark.parametrize("form", sorted(set(FORMS) - {OF_ONE}))
def test_no_file_holds_it(world: World, form: str) -> None:
    check(world, file(world, form), world.shown if form == "json" else names(world))


def test_no_candidates_own_file_holds_it(world: World) -> None:
    check(world, "".join(file(world, OF_ONE, share) for share in world.shares), names(world))


def test_no_answer_to_another_system_holds_it(world: World) -> None:
    check(world, interface(world), world.shown)


def test_no_operation_of_the_store_gives_it(world: World) -> None:
    check(world, everything(world.store, world.who, world.campaign.id, world.key), world.shown)
