"""Every page of the organisers' says what it is for and what it is not for; a new page that forgets it fails here."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from store import Campaign, Share
from tests.views.organising.as_organiser import Browser
from tests.views.organising.reading_world import open_page, told
from tests.views.organising.seeded import SPOKEN, campaign, four_levels, share_all
from views.frame.addresses import ADDRESSES

PAGES = [address.name for address in ADDRESSES if address.file.startswith("organising/")]
NOWHERE = "0" * 32


@pytest.fixture
def asked(browser: Browser) -> Campaign:
    return campaign(browser.store, browser.who)


@pytest.fixture
def shares(browser: Browser, asked: Campaign) -> list[Share]:
    return share_all(browser.store, asked, four_levels())


def check_says_it(app: AppTest, language: str) -> None:
    body = told(app)
    assert SPOKEN[language]("texts.no_gate") in body


def queries(page: str, campaign_id: str, shares: list[str]) -> list[dict[str, str]]:
    """Each way to ask for the page that shows something else."""
    if page == "campaign":
        row = [parse_qs(link.proto.query_string) for link in open_page(page, id=campaign_id).get("page_link")]
        parts = {query["part"][0] for query in row if "part" in query}
        assert len(parts) >= 4, "the row leads to the other parts"
        return [{"id": campaign_id}, *({"id": campaign_id, "part": part} for part in sorted(parts))]
    if page == "candidate":
        return [{"share": one} for one in shares]
    return [{"id": campaign_id, "share": ",".join(shares)}]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_it(asked: Campaign, shares: list[Share], page: str) -> None:
    for language in ("ja", "en"):
        for query in queries(page, asked.id, [share.id for share in shares])[:: 1 if language == "ja" else 3]:
            check_says_it(open_page(page, **query, lang=language), language)


@pytest.mark.parametrize("page", PAGES)
def test_it_stands_where_there_is_nothing_and_at_the_door_too(browser: Browser, page: str) -> None:
    nothing = {"id": NOWHERE, "share": NOWHERE}
    check_says_it(open_page(page, **nothing, lang="ja"), "ja")
    browser.cookie = ""
    check_says_it(open_page(page, **nothing, lang="ja"), "ja")


def test_pages_for_everybody_do_not_count(asked: Campaign) -> None:
    """The control: the walk looks at the page and not at what frames it."""
    assert SPOKEN["ja"]("texts.no_gate") not in told(open_page("about", lang="ja"))
