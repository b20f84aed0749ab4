"""What each way to share shows, in the words that whoever chooses reads beforehand."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment


def told_of(choice: str, assessment: Assessment, words: Words) -> str:
    """``choice``: a level, or ``nothing``. The scores of groups, where there are any, belong to the traits' level."""
    grouped = choice == "traits" and assessment.groups
    return words(f"sharing.level.{choice}.{'about_grouped' if grouped else 'about'}")
