"""The measures of each role side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from catalog.content.words import Words
from catalog.lessons.learning import Comparison
from charts.lesson.drawing import Drawing, NamedRole, each_once, hidden_from_voice
from charts.sentence import joined, listed
from charts.table import Table

DIMENSION = "measures"
"""The dimension of the comparison that holds the measures."""


def kpi_lists(
    comparison: Comparison, roles: Mapping[str, NamedRole], words: Words, shown: Sequence[str] | None = None
) -> Drawing | None:
    """The measures of the roles of ``shown`` (all of them for None). None where the articles give none of them any."""
    wanted = [roles[role.id] for role in comparison.roles if shown is None or role.id in shown]
    given = {role.id: comparison.cell(DIMENSION, role.id) for role in wanted}
    measured = [role for role in wanted if given[role.id]]
    if not measured:
        return None
    silent = [role.name for role in wanted if not given[role.id]]
    lists = "".join(
        f'<div class="fit-kpi" style="{role.style}"><h4>{role.glyph} {escape(role.name)}</h4><ul>'
        + "".join(f"<li>{escape(words.of(statement.text))}</li>" for statement in given[role.id])
        + "</ul></div>"
        for role in measured
    )
    rows = tuple((role.name, words.of(statement.text)) for role in measured for statement in given[role.id])
    said = [words("learn.picture.kpi_lists.sentence", roles=listed(words, [role.name for role in measured]))]
    if silent:
        said.append(words("learn.picture.kpi_lists.unnamed", roles=listed(words, silent)))
    return Drawing(
        words("learn.picture.kpi_lists.title"),
        hidden_from_voice(lists, "fit-kpis"),
        joined(words, said),
        Table((words("charts.column.role"), words("learn.picture.kpi_lists.measure")), rows),
        words("learn.picture.kpi_lists.caption"),
        each_once([fact for role in measured for statement in given[role.id] for fact in statement.facts]),
    )
