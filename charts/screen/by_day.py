"""How a number grew day by day, as a Plotly figure: a line of steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from charts.palette import PALETTES, Theme, faded
from charts.screen.picture import MARGIN, SMALL, Picture, base_layout
from charts.table import Table

HEIGHT = 220
MOST_LABELS = 6


def picture_by_day(
    days: Sequence[tuple[date, int]], theme: Theme, sentence: str, columns: tuple[str, str], until: date
) -> Picture | None:
    """``days``: how many came on each day, in order, days without any left out. It ends at ``until``.

    None for a single day: a line would have nowhere to go.
    """
    if not days or max(until, days[-1][0]) == days[0][0]:
        return None
    grown, total = [], 0
    for day, count in days:
        total += count
        grown.append((day, total))
    drawn = [(days[0][0] - timedelta(days=1), 0), *grown]
    if until > grown[-1][0]:
        drawn.append((until, total))
    span = (drawn[-1][0] - days[0][0]).days
    step = -(-span // MOST_LABELS)
    labels = [(days[0][0] + timedelta(days=day)).isoformat() for day in range(0, span + 1, step)]
    palette = PALETTES[theme]
    axis: dict[str, Any] = {"fixedrange": True, "tickfont": {"size": SMALL, "color": palette.muted}}
    layout = base_layout(palette, HEIGHT) | {
        "margin": {"l": 36, "r": MARGIN, "t": MARGIN, "b": 32, "pad": 0},
        "hovermode": "x",
        "xaxis": axis
        | {"type": "date", "showgrid": False, "tickvals": labels, "tickformat": "%m/%d", "linecolor": palette.grid},
        "yaxis": axis
        | {"rangemode": "tozero", "gridcolor": palette.grid, "tickformat": ",d", "nticks": 5, "zeroline": False},
    }
    trace = {
        "type": "scatter",
        "mode": "lines",
        "x": [day.isoformat() for day, _ in drawn],
        "y": [count for _, count in drawn],
        "line": {"shape": "hv", "color": palette.accent, "width": 2.5},
        "fill": "tozeroy",
        "fillcolor": faded(palette.accent, 0.13),
        "hovertemplate": "%{x|%Y-%m-%d}: %{y}<extra></extra>",
    }
    table = Table(columns, tuple((day.isoformat(), str(count)) for day, count in grown))
    return Picture({"data": [trace], "layout": layout}, sentence, table)
