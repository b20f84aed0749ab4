"""The pictures of a room on paper: as PDF all of them, as PNG one. Both are set by one template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any

from catalog.content.words import Words
from catalog.paper.runs import GETA
from charts.label import broken
from charts.palette import PALETTES
from charts.paper.pictures import svg_counts, svg_team
from charts.plan.counts import CountRow
from charts.plan.team import TeamRow, plan_change, plan_team
from reports.paper.page_pictures import picture
from reports.paper.printed_name import printed_name
from reports.paper.set_text import as_set_in, has_gaps
from reports.paper.typesetting import typeset_pdf, typeset_png
from reports.told.day import date_in_words
from reports.workshop.told import Told

TEMPLATE = "room_pictures.typ"
WIDTH, COLUMN, GUTTER = 500.0, 241.0, 18.0
"""Points: of the text on a page, and of one of two columns."""
PPI = 144.0
TITLE_EMS, ASKED_EMS = 30.0, 34.0


def pictures_pdf(told: Sequence[Told], title: str, words: Words, on: date, mark: str = "") -> bytes:
    """``title``: the workshop's; ``on``: the file's date; ``mark``: what stands above everything else, "" for nothing.
    The same arguments give the same bytes.

    Raises ValueError for no picture, FontsMissing.
    """
    if not told:
        raise ValueError("nothing was shown")
    data = page_of(told, title, words, on, mark)
    return typeset_pdf(TEMPLATE, data, datetime.combine(on, time(12), UTC))


def picture_png(told: Told, title: str, words: Words, on: date, mark: str = "") -> bytes:
    """One picture, two pixels a point, as high as it needs to be. Raises FontsMissing."""
    return typeset_png(TEMPLATE, page_of([told], title, words, on, mark) | {"shape": "picture"}, PPI)


def page_of(told: Sequence[Told], title: str, words: Words, on: date, mark: str = "") -> dict[str, Any]:
    """What the template takes, as JSON can hold it."""
    palette = asdict(PALETTES["light"])
    page: dict[str, Any] = {
        "shape": "paper",
        "language": words.language,
        "palette": {key: value for key, value in palette.items() if isinstance(value, str)},
        "site": words("site.name"),
        "title": words("shown.file.title"),
        "workshop": printed_name(title, TITLE_EMS),
        "date": date_in_words(words, on),
        "mark": mark,
        "lead": words("shown.file.lead"),
        "pictures": [_picture(one, words) for one in told],
        "foot": words("trainer.no_gate"),
        "gaps": "",
    }
    page = as_set_in(page)
    if has_gaps(page):
        page["gaps"] = words("report.gaps", mark=GETA)
    return page


def _picture(one: Told, words: Words) -> dict[str, Any]:
    lead = one.asked.lead if one.asked is not None else ""
    return {
        "title": broken(one.title, ASKED_EMS),
        "lead": lead,
        "facts": words("shown.facts", taken=one.taken, n=one.people),
        "columns": _columns(one, words),
        "said": list(one.said),
        "why": one.asked.why if one.asked is not None else "",
        "rule": one.rule,
    }


def _columns(one: Told, words: Words) -> list[dict[str, Any]]:
    """Two columns of traits, or one of answers."""
    if one.bars:
        counts = [
            CountRow(
                bar.name,
                bar.shown,
                None if bar.count is None else 100 * bar.count / one.people,
                bar.right,
            )
            for bar in one.bars
        ]
        return [picture(words, one.title, svg_counts(counts, WIDTH), [(bar.name, bar.shown) for bar in counts], WIDTH)]
    rows = _rows(one, words)
    half = -(-len(rows) // 2)
    return [
        picture(words, one.title, svg_team(part, COLUMN), [(row.trait.name, row.shown) for row in part], COLUMN)
        for part in (rows[:half], rows[half:])
        if part
    ]


def _rows(one: Told, words: Words) -> tuple[TeamRow, ...]:
    if one.kind == "change":
        return plan_change(one.traits, words)
    plan = plan_team(one.traits, words)
    return plan.rows if plan is not None else ()
