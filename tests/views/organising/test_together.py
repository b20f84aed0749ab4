"""Side by side, and a group's picture: nothing is ranked, and nothing is told of too few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from people.organiser.asking import Refused
from people.organiser.teams import TeamPicture, group_of, picture_of, take_picture, team
from people.respondent.outcome import Outcome
from reports.sharing.levels import Level
from scoring.rule.result import Result
from store import Campaign, Share, Store, Token
from store.process import close_process_store, process_store
from tests.views.organising.reading_world import as_organiser, open_page, told
from tests.views.organising.seeded import (
    SHIPPED,
    SPOKEN,
    Person,
    campaign,
    organiser,
    result_of,
    result_with,
    share,
    share_all,
)

JA = SPOKEN["ja"]
GATE = JA("texts.no_gate")
TRAITS = f"<h2>{JA('reading.together.traits')}</h2>"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    yield process_store()
    close_process_store()


@pytest.fixture
def owner(store: Store, monkeypatch: pytest.MonkeyPatch) -> Token:
    who = organiser(store)
    as_organiser(monkeypatch, who)
    return who


@pytest.fixture
def asked(store: Store, owner: Token) -> Campaign:
    return campaign(store, owner)


def together(asked: Campaign, shares: Sequence[Share], **more: str) -> str:
    return told(open_page("side_by_side", id=asked.id, share=",".join(one.id for one in shares), **more))


def people(*levels: Level, result: Result | None = None) -> list[Person]:
    return [Person(level, result or result_of("planner"), f"応募 {at}") for at, level in enumerate(levels)]


def letters(page: str) -> list[str]:
    """The names in the order of their cards."""
    return re.findall(r'fit-letter">[A-D]</span> <a [^>]*><bdi>([^<]*)</bdi>', page)


def test_people_stand_in_the_order_in_which_they_were_chosen(store: Store, asked: Campaign) -> None:
    made = share_all(store, asked, people("traits", "traits", "traits"))
    chosen = [made[1], made[2], made[0]]
    page = together(asked, chosen)
    assert letters(page) == ["応募 1", "応募 2", "応募 0"]
    assert GATE in page
    assert letters(together(asked, chosen, order="time")) == ["応募 2", "応募 1", "応募 0"], "from a list by a number"


def test_equal_results_are_said_to_be_no_difference(store: Store, asked: Campaign) -> None:
    page = together(asked, share_all(store, asked, people("traits", "traits")))
    assert JA("charts.people.none_differ") in page
    assert JA("charts.people.parted") not in page
    assert page.count(f"<td>{JA('charts.people.alike')}</td>") == len(SHIPPED.role) + len(SHIPPED.trait)


def test_results_far_apart_are_said_to_differ_and_by_how_much(store: Store, asked: Campaign) -> None:
    made = share_all(store, asked, [Person("traits", result_with(5), "甲"), Person("traits", result_with(1), "乙")])
    page = together(asked, made)
    assert JA("charts.people.none_differ") not in page
    assert re.search(r"Aさんのほうが、Bさんより高いと言えそうです（差\+100、80%の範囲\+[0-9]+〜\+[0-9]+）", page)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        (("traits", "fits"), "fits"),
        (("traits", "guide"), "guide"),
        (("took_part", "traits"), "took_part"),
        (("traits", "traits"), "traits"),
    ],
)
def test_only_what_all_of_them_shared(store: Store, asked: Campaign, levels: tuple[Level, Level], shown: str) -> None:
    page = together(asked, share_all(store, asked, people(*levels)))
    assert JA(f"reading.together.level.{shown}") in page
    assert (TRAITS in page) is (shown == "traits")
    assert (JA("reading.together.verdicts") in page) is (shown in ("fits", "traits"))
    assert (JA("reading.together.questions") in page) is (shown != "took_part")


def test_no_sum_and_no_place(store: Store, asked: Campaign) -> None:
    page = together(asked, share_all(store, asked, people("traits", "traits", "fits")))
    for word in ("合計", "総合", "平均", "1位", "順位："):
        assert word not in page


def test_one_is_too_few_and_five_are_too_many(store: Store, asked: Campaign) -> None:
    made = share_all(store, asked, people(*["fits"] * 5))
    assert JA("reading.together.few") in together(asked, made[:1])
    page = together(asked, made)
    assert JA("reading.together.most", most=4) in page
    assert letters(page) == ["応募 0", "応募 1", "応募 2", "応募 3"]


def test_somebody_who_took_it_back_and_somebody_elses_are_answered_alike(store: Store, asked: Campaign) -> None:
    first = share(store, asked, people("fits")[0])[2]
    token, participation, gone = share(store, asked, people("fits")[0])
    store.participations.withdraw(token, participation)
    foreign = share(store, campaign(store, organiser(store, "ほかの会社")), people("fits")[0])[2]
    pages = {re.sub(r"[0-9a-f]{32}", "", together(asked, [first, other])) for other in (gone, foreign)}
    assert len(pages) == 1
    assert JA("reading.together.over") in pages.pop()


def test_other_versions_are_not_put_side_by_side(store: Store, asked: Campaign) -> None:
    made = share_all(store, asked, people("traits"))
    older = share(store, asked, Person("traits", replace(result_of("planner"), version="1.0.0"), "前の版"))[2]
    page = together(asked, [*made, older])
    assert JA("reading.together.versions") in page
    assert TRAITS not in page


def test_opening_together_is_noted_for_each_once(store: Store, owner: Token, asked: Campaign) -> None:
    made = share_all(store, asked, people("fits", "fits"))
    app = open_page("side_by_side", id=asked.id, share=",".join(one.id for one in made))
    app.run()
    noted = [entry for entry in store.audit.page(owner, asked.id).rows if entry.action == "opened"]
    assert {entry.subject for entry in noted} == {one.id for one in made}
    assert len(noted) == 2


def test_a_group_of_four_is_told_only_how_many_more_it_needs(store: Store, owner: Token, asked: Campaign) -> None:
    share_all(store, asked, people(*["traits"] * 4, "fits"))
    page = told(open_page("team", id=asked.id))
    assert JA("reading.team.may.too_few", total=5, most=1) in page
    assert "応募 0" not in page
    assert GATE in page
    assert "team_take" not in page
    refused = take_picture(owner, asked.id, "早すぎる")
    assert isinstance(refused, Refused)
    assert refused.outcome is Outcome.CHANGED
    assert store.team_pictures.mine(owner) == ()


def test_a_picture_is_taken_once_and_the_next_one_needs_three_newcomers(
    store: Store, owner: Token, asked: Campaign
) -> None:
    share_all(store, asked, people(*["traits"] * 5))
    app = open_page("team", id=asked.id)
    assert not store.team_pictures.mine(owner), "looking takes none"
    app.text_input(key="team_title").set_value("はじめの5名")
    next(button for button in app.button if button.label == JA("reading.team.take")).click().run()
    page = told(app)
    assert JA("reading.team.taken") in page
    assert "はじめの5名" in page
    assert JA("reading.team.may.same", n=5) in page
    share_all(store, asked, people("traits", "traits"))
    before = store.team_pictures.mine(owner)[0].content
    page = told(open_page("team", id=asked.id))
    assert JA("reading.team.may.few", n=7, least=3) in page
    assert JA("reading.team.made", date=_date(page), n=5) in page, "the picture stays as it was"
    assert store.team_pictures.mine(owner)[0].content == before
    share_all(store, asked, people("traits"))
    assert JA("reading.team.may.may", n=8) in told(open_page("team", id=asked.id))
    second = take_picture(owner, asked.id, "8名")
    assert isinstance(second, TeamPicture)
    assert all(one["spread"] for one in second.content["traits"]), "from eight on the spread is said"
    assert not any(one["spread"] for one in before["traits"])


def test_after_somebody_is_gone_no_other_picture_is_taken(store: Store, owner: Token, asked: Campaign) -> None:
    made = [share(store, asked, one) for one in people(*["traits"] * 6)]
    assert isinstance(take_picture(owner, asked.id, "6名"), TeamPicture)
    token, participation, _ = made[0]
    store.participations.withdraw(token, participation)
    share_all(store, asked, people(*["traits"] * 4))
    found = team(owner, asked.id)
    assert not isinstance(found, Refused)
    assert found.may == "gone"
    refused = take_picture(owner, asked.id, "あとの9名")
    assert isinstance(refused, Refused)
    assert JA("reading.team.may.gone") in told(open_page("team", id=asked.id))


def test_nobody_of_the_group_is_in_a_picture(store: Store, asked: Campaign) -> None:
    made = share_all(store, asked, people(*["traits"] * 5))
    kept = picture_of(group_of(made))
    text = repr(kept)
    assert not any(one.id in text or one.name in text for one in made)
    assert asked.id not in text
    assert all(one["mean"] % 5 == 0 for one in kept["traits"])
    values = {trait["value"] for one in made for trait in one.content["traits"] if trait["value"] % 5}
    assert values
    assert not any(str(value) in text for value in values)


def test_whoever_lacks_a_trait_or_answered_another_version_is_left_out_of_all_traits(
    store: Store, owner: Token, asked: Campaign
) -> None:
    whole = result_of("planner")
    first = next(iter(whole.traits))
    gap = replace(whole, traits={**whole.traits, first: replace(whole.traits[first], estimate=None, sem=None)})
    share_all(store, asked, people(*["traits"] * 5))
    share_all(
        store, asked, [Person("traits", gap, "欠け"), Person("traits", replace(whole, version="1.0.0"), "前の版")]
    )
    found = team(owner, asked.id)
    assert not isinstance(found, Refused)
    assert (found.people, found.left_out) == (5, 2)


def test_a_picture_is_compared_with_a_role_and_with_another_picture(
    store: Store, owner: Token, asked: Campaign
) -> None:
    share_all(store, asked, [Person("traits", result_with(5), f"高 {at}") for at in range(5)])
    assert isinstance(take_picture(owner, asked.id, "高い組"), TeamPicture)
    second = campaign(store, owner, "二つ目")
    share_all(store, second, [Person("traits", result_with(1), f"低 {at}") for at in range(5)])
    assert isinstance(take_picture(owner, second.id, "低い組"), TeamPicture)
    app = open_page("team", id=asked.id)
    beside = app.selectbox(key="team_beside_ja")
    role = next(iter(SHIPPED.role))
    beside.set_value(f"role:{role}").run()
    page = told(app)
    assert JA("charts.team.caption_role", role=JA.of(SHIPPED.role[role].name)) in page
    other = next(option for option in app.selectbox(key="team_beside_ja").options if "低い組" in option)
    app.selectbox(key="team_beside_ja").select(other).run()
    assert "「低い組」と違いがあると言えそうなのは" in told(app)


def test_a_picture_that_was_deleted_is_gone(store: Store, owner: Token, asked: Campaign) -> None:
    share_all(store, asked, people(*["traits"] * 5))
    assert isinstance(take_picture(owner, asked.id, "消すもの"), TeamPicture)
    app = open_page("team", id=asked.id)
    app.button(key="team_drop_button").click().run()
    page = told(app)
    assert JA("reading.team.dropped") in page
    assert store.team_pictures.mine(owner) == ()


def test_a_foreign_campaigns_group_is_not_there(store: Store, asked: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    share_all(store, asked, people(*["traits"] * 5))
    as_organiser(monkeypatch, organiser(store, "ほかの会社"))
    page = told(open_page("team", id=asked.id))
    assert JA("organise.over") in page
    assert asked.title not in page
    assert page == told(open_page("team", id="0" * 32))


def _date(page: str) -> str:
    found = re.search(r"([0-9]+年[0-9]+月[0-9]+日)に5名", page)
    assert found
    return found[1]
