"""A group's picture: the means of its traits in steps of 5, beside what suits a role or beside another group's picture.

What may be said of a group, and how few are too few, is decided in scoring/told/group.py. Nobody of the group is in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.content.words import Words
from charts import number
from charts.plan.rows import RowsPen, RowsPlan
from charts.sentence import joined, quoted
from charts.table import Table
from scoring.told.group import Spread

MIDDLE = 50
NAMED = 4


@dataclass(frozen=True, slots=True)
class Wished:
    """What suits the role at ``place`` of its file: ``radius`` as on the radar, ``said`` the end in words."""

    place: int
    radius: float
    weight: int
    said: str


@dataclass(frozen=True, slots=True)
class GroupTrait:
    """``mean``: a multiple of 5; ``reach``: how far off it may be. ``other``, ``other_reach``: the other picture's.

    Nothing is said of a lean inside this reach, nor of a difference while the two reaches overlap.
    """

    name: str
    low: str
    high: str
    mean: int
    reach: float
    spread: Spread | None
    other: int | None = None
    other_reach: float = 0.0
    wished: Wished | None = None

    @property
    def leans(self) -> bool:
        """Whether the group leans to either end at all."""
        return abs(self.mean - MIDDLE) > self.reach

    @property
    def suits(self) -> bool | None:
        """Whether the group leans to the side that suits the role; None where it does not lean, or without a wish."""
        if self.wished is None or not self.leans:
            return None
        return (self.mean > MIDDLE) == (self.wished.weight > 0)

    @property
    def differs(self) -> bool:
        return self.other is not None and abs(self.mean - self.other) > self.reach + self.other_reach


@dataclass(frozen=True, slots=True)
class TeamRow:
    trait: GroupTrait
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPlan(RowsPlan):
    rows: tuple[TeamRow, ...]


def plan_team(
    traits: Sequence[GroupTrait], words: Words, *, role: str | None = None, other: str | None = None
) -> TeamPlan | None:
    """``role``: the role that the wishes are of; ``other``: the other picture. Both by name. None for no trait."""
    if not traits:
        return None
    rows = tuple(TeamRow(trait, _shown(trait, words)) for trait in traits)
    caption = [words("charts.team.caption")]
    if role is not None:
        caption.append(words("charts.team.caption_role", role=role))
    if other is not None:
        caption.append(words("charts.team.caption_other", title=other))
    return TeamPlan(
        rows=rows,
        sentence=_sentence(traits, words, role, other),
        table=_table(rows, words, role, other),
        caption=joined(words, caption),
    )


def plan_change(traits: Sequence[GroupTrait], words: Words) -> tuple[TeamRow, ...]:
    """The same people before (``other``) and after (``mean``)."""
    return tuple(TeamRow(trait, team_value(trait, words)) for trait in traits)


def team_value(trait: GroupTrait, words: Words) -> str:
    """The mean, with the spread where it is told; of a change, the mean before and after."""
    if trait.other is None:
        return _shown(trait, words)
    return words("charts.team.change", before=number.score(trait.other), after=number.score(trait.mean))


def draw_team(plan: TeamPlan, pen: RowsPen) -> None:
    draw_team_rows(plan.rows, pen)


def draw_team_rows(rows: Sequence[TeamRow], pen: RowsPen) -> None:
    for row in rows:
        trait = row.trait
        pen.label(trait.name, row.shown, bold=True)
        pen.track()
        pen.tick(MIDDLE)
        if trait.other is not None:
            pen.tick(trait.other, tall=True)
        pen.band(trait.mean - trait.reach, trait.mean + trait.reach, None)
        pen.dot(trait.mean, None, f"{trait.name} {row.shown}")
        if trait.wished is not None:
            pen.dot(trait.wished.radius, trait.wished.place, trait.wished.said)
        pen.poles(trait.low, trait.high)


def _shown(trait: GroupTrait, words: Words) -> str:
    about = words("charts.team.about", value=number.score(trait.mean))
    if trait.spread is None:
        return about
    return words("charts.team.with_spread", value=about, why=words(f"charts.team.spread.{trait.spread}"))


def _sentence(traits: Sequence[GroupTrait], words: Words, role: str | None, other: str | None) -> str:
    said = []
    if role is not None:
        weighed = [trait for trait in traits if trait.wished is not None]
        near = [trait.name for trait in weighed if trait.suits]
        far = [trait.name for trait in weighed if trait.suits is False]
        said.append(words("charts.team.weighed", role=role, total=len(weighed)))
        if near:
            said.append(words("charts.team.near", role=role, traits=quoted(words, near)))
        if far:
            said.append(words("charts.team.far", role=role, traits=quoted(words, far)))
        if len(near) + len(far) < len(weighed):
            said.append(words("charts.team.rest" if near or far else "charts.team.neither"))
    if other is not None:
        apart = [trait.name for trait in traits if trait.differs]
        said.append(
            words("charts.team.differs", title=other, traits=quoted(words, apart))
            if apart
            else words("charts.team.alike", title=other)
        )
    if role is None and other is None:
        ordered = sorted(traits, key=lambda trait: -abs(trait.mean - MIDDLE))
        strong = [trait.name for trait in ordered if trait.leans][:NAMED]
        said.append(words("charts.team.strong", traits=quoted(words, strong)) if strong else words("charts.team.flat"))
    return joined(words, said)


def _table(rows: Sequence[TeamRow], words: Words, role: str | None, other: str | None) -> Table:
    columns = ["trait", "low_pole", "mean", "high_pole", "spread"]
    heads = [words(f"charts.column.{column}") for column in columns]
    if other is not None:
        heads.append(words("charts.team.column_other", title=other))
    if role is not None:
        heads.append(words("charts.radar.wished", role=role))
    cells = []
    for row in rows:
        trait = row.trait
        spread = words(f"charts.team.spread.{trait.spread}") if trait.spread else words("charts.team.spread.hidden")
        line = [trait.name, trait.low, number.score(trait.mean), trait.high, spread]
        if other is not None:
            line.append("" if trait.other is None else number.score(trait.other))
        if role is not None:
            line.append(trait.wished.said if trait.wished else words("charts.wish.none"))
        cells.append(tuple(line))
    return Table(tuple(heads), tuple(cells))
