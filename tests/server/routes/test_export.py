"""Exports over real HTTP: the file for who may have it, the same answer for everybody else, and a note in the log."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from store import Campaign, Share, Store, Token, open_store
from tests.chaos.running import OMIT, Answered, Running, request
from tests.reports.reading import pages_of, text_of
from tests.views.organising.seeded import CORE, SPOKEN, campaign, four_levels, organiser, share_all

FORMS = ("xlsx", "csv", "json", "guides")


@dataclass(frozen=True)
class World:
    """A running site and what is in its store. ``other`` organises nothing of this."""

    address: str
    store: Store
    owner: Token
    reader: Token
    other: Token
    asked: Campaign
    shares: list[Share]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("export")
    url = f"sqlite:///{folder}/fit.db"
    with Running(folder / "site.log", url) as running, closing(open_store(url)) as store:
        owner, reader, other = (organiser(store, name) for name in ("owner", "reader", "other"))
        asked = campaign(store, owner)
        store.campaigns.admit(owner, asked.id, "reader", "reader")
        shares = share_all(store, asked, four_levels())
        yield World(running.address, store, owner, reader, other, asked, shares)
        assert "Traceback" not in running.printed()


def take(
    world: World, who: Token | None, form: str = "json", headers: dict[str, str] | None = None, **more: str
) -> Answered:
    cookie = {} if who is None else {"Cookie": f"fit_organiser={who.secret}"}
    fields = {"campaign": world.asked.id, "format": form, "language": "ja"} | more
    return request(world.address, "POST", "/export", headers=cookie | (headers or {}), **fields)


def logged(world: World) -> int:
    found = world.store.audit.page(world.owner, world.asked.id)
    return sum(entry.action == "exported" for entry in found.rows)


def test_each_file_is_what_it_says_and_nothing_keeps_it(world: World) -> None:
    endings = {"xlsx": "xlsx", "csv": "zip", "json": "json", "guides": "pdf"}
    for form in FORMS:
        answer = take(world, world.owner, form)
        assert answer.status == 200, answer.body
        assert answer.headers["cache-control"] == "no-store"
        disposition = answer.headers["content-disposition"]
        assert disposition.startswith("attachment; filename=")
        assert disposition.endswith(f'.{endings[form]}"')
        assert answer.headers["x-content-type-options"] == "nosniff"
    book = CalamineWorkbook.from_filelike(io.BytesIO(take(world, world.owner, "xlsx").body))
    assert len(book.get_sheet_by_name("共有された内容").to_python()) == 1 + len(world.shares)
    with ZipFile(io.BytesIO(take(world, world.owner, "csv").body)) as archive:
        assert archive.namelist() == ["codebook.csv", "shared.csv", "questions.csv"]
    found = json.loads(take(world, world.owner, "json").body)
    assert {one["id"] for one in found["shared"]} == {share.id for share in world.shares}


def test_the_guides_hold_the_questions_and_no_score(world: World) -> None:
    told = text_of(take(world, world.owner, "guides").body)
    assert told.count(CORE[0].ask["ja"]) == len(world.shares)
    for share in world.shares:
        for fit in share.content.get("fits", []):
            assert f"{fit['name']['ja']}{round(fit['value'])}" not in told
    one = take(world, world.owner, "guide", share=world.shares[3].id)
    assert one.status == 200
    assert "田中一郎" in text_of(one.body)
    assert pages_of(one.body) < pages_of(take(world, world.owner, "guides").body)


def test_a_reader_may_take_it_along_too(world: World) -> None:
    assert take(world, world.reader).status == 200


def test_everybody_else_gets_one_answer_and_no_trace_of_why(world: World) -> None:
    before = logged(world)
    foreign = campaign(world.store, world.other, "ほかの会社の募集")
    refused = [
        take(world, None),
        take(world, Token("A" * 43)),
        take(world, Token("x")),
        take(world, world.other),
        take(world, world.owner, campaign="0" * 32),
        take(world, world.owner, campaign="' OR 1=1 --"),
        take(world, world.owner, campaign=foreign.id),
        take(world, world.owner, campaign=""),
        take(world, world.owner, "guide", share="0" * 32),
        take(world, world.owner, "guide", share=""),
        take(world, world.owner, "exe"),
        take(world, world.owner, ""),
    ]
    assert {answer.status for answer in refused} == {404}
    assert len({answer.body for answer in refused}) == 1
    assert all(answer.headers["cache-control"] == "no-store" for answer in refused)
    page = refused[0].body.decode()
    assert SPOKEN["ja"]("reading.failed.over") in page
    assert world.asked.title not in page
    assert logged(world) == before, "what was not given out is not noted"


def test_a_candidates_token_is_no_organisers(world: World) -> None:
    edition = take(world, None, headers={"Cookie": f"fit_token={world.owner.secret}"})
    assert edition.status == 404


def test_a_share_of_another_campaign_is_not_there(world: World) -> None:
    second = campaign(world.store, world.owner, "もう一つの募集")
    assert take(world, world.owner, "guide", share=world.shares[3].id).status == 200
    assert take(world, world.owner, "guide", share=world.shares[3].id, campaign=second.id).status == 404
    assert take(world, world.owner, "guides", campaign=second.id).status == 404, "nobody shared there"


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": OMIT, "Origin": "https://x.test"}]
)
def test_no_other_site_may_ask(world: World, headers: dict[str, str]) -> None:
    before = logged(world)
    answer = take(world, world.owner, headers=headers)
    assert (answer.status, answer.body) == (403, b"403")
    assert logged(world) == before


def test_a_get_gives_nothing(world: World) -> None:
    answer = request(world.address, "GET", f"/export?campaign={world.asked.id}&format=json")
    assert answer.status != 200 or b"share" not in answer.body
    assert "attachment" not in answer.headers.get("content-disposition", "")


def test_each_export_is_in_the_log(world: World) -> None:
    before = logged(world)
    take(world, world.owner, "csv")
    take(world, world.owner, "guide", share=world.shares[1].id)
    newest = world.store.audit.page(world.owner, world.asked.id).rows[:2]
    assert logged(world) == before + 2
    assert [entry.action for entry in newest] == ["exported", "exported"]
    assert newest[0].subject == world.shares[1].id
    assert (newest[1].subject, newest[1].detail) == (str(len(world.shares)), {"format": "csv"})


def test_after_signing_out_the_same_request_gets_nothing(world: World) -> None:
    who = organiser(world.store, "leaving")
    own = campaign(world.store, who)
    assert take(world, who, campaign=own.id).status == 200
    world.store.organisers.sign_out(who)
    assert take(world, who, campaign=own.id).status == 404


def test_in_the_readers_language(world: World) -> None:
    found = json.loads(take(world, world.owner, language="en").body)
    assert found["about"]["no_gate"] == SPOKEN["en"]("texts.no_gate")
    assert SPOKEN["en"]("reading.failed.over") in take(world, None, language="en").body.decode()


def test_while_the_store_is_away_a_kind_page_says_so(tmp_path: Path) -> None:
    away = "postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=1"
    with Running(tmp_path / "site.log", away) as running:
        fields = {"campaign": "0" * 32, "format": "json", "language": "ja"}
        cookie = {"Cookie": f"fit_organiser={'A' * 43}"}
        answer = request(running.address, "POST", "/export", headers=cookie, **fields)
        assert answer.status == 503
        assert SPOKEN["ja"]("reading.failed.away") in answer.body.decode()
