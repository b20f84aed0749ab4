"""Why a role fits, on paper: a bar a trait (what is drawn: charts/plan/why.py)."""

from __future__ import annotations

from charts.label import cut, ems
from charts.palette import PALETTES
from charts.paper.canvas import SMALL, Canvas
from charts.plan.why import LONGEST, WhyPlan

PAPER = PALETTES["light"]
LABEL = 7.8
ROW, BAR, HEAD = 14.0, 8.0, 13.0
AIR = 3.0


def svg_why(plan: WhyPlan, width: float) -> str:
    """What helps in solid bars, then what hinders in hatched ones, ``width`` points wide."""
    canvas = Canvas(PAPER, width)
    labels = [cut(bar.label, LONGEST) for bar in plan.bars]
    room = max(ems(label) for label in labels) * LABEL + 6
    value = max(ems(bar.shown) for bar in plan.bars) * LABEL * 1.1 + 2 * AIR
    most = max((bar.points for bar in plan.bars if bar.points > 0), default=0.0)
    least = min((bar.points for bar in plan.bars if bar.points < 0), default=0.0)
    left = room + (value if least else AIR)
    right = width - (value if most else AIR)
    step = (right - left) / (most - least)
    zero = left - least * step
    if least:
        canvas.text(room, SMALL, plan.hinders, size=SMALL, colour=PAPER.muted)
    if most:
        canvas.text(width, SMALL, plan.helps, size=SMALL, colour=PAPER.muted, anchor="end")
    for at, (bar, label) in enumerate(zip(plan.bars, labels, strict=True)):
        middle = HEAD + ROW * (at + 0.5)
        base = middle + LABEL * 0.36
        canvas.text(0, base, label, size=LABEL)
        length = abs(bar.points) * step
        top = middle - BAR / 2
        if bar.points > 0:
            canvas.bar(zero, top, length, BAR, fill=PAPER.positive, round_=2)
            canvas.text(zero + length + AIR, base, bar.shown, size=LABEL, bold=True)
        else:
            canvas.bar(
                zero - length, top, length, BAR, fill=PAPER.card, round_=2, hatch=PAPER.negative, outline=PAPER.negative
            )
            canvas.text(zero - length - AIR, base, bar.shown, size=LABEL, bold=True, anchor="end")
    height = HEAD + ROW * len(plan.bars) + 2
    canvas.line((zero, HEAD - 2), (zero, height - 2), PAPER.muted, 1.0)
    return canvas.svg(height)
