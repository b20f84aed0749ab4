"""On whom the scores of an assessment are read: the data sets of its norms in words, never an assumed one."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Norm
from reports.told.day import part_of_date_in_words


def data_sets(assessment: Assessment, *, scoring: bool = False) -> Mapping[str, Norm]:
    """By basis, in the files' order, those that score first. ``scoring``: only these."""
    norms = [trait.norm for trait in assessment.traits]
    if not scoring:
        norms += [norm for trait in assessment.traits for norm in trait.other_norms]
    found: dict[str, Norm] = {}
    for norm in norms:
        if not norm.assumed:
            found.setdefault(norm.basis, norm)
    return found


def people_of(norm: Norm, words: Words) -> str:
    return words.of(norm.people) if norm.people else words("method.norm_people")


def data_set_told(norm: Norm, words: Words, key: str = "method.norm_set") -> str | None:
    """Who they are, how many, when, and where it is described; None for one of which nothing is told."""
    if norm.n is None or norm.date is None or norm.source is None:
        return None
    return words(
        key,
        people=people_of(norm, words),
        n=f"{norm.n:,}",
        date=part_of_date_in_words(words, norm.date),
        source=words.of(norm.source),
    )
