"""Why a role fits: what each trait, and liking its work, adds to the role's fit or takes from it, counted from 50."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import cut, short_name
from charts.plan.picture import Axis, PicturePlan
from charts.sentence import end_of, joined, quoted_with_values
from charts.table import Table
from scoring.rule.result import Contribution, Part, Result

LIKING: Literal["liking"] = "liking"
"""The part, and the id, of what liking adds; no trait has this id where there are tasks."""

DIGITS = 1
"""Contributions are small: in whole points most would look alike."""
LONGEST = 8.5
"""Ems of a bar's label."""
NAMED = 3


@dataclass(frozen=True, slots=True)
class ContributionBar:
    """``points``: what the trait adds to fit - 50. ``end``: the end of the trait where the person stands, in words.

    The bar of liking has no end and no weight; ``part`` tells it.
    """

    trait: str
    label: str
    name: str
    end: str
    part: Part | Literal["liking"]
    weight: int | None
    points: float
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPlan(PicturePlan):
    """``bars``: what helps, most first, then what hinders, most first. The axis ends with the longest on each side."""

    role: str
    bars: tuple[ContributionBar, ...]
    axis: Axis
    helps: str
    hinders: str


class BarsPen(Protocol):
    """Draws bars from 0 to either side, one under the other; those under 0 are hatched."""

    def sides(self, left: str, right: str) -> None:
        """What each side means, where it has a bar."""

    def bar(self, label: str, points: float, shown: str, said: str) -> None:
        """``said``: what a picture that can be touched says there."""


def plan_why(result: Result, assessment: Assessment, words: Words, role: str) -> WhyPlan | None:
    """None when nothing moves the role's fit by 0.05 points or more (smaller ones would be shown as 0).

    Raises KeyError for an unknown role.
    """
    fit = result.roles[role]
    every = [_bar(moved, assessment, words) for moved in fit.contributions]
    if fit.liking and fit.liking.points is not None:
        every.append(_liking(fit.liking.points, words))
    moving = [bar for bar in every if number.half_up(bar.points, DIGITS) != 0]
    if not moving:
        return None
    bars = tuple(sorted(moving, key=lambda bar: (bar.points < 0, -abs(bar.points))))
    name = words.of(assessment.role[role].name)
    return WhyPlan(
        role=name,
        bars=bars,
        axis=Axis(min(0.0, *(bar.points for bar in bars)), max(0.0, *(bar.points for bar in bars))),
        helps=words("charts.why.helps"),
        hinders=words("charts.why.hinders"),
        sentence=_sentence(name, bars, number.score(fit.fit.value) if fit.fit else None, words),
        table=_table(bars, words),
        caption=words("charts.why.caption"),
    )


def draw_why(plan: WhyPlan, pen: BarsPen) -> None:
    pen.sides(plan.hinders, plan.helps)
    for bar in plan.bars:
        pen.bar(bar.label, bar.points, bar.shown, f"{bar.name} {bar.shown}")


def _bar(moved: Contribution, assessment: Assessment, words: Words) -> ContributionBar:
    trait = assessment.trait[moved.trait]
    return ContributionBar(
        moved.trait,
        cut(short_name(assessment, moved.trait, words), LONGEST),
        words.of(trait.name),
        # A weight of the low end turns the sign: what helps there is a score under the middle.
        end_of(words, trait, high=moved.points * moved.weight > 0),
        moved.part,
        moved.weight,
        moved.points,
        number.signed(moved.points, DIGITS),
    )


def _liking(points: float, words: Words) -> ContributionBar:
    name = words("charts.part.liking")
    return ContributionBar(LIKING, cut(name, LONGEST), name, "", LIKING, None, points, number.signed(points, DIGITS))


def _sentence(role: str, bars: Sequence[ContributionBar], fit: str | None, words: Words) -> str:
    said = []
    for key, sign in (("charts.why.helped", 1), ("charts.why.hindered", -1)):
        moving = [bar for bar in bars if bar.points * sign > 0 and bar.part != LIKING]
        if moving:
            named = [(bar.end, bar.shown) for bar in moving[:NAMED]]
            said.append(words(key, role=role, ends=quoted_with_values(words, named)))
    said += [words("charts.why.liking", value=bar.shown) for bar in bars if bar.part == LIKING]
    if fit is not None:
        said.append(words("charts.why.sum", fit=fit))
    return joined(words, said)


def _table(bars: Sequence[ContributionBar], words: Words) -> Table:
    parts = {part: words(f"charts.part.{part}") for part in ("foundation", "direction", LIKING)}
    of = "trait_or_liking" if any(bar.part == LIKING for bar in bars) else "trait"
    return Table(
        tuple(words(f"charts.column.{column}") for column in (of, "part", "weight", "points")),
        tuple(
            (bar.name, parts[bar.part], "" if bar.weight is None else number.signed(bar.weight), bar.shown)
            for bar in bars
        ),
    )
