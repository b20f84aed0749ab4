"""A running site with a campaign whose every word is a mark, and everybody who might ask for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from store import Campaign, Invited, Share, Store, TeamPicture, Token, open_store
from tests.chaos.running import Running
from tests.server.organiser_socket import OrganiserPage
from tests.store.campaigns.world import organiser
from tests.views.organising.seeded import SHIPPED, Person, campaign, draft, result_of, share

TITLE, NAMED, NOTED, SECOND, LISTED = "MARKTITLE", "MARKNAME", "MARKNOTE", "MARKSECOND", "MARKLISTED"
MARKS = (TITLE, NAMED, NOTED, SECOND, LISTED)


@dataclass(frozen=True)
class World:
    """``open``: a campaign with an open link, in which two shared; ``listed``: one with a list of people."""

    store: Store
    port: int
    open: Campaign
    listed: Campaign
    shares: list[Share]
    picture: TeamPicture
    candidate: Token
    cookies: dict[str, str]

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody else is to be sent."""
        links = [one.secret for one in self.store.invitations.all(self.owner, self.listed.id)]
        return (*MARKS, str(self.open.secret), *links)

    @property
    def owner(self) -> Token:
        return Token(self.cookies["owner"])

    async def page(self, who: str, page: str, query: str, token: str = "", session: str = "") -> OrganiserPage:
        """The page as a browser with this one's session is sent it. ``token``: the cookie of a candidate's device."""
        cookies = f"fit_organiser={self.cookies[who]}" if who else ""
        opened = await OrganiserPage.open(
            self.port, token, page=page, query=f"lang=en&{query}", cookies=cookies, session=session
        )
        assert isinstance(opened, OrganiserPage)
        return opened


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder: Path = tmp_path_factory.mktemp("foreign")
    url = f"sqlite:///{folder}/fit.db"
    with Running(folder / "site.log", url) as running, closing(open_store(url)) as store:
        yield a_world(store, running.port)
    assert "Traceback" not in running.printed()


def a_world(store: Store, port: int) -> World:
    """Of organisers who are there once; campaigns of its own at each call."""
    tokens = {name: organiser(store, name) for name in ("owner", "editor", "reader", "stranger", "dismissed", "leaver")}
    owner = tokens["owner"]
    asked = campaign(store, owner, f"{TITLE} open")
    listed = store.campaigns.make(owner, replace(draft(store, title=f"{TITLE} listed"), links="personal"))
    for one in (asked, listed):
        for name, access in (("editor", "editor"), ("reader", "reader"), ("dismissed", "editor")):
            store.campaigns.admit(owner, one.id, name, access)  # type: ignore[arg-type]
        store.campaigns.dismiss(owner, one.id, "dismissed")
    campaign(store, tokens["stranger"], "the stranger's own")
    store.invitations.add(owner, listed.id, [Invited(LISTED, "listed@example.jp", "A-1")])
    given = [Person("traits", result_of("brisk"), NAMED, NOTED), Person("fits", result_of("expert"), SECOND)]
    made = [share(store, asked, one) for one in given]
    store.organisers.sign_out(tokens["leaver"])
    tokens |= {"nobody": Token("x" * 43), "candidate": made[0][0]}
    cookies = {name: token.secret for name, token in tokens.items()}
    return World(
        store, port, asked, listed, [one[2] for one in made], _picture(store, owner, asked), made[0][0], cookies
    )


def _picture(store: Store, who: Token, of: Campaign) -> TeamPicture:
    """As the organiser would have taken it of ten people of this campaign."""
    traits = [{"trait": trait.id, "mean": 50, "spread": "alike"} for trait in SHIPPED.traits]
    own = hashlib.sha256(of.id.encode()).hexdigest()[:8]
    content = {"v": 1, "people": 10, "of": [own + "0" * 24], "traits": traits}
    return store.team_pictures.keep(who, f"{TITLE} team", SHIPPED.id, SHIPPED.version, content)
