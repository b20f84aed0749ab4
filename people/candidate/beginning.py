"""Taking up an invitation: the device's token and a sheet, or the finished sheet that is there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment
from people.candidate.asked import Asked, look, refused
from people.respondent.editions import edition, keep_files
from store import LinkOver, StoreDown, Token
from store.process import process_store


@dataclass(frozen=True, slots=True)
class Beginning:
    """``asked``: what stands behind the link.

    ``outcome``: begun, a sheet to answer; again, a finished sheet of the same version is there; ask, this device takes
    part by another link, perhaps as somebody else; over, nothing is begun.

    ``token``: the one that this device holds from now on, None where it keeps what it has.
    """

    asked: Asked
    outcome: Literal["begun", "again", "ask", "over"]
    token: Token | None = None
    participation: str = ""
    assessment: str = ""


def begin(
    own: Token | None, text: str, assessments: Mapping[str, Assessment], language: str, *, take_over: bool = False
) -> Beginning:
    """``assessments``: those of the site, by id; ``language``: the sheet's. ``take_over``: whatever this device has."""
    asked = look(own, text)
    offer = asked.offer
    goes_on = offer is not None and (asked.why is None or offer.begun)
    if asked.secret is None or offer is None or not goes_on:
        return Beginning(asked, "over")
    campaign = offer.campaign
    assessment = assessments.get(campaign.assessment)
    if assessment is None or campaign.form not in assessment.forms:
        return Beginning(Asked(asked.secret, why="unknown"), "over")
    known = language if language in assessment.languages else assessment.languages[0]
    try:
        store = process_store()
        keep_files(store, assessment)
        begun = store.participations.begin(
            asked.secret, own, edition(assessment, campaign.form, known), take_over=take_over
        )
    except LinkOver as over:
        return Beginning(refused(asked.secret, over), "over")
    except StoreDown:
        return Beginning(Asked(asked.secret, away=True), "over")
    return Beginning(asked, begun.outcome, begun.token, begun.participation, assessment.id)
