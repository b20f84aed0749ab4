"""How much somebody would like each role's work, what of it most and least, and whether that agrees with the traits."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Task
from charts.sentence import listed
from reports.told.headline import role_name
from reports.told.numbers import Number, numbers
from scoring.rule.result import Result
from scoring.told.halves import halves
from scoring.told.liked import liked_least, liked_most


@dataclass(frozen=True, slots=True)
class LikedWork:
    """``sentences`` come first: the two halves side by side. ``levels``: liking by role id, in the verdict's order.

    ``least`` are tasks that somebody would rather not do; both lists may be empty.
    """

    sentences: tuple[str, ...]
    levels: tuple[Number, ...]
    most: tuple[Task, ...]
    least: tuple[Task, ...]


def liked_work(result: Result, assessment: Assessment, words: Words) -> LikedWork | None:
    """None where no tasks were asked, or none of them was rated."""
    if result.liking is None or not result.liking.ratings or result.leading is None:
        return None
    table = numbers(result, assessment, words)
    levels = tuple(table["liking", role] for role in result.ranking if ("liking", role) in table)
    return LikedWork(
        _sentences(result, assessment, words),
        levels,
        liked_most(result, assessment),
        liked_least(result, assessment),
    )


def measured(liked: LikedWork, words: Words) -> str:
    """The levels in one sentence: each role with its number and interval."""
    named = [
        words("charts.list.with_value", name=one.name, value=one.shown)
        if one.value is None
        else words(
            "charts.list.with_value",
            name=one.name,
            value=words("charts.number.with_interval", value=one.shown, interval=one.spread),
        )
        for one in liked.levels
    ]
    return words("result.liking.levels", roles=listed(words, named))


def _sentences(result: Result, assessment: Assessment, words: Words) -> tuple[str, ...]:
    sides = halves(result)
    if sides is None:
        # One role has nothing to be compared with; elsewhere too few tasks were rated.
        few = any(fit.liking and fit.liking.estimate is None for fit in result.roles.values())
        return (words("result.liking.not_counted"),) if few else ()
    if sides.agree:
        return (words("result.liking.agree", role=role_name(assessment, words, sides.traits)),)
    first = words(
        "result.liking.disagree",
        first=role_name(assessment, words, sides.liking),
        other=role_name(assessment, words, sides.traits),
    )
    sure = sides.traits_sure or sides.liking_sure
    return first, words("result.liking.talk" if sure else "result.liking.talk_slight")
