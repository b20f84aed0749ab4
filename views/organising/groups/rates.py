"""The table of groups, and each group in sentences: on a phone a table with eight columns cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import floor

from charts.number import percent
from people.organiser.groups.counted import Counted
from scoring.impact.table import ImpactRow, ImpactTable, impact_table
from views.frame.context import Site
from views.frame.markup import Markup, bullets, element, show, table, tag

TINY = 0.001


def rates(here: Site, kind: str, counted: Counted) -> None:
    """``kind``: "went_on" or "scored"."""
    words = here.words
    found = impact_table(counted.groups, counted.selected)
    said = [words("impact.result.counted", n=len(counted.groups))]
    if counted.left_out:
        said.append(words("impact.result.left_out", n=counted.left_out))
    if found.unknown:
        said.append(words("impact.result.unknown", n=found.unknown))
    title = words("impact.result.scored_title" if kind == "scored" else "impact.result.title")
    inner = tag("h2", title) + tag("p", _one_after_the_other(here, said))
    inner += _rows(here, kind, found, title) if found.rows else tag("p", words("impact.result.none"), "fit-note")
    if found.small:
        small = [words("impact.result.small_group", group=group, n=n) for group, n in found.small]
        inner += tag("h3", words("impact.result.small")) + tag("p", words("impact.result.small_lead")) + bullets(small)
    show(element("section", inner, "fit-section"))


def _rows(here: Site, kind: str, found: ImpactTable, title: str) -> Markup:
    words = here.words
    second = "impact.column.above" if kind == "scored" else "impact.column.selected"
    columns = [words(key) for key in ("impact.column.group", "impact.column.n", second)]
    columns += [words("impact.column.rate"), words("impact.column.ratio")]
    cells = [
        (row.group, row.n, row.selected, f"{100 * row.rate:.1f}%", "–" if row.ratio is None else cut(row.ratio))
        for row in found.rows
    ]
    highest = found.rows[0].group
    cards = "".join(
        element(
            "li", tag("h3", row.group) + "".join(tag("p", one) for one in told(here, row, highest)), "fit-statement"
        )
        for row in found.rows
    )
    return table(columns, cells, title) + element("ul", cards, "fit-statements")


def told(here: Site, row: ImpactRow, highest: str) -> list[str]:
    """What is to be said of one group, a paragraph each."""
    words = here.words
    if row.ratio is None:
        return [words("impact.told.nobody")]
    if row.highest or row.exact is None or row.chance is None:
        return [words("impact.told.highest")]
    key = "impact.told.under" if row.under else "impact.told.not_under"
    said = [words(key, highest=highest, ratio=cut(row.ratio))]
    one = [
        words(f"impact.told.{name}", ratio=cut(changed))
        for name, changed in (("more", row.one_more), ("less", row.one_less))
        if changed is not None
    ]
    if row.one_person_decides:
        one.append(words("impact.told.decides"))
    said.append(_one_after_the_other(here, one))
    if row.turns:
        said.append(words("impact.told.turns"))
    said.append(words("impact.told.chance", ratio=cut(row.ratio), chance=percent(words, row.chance)))
    small = row.exact < TINY
    said.append(words("impact.told.exact_tiny") if small else words("impact.told.exact", p=f"{row.exact:.3f}"))
    return said


def _one_after_the_other(here: Site, sentences: Sequence[str]) -> str:
    """In one paragraph: with a space between them where the language has one."""
    return reduce(lambda left, right: here.words("impact.told.next", left=left, right=right), sentences)


def cut(ratio: float) -> str:
    """Three digits, cut and not rounded: what is under four-fifths never looks like four-fifths."""
    return f"{floor(ratio * 1000 + 1e-9) / 1000:.3f}"
