"""The verdict's two pictures: how high each part stands, and which roles can be told apart.

Roles stand in the order of the verdict (greatest P first), not of their fit: fits of a clear result often overlap.
"""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import wrapped
from charts.palette import PALETTES, role_mark
from charts.picture import Figure, Picture, Table, Theme
from charts.plan.verdict import DifferencesPlan, Level, LevelsPlan, plan_differences, plan_levels
from charts.screen.rows import NARROW, SMALL, Rows, Side
from charts.sentence import joined, listed
from scoring.rule.result import Result


def figure_levels(plan: LevelsPlan, theme: Theme) -> Figure:
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
    return Picture(figure_levels(plan, theme), joined(words, said), table, words("charts.levels.caption"))


def figure_differences(plan: DifferencesPlan, theme: Theme) -> Figure:
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
