"""The table of what was shared, and one candidate's page: what was shared, as it was shown to whom it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from people.organiser.reading import shared_page
from reports.guide.choose import own_questions
from reports.told.numbers import numbers
from store import Campaign, Page, Share, Store, Token
from store.process import close_process_store, process_store
from tests.views.organising.reading_world import as_organiser, open_page, told
from tests.views.organising.seeded import (
    CORE,
    SHIPPED,
    SPOKEN,
    Person,
    campaign,
    four_levels,
    organiser,
    result_of,
    result_with,
    share,
    share_all,
)

JA = SPOKEN["ja"]
GATE = JA("texts.no_gate")
ROW = re.compile(r'<tr role="row"><td role="cell" class="fit-shares-choice">.*?</tr>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class World:
    store: Store
    owner: Token
    asked: Campaign
    shares: list[Share]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    yield process_store()
    close_process_store()


@pytest.fixture
def world(store: Store, monkeypatch: pytest.MonkeyPatch) -> World:
    owner = organiser(store)
    asked = campaign(store, owner)
    as_organiser(monkeypatch, owner)
    return World(store, owner, asked, share_all(store, asked, four_levels()))


def rows(page: str) -> list[str]:
    """Each row's text, from the top."""
    return [re.sub(r"\s+", " ", TAG.sub(" ", row)) for row in ROW.findall(page)]


def actions(world: World) -> list[str]:
    entries = world.store.audit.page(world.owner, world.asked.id).rows
    return [entry.action for entry in reversed(entries) if entry.action in ("opened", "listed", "exported")]


def table(world: World) -> str:
    return told(open_page("campaign", id=world.asked.id, part="shared"))


def test_the_table_shows_who_shared_what_and_says_what_was_not_shared(world: World) -> None:
    page = table(world)
    found = rows(page)
    assert len(found) == 4
    for row, name, level in zip(
        found,
        ("田中 一郎", "Kim", "佐藤 花子", "お名前なし"),
        ("traits", "fits", "guide", "took_part"),
        strict=True,
    ):
        assert name in row
        assert JA(f"reading.level.{level}") in row
        assert (JA("reading.export.not_shared") in row) is (level in ("guide", "took_part"))
    assert GATE in page
    assert "よろしくお願いします。" not in page, "a note is read on the candidate's own page"


def test_the_numbers_are_the_own_pages_digit_by_digit(world: World) -> None:
    found = rows(table(world))
    for row, sample in ((found[0], "brisk"), (found[1], "expert")):
        result = result_of(sample)
        own = numbers(result, SHIPPED, JA)
        for role in SHIPPED.role:
            one = own["fit", role]
            assert f"{one.name} {one.shown} （{one.spread}）" in row


def test_a_row_has_no_place_and_nobody_is_turned_down(world: World) -> None:
    page = table(world)
    for word in ("順位：", "1位", "不合格", "見送り", "基準点", "合計", "総合"):
        assert word not in page
    assert "<ol" not in page


def test_searching_and_finding_nobody(world: World) -> None:
    app = open_page("campaign", id=world.asked.id, part="shared")
    app.text_input[0].set_value("田中").run()
    assert len(rows(told(app))) == 1
    app.text_input[0].set_value("だれでもない").run()
    assert rows(told(app)) == []
    assert JA("reading.none_found") in told(app)


