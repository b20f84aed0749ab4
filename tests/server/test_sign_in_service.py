"""Signing in through the operator's service, from the button to the session: Streamlit's log-in, a real OIDC flow."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from store import NotAllowed, Store, Token, open_store
from tests.chaos.loop import run
from tests.chaos.running import Answered, Running, request
from tests.chaos.socket_page import SocketPage
from tests.server.provider import Provider
from tests.server.test_opening import PASSWORD

LISTED = "sato@example.jp"
ALSO_LISTED = "tanaka@example.jp"
"""Who never signs out: the service tells moments in whole seconds, and a log-in in the second of a sign-out is over."""


class Browser:
    """Cookies, redirects it follows by hand, and pages over the socket."""

    def __init__(self, site: Running) -> None:
        self.site = site
        self.address = f"http://127.0.0.1:{site.port}"
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, **fields: str) -> Answered:
        answer = request(self.address, method, path, headers={"Cookie": self.held}, **fields)
        for name, line in answer.set_cookies.items():
            if "max-age=0" in line.lower():
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = answer.cookie(name)
        return answer

    @property
    def held(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def open(self, page: str, query: str = "lang=en") -> SocketPage:
        self.ask("GET", "/_stcore/health")
        xsrf = self.cookies["_streamlit_xsrf"].strip('"')
        return await SocketPage.open(self.site.port, "", page=page, query=query, cookies=self.held, xsrf=xsrf)

    async def log_in(self) -> None:
        """From the button of the page to the cookie of Streamlit's log-in."""
        page = await self.open("organise")
        await page.press("log_in_")
        page.drop()
        (url,) = page.sent_to
        asked = self.ask("GET", url)
        assert asked.status == 302, asked.location
        back = request(*away(asked.location))
        home = self.ask("GET", local(back.location))
        assert (home.status, home.location) == (302, "/")
        assert "_streamlit_user" in self.cookies

    async def ticket(self) -> str:
        """The ticket on the page of somebody who has logged in; empty where there is none."""
        page = await self.open("organise")
        page.drop()
        found = re.search(r'action="/sign-in/ticket".*?name="ticket" value="([^"]*)"', said(page))
        return found[1] if found else ""


def away(location: str) -> tuple[str, str, str]:
    parts = urlsplit(location)
    return f"{parts.scheme}://{parts.netloc}", "GET", local(location)


def local(location: str) -> str:
    parts = urlsplit(location)
    return f"{parts.path}?{parts.query}"


def said(page: SocketPage) -> str:
    return html.unescape("\n".join(page.screen.html))


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider() as made:
        yield made


@pytest.fixture(scope="module")
def site(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("service")
    secrets = folder / "secrets.toml"
    running = Running(folder / "log", f"sqlite:///{folder}/fit.db", STREAMLIT_SECRETS_FILES=str(secrets))
    secrets.write_text(
        provider.secrets(f"http://127.0.0.1:{running.port}", f'["{LISTED}", "{ALSO_LISTED}"]'), encoding="utf-8"
    )
    with running:
        yield running
    assert "Traceback" not in running.printed()
    assert PASSWORD.findall(running.printed()) == [], "a site with a sign-in service makes no password"


@pytest.fixture
def store(site: Running) -> Iterator[Store]:
    with closing(open_store(f"sqlite:///{site.log.parent}/fit.db")) as opened:
        yield opened


def test_somebody_on_the_list_comes_in_and_goes_out(site: Running, provider: Provider, store: Store) -> None:
    provider.user = {"email": "Sato@Example.jp", "email_verified": True}
    run(_in_and_out(Browser(site), store))


async def _in_and_out(browser: Browser, store: Store) -> None:
    await browser.log_in()
    # The service sends everybody to the first page, which leads on.
    page = await browser.open("")
    page.drop()
    assert "Go on as Sato@Example.jp" in said(page)
    ticket = await browser.ticket()
    entered = browser.ask("POST", "/sign-in/ticket", ticket=ticket, language="en")
    assert (entered.status, entered.location) == (303, "/organise?lang=en")
    session = browser.cookies["fit_organiser"]
    assert store.organisers.who_is(Token(session)).name == "Sato@Example.jp"
    page = await browser.open("organise")
    page.drop()
    assert "Signed in as Sato@Example.jp." in said(page)
    service = {name: value for name, value in browser.cookies.items() if name.startswith("_streamlit_user")}
    assert service
    assert browser.ask("POST", "/sign-out").status == 303
    assert not {"fit_organiser", *service} & set(browser.cookies)
    with pytest.raises(NotAllowed):
        store.organisers.who_is(Token(session))
    # Whoever kept the service's cookie gets no ticket for it any more.
    browser.cookies |= service | {"fit_organiser": session}
    page = await browser.open("organise")
    page.drop()
    assert "please sign in once more" in said(page)
    assert await browser.ticket() == ""


def test_somebody_who_is_not_on_the_list_reads_why(site: Running, provider: Provider, store: Store) -> None:
    provider.user = {"email": "<b>eve</b>@example.jp", "email_verified": True}
    before = store.organisers.count()
    run(_not_listed(Browser(site)))
    assert store.organisers.count() == before


async def _not_listed(browser: Browser) -> None:
    await browser.log_in()
    page = await browser.open("organise")
    assert "<b>eve</b>@example.jp is not on the list" in said(page)
    assert "<b>eve" not in "".join(page.screen.html), "escaped"
    assert await browser.ticket() == ""
    await page.press("log_out")
    page.drop()
    assert page.sent_to == ["/auth/logout"]
    assert browser.ask("GET", "/auth/logout").status == 302
    assert "_streamlit_user" not in browser.cookies


def test_an_address_that_is_not_verified_opens_nothing(site: Running, provider: Provider) -> None:
    provider.user = {"email": LISTED, "email_verified": False}
    run(_unverified(Browser(site)))


async def _unverified(browser: Browser) -> None:
    await browser.log_in()
    page = await browser.open("organise")
    page.drop()
    assert f"{LISTED} has not been confirmed" in said(page)
    assert await browser.ticket() == ""


def test_a_forged_log_in_is_none(site: Running, provider: Provider) -> None:
    provider.user = {"email": ALSO_LISTED, "email_verified": True}
    run(_forged(Browser(site)))


async def _forged(browser: Browser) -> None:
    await browser.log_in()
    assert await browser.ticket()
    kept = browser.cookies["_streamlit_user"]
    browser.cookies["_streamlit_user"] = kept[:-6] + "AAAAA" + kept[-1]
    page = await browser.open("organise")
    page.drop()
    assert await browser.ticket() == ""
    assert "log_in_" in page.screen.buttons
