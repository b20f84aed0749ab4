"""Which role uses which tool, as a grid."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from catalog.content.words import Words
from catalog.lessons.learning import Comparison
from charts.lesson.drawing import Drawing, NamedRole, each_once, hidden_from_voice
from charts.sentence import joined, listed
from charts.table import Table

SIGNS = {"yes": "●", "partly": "◐", "no": "–"}


def tools_grid(comparison: Comparison, roles: Mapping[str, NamedRole], words: Words) -> Drawing | None:
    """The tool table of the comparison. None where there is none."""
    tools = comparison.tools
    if tools is None:
        return None
    columns = [roles[column] for column in tools.columns]
    said = []
    for role in columns:
        for use in ("yes", "partly"):
            names = [words.of(row.name) for row in tools.rows if row.cells[role.id] == use]
            if names:
                said.append(words(f"learn.picture.tools_grid.uses_{use}", role=role.name, tools=listed(words, names)))
    head = "".join(f"<span>{role.glyph} {escape(role.short)}</span>" for role in columns)
    lines = [f"<span></span>{head}"]
    for row in tools.rows:
        cells = "".join(
            f'<span class="fit-tool-{row.cells[role.id]}" style="{role.style}"><i>{SIGNS[row.cells[role.id]]}</i>'
            f"<small>{escape(words(f'learn.picture.tools_grid.{row.cells[role.id]}'))}</small></span>"
            for role in columns
        )
        lines.append(f"<b>{escape(words.of(row.name))}</b>{cells}")
    drawn = "".join(f'<div class="fit-tool-row">{line}</div>' for line in lines)
    table = Table(
        (words("learn.picture.tools_grid.column"), *(role.name for role in columns)),
        tuple(
            (
                words.of(row.name),
                *(words(f"learn.picture.tools_grid.{row.cells[role.id]}") for role in columns),
            )
            for row in tools.rows
        ),
    )
    frame = hidden_from_voice(drawn, "fit-tools").replace(
        'aria-hidden="true"', f'style="--columns:{len(columns)}" aria-hidden="true"', 1
    )
    return Drawing(
        words("learn.picture.tools_grid.title"),
        frame,
        joined(words, said) if said else words("learn.silent"),
        table,
        words("learn.picture.tools_grid.caption"),
        each_once([fact for row in tools.rows for fact in row.facts]),
    )
