"""A shared copy as a page shows it: one function for the sharer's preview and for the reader's page.

So nobody is shown anything but what was shown beforehand to whom it belongs. Digits come from the functions of the own
result page (reports/told/numbers.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog.content.words import Words
from reports.guide.told import spoken
from reports.sharing.levels import LEVELS, Level
from reports.told.day import date_in_words
from reports.told.numbers import WHOLE, Number, chance, difference, estimated
from scoring.rule.result import Estimate

PARTS: Mapping[Level, str] = {"guide": "guide", "fits": "fits", "traits": "traits"}
"""The key of a copy that a level adds."""


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """``about``: why it is asked, and ``why``: the same in words. ``low`` and ``high``: what to listen for from the two
    sides alike; empty where nothing is said.
    """

    about: str
    why: str
    ask: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class ShownRole:
    """``chance`` is None where there is no order of roles; ``leads``: the verdict speaks of it first."""

    fit: Number
    chance: Number | None
    leads: bool


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """The best role less another one. ``apart``: 0 lies outside the interval; else it is no difference."""

    role: str
    number: Number
    apart: bool
    said: str


@dataclass(frozen=True, slots=True)
class ShownTrait:
    number: Number
    low_pole: str
    high_pole: str


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group of traits with its own score; ``traits``: their ids, in its order."""

    number: Number
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """The result in the sentences of the own page. ``warning`` and ``flags`` may be empty."""

    kind: str
    headline: str
    further: tuple[str, ...]
    warning: tuple[str, ...]
    flags: tuple[str, ...]
    roles: tuple[ShownRole, ...]
    foundation: Number | None
    differences: tuple[ShownDifference, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page shows of a copy; what the level does not hold is None. ``assessment``: its id.

    ``groups``: empty where the traits are not grouped, and where they are not shared.
    """

    level: Level
    assessment: str
    title: str
    form: str
    version: str
    day: str
    questions: tuple[ShownQuestion, ...] | None
    verdict: ShownVerdict | None
    traits: tuple[ShownTrait, ...] | None
    groups: tuple[ShownGroup, ...] = ()


def level_of(copy: Mapping[str, Any]) -> Level:
    """The level that a copy was cut to."""
    return max((level for level, key in PARTS.items() if key in copy), key=LEVELS.index, default=LEVELS[0])


def shown(copy: Mapping[str, Any], words: Words) -> Shown:
    """The copy in the reader's language; in the first one it has where it was made without that language."""
    taken = copy["assessment"]
    return Shown(
        level=level_of(copy),
        assessment=taken["id"],
        title=spoken(taken["title"], words),
        form=spoken(taken["form"], words),
        version=str(taken["version"]),
        day=date_in_words(words, date.fromisoformat(taken["date"])),
        questions=_questions(copy, words),
        verdict=_verdict(copy, words),
        traits=_traits(copy, words),
        groups=_groups(copy, words),
    )


def _questions(copy: Mapping[str, Any], words: Words) -> tuple[ShownQuestion, ...] | None:
    if "guide" not in copy:
        return None
    return tuple(
        ShownQuestion(
            one["about"],
            words(f"guide.about.{one['about']}"),
            *(spoken(one[part], words) for part in ("ask", "low", "high")),
        )
        for one in copy["guide"]["own"]
    )


def _verdict(copy: Mapping[str, Any], words: Words) -> ShownVerdict | None:
    if "fits" not in copy:
        return None
    told = copy["told"].get(words.language) or next(iter(copy["told"].values()))
    names = {fit["role"]: spoken(fit["name"], words) for fit in copy["fits"]}
    foundation = copy["foundation"]
    return ShownVerdict(
        kind=copy["verdict"],
        headline=told["headline"],
        further=tuple(told["further"]),
        warning=tuple(told["warning"] or ()),
        flags=tuple(told["flags"]),
        roles=tuple(_role(fit, names[fit["role"]], fit["role"] in copy["leading"], words) for fit in copy["fits"]),
        foundation=None
        if foundation is None
        else estimated("foundation", WHOLE, words("charts.levels.foundation"), _estimate(foundation), words),
        differences=tuple(_difference(gap, names, words) for gap in copy["differences"]),
    )


def _role(fit: Mapping[str, Any], name: str, leads: bool, words: Words) -> ShownRole:
    likely = None if fit["chance"] is None else chance(fit["role"], name, fit["chance"], words)
    return ShownRole(estimated("fit", fit["role"], name, _estimate(fit), words), likely, leads)


def _difference(gap: Mapping[str, Any], names: Mapping[str, str], words: Words) -> ShownDifference:
    apart = gap["low"] > 0 or gap["high"] < 0
    number = difference(gap["other"], names[gap["other"]], Estimate(gap["value"], gap["low"], gap["high"]), words)
    said = words("charts.differences.apart" if apart else "charts.differences.not_apart")
    return ShownDifference(names[gap["role"]], number, apart, said)


def _traits(copy: Mapping[str, Any], words: Words) -> tuple[ShownTrait, ...] | None:
    if "traits" not in copy:
        return None
    return tuple(
        ShownTrait(
            estimated("trait", one["trait"], spoken(one["name"], words), _estimate(one), words),
            spoken(one["low_pole"], words),
            spoken(one["high_pole"], words),
        )
        for one in copy["traits"]
    )


def _groups(copy: Mapping[str, Any], words: Words) -> tuple[ShownGroup, ...]:
    """Belongs to what the traits' level holds: of a copy without traits nothing is told of their groups."""
    told = copy.get("groups", ()) if "traits" in copy else ()
    return tuple(
        ShownGroup(
            estimated("group", one["group"], spoken(one["name"], words), _estimate(one), words), tuple(one["traits"])
        )
        for one in told
    )


def _estimate(numbers: Mapping[str, Any]) -> Estimate | None:
    if numbers["value"] is None:
        return None
    return Estimate(numbers["value"], numbers["low"], numbers["high"])
