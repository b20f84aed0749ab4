"""With several assessments on one site, the routes send the browser on to the one that its page was about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store import Token, open_store
from tests.chaos.running import Running, begin, request
from tests.made_questions import write_assessment
from tests.server.routes.test_respondent import mine, resume
from tests.sites import ROOT


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("several")
    for name in ("hotel", "travel"):
        write_assessment(folder / "questions", name, roles=2)
    (folder / "questions" / "customer_roles").symlink_to(ROOT / "questions" / "customer_roles")
    database = f"sqlite:///{folder}/fit.db"
    with Running(folder / "site.log", database, FIT_QUESTIONS=str(folder / "questions")) as site:
        yield site.address, folder
    assert "Traceback" not in site.printed()


def test_every_way_back_keeps_the_assessment(several: tuple[str, Path]) -> None:
    site, folder = several
    about = {"assessment": "travel", "language": "en"}
    begun = request(site, "POST", "/begin", form="full", **about)
    assert begun.location == "/assessment?assessment=travel&lang=en"
    own = mine(begun.cookie("fit_token"))
    with closing(open_store(f"sqlite:///{folder}/fit.db")) as store:
        link = store.devices.make_link(Token(begun.cookie("fit_token"))).secret
    page = request(site, "GET", "/resume?assessment=travel&lang=en").body.decode()
    assert '<input type="hidden" name="assessment" value="travel">' in page
    assert resume(site, link, **about).location == "/assessment?assessment=travel&lang=en"
    asked = resume(site, link, begin(site), **about)
    assert asked.location == "/assessment?assessment=travel&link=ask&lang=en"
    both = mine(begin(site), link)
    assert request(site, "POST", "/accept", headers=both, **about).location == "/assessment?assessment=travel&lang=en"
    assert request(site, "POST", "/keep", **about).location == "/learn?assessment=travel&lang=en"
    assert request(site, "POST", "/leave", **about).location == "/?assessment=travel&left=1&lang=en"
    assert request(site, "POST", "/forget", headers=own, **about).location.startswith("/about?assessment=travel&gone=1")


def test_an_assessment_that_is_not_there_is_not_repeated(several: tuple[str, Path]) -> None:
    site, _ = several
    for forged in ("nothing", 'travel"><script>', "../x"):
        assert request(site, "POST", "/begin", assessment=forged, form="full").location == "/assessment"
        assert request(site, "POST", "/leave", assessment=forged).location == "/?left=1"
    page = request(site, "GET", "/resume?assessment=%22%3E%3Cscript%3E&lang=en").body.decode()
    assert 'name="assessment"' not in page
