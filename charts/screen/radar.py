"""The person over one role's wished profile: figure, sentence and table (what is drawn: charts/plan/radar.py)."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.palette import Theme
from charts.plan.radar import RadarPlan, Spoke, plan_radar
from charts.screen.picture import Picture
from charts.screen.radar_figure import figure_radar
from charts.sentence import joined, listed
from charts.table import Table
from scoring.rule.result import Result

NAMED = 3


def radar(result: Result, assessment: Assessment, words: Words, role: str, theme: Theme) -> Picture | None:
    """The person over ``role``'s wished profile. None when no trait is measured, and for fewer than three traits."""
    plan = plan_radar(result, assessment, words, role)
    if plan is None:
        return None
    return Picture(
        figure_radar(plan, theme), _sentence(plan, words), _table(plan, words), words("charts.radar.caption")
    )


def _sentence(plan: RadarPlan, words: Words) -> str:
    def named(spokes: list[Spoke]) -> str:
        return listed(
            words,
            [
                words("charts.list.with_value", name=spoke.name, value=number.score(spoke.score or 0.0))
                for spoke in spokes[:NAMED]
            ],
        )

    weighed = [spoke for spoke in plan.spokes if spoke.lean is not None]
    by_lean = sorted(weighed, key=lambda spoke: -(spoke.lean or 0.0) * abs(spoke.weight or 0))
    near = [spoke for spoke in by_lean if (spoke.lean or 0) > 0]
    far = [spoke for spoke in reversed(by_lean) if (spoke.lean or 0) < 0]
    said = []
    if weighed:
        key = "count_all" if len(near) == len(weighed) else "count" if near else "count_none"
        said.append(words(f"charts.radar.{key}", role=plan.role, total=len(weighed), near=len(near)))
    if near:
        said.append(words("charts.radar.near", traits=named(near)))
    if far:
        said.append(words("charts.radar.far", traits=named(far)))
    missing = [spoke.name for spoke in plan.spokes if spoke.score is None]
    if missing:
        said.append(words("charts.radar.missing", traits=listed(words, missing)))
    return joined(words, said) if said else words("charts.radar.nothing_weighed", role=plan.role)


def _table(plan: RadarPlan, words: Words) -> Table:
    wish = {
        weight: words(f"charts.wish.{key}")
        for weight, key in ((2, "high_strong"), (1, "high"), (-1, "low"), (-2, "low_strong"))
    }
    return Table(
        (words("charts.column.trait"), words("charts.radar.you"), words("charts.radar.wished", role=plan.role)),
        tuple(
            (
                f"{at}. {spoke.name}" if plan.numbered else spoke.name,
                plan.not_measured if spoke.score is None else number.score(spoke.score),
                words("charts.wish.none") if spoke.weight is None else wish[spoke.weight],
            )
            for at, spoke in enumerate(plan.spokes, start=1)
        ),
    )
