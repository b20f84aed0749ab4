"""A kept snapshot in words and as a table: what it showed, when it was taken, on how many it rests, by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Protocol

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Trait
from charts import number
from charts.plan.team import GroupTrait
from charts.sentence import listed, quoted
from charts.table import Table
from reports.told.day import known_moment_in_words
from reports.workshop.counts import CountBar, bars
from reports.workshop.questions import AskedText, asked_text
from scoring.group.steps import reach_in_room, step
from scoring.told.group import FEWEST


class Kept(Protocol):
    """A snapshot, as a trainer or as a participant may have it."""

    @property
    def kind(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def people(self) -> int: ...
    @property
    def content(self) -> Mapping[str, Any]: ...
    @property
    def taken(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``rule``: in one sentence, what was held back so that nobody can be made out. ``said``: what it shows in words.

    ``traits`` of a picture and a change, ``bars`` of a check and a poll, with what was ``asked``.
    """

    kind: str
    title: str
    taken: str
    people: int
    rule: str
    table: Table
    said: tuple[str, ...] = ()
    traits: tuple[GroupTrait, ...] = ()
    bars: tuple[CountBar, ...] = ()
    asked: AskedText | None = None


def told_pictures(
    shown: Iterable[Kept], content: Content, words: Words, assessment: Assessment | None, zone: tzinfo | None
) -> tuple[Told, ...]:
    """In their order. One of too few people, or of what the files do not hold any more, is left out."""
    found = (_told(one, content, words, assessment, zone) for one in shown if one.people >= FEWEST)
    return tuple(one for one in found if one is not None)


def _told(one: Kept, content: Content, words: Words, assessment: Assessment | None, zone: tzinfo | None) -> Told | None:
    taken = known_moment_in_words(words, one.taken.astimezone(zone))
    if one.kind in ("picture", "change"):
        traits = _traits(one, words, assessment)
        if not traits:
            return None
        return Told(
            kind=one.kind,
            title=words(f"workshop.stage.{one.kind}"),
            taken=taken,
            people=one.people,
            rule=words(f"shown.rule.{one.kind}", step=_step(one)),
            table=_change_table(traits, words) if one.kind == "change" else _trait_table(traits, words),
            said=_said(one, words, assessment) if one.kind == "picture" else (),
            traits=traits,
        )
    asked = asked_text(content, words, one.about)
    counted = bars(one.content, asked, words) if asked is not None else ()
    if asked is None or not counted:
        return None
    return Told(
        kind=one.kind,
        title=asked.ask,
        taken=taken,
        people=one.people,
        rule=words(f"shown.rule.{one.kind}"),
        table=_count_table(counted, words),
        bars=counted,
        asked=asked,
    )


def _step(one: Kept) -> int:
    return int(one.content.get("step") or step(one.people))


def _traits(one: Kept, words: Words, assessment: Assessment | None) -> tuple[GroupTrait, ...]:
    """In the files' order. Of a change, the mean is the one after and ``other`` the one before."""
    if assessment is None:
        return ()
    told = {each["trait"]: each for each in one.content.get("traits", ())}
    return tuple(_trait(trait, told[trait.id], one, words) for trait in assessment.traits if trait.id in told)


def _trait(trait: Trait, told: Mapping[str, Any], one: Kept, words: Words) -> GroupTrait:
    reach = reach_in_room(trait.norm.sd, one.people)
    change = one.kind == "change"
    return GroupTrait(
        name=words.of(trait.name),
        low=words.of(trait.low),
        high=words.of(trait.high),
        mean=int(told["after" if change else "mean"]),
        reach=reach,
        spread=None if change else told.get("spread"),
        other=int(told["before"]) if change else None,
        other_reach=reach if change else 0.0,
    )


def _said(one: Kept, words: Words, assessment: Assessment | None) -> tuple[str, ...]:
    """How the verdicts divide, and where the room is far apart."""
    said = []
    cells = one.content.get("verdicts", ())
    if len(cells) == 1 and len(cells[0]["kinds"]) > 1:
        said.append(words("shown.verdicts_merged", n=one.people))
    elif cells:
        parts = [
            words(
                "shown.verdict",
                kinds=quoted(words, [words(f"projector.verdicts.{kind}") for kind in cell["kinds"]]),
                n=cell["count"],
            )
            for cell in cells
        ]
        said.append(words("shown.verdicts", cells=listed(words, parts)))
    names = {trait.id: words.of(trait.name) for trait in assessment.traits} if assessment is not None else {}
    far = [names[trait] for trait in one.content.get("far", ()) if trait in names]
    if far:
        said.append(words("shown.far", traits=quoted(words, far)))
    return tuple(said)


def _trait_table(traits: tuple[GroupTrait, ...], words: Words) -> Table:
    rows = tuple(
        (
            one.name,
            one.low,
            number.score(one.mean),
            one.high,
            words(f"charts.team.spread.{one.spread or 'hidden'}"),
        )
        for one in traits
    )
    heads = ("charts.column.trait", "charts.column.low_pole", "shown.column.mean", "charts.column.high_pole")
    return Table((*map(words, heads), words("charts.column.spread")), rows)


def _change_table(traits: tuple[GroupTrait, ...], words: Words) -> Table:
    heads = ("charts.column.trait", "charts.column.low_pole", "shown.column.before", "shown.column.after")
    rows = tuple((one.name, one.low, number.score(one.other or 0), number.score(one.mean), one.high) for one in traits)
    return Table((*map(words, heads), words("charts.column.high_pole")), rows)


def _count_table(counted: tuple[CountBar, ...], words: Words) -> Table:
    heads = (words("shown.column.answer"), words("shown.column.count"))
    return Table(heads, tuple((one.name, one.shown) for one in counted))
