"""The verdict's two pictures: how high each part stands, and which roles can be told apart.

Roles stand in the order of the verdict (greatest P first), not of their fit: fits of a clear result often overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import cut, wrapped
from charts.palette import PALETTES, role_mark, role_place
from charts.picture import Picture, Table, Theme
from charts.rows import NARROW, SMALL, Rows, Side
from charts.sentence import joined, listed
from scoring.rule.result import Estimate, Result

if TYPE_CHECKING:
    import plotly.graph_objects as go

SHORT = 7.0
"""Ems of the best role's name at the end of the differences' axis."""


@dataclass(frozen=True, slots=True)
class Level:
    """One row: a value of 0 to 100 with its interval. ``place``: the role's in its file, None for the foundation."""

    name: str
    estimate: Estimate | None
    shown: str
    place: int | None
    leads: bool


@dataclass(frozen=True, slots=True)
class LevelsPlan:
    """``foundation`` is None where the assessment has none."""

    foundation: Level | None
    directions: tuple[Level, ...]
    foundation_heading: str
    directions_heading: str


@dataclass(frozen=True, slots=True)
class Gap:
    """The best role less another one, in points, with its 80 % interval."""

    name: str
    value: float
    low: float
    high: float
    apart: bool
    said: str
    shown: str


@dataclass(frozen=True, slots=True)
class DifferencesPlan:
    """``reach``: the axis runs from -reach to reach. ``place``: the best role's place in its file."""

    best: str
    place: int
    heading: str
    gaps: tuple[Gap, ...]
    reach: int
    left: str
    right: str


def plan_levels(result: Result, assessment: Assessment, words: Words) -> LevelsPlan | None:
    """None when neither the foundation nor any direction is measured."""

    def level(name: str, estimate: Estimate | None, place: int | None, leads: bool) -> Level:
        shown = number.with_interval(words, estimate) if estimate else words("charts.levels.not_measured")
        return Level(name, estimate, shown, place, leads)

    if result.foundation is None and all(fit.direction is None for fit in result.roles.values()):
        return None
    leading = result.verdict.tied or (result.leading,)
    directions = tuple(
        level(
            words.of(assessment.role[role].name),
            result.roles[role].direction,
            role_place(assessment, role),
            role in leading,
        )
        for role in result.ranking
    )
    foundation = (
        level(words("charts.levels.foundation"), result.foundation, None, False) if assessment.foundation else None
    )
    return LevelsPlan(
        foundation, directions, words("charts.levels.foundation_heading"), words("charts.levels.directions_heading")
    )


def figure_levels(plan: LevelsPlan, theme: Theme) -> go.Figure:
    palette = PALETTES[theme]
    rows = Rows(palette, 0, 100)

    def draw(level: Level) -> None:
        mark = None if level.place is None else role_mark(level.place, theme)
        colour = mark.colour if mark else palette.accent
        rows.label(
            level.name,
            level.shown,
            glyph=mark.glyph if mark else "",
            colour=colour,
            bold=level.leads,
            strong_value=level.estimate is not None,
        )
        rows.track()
        if level.estimate:
            rows.interval(level.estimate.low, level.estimate.high, colour)
            rows.dot(level.estimate.value, mark.symbol if mark else "circle", colour, f"{level.name} {level.shown}")
        rows.skip(20)

    if plan.foundation:
        rows.skip(rows.text((plan.foundation_heading,), size=SMALL, colour=palette.muted) + 4)
        draw(plan.foundation)
        rows.skip(10)
    if plan.directions:
        rows.skip(rows.text((plan.directions_heading,), size=SMALL, colour=palette.muted) + 4)
    for level in plan.directions:
        draw(level)
    rows.skip(-8)
    rows.scale(((0, "0"), (50, "50"), (100, "100")))
    return rows.figure()


