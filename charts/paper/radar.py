"""The person over one role's wished profile, on paper (what is drawn: charts/plan/radar.py)."""

from __future__ import annotations

from math import cos, pi, sin

from charts.label import ems, wrapped
from charts.palette import PALETTES, role_mark
from charts.paper.canvas import Anchor, Canvas, Point
from charts.plan.radar import HOLE, RadarPlan, Spoke, measured_runs

PAPER = PALETTES["light"]
LABEL = 7.4
LINE = LABEL * 1.22
LEGEND = 7.8
GAP = 14.0


def svg_radar(plan: RadarPlan, width: float) -> str:
    """The circle with its labels and, below it, the legend; ``width`` points wide."""
    canvas = Canvas(PAPER, width)
    turns = [2 * pi * at / len(plan.spokes) for at in range(len(plan.spokes))]
    labels = [_label(spoke) for spoke in plan.spokes]
    lines = max(len(label) for label in labels)
    radius = min(_radius(labels, turns, width), 108.0)
    top = lines * LINE + 6
    centre = (width / 2, top + radius)
    reach = [_at(centre, radius, turn, 100) for turn in turns]
    for level in (25, 75, 100):
        canvas.add("circle", cx=centre[0], cy=centre[1], r=_out(radius, level), fill="none", stroke=PAPER.grid)
    for turn, end in zip(turns, reach, strict=True):
        canvas.line(_at(centre, radius, turn, 0), end, PAPER.grid, 0.8)
    canvas.add(
        "circle",
        cx=centre[0],
        cy=centre[1],
        r=_out(radius, 50),
        fill="none",
        stroke=PAPER.muted,
        stroke_width=0.8,
        stroke_dasharray="1.2 2",
    )
    _person(canvas, plan, centre, radius, turns)
    mark = role_mark(plan.place, "light")
    for spoke, turn in zip(plan.spokes, turns, strict=True):
        if spoke.wish is not None:
            size = 8.0 if abs(spoke.weight or 0) > 1 else 5.4
            canvas.mark(*_at(centre, radius, turn, spoke.wish), mark.symbol, size, mark.colour)
    for spoke, label, turn in zip(plan.spokes, labels, turns, strict=True):
        _write(canvas, label, centre, radius, turn, PAPER.muted if spoke.score is None else PAPER.text)
    bottom = centre[1] + radius + lines * LINE + 8
    return canvas.svg(_legend(canvas, plan, bottom + LEGEND) + 5)


def _out(radius: float, score: float) -> float:
    """The centre stays open as on screen, so that the marks of low wishes do not cover each other."""
    return radius * (HOLE + (1 - HOLE) * score / 100)


def _at(centre: Point, radius: float, turn: float, score: float) -> Point:
    out = _out(radius, score)
    return centre[0] + out * sin(turn), centre[1] - out * cos(turn)


def _label(spoke: Spoke) -> tuple[str, ...]:
    """An unmeasured trait's label stands in brackets, so that its gap is told by more than a paler colour."""
    if spoke.score is not None:
        return spoke.label
    first, *rest = spoke.label
    return (f"({first}", *rest[:-1], f"{rest[-1]})") if rest else (f"({first})",)


def _radius(labels: list[tuple[str, ...]], turns: list[float], width: float) -> float:
    """The widest circle that leaves each label its room at the side."""
    free = []
    for label, turn in zip(labels, turns, strict=True):
        side = abs(sin(turn))
        if side > 0.15:
            wide = max(ems(line) for line in label) * LABEL + 6
            free.append((width / 2 - wide) / side)
    return max(min(free, default=width / 2), width / 6)


def _person(canvas: Canvas, plan: RadarPlan, centre: Point, radius: float, turns: list[float]) -> None:
    def point(at: int) -> Point:
        return _at(centre, radius, turns[at], plan.spokes[at].score or 0.0)

    for run in measured_runs(plan):
        points = [point(at) for at in run]
        whole = len(run) > len(plan.spokes)
        if len(run) > 1:
            # Between a gap's edges the area closes through the centre, so that nothing is drawn across the gap.
            edges = [] if whole else [_at(centre, radius, turns[run[-1]], 0), _at(centre, radius, turns[run[0]], 0)]
            canvas.polygon([*points, *edges], fill=PAPER.accent, fill_opacity=0.18)
        canvas.polyline(points, stroke=PAPER.accent, stroke_width=1.7, stroke_linejoin="round")
        for x, y in points:
            canvas.add("circle", cx=x, cy=y, r=2.1, fill=PAPER.accent)


def _write(canvas: Canvas, label: tuple[str, ...], centre: Point, radius: float, turn: float, colour: str) -> None:
    across, up = sin(turn), cos(turn)
    anchor: Anchor = "middle" if abs(across) <= 0.15 else "start" if across > 0 else "end"
    x, y = centre[0] + (radius + 5) * across, centre[1] - (radius + 5) * up
    height = len(label) * LINE
    top = y - height * (0.5 + up / 2)
    for at, line in enumerate(label):
        canvas.text(x, top + LINE * (at + 0.78), line, size=LABEL, colour=colour, anchor=anchor)


def _legend(canvas: Canvas, plan: RadarPlan, y: float) -> float:
    """Both marks with their words, on one line where that fits; gives back where the last line stands."""
    mark = role_mark(plan.place, "light")
    asked = wrapped(plan.wished, (canvas.width - 12) / LEGEND)
    widths = [14 + ems(plan.you) * LEGEND, 12 + max(map(ems, asked)) * LEGEND]
    fits = sum(widths) + GAP <= canvas.width
    x = (canvas.width - sum(widths) - GAP) / 2 if fits else 0.0
    canvas.line((x, y - 3), (x + 11, y - 3), PAPER.accent, 1.7)
    canvas.add("circle", cx=x + 5.5, cy=y - 3, r=2.1, fill=PAPER.accent)
    canvas.text(x + 14, y, plan.you, size=LEGEND)
    if fits:
        x += widths[0] + GAP
    else:
        y += LEGEND * 1.35
    canvas.mark(x + 4, y - 3, mark.symbol, 7, mark.colour)
    for at, line in enumerate(asked):
        canvas.text(x + 12, y + at * LEGEND * 1.25, line, size=LEGEND)
    return y + (len(asked) - 1) * LEGEND * 1.25
