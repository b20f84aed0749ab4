"""The radar: the person over one role's wished profile.

How a wish becomes a radius is a convention of drawing, not a score: a weight of +2 is drawn at 85, +1 at 70, -1 at 30,
-2 at 15. The articles say which end of a trait suits a role and how strongly, never how many points are enough. A
larger marker is a greater weight. A trait without a weight has no wish, and an unmeasured trait leaves a gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Role, Trait
from charts import number
from charts.label import author_lines, short_name
from charts.palette import role_place
from charts.plan.picture import PicturePlan
from charts.sentence import end_of, joined, quoted
from charts.table import Table
from charts.wish import STRONG, wish
from scoring.rule.result import Estimate, Part, Result

WISH_RADIUS: Mapping[int, float] = {2: 85.0, 1: 70.0, -1: 30.0, -2: 15.0}
LABEL_WIDTH, LONGEST_WORD = 5.2, 8.2
"""Ems of an axis label's line, and of a word that cannot be broken: more would leave a phone no circle."""
RINGS, MIDDLE = (25, 75, 100), 50
"""Radii of the circles drawn, and of the dotted one."""
HOLE = 0.12
"""Of the radius: the centre stays open, so that the markers of low wishes do not cover each other."""
BESIDE = 0.15
"""A label stands beside the circle where the sine of its turn is over this, else above or below."""
FEWEST, MOST = 3, 14
"""So many axes a radar has: fewer make no shape, and the labels of more would not stand beside it on a phone."""
NAMED = 3
Point = tuple[float, float]
"""Degrees clockwise from the top, and a radius of 0 to 100."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One axis. ``score``: the person's, 0 to 100, None where not measured. ``wish``: a radius, None without a weight.

    ``turn``: degrees clockwise from the top. ``lean``: how far the score lies on the wished side, in points; negative
    on the other side, None without both. ``label``: its lines, in brackets where the trait is not measured, so that its
    gap is told by more than a paler colour. ``end``: the end of the trait where the score lies, in words, None where
    not measured; ``asked``: the end that suits the role.
    """

    trait: str
    name: str
    label: tuple[str, ...]
    turn: float
    part: Part | None
    score: float | None
    weight: int | None
    wish: float | None
    lean: float | None
    end: str | None
    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RadarPlan(PicturePlan):
    """``spokes`` run clockwise from the top: the foundation's traits side by side, then the others."""

    role: str
    place: int
    spokes: tuple[Spoke, ...]
    you: str
    wished: str
    not_measured: str


class RadarPen(Protocol):
    """Draws over the rings, with the spokes' labels around them. ``said``: what a touch is answered by there."""

    def area(self, points: Sequence[Point]) -> None: ...

    def line(self, points: Sequence[Point], said: Sequence[str]) -> None:
        """The person's scores, a dot at each point."""

    def wish(self, point: Point, place: int, said: str, *, strong: bool) -> None:
        """The symbol of the role at ``place`` of its file."""

    def legend(self, you: str, wished: str, place: int) -> None: ...


def plan_radar(result: Result, assessment: Assessment, words: Words, role: str) -> RadarPlan | None:
    """Only what the role weighs, a weight of 0 among it: there the files say that neither end suits it more.

    None when none of that is measured, and for too few or too many traits. Raises KeyError for an unknown role.
    """
    chosen = assessment.role[role]
    weighed = [trait for trait in assessment.traits if trait.id in assessment.foundation or trait.id in chosen.weights]
    ordered = sorted(weighed, key=lambda trait: trait.id not in assessment.foundation)
    if not FEWEST <= len(ordered) <= MOST or all(result.traits[trait.id].estimate is None for trait in ordered):
        return None
    spokes = tuple(
        _spoke(at, len(ordered), trait, result.traits[trait.id].estimate, chosen, assessment, words)
        for at, trait in enumerate(ordered)
    )
    name = words.of(chosen.name)
    return RadarPlan(
        role=name,
        place=role_place(assessment, role),
        spokes=spokes,
        you=words("charts.radar.you"),
        wished=words("charts.radar.wished", role=name),
        not_measured=words("charts.radar.not_measured"),
        sentence=_sentence(name, spokes, words),
        table=_table(name, spokes, words),
        caption=words("charts.radar.caption"),
    )


