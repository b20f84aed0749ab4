from __future__ import annotations

import pytest

from catalog.content.words import Words
from charts.plan.radar import WISH_RADIUS, draw_radar, measured_runs, plan_radar


class NotedRadar:
    """A pen that notes what it is told to draw."""

    def __init__(self) -> None:
        self.areas: list[list[tuple[float, float]]] = []
        self.lines: list[list[tuple[float, float]]] = []
        self.wishes: list[tuple[float, float, bool]] = []
        self.words: tuple[str, str] = ("", "")

    def area(self, points: list[tuple[float, float]]) -> None:
        self.areas.append(points)

    def line(self, points: list[tuple[float, float]], said: list[str]) -> None:
        assert len(said) == len(points)
        self.lines.append(points)

    def wish(self, point: tuple[float, float], place: int, said: str, *, strong: bool) -> None:
        self.wishes.append((*point, strong))

    def legend(self, you: str, wished: str, place: int) -> None:
        self.words = (you, wished)


def test_the_foundation_stands_together(made, words: Words) -> None:
    assessment = made.assessment()
    swapped = assessment.model_copy(update={"traits": assessment.traits[::-1]})
    plan = plan_radar(made.result(swapped), swapped, words, "r0")
    assert plan is not None
    assert [spoke.trait in assessment.foundation for spoke in plan.spokes] == [True] * 6 + [False] * 8


def test_wishes_stand_only_where_the_role_weighs(made, words: Words) -> None:
    assessment = made.assessment()
    for role in assessment.roles:
        plan = plan_radar(made.result(assessment), assessment, words, role.id)
        assert plan is not None
        for spoke in plan.spokes:
            held = assessment.foundation.get(spoke.trait) or role.weights[spoke.trait]
            assert spoke.weight == (held.weight or None)
            assert spoke.wish == WISH_RADIUS.get(held.weight)
        pen = NotedRadar()
        draw_radar(plan, pen)
        assert pen.wishes == [(spoke.turn, spoke.wish, abs(spoke.weight) == 2) for spoke in plan.spokes if spoke.weight]
        assert pen.words == (plan.you, plan.wished)


def test_a_whole_circle_is_closed(made, ja: Words) -> None:
    assessment = made.assessment()
    plan = plan_radar(made.result(assessment), assessment, ja, "r0")
    assert plan is not None
    assert measured_runs(plan) == [[*range(14), 0]]
    pen = NotedRadar()
    draw_radar(plan, pen)
    assert pen.areas == pen.lines
    assert pen.lines[0][0] == pen.lines[0][-1]


def test_nothing_is_drawn_across_a_gap(made, ja: Words) -> None:
    assessment = made.assessment()
    scores = {trait.id: 60.0 for trait in assessment.traits} | {"t3": None, "t5": None, "t9": None}
    plan = plan_radar(made.result(assessment, scores=scores), assessment, ja, "r0")
    assert plan is not None
    assert measured_runs(plan) == [[4], [6, 7, 8], [10, 11, 12, 13, 0, 1, 2]]
    pen = NotedRadar()
    draw_radar(plan, pen)
    assert [len(line) for line in pen.lines] == [1, 3, 7]
    assert len(pen.areas) == 2
    for area, line in zip(pen.areas, pen.lines[1:], strict=True):
        assert area == [(line[0][0], 0), *line, (line[-1][0], 0)]


def test_an_unmeasured_trait_stands_in_brackets(made, ja: Words) -> None:
    names = [("協働", "Teamwork"), ("分析・戦略", "Analysis"), ("一つの 長い 名前", "One long name")]
    assessment = made.assessment(3, 1, 1, lambda at: made.text(*names[at]))
    plan = plan_radar(made.result(assessment, scores={"t0": 60.0, "t1": None, "t2": None}), assessment, ja, "r0")
    assert plan is not None
    assert [spoke.label for spoke in plan.spokes] == [("協働",), ("(分析・戦略)",), ("(一つの", "長い 名前)")]


@pytest.mark.parametrize("traits", [1, 2])
def test_fewer_than_three_traits_make_no_radar(made, ja: Words, traits: int) -> None:
    assessment = made.assessment(traits, 1, 1)
    assert plan_radar(made.result(assessment), assessment, ja, assessment.roles[0].id) is None
