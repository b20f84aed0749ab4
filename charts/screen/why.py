"""Why a role fits: what each trait adds to the role's fit, or takes from it, counted from 50."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import cut, ems, markup
from charts.palette import PALETTES, Theme
from charts.plan.why import LONGEST, WhyPlan, plan_why
from charts.screen.picture import MARGIN, SIZE, SMALL, Figure, Picture, base_layout
from charts.sentence import joined, listed
from charts.table import Table
from scoring.rule.result import Result

ROW = 30
NAMED = 3


def figure_why(plan: WhyPlan, theme: Theme) -> Figure:
    palette = PALETTES[theme]
    labels = [cut(bar.label, LONGEST) for bar in plan.bars]
    room = round(max(ems(label) for label in labels) * SIZE) + MARGIN
    traces = []
    for sign, colour, hatched in ((1, palette.positive, False), (-1, palette.negative, True)):
        bars = [(at, bar) for at, bar in enumerate(plan.bars) if bar.points * sign > 0]
        pattern = {"shape": "/", "fgcolor": colour, "bgcolor": palette.card, "size": 6, "solidity": 0.4}
        traces.append(
            {
                "type": "bar",
                "x": [bar.points for _, bar in bars],
                "y": [at for at, _ in bars],
                "orientation": "h",
                "width": 0.56,
                "marker": {
                    "color": colour,
                    "cornerradius": 4,
                    "line": {"color": colour, "width": 1.5},
                    **({"pattern": pattern} if hatched else {}),
                },
                "text": [f"<b>{bar.shown}</b>" for _, bar in bars],
                "textposition": "outside",
                "textfont": {"size": 12, "color": palette.text},
                "cliponaxis": False,
                "hovertext": [markup(f"{bar.name} {bar.shown}") for _, bar in bars],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    most = max((bar.points for bar in plan.bars if bar.points > 0), default=0.0)
    least = min((bar.points for bar in plan.bars if bar.points < 0), default=0.0)
    span = most - least
    # Room for the value outside the longest bar, on whichever side there is one.
    ends = [least - span * (0.3 if least else 0.04), most + span * (0.3 if most else 0.04)]
    height = ROW * len(plan.bars) + 34
    layout = base_layout(palette, height) | {
        "margin": {"l": room, "r": 4, "t": 28, "b": 6, "pad": 0},
        "barmode": "overlay",
        "hovermode": "closest",
        "xaxis": {
            "range": ends,
            "showgrid": False,
            "showticklabels": False,
            "zeroline": True,
            "fixedrange": True,
            "zerolinecolor": palette.muted,
            "zerolinewidth": 1.5,
        },
        "yaxis": {
            "range": [len(plan.bars) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": list(range(len(labels))),
            "ticktext": [markup(text) for text in labels],
            "tickfont": {"size": 12, "color": palette.text},
            "ticklabelstandoff": 6,
            "automargin": False,
        },
        "annotations": [
            {
                "text": markup(text),
                "x": x,
                "xref": "paper",
                "y": 1,
                "yref": "paper",
                "xanchor": side,
                "yanchor": "bottom",
                "yshift": 4,
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": SMALL, "color": palette.muted},
            }
            for text, x, side, there in (
                (plan.hinders, 0, "left", least < 0),
                (plan.helps, 1, "right", most > 0),
            )
            if there
        ],
    }
    return {"data": traces, "layout": layout}


def why(result: Result, assessment: Assessment, words: Words, role: str, theme: Theme) -> Picture | None:
    """Each trait's contribution to one role's fit. None when nothing moves it. Raises KeyError for an unknown role."""
    plan = plan_why(result, assessment, words, role)
    if plan is None:
        return None
    said = []
    for key, bars in (
        ("charts.why.helped", [bar for bar in plan.bars if bar.points > 0]),
        ("charts.why.hindered", [bar for bar in plan.bars if bar.points < 0]),
    ):
        if bars:
            named = [words("charts.list.with_value", name=bar.name, value=bar.shown) for bar in bars[:NAMED]]
            said.append(words(key, role=plan.role, traits=listed(words, named)))
    if plan.fit is not None:
        said.append(words("charts.why.sum", fit=plan.fit))
    parts = {"foundation": words("charts.part.foundation"), "direction": words("charts.part.direction")}
    table = Table(
        (
            words("charts.column.trait"),
            words("charts.column.part"),
            words("charts.column.weight"),
            words("charts.column.points"),
        ),
        tuple((bar.name, parts[bar.part], number.signed(bar.weight), bar.shown) for bar in plan.bars),
    )
    return Picture(figure_why(plan, theme), joined(words, said), table, words("charts.why.caption"))