def draw_radar(plan: RadarPlan, pen: RadarPen) -> None:
    for run in measured_runs(plan):
        spokes = [plan.spokes[at] for at in run]
        points = [(spoke.turn, spoke.score or 0.0) for spoke in spokes]
        if len(run) > len(plan.spokes):
            pen.area(points)
        elif len(run) > 1:
            # Between a gap's edges the area closes through the centre, so that nothing is drawn across the gap.
            pen.area([(points[0][0], 0.0), *points, (points[-1][0], 0.0)])
        pen.line(points, [f"{spoke.name} {number.score(spoke.score or 0.0)}" for spoke in spokes])
    for spoke in plan.spokes:
        if spoke.weight and spoke.wish is not None:
            said = f"{spoke.name} {number.signed(spoke.weight)}"
            pen.wish((spoke.turn, spoke.wish), plan.place, said, strong=abs(spoke.weight) >= STRONG)
    pen.legend(plan.you, plan.wished, plan.place)


def measured_runs(plan: RadarPlan) -> list[list[int]]:
    """Indexes of neighbouring measured spokes, run by run.

    A run may go over the top; a full circle ends where it began.
    """
    count = len(plan.spokes)
    missing = [at for at, spoke in enumerate(plan.spokes) if spoke.score is None]
    if not missing:
        return [[*range(count), 0]]
    runs: list[list[int]] = [[]]
    for step in range(1, count + 1):
        at = (missing[0] + step) % count
        if plan.spokes[at].score is None:
            runs.append([])
        else:
            runs[-1].append(at)
    return [run for run in runs if run]


def _spoke(
    at: int, count: int, trait: Trait, estimate: Estimate | None, role: Role, assessment: Assessment, words: Words
) -> Spoke:
    shared = trait.id in assessment.foundation
    given = assessment.foundation.get(trait.id) or role.weights.get(trait.id)
    weight = given.weight if given and given.weight else None
    middle = 50.0 if shared else trait.norm.mean
    label = author_lines(short_name(assessment, trait.id, words), LABEL_WIDTH, LONGEST_WORD)
    return Spoke(
        trait.id,
        words.of(trait.name),
        label if estimate else _bracketed(label),
        360 * at / count,
        None if weight is None else "foundation" if shared else "direction",
        estimate.value if estimate else None,
        weight,
        None if weight is None else WISH_RADIUS[weight],
        None if weight is None or estimate is None else (estimate.value - middle) * (1 if weight > 0 else -1),
        end_of(words, trait, high=estimate.value > middle) if estimate else None,
        wish(words, trait, weight),
    )


def _bracketed(label: tuple[str, ...]) -> tuple[str, ...]:
    first, *rest = label
    return (f"({first}", *rest[:-1], f"{rest[-1]})") if rest else (f"({first})",)


def _sentence(role: str, spokes: Sequence[Spoke], words: Words) -> str:
    weighed = [spoke for spoke in spokes if spoke.lean is not None]
    by_lean = sorted(weighed, key=lambda spoke: -(spoke.lean or 0.0) * abs(spoke.weight or 0))
    near = [spoke for spoke in by_lean if (spoke.lean or 0) > 0]
    far = [spoke for spoke in reversed(by_lean) if (spoke.lean or 0) < 0]
    said = []
    if weighed:
        key = "count_all" if len(near) == len(weighed) else "count" if near else "count_none"
        said.append(words(f"charts.radar.{key}", role=role, total=len(weighed), near=len(near)))
    for key, some in (("near", near), ("far", far)):
        if some:
            ends = [spoke.end for spoke in some[:NAMED] if spoke.end]
            said.append(words(f"charts.radar.{key}", ends=quoted(words, ends)))
    missing = [spoke.name for spoke in spokes if spoke.score is None]
    if missing:
        said.append(words("charts.radar.missing", traits=quoted(words, missing)))
    return joined(words, said) if said else words("charts.radar.nothing_weighed", role=role)


def _table(role: str, spokes: Sequence[Spoke], words: Words) -> Table:
    rows = []
    for spoke in spokes:
        score = words("charts.radar.not_measured") if spoke.score is None else number.score(spoke.score)
        rows.append((spoke.name, score, spoke.asked))
    columns = (words("charts.column.trait"), words("charts.radar.you"), words("charts.radar.wished", role=role))
    return Table(columns, tuple(rows))
