"""A workshop's files over real HTTP: for its trainers, from what was shown; the same answer for everybody else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from people.trainer.exporting import FORMS
from scoring.group.picture import picture
from server.routes.workshop_file import MADE
from store import Store, Token, Workshop, open_store
from tests.chaos.running import Answered, Running, request
from tests.reports.reading import packed, text_of
from tests.reports.workshop.made import SHIPPED, rows
from tests.shipped import shipped_content
from tests.views.organising.seeded import organiser
from tests.views.workshop.world import PLACE, finished, phone, workshop

ENDINGS = {"pdf": ("pdf", b"%PDF"), "xlsx": ("xlsx", b"PK"), "png": ("png", b"\x89PNG"), "agenda": ("pdf", b"%PDF")}


@dataclass(frozen=True)
class World:
    """A running site; ``made`` showed two pictures, ``bare`` none. ``other`` leads nothing of this."""

    address: str
    store: Store
    owner: Token
    editor: Token
    other: Token
    made: Workshop
    bare: Workshop


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("workshop")
    url = f"sqlite:///{folder}/fit.db"
    with Running(folder / "site.log", url) as running, closing(open_store(url)) as store:
        owner, editor, other = (organiser(store, name) for name in ("owner", "editor", "other"))
        made, bare = workshop(store, owner), workshop(store, owner, title="まだの研修")
        store.workshops.admit(owner, made.id, "editor")
        here = finished(store, made, 5)
        show(store, owner, made, [one.seat.id for one in here])
        more = here + [phone(store, made) for _ in range(3)]
        show(store, owner, made, [one.seat.id for one in more])
        yield World(running.address, store, owner, editor, other, made, bare)
        assert "Traceback" not in running.printed()


def show(store: Store, who: Token, made: Workshop, seats: list[str]) -> None:
    now = store.workshops.read(who, made.id)
    now = store.workshops.go(who, made.id, PLACE["picture"], now.beat)
    content: dict[str, Any] = picture(SHIPPED, rows(len(seats)))
    store.workshops.keep(who, made.id, "picture", "", frozenset(seats), content, now.beat)


def take(
    world: World, who: Token | None, form: str = "pdf", headers: dict[str, str] | None = None, **more: str
) -> Answered:
    cookie = {} if who is None else {"Cookie": f"fit_organiser={who.secret}"}
    given = {"workshop": world.made.id, "format": form, "language": "ja"} | more
    return request(world.address, "POST", "/workshop-file", headers=cookie | dict(headers or {}), **given)


def logged(world: World, made: Workshop) -> int:
    found = world.store.workshops.log(world.owner, made.id)
    return sum(entry.action == "exported" for entry in found.rows)


def test_every_kind_of_file_has_a_maker() -> None:
    assert set(FORMS.values()) == set(MADE) == set(ENDINGS)


def test_each_file_is_what_it_says_and_nothing_keeps_it(world: World) -> None:
    for form, (ending, begins) in ENDINGS.items():
        answer = take(world, world.owner, form)
        assert answer.status == 200, answer.body
        assert answer.body.startswith(begins)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"].endswith(f'.{ending}"')
        assert answer.headers["x-content-type-options"] == "nosniff"
    said = text_of(take(world, world.owner).body)
    assert "新任研修" in said
    assert "5人の答え" in said
    assert "8人の答え" in said
    assert "5人の答え".encode() not in take(world, world.owner, "png").body
    book = CalamineWorkbook.from_filelike(io.BytesIO(take(world, world.owner, "xlsx").body))
    assert len(book.get_sheet_by_name("特性").to_python()) == 1 + 2 * len(SHIPPED.traits)


def test_a_colleague_may_take_it_along_too_and_the_log_has_it(world: World) -> None:
    before = logged(world, world.made)
    assert take(world, world.editor, "xlsx").status == 200
    assert logged(world, world.made) == before + 1
    (entry, *_) = world.store.workshops.log(world.owner, world.made.id).rows
    assert (entry.who, entry.action) == ("editor", "exported")
    assert take(world, world.owner, "agenda").status == 200
    assert logged(world, world.made) == before + 1, "the run sheet says nothing of the room"


def test_one_picture_by_its_own_id(world: World) -> None:
    first, last = world.store.workshops.snapshots(world.owner, world.made.id)
    one, other = (take(world, world.owner, "png", picture=which.id).body for which in (first, last))
    assert one != other
    assert take(world, world.owner, "png").body == other


def test_everybody_else_gets_one_answer_and_no_trace_of_why(world: World) -> None:
    before = logged(world, world.made)
    refused = [
        take(world, None),
        take(world, Token("A" * 43)),
        take(world, world.other),
        take(world, world.other, "agenda"),
        take(world, world.owner, workshop="0" * 32),
        take(world, world.owner, workshop="' OR 1=1 --"),
        take(world, world.owner, workshop=""),
        take(world, world.owner, "exe"),
        take(world, world.owner, "png", picture="0" * 32),
    ]
    assert {answer.status for answer in refused} == {404}
    assert len({answer.body for answer in refused}) == 1
    assert all(answer.headers["cache-control"] == "no-store" for answer in refused)
    assert world.made.title not in refused[0].body.decode()
    assert logged(world, world.made) == before, "what was not given out is not noted"


def test_nothing_shown_is_said_kindly(world: World) -> None:
    words = shipped_content().words("ja")
    for form in ("pdf", "xlsx", "png"):
        answer = take(world, world.owner, form, workshop=world.bare.id)
        assert answer.status == 404
        assert packed(words("shown.failed.nothing")) in packed(answer.body.decode())
    assert logged(world, world.bare) == 0


def test_only_this_site_may_ask(world: World) -> None:
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert take(world, world.owner, headers=elsewhere).status in (303, 403)