def test_sorted_by_a_fit_those_who_cannot_be_told_apart_stand_together(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = organiser(store)
    asked = campaign(store, owner)
    as_organiser(monkeypatch, owner)
    people = [("低", 1), ("高い 一", 5), ("高い 二", 5)]
    share_all(store, asked, [Person("fits", result_with(score), name) for name, score in people])
    share(store, asked, Person("guide", result_of("planner"), "得点なし"))
    app = open_page("campaign", id=asked.id, part="shared")
    choice = app.selectbox[0]
    role = next(iter(SHIPPED.role))
    values = {score: numbers(result_with(score), SHIPPED, JA)["fit", role] for score in (1, 5)}
    assert values[1].value is not None
    assert values[5].value is not None
    first, last = ("高い", "低") if values[5].value > values[1].value else ("低", "高い")
    choice.set_value(f"fit:{role}").run()
    page = told(app)
    groups = re.findall(r'<tbody role="rowgroup" class="fit-tied">(.*?)</tbody>', page, re.DOTALL)
    assert len(groups) == 3
    assert first in groups[0]
    assert last in groups[1]
    assert "得点なし" in groups[2]
    both = next(group for group in groups if "高い" in group)
    assert JA("reading.table.alike", n=2) in both
    assert both.index("高い 二") < both.index("高い 一"), "within a group the latest share comes first"
    assert JA("reading.table.without", n=1) in groups[2]
    assert JA("reading.table.tied") in page


def test_a_sort_that_nobody_offers_is_the_latest_first(world: World) -> None:
    found = shared_page(world.owner, world.asked.id, 1, "total; drop table shares", "", note=False)
    assert isinstance(found, Page)
    assert [row.id for row in found.rows] == [one.id for one in reversed(world.shares)]


def test_fifty_to_a_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = organiser(store)
    asked = campaign(store, owner)
    as_organiser(monkeypatch, owner)
    share_all(store, asked, [Person("took_part", result_of("planner"), f"応募 {at}") for at in range(52)])
    app = open_page("campaign", id=asked.id, part="shared")
    assert len(rows(told(app))) == 50
    app.button(key=f"after_shared_{asked.id}").click().run()
    assert len(rows(told(app))) == 2
    assert store.audit.page(owner, asked.id).rows[0].action == "listed"
    assert sum(entry.action == "listed" for entry in store.audit.page(owner, asked.id).rows) == 1, "one visit, one look"


def test_nothing_shared_yet(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = organiser(store)
    asked = campaign(store, owner)
    as_organiser(monkeypatch, owner)
    page = told(open_page("campaign", id=asked.id, part="shared"))
    assert JA("reading.none_yet") in page
    assert GATE in page
    assert "/export" not in page


def test_a_candidates_page_is_what_they_saw_and_then_the_guide(world: World) -> None:
    page = told(open_page("candidate", share=world.shares[3].id))
    assert GATE in page
    assert "よろしくお願いします。" in page
    numbered = numbers(result_of("brisk"), SHIPPED, JA)
    shown = re.sub(r"\s+", " ", TAG.sub(" ", page))
    for (measure, _), one in numbered.items():
        if measure in ("fit", "trait"):
            assert f"{one.name} {one.shown} （{one.spread}）" in shown
    guide = page[page.index('class="fit-paper fit-guide"') :]
    own = own_questions(result_of("brisk"), SHIPPED)
    places = [guide.index(CORE[0].ask["ja"]), *(guide.index(JA.of(one.question.ask)) for one in own)]
    assert places == sorted(places), "what everybody is asked comes first"
    assert 1 < len(own) <= 5
    ends = [JA.of(end) for one in own for end in (one.question.low, one.question.high)]
    for end in (CORE[0].low["ja"], CORE[0].high["ja"], *ends):
        assert end in guide
    assert all(JA(f"guide.about.{one.about}") in guide for one in own)
    assert not re.search(r"[0-9]{2}（[0-9]", TAG.sub("", guide)), "no score is on it"
    assert 'name="format" value="guide"' in page


def test_where_the_guide_was_not_shared_the_common_questions_stand_alone(world: World) -> None:
    page = told(open_page("candidate", share=world.shares[0].id))
    assert CORE[0].ask["ja"] in page
    assert not any(JA.of(one.question.ask) in page for one in own_questions(result_of("planner"), SHIPPED))
    assert JA("reading.guide.not_shared") in page
    assert JA("sharing.shown.took_part") in page


def test_opening_is_noted_once_a_visit_and_again_when_it_changed(world: World) -> None:
    app = open_page("candidate", share=world.shares[1].id)
    app.run()
    assert actions(world) == ["opened"]
    assert world.store.audit.page(world.owner, world.asked.id).rows[0].subject == world.shares[1].id
    open_page("candidate", share=world.shares[1].id)
    assert actions(world) == ["opened"] * 2, "another visit"


def test_what_was_taken_back_is_gone_and_what_is_foreign_was_never_there(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, participation, made = share(world.store, world.asked, Person("traits", result_of("planner"), "取り消す人"))
    assert "取り消す人" in told(open_page("candidate", share=made.id))
    world.store.participations.withdraw(token, participation)
    gone = told(open_page("candidate", share=made.id))
    assert JA("reading.gone") in gone
    assert "取り消す人" not in gone
    assert "取り消す人" not in table(world)
    unknown = told(open_page("candidate", share="0" * 32))
    as_organiser(monkeypatch, organiser(world.store, "ほかの会社"))
    foreign = told(open_page("candidate", share=world.shares[3].id))
    assert foreign == unknown == gone


def test_who_is_not_signed_in_sees_the_door(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    as_organiser(monkeypatch, None)
    page = told(open_page("candidate", share=world.shares[3].id))
    assert JA("door.title") in page
    assert f"next=candidate&share={world.shares[3].id}" in page
    assert "田中 一郎" not in page


def test_what_a_person_typed_is_text(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = organiser(store)
    asked = campaign(store, owner)
    as_organiser(monkeypatch, owner)
    bad = "<script>alert(1)</script>"
    made = share(store, asked, Person("traits", result_of("planner"), bad, f"{bad}\n**太字** [x](javascript:1)"))[2]
    for app in (
        open_page("campaign", id=asked.id, part="shared"),
        open_page("candidate", share=made.id),
        open_page("side_by_side", id=asked.id, share=f"{made.id},{made.id}"),
    ):
        blocks = [str(block.proto.body) for block in app.get("html")]
        assert not any(bad in block for block in blocks)
        assert not any(bad in markdown.value for markdown in app.markdown)


def test_the_store_is_away(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_page("candidate", share=world.shares[3].id)
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=1")
    close_process_store()
    app.run()
    page = told(app)
    assert JA("organise.away_now") in page
    assert "田中 一郎" not in page
