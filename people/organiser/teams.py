"""The group's picture of those who shared their traits: taken once, kept under a name, and never of too few.

What may be said of a group is decided in scoring/told/group.py. A kept picture holds means and one-way marks of the
shares that it was made of, so that the next one can be told from it; no name, no value and no share's id.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from people.organiser.asking import Refused, asked
from people.respondent.outcome import Outcome
from scoring.told.group import FEWEST, Another, another, mean_in_steps, spread
from store import Campaign, Share, Store, Token
from store import TeamPicture as TeamPicture

VERSION = 1
May = Literal["may", "too_few", "same", "few", "gone"]
GRAVEST: tuple[Another, ...] = ("gone", "few", "same")


@dataclass(frozen=True, slots=True)
class Group:
    """Those who shared every trait, measured by one version. ``values``: by trait, in no order of people.

    ``left_out``: how many shared traits, but not all of them measured, or by another version.
    """

    version: str
    members: frozenset[str]
    values: Mapping[str, tuple[float, ...]]
    left_out: int


@dataclass(frozen=True, slots=True)
class Team:
    """``may``: whether a picture of the group may be taken now, and if not, why. ``taken``: of this campaign;
    ``others``: of other groups with the same assessment. ``missing``: how many more it needs to be enough.
    """

    campaign: Campaign
    people: int
    left_out: int
    missing: int
    may: May
    taken: tuple[TeamPicture, ...]
    others: tuple[TeamPicture, ...]


def team(who: Token, campaign: str) -> Team | Refused:
    return asked(lambda store: _team(store, who, campaign)[0])


def take_picture(who: Token, campaign: str, title: str) -> TeamPicture | Refused:
    """Takes and keeps a picture. CHANGED: it may not be taken (any more); REFUSED: the title cannot be kept."""

    def work(store: Store) -> TeamPicture | Refused:
        found, group = _team(store, who, campaign)
        if found.may != "may":
            return Refused(Outcome.CHANGED)
        store.audit.note(who, campaign, "listed", "", {"what": "team"})
        return store.team_pictures.keep(who, title.strip(), found.campaign.assessment, group.version, picture_of(group))

    return asked(work)


def drop_picture(who: Token, picture: str) -> Refused | None:
    return asked(lambda store: store.team_pictures.delete(who, picture))


def group_of(shares: Sequence[Share]) -> Group:
    """The version is the one that most of them answered; of equally many, the one shared last."""
    whole = [share for share in shares if share.level == "traits" and _values(share) is not None]
    asked = sum(share.level == "traits" for share in shares)
    counted = Counter(map(_version, whole))
    latest = {_version(share): share.changed for share in sorted(whole, key=lambda share: share.changed)}
    version = max(counted, key=lambda one: (counted[one], latest[one]), default="")
    alike = [share for share in whole if _version(share) == version]
    values = [_values(share) or {} for share in alike]
    common = set.intersection(*(set(one) for one in values)) if values else set()
    by_trait = {trait: tuple(one[trait] for one in values) for trait in sorted(common)}
    return Group(version, frozenset(map(_mark, alike)), by_trait, asked - len(alike))


def picture_of(group: Group) -> dict[str, Any]:
    """What is kept. Raises ValueError for a group that is too small."""
    traits = [
        {"trait": trait, "mean": mean_in_steps(values), "spread": spread(values)}
        for trait, values in group.values.items()
    ]
    return {"v": VERSION, "people": len(group.members), "of": sorted(group.members), "traits": traits}


def _team(store: Store, who: Token, campaign: str) -> tuple[Team, Group]:
    read, shares = store.campaigns.read(who, campaign), store.shared.all(who, campaign)
    group = group_of(shares)
    kept = [one for one in store.team_pictures.mine(who) if one.assessment == read.assessment]
    own = _mark_of_campaign(read.id)
    taken = tuple(one for one in kept if any(mark.startswith(own) for mark in one.content["of"]))
    found = Team(
        campaign=read,
        people=len(group.members),
        left_out=group.left_out,
        missing=max(0, FEWEST - len(group.members)),
        may=_may(group, taken),
        taken=taken,
        others=tuple(one for one in kept if one not in taken),
    )
    return found, group


def _may(group: Group, taken: Sequence[TeamPicture]) -> May:
    if len(group.members) < FEWEST:
        return "too_few"
    said = {another(frozenset(one.content["of"]), group.members) for one in taken}
    return next((one for one in GRAVEST if one in said), "may")


def _version(share: Share) -> str:
    """By which the scores that were shared were made."""
    return str(share.content["assessment"]["version"])


def _values(share: Share) -> dict[str, float] | None:
    """By trait; None where a trait is not measured."""
    traits = share.content.get("traits") or ()
    values = {one["trait"]: one["value"] for one in traits}
    return values if values and None not in values.values() else None


def _mark(share: Share) -> str:
    """Tells whether a share is one that was there before; nobody gets from it to the share once that is gone."""
    return _mark_of_campaign(share.campaign) + hashlib.sha256(f"{share.campaign} {share.id}".encode()).hexdigest()[:24]


def _mark_of_campaign(campaign: str) -> str:
    return hashlib.sha256(campaign.encode()).hexdigest()[:8]
