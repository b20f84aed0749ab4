"""People side by side and a group's picture: what lies inside the error is drawn and said as no difference."""

from __future__ import annotations

import re
from typing import Any

import pytest

from catalog.content.words import Words
from charts.paper.rows import PaperRows
from charts.plan.people import Measured, PeoplePlan, Person, draw_people, plan_people
from charts.plan.team import GroupTrait, Wished, draw_team, plan_team
from charts.screen.pictures import side_by_side, team
from scoring.rule.result import Estimate

PEOPLE = (Person("A", "佐藤"), Person("B", "鈴木"), Person("C", "お名前なし"))


class Noted:
    """A pen that notes what it is told to draw."""

    def __init__(self) -> None:
        self.drawn: list[tuple[str, Any]] = []

    def __getattr__(self, name: str) -> Any:
        def note(*given: Any, **named: Any) -> None:
            self.drawn.append((name, {**dict(enumerate(given)), **named}))

        return note


def estimate(value: float, reach: float = 8.0) -> Estimate:
    return Estimate(value, max(0.0, value - reach), min(100.0, value + reach))


def planned(words: Words, *values: float | None) -> PeoplePlan:
    estimates = tuple(None if value is None else estimate(value) for value in values)
    people = PEOPLE[: len(values)]
    plan = plan_people("traits", people, [Measured("仕事のテンポ", None, estimates)], words)
    assert plan is not None
    return plan


def bands(plan: PeoplePlan) -> list[bool]:
    """Whether each person's band is drawn as sure, in their order."""
    pen = Noted()
    draw_people(plan, pen)  # type: ignore[arg-type]
    return [given["sure"] for name, given in pen.drawn if name == "band"]


def test_those_within_the_error_are_hatched_and_said_to_be_alike(ja: Words) -> None:
    plan = planned(ja, 50, 55, 60)
    assert bands(plan) == [False, False, False]
    assert plan.measures[0].said == ja("charts.people.alike")
    assert plan.sentence == ja("charts.people.none_differ")


def test_only_who_differs_from_somebody_is_drawn_in_colour(ja: Words) -> None:
    plan = planned(ja, 40, 47, 60)
    assert bands(plan) == [True, True, True]
    assert len(plan.measures[0].pairs) == 2
    assert plan.measures[0].said.endswith(ja("charts.people.others"))
    plan = planned(ja, 40, 50, 60)
    assert bands(plan) == [True, False, True]
    (pair,) = plan.measures[0].pairs
    assert (pair.left, pair.right) == ("C", "A")
    assert "Cさんのほうが、Aさんより高いと言えそうです（差+20、80%の範囲+9〜+31）" in plan.measures[0].said


def test_whoever_is_not_measured_is_compared_with_nobody(ja: Words) -> None:
    plan = planned(ja, None, 90)
    assert bands(plan) == [False]
    assert plan.measures[0].said == ja("charts.people.not_compared")
    assert plan.measures[0].rows[0].shown == ja("charts.traits.not_measured")


def test_the_table_says_what_the_picture_shows(words: Words) -> None:
    plan = planned(words, 10, None, 90)
    (row,) = plan.table.rows
    assert len(row) == len(plan.table.columns) == 5
    assert [re.sub(r"\D.*", "", cell) for cell in (row[1], row[3])] == ["10", "90"]
    assert row[4] == plan.measures[0].said
    picture = side_by_side(plan, "dark")
    assert picture is not None
    assert picture.sentence == plan.sentence


def test_nothing_is_drawn_for_one_person_or_for_nobody_measured(ja: Words) -> None:
    assert plan_people("traits", PEOPLE[:1], [Measured("x", None, (estimate(50),))], ja) is None
    assert plan_people("traits", PEOPLE[:2], [Measured("x", None, (None, None))], ja) is None
    assert plan_team([], ja) is None


def test_people_keep_their_order_whatever_their_values(ja: Words) -> None:
    assert [row.name for row in planned(ja, 10, 90, 50).measures[0].rows] == ["A 佐藤", "B 鈴木", "C お名前なし"]


def trait(name: str, mean: int, **more: Any) -> GroupTrait:
    return GroupTrait(name, "低い端", "高い端", mean, 9.7, more.pop("spread", None), **more)


def test_a_group_is_said_to_lean_only_beyond_the_error_of_its_mean(ja: Words) -> None:
    wished = Wished(0, 85.0, 2, "高い端（とくに合う）")
    traits = [
        trait("近い", 65, wished=wished),
        trait("遠い", 35, wished=wished),
        trait("どちらとも", 55, wished=wished),
        trait("重みなし", 80),
    ]
    plan = plan_team(traits, ja, role="カスタマーサポート")
    assert plan is not None
    assert ja("charts.team.near", role="カスタマーサポート", traits="「近い」") in plan.sentence
    assert ja("charts.team.far", traits="「遠い」") in plan.sentence
    assert ja("charts.team.rest") in plan.sentence
    assert "重みなし" not in plan.sentence


def test_two_groups_differ_only_beyond_the_error_of_both(ja: Words) -> None:
    close = plan_team([trait("x", 50, other=65, other_reach=9.7)], ja, other="営業")
    apart = plan_team([trait("x", 50, other=70, other_reach=9.7)], ja, other="営業")
    assert close is not None
    assert apart is not None
    assert close.sentence == ja("charts.team.alike", title="営業")
    assert apart.sentence == ja("charts.team.differs", title="営業", traits="「x」")


def test_the_spread_is_one_of_three_words_or_none(ja: Words) -> None:
    plan = plan_team([trait("a", 50, spread="far"), trait("b", 50)], ja)
    assert plan is not None
    assert plan.rows[0].shown == f"約50・{ja('charts.team.spread.far')}"
    assert plan.rows[1].shown == "約50"
    assert plan.table.rows[1][4] == ja("charts.team.spread.hidden")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_pens_draw_both_plans(words: Words, theme: Any) -> None:
    people = planned(words, 20, 50, 80)
    group = plan_team([trait("a", 50, other=70, other_reach=9.7, wished=Wished(0, 85.0, 2, "x"))], words, other="y")
    assert group is not None
    for plan, draw, screen in ((people, draw_people, side_by_side), (group, draw_team, team)):
        pen = PaperRows(240, plan.axis)
        draw(plan, pen)  # type: ignore[operator]
        assert pen.svg().startswith("<svg")
        picture = screen(plan, theme)  # type: ignore[operator]
        assert picture.figure["data"]
        assert picture.table is plan.table
