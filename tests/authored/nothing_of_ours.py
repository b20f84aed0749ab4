"""What is drawn of an assessment of others says nothing of our roles and articles, nor of roles where it has none."""

from __future__ import annotations

from catalog.questionnaire.assessment import Assessment
from tests.authored.drawn import CUSTOMER_ROLES, ROLES

OF_ROLES = ("fair", "team", "side_by_side", "candidate", "campaign_new", "organise", "impact")
"""Pages that a menu offers only where there are roles, and those of organisers."""
OWN = {"facets": "ja", "hotel": "en", "lighthouse": "ja", "big_five": "en"}
"""The language that each is looked at in; the other one is for make proof."""


def nothing_of_ours(said: str, place: str, assessment: Assessment) -> None:
    found = CUSTOMER_ROLES.search(said)
    assert found is None, (place, said[max(0, found.start() - 60) : found.end() + 60])
    if not assessment.roles and place not in OF_ROLES:
        found = ROLES.search(said.replace("fit-result", ""))
        assert found is None, (place, said[max(0, found.start() - 60) : found.end() + 60])
