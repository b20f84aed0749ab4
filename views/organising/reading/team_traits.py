"""A kept picture as the traits of a chart: with the role's wishes, or with another group's means."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Trait
from charts.palette import role_place
from charts.plan.radar import WISH_RADIUS
from charts.plan.team import GroupTrait, Wished
from charts.wish import wish
from people.organiser.teams import TeamPicture
from scoring.told.group import reach


def group_traits(
    picture: TeamPicture,
    assessment: Assessment,
    words: Words,
    *,
    role: str | None = None,
    other: TeamPicture | None = None,
) -> tuple[GroupTrait, ...]:
    """In the files' order; a trait that they do not hold any more is left out."""
    means = {one["trait"]: one for one in picture.content["traits"]}
    beside = {one["trait"]: one["mean"] for one in other.content["traits"]} if other else {}
    people = int(picture.content["people"])
    return tuple(
        GroupTrait(
            name=words.of(trait.name),
            low=words.of(trait.low),
            high=words.of(trait.high),
            mean=means[trait.id]["mean"],
            reach=reach(trait.norm.sd, people),
            spread=means[trait.id]["spread"],
            other=beside.get(trait.id),
            other_reach=reach(trait.norm.sd, int(other.content["people"])) if other else 0.0,
            wished=_wished(trait, assessment, words, role) if role else None,
        )
        for trait in assessment.traits
        if trait.id in means
    )


def _wished(trait: Trait, assessment: Assessment, words: Words, role: str) -> Wished | None:
    """What suits the role in this trait; None where it does not weigh in it."""
    given = assessment.foundation.get(trait.id) or assessment.role[role].weights.get(trait.id)
    if given is None or not given.weight:
        return None
    said = wish(words, trait, given.weight)
    return Wished(role_place(assessment, role), WISH_RADIUS[given.weight], given.weight, said)
