"""Draws the radar with Plotly."""

from __future__ import annotations

from math import cos, pi
from typing import Any

from charts import number
from charts.label import ems, markup
from charts.palette import PALETTES, Palette, Theme, faded, role_mark
from charts.plan.radar import HOLE, RadarPlan, measured_runs
from charts.screen.picture import FONT, Figure, base_layout

LABEL_SIZE = 11
HEIGHT = 364


def figure_radar(plan: RadarPlan, theme: Theme) -> Figure:
    palette = PALETTES[theme]
    mark = role_mark(plan.place, theme)
    count = len(plan.spokes)
    angles = [360 * at / count for at in range(count)]
    area_r: list[float | None] = []
    area_at: list[float | None] = []
    line_r: list[float | None] = []
    line_at: list[float | None] = []
    for run in measured_runs(plan):
        scores = [plan.spokes[at].score for at in run]
        turns = [angles[at] for at in run]
        whole = len(run) > count
        if len(run) > 1:
            # Between a gap's edges the area closes through the centre, so that nothing is drawn across the gap.
            area_r += [*scores, None] if whole else [0, *scores, 0, None]
            area_at += [*turns, None] if whole else [turns[0], *turns, turns[-1], None]
        line_r += [*scores, None]
        line_at += [*turns, None]
    wishes = [(at, spoke) for at, spoke in enumerate(plan.spokes) if spoke.wish is not None]
    hollow = mark.symbol.endswith("-open")
    traces = [
        {
            "type": "scatterpolar",
            "r": [50] * 73,
            "theta": [5 * at for at in range(73)],
            "mode": "lines",
            "hoverinfo": "skip",
            "showlegend": False,
            "line": {"color": palette.muted, "width": 1, "dash": "dot"},
        },
        {
            "type": "scatterpolar",
            "r": area_r,
            "theta": area_at,
            "mode": "lines",
            "fill": "toself",
            "fillcolor": faded(palette.accent, 0.18),
            "line": {"width": 0, "color": palette.accent},
            "hoverinfo": "skip",
            "showlegend": False,
            "connectgaps": False,
        },
        {
            "type": "scatterpolar",
            "r": line_r,
            "theta": line_at,
            "mode": "lines+markers",
            "connectgaps": False,
            "name": markup(plan.you),
            "line": {"color": palette.accent, "width": 2.5},
            "marker": {"size": 6, "color": palette.accent},
            "hovertext": _hover(plan, line_at, angles),
            "hovertemplate": "%{hovertext}<extra></extra>",
            "cliponaxis": False,
        },
        {
            "type": "scatterpolar",
            "r": [spoke.wish for _, spoke in wishes],
            "theta": [angles[at] for at, _ in wishes],
            "mode": "markers",
            "name": markup(plan.wished),
            "cliponaxis": False,
            "marker": {
                "symbol": mark.symbol.removesuffix("-open"),
                "opacity": 1,
                "size": [12 if abs(spoke.weight or 0) > 1 else 8 for _, spoke in wishes],
                "color": palette.card if hollow else mark.colour,
                "line": {"color": mark.colour if hollow else palette.card, "width": 2.5 if hollow else 1.5},
            },
            "hovertext": [markup(f"{spoke.name} {number.signed(spoke.weight or 0)}") for _, spoke in wishes],
            "hovertemplate": "%{hovertext}<extra></extra>",
        },
    ]
    side = _side_margin(plan)
    layout = base_layout(palette, HEIGHT) | {
        "showlegend": True,
        "margin": {"l": side, "r": side, "t": 28, "b": 56, "pad": 0},
        "legend": {
            "orientation": "h",
            "x": 0.5,
            "xanchor": "center",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "font": {"size": 12, "family": FONT},
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": "rgba(0,0,0,0)",
        },
        "polar": _polar(plan, angles, palette),
    }
    return {"data": traces, "layout": layout}


def _polar(plan: RadarPlan, angles: list[float], palette: Palette) -> dict[str, Any]:
    labels = [
        markup(*spoke.label)
        if spoke.score is not None
        else f'<span style="color:{palette.muted}">{markup(*_bracketed(spoke.label))}</span>'
        for spoke in plan.spokes
    ]
    return {
        "bgcolor": "rgba(0,0,0,0)",
        "gridshape": "circular",
        "hole": HOLE,
        "radialaxis": {
            "range": [0, 100],
            "tickvals": [25, 75, 100],
            "showticklabels": False,
            "ticks": "",
            "showline": False,
            "gridcolor": palette.grid,
        },
        "angularaxis": {
            "direction": "clockwise",
            "rotation": 90,
            "tickmode": "array",
            "tickvals": angles,
            "ticktext": labels,
            "tickfont": {"size": LABEL_SIZE, "color": palette.text},
            "ticks": "",
            "gridcolor": palette.grid,
            "linecolor": palette.grid,
        },
    }


def _bracketed(label: tuple[str, ...]) -> tuple[str, ...]:
    """An unmeasured trait's label stands in brackets, so that its gap is told by more than a paler colour."""
    return (f"({label[0]}", *label[1:-1], f"{label[-1]})") if len(label) > 1 else (f"({label[0]})",)


def _hover(plan: RadarPlan, turns: list[float | None], angles: list[float]) -> list[str]:
    texts = []
    for turn in turns:
        spoke = None if turn is None else plan.spokes[angles.index(turn)]
        texts.append(
            "" if spoke is None or spoke.score is None else markup(f"{spoke.name} {number.score(spoke.score)}")
        )
    return texts


def _side_margin(plan: RadarPlan) -> int:
    """Pixels left and right: 48, and more where a label beside the circle is wider than that leaves room for."""
    radius, widest = 88, 0.0
    for at, spoke in enumerate(plan.spokes):
        width = max(ems(line) for line in spoke.label) + (1.2 if spoke.score is None else 0)
        out = abs(cos(pi / 2 - 2 * pi * at / len(plan.spokes)))
        reach = width * LABEL_SIZE if out > 0.15 else width * LABEL_SIZE / 2
        widest = max(widest, reach + 5 - (1 - out) * radius)
    return min(max(48, round(widest)), 80)