def verdict_levels(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """The foundation once and each role's direction, with 80 % intervals. None when nothing is measured."""
    plan = plan_levels(result, assessment, words)
    if plan is None:
        return None
    said = []
    if plan.foundation:
        key = "foundation_is" if plan.foundation.estimate else "foundation_missing"
        said.append(words(f"charts.levels.{key}", value=plan.foundation.shown))
    if result.foundation_warning:
        low = [words.of(assessment.trait[trait].name) for trait in result.foundation_warning if trait != "score"]
        said.append(
            words("charts.levels.low_traits", traits=listed(words, low))
            if low
            else words("charts.levels.low_foundation")
        )
    measured = [level for level in plan.directions if level.estimate]
    if measured:
        names = [words("charts.list.with_value", name=level.name, value=level.shown) for level in measured]
        ordered = "directions_are" if result.verdict.kind != "unscored" else "directions_unordered"
        said.append(words(f"charts.levels.{ordered}", roles=listed(words, names)))
    missing = [level.name for level in plan.directions if not level.estimate]
    if missing:
        said.append(words("charts.levels.directions_missing", roles=listed(words, missing)))
    levels = (*((plan.foundation,) if plan.foundation else ()), *plan.directions)
    missing_cells = (words("charts.levels.not_measured"), "")
    table = Table(
        (words("charts.column.part"), words("charts.column.score"), words("charts.column.range")),
        tuple(
            (
                level.name,
                *(
                    (
                        number.score(level.estimate.value),
                        number.interval(words, level.estimate.low, level.estimate.high),
                    )
                    if level.estimate
                    else missing_cells
                ),
            )
            for level in levels
        ),
    )
    caption = words("charts.levels.caption" if result.alone is None else "charts.levels.caption_alone")
    return Picture(figure_levels(plan, theme), joined(words, said), table, caption)


def plan_differences(result: Result, assessment: Assessment, words: Words) -> DifferencesPlan | None:
    """None when unscored, and with a single role."""
    best = result.verdict.best
    if best is None or not result.differences:
        return None
    gaps = []
    for difference in result.differences:
        apart = difference.low > 0 or difference.high < 0
        gaps.append(
            Gap(
                words.of(assessment.role[difference.other].name),
                difference.value,
                difference.low,
                difference.high,
                apart,
                words("charts.differences.apart" if apart else "charts.differences.not_apart"),
                words(
                    "charts.number.with_interval",
                    value=number.signed(difference.value),
                    interval=number.signed_interval(words, difference.low, difference.high),
                ),
            )
        )
    role = assessment.role[best]
    name = words.of(role.name)
    farthest = max(max(abs(gap.low), abs(gap.high)) for gap in gaps)
    return DifferencesPlan(
        name,
        role_place(assessment, best),
        words("charts.differences.heading", best=name),
        tuple(gaps),
        max(10, 10 * ceil(farthest / 10)),
        words("charts.differences.left"),
        words("charts.differences.right", best=cut(words.of(role.short or role.name), SHORT)),
    )


def figure_differences(plan: DifferencesPlan, theme: Theme) -> go.Figure:
    palette = PALETTES[theme]
    mark = role_mark(plan.place, theme)
    rows = Rows(palette, -plan.reach, plan.reach)
    rows.skip(rows.text(wrapped(plan.heading, NARROW / SMALL), size=SMALL, colour=palette.muted) + 4)
    for gap in plan.gaps:
        rows.label(gap.name, gap.said, bold=gap.apart, strong_value=gap.apart)
        rows.track()
        rows.tick(0, reach=11, width=2)
        if gap.apart:
            rows.interval(gap.low, gap.high, mark.colour)
        else:
            rows.pill(gap.low, gap.high, fill=palette.card, outline=palette.muted, hatch=palette.muted)
        colour = mark.colour if gap.apart else palette.muted
        rows.dot(gap.value, mark.symbol, colour, f"{gap.name} {gap.shown}")
        rows.skip(20)
    rows.skip(-8)
    edge = plan.reach
    rows.scale(((-edge, number.signed(-edge)), (0, "0"), (edge, number.signed(edge))))
    ends: tuple[tuple[str, Side], ...] = ((plan.left, "left"), (plan.right, "right"))
    for text, side in ends:
        rows.text((text,), side, size=SMALL, colour=palette.muted)
    rows.skip(16)
    return rows.figure()


def verdict_differences(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """The best role against each other one. None when unscored, and with a single role."""
    plan = plan_differences(result, assessment, words)
    if plan is None:
        return None
    said = [
        words(
            "charts.differences.sentence_apart" if gap.apart else "charts.differences.sentence_not_apart",
            best=plan.best,
            other=gap.name,
            value=gap.shown,
        )
        for gap in plan.gaps
    ]
    table = Table(
        (
            words("charts.differences.column", best=plan.best),
            words("charts.column.difference"),
            words("charts.column.range"),
            words("charts.column.told_apart"),
        ),
        tuple(
            (gap.name, number.signed(gap.value), number.signed_interval(words, gap.low, gap.high), gap.said)
            for gap in plan.gaps
        ),
    )
    return Picture(figure_differences(plan, theme), joined(words, said), table, words("charts.differences.caption"))
