"""A picture to share: the verdict and the chances behind it, never an answer; neutral where it would hurt to post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.label import broken, ems, wrapped
from charts.palette import PALETTES, role_mark, role_place
from charts.paper.pictures import svg_groups, svg_p
from charts.plan.p import plan_p
from charts.plan.profile import plan_groups
from reports.paper.page_pictures import mark_svg, picture
from reports.paper.printed_name import printed_name
from reports.paper.typesetting import typeset_png
from reports.told.aligned import aligned
from reports.told.headline import role_name
from scoring.rule.result import Result

Shape = Literal["wide", "square"]
TEMPLATE = "card.typ"
PPI = 144.0
"""Two pixels a point."""
NAME_EMS = 22.0
LEAST, ONE_LINE = 14.0, 20.0
PADDING = 44.0


MOST_ROWS = 6
TRAIT_EMS = 11.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Points: the card, the words' column, the picture's, and the largest type. ``zoom`` enlarges the picture.

    ``finer`` does so where it shows groups of traits, of which ``rows`` fit into it.
    """

    width: int
    height: int
    words: float
    picture: float
    largest: float
    zoom: float
    finer: float
    rows: int

    @property
    def inside(self) -> float:
        """The picture's width within its frame."""
        return self.picture - PADDING


ROOMS: Mapping[Shape, Measures] = {
    "wide": Measures(600, 315, 266, 226, 34, 1.3, 0.92, 5),
    "square": Measures(540, 540, 456, 456, 48, 1.9, 1.7, 6),
}


@dataclass(frozen=True, slots=True)
class _Neutral:
    """The keys of what a card says that tells no result."""

    said: str
    further: str


_NEUTRAL = _Neutral("report.card.neutral", "report.card.neutral_further")
_OF_TRAITS = _Neutral("report.card.traits_neutral", "report.card.traits_further")


def share_card(result: Result, assessment: Assessment, words: Words, shape: Shape = "wide", name: str = "") -> bytes:
    """PNG, 1200 x 630 (wide) or 1080 x 1080 pixels (square); ``name`` is drawn and kept nowhere.

    Without a role in front, and where the foundation warns, the card names the roles alike and says nothing of scores.
    Raises ValueError for a result of another assessment, FontsMissing without the fonts' packages.
    """
    data = card_of(aligned(result, assessment), assessment, words, shape, name)
    return typeset_png(TEMPLATE, data, PPI)


def card_of(result: Result, assessment: Assessment, words: Words, shape: Shape, name: str) -> dict[str, Any]:
    """What the template takes."""
    room = ROOMS[shape]
    best = result.verdict.best
    leads = best if result.verdict.kind in ("clear", "leaning") and not result.foundation_warning else None
    palette = asdict(PALETTES["light"])
    shown = _chances(result, assessment, words, room) if leads else _domains(result, assessment, words, room)
    foot = [words.of(assessment.title)]
    if shown and result.provisional:
        foot.append(words("result.provisional"))
    neutral = _NEUTRAL if assessment.roles else _OF_TRAITS
    said = role_name(assessment, words, leads) if leads else words(neutral.said)
    large = _largest(said, room)
    lead_key = f"report.card.{result.verdict.kind}" if leads else "report.card.assessment"
    return {
        "language": words.language,
        "palette": {key: value for key, value in palette.items() if isinstance(value, str)},
        "shape": shape,
        "width": room.width,
        "height": room.height,
        "picture-width": room.picture,
        "title": words("report.title" if assessment.roles else "report.title_traits"),
        "site": words("site.name"),
        "name": printed_name(name, NAME_EMS),
        "neutral": leads is None,
        "colour": role_mark(role_place(assessment, leads), "light").colour if leads else palette["accent"],
        "lead": words(lead_key),
        "lines": wrapped(said, room.words / large),
        "large": large,
        "further": "" if leads else words(neutral.further),
        "picture": shown,
        "roles-title": words(f"report.card.{_kind(assessment)}"),
        "roles": _compared(assessment, words),
        "foot": " / ".join(foot),
    }


def _chances(result: Result, assessment: Assessment, words: Words, room: Measures) -> dict[str, Any] | None:
    plan = plan_p(result, assessment, words)
    if plan is None:
        return None
    values = [(chance.name, chance.shown) for chance in plan.chances]
    return picture(words, words("report.card.lead"), svg_p(plan, room.inside / room.zoom), values, room.inside)


def _domains(result: Result, assessment: Assessment, words: Words, room: Measures) -> dict[str, Any] | None:
    """The scores of the groups of traits, where they are the whole result and there is room for them."""
    plan = None if assessment.roles else plan_groups(result, assessment, words)
    if plan is None or len(plan.rows) > room.rows:
        return None
    values = [(row.name, row.shown) for row in plan.rows]
    drawn = svg_groups(plan.rows, room.inside / room.finer)
    return picture(words, words("report.card.groups"), drawn, values, room.inside)


def _kind(assessment: Assessment) -> str:
    roles = len(assessment.roles)
    return "roles" if roles > 1 else "role" if roles else "traits"


def _compared(assessment: Assessment, words: Words) -> list[dict[str, str]]:
    """The roles with their marks, or without any the traits, by name alone; the last line counts what has no room."""
    rows = [
        {"mark": mark_svg(assessment, role), "name": role_name(assessment, words, role)} for role in assessment.role
    ]
    if not rows:
        names = [words.of(trait.short or trait.name) for trait in assessment.traits]
        rows = [{"mark": "", "name": broken(name, TRAIT_EMS)} for name in names]
    if len(rows) > MOST_ROWS:
        left = len(rows) - MOST_ROWS + 1
        rows = [*rows[: MOST_ROWS - 1], {"mark": "", "name": words("report.card.more", n=left)}]
    return rows


def _largest(text: str, room: Measures) -> float:
    """Points: as large as the words' column takes ``text`` on one line, or on two where one would be small."""
    one_line = room.words / ems(text)
    if one_line >= ONE_LINE:
        return min(one_line, room.largest)
    size = room.largest
    while size > LEAST and len(wrapped(text, room.words / size)) > 2:
        size -= 1
    return size
