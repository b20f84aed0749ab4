"""All trait scores with their 80 % intervals, each between the words of its two poles."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import wrapped
from charts.palette import PALETTES
from charts.picture import Figure, Picture, Table, Theme
from charts.plan.traits import TraitsPlan, plan_traits
from charts.screen.rows import NARROW, SMALL, Rows
from charts.sentence import joined, listed
from scoring.rule.result import Result


def figure_traits(plan: TraitsPlan, theme: Theme) -> Figure:
    palette = PALETTES[theme]
    rows = Rows(palette, 0, 100)
    for row in plan.rows:
        rows.label(row.name, row.shown, bold=True, strong_value=row.estimate is not None)
        rows.track()
        rows.tick(50, reach=7)
        if row.estimate:
            rows.interval(row.estimate.low, row.estimate.high, palette.accent)
            rows.dot(row.estimate.value, "circle", palette.accent, f"{row.name} {row.shown}")
        rows.skip(11)
        half = (NARROW / 2 - 10) / SMALL
        rows.skip(
            max(
                rows.text(wrapped(row.low, half), "left", size=SMALL, colour=palette.muted),
                rows.text(wrapped(row.high, half), "right", size=SMALL, colour=palette.muted),
            )
            + 18
        )
    rows.skip(-14)
    return rows.figure()


def traits(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """All trait scores. None when no trait is measured."""
    plan = plan_traits(result, assessment, words)
    if plan is None:
        return None
    measured = sorted(((row, row.estimate.value) for row in plan.rows if row.estimate), key=lambda scored: -scored[1])
    (highest, most), (lowest, least) = measured[0], measured[-1]
    said = []
    if number.score(most) == number.score(least):
        key = "all_alike" if len(measured) > 1 else "only"
        said.append(words(f"charts.traits.{key}", name=highest.name, value=number.score(most)))
    else:
        said.append(words("charts.traits.highest", name=highest.name, value=highest.shown))
        said.append(words("charts.traits.lowest", name=lowest.name, value=lowest.shown))
    missing = [row.name for row in plan.rows if not row.estimate]
    if missing:
        said.append(words("charts.traits.missing", traits=listed(words, missing)))
    table = Table(
        tuple(words(f"charts.column.{column}") for column in ("trait", "low_pole", "score", "range", "high_pole")),
        tuple(
            (
                row.name,
                row.low,
                number.score(row.estimate.value) if row.estimate else row.shown,
                number.interval(words, row.estimate.low, row.estimate.high) if row.estimate else "",
                row.high,
            )
            for row in plan.rows
        ),
    )
    caption = words("charts.traits.provisional") if result.provisional else None
    return Picture(figure_traits(plan, theme), joined(words, said), table, caption)
