"""The copy of a result that is shared: plain JSON, made once, of exactly what its reader will see.

It is cut by the level here, so that whoever reads it later cannot have what was not shared. Sentences stand finished in
every language of the site; numbers are not rounded, and are shown through the same functions as on the own page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.reading.text import Text
from reports.guide.choose import MOST, OwnQuestion
from reports.guide.told import as_shared
from reports.sharing.levels import Level, holds
from reports.told.aligned import WHOLE, aligned
from reports.told.headline import headline, warning
from scoring.rule.result import Estimate, Result, TraitScore

VERSION = 1
"""Of the shape of a copy."""
Copy = dict[str, Any]


def content_at(
    level: Level,
    result: Result,
    assessment: Assessment,
    words_by_language: Mapping[str, Words],
    on: date,
    guide: Sequence[OwnQuestion] = (),
) -> Copy:
    """What is shared of a result at ``level``, ready for JSON; the same arguments give the same copy.

    ``on``: the day of the result; ``guide``: its own questions (reports/guide/), of which the first five are taken.
    Raises ValueError for a result of another assessment.
    """
    told = aligned(result, assessment)
    copy: Copy = {"v": VERSION, "assessment": _assessment(told, assessment, words_by_language, on)}
    if holds(level, "guide"):
        copy["guide"] = as_shared(guide[:MOST])
    if holds(level, "fits"):
        spoken = told if holds(level, "traits") else _without_traits(told)
        copy["told"] = {language: _told(spoken, assessment, words) for language, words in words_by_language.items()}
        copy |= _roles(told, assessment, words_by_language)
    if holds(level, "traits"):
        copy["traits"] = [
            {
                "trait": trait.id,
                "name": _texts(trait.name, words_by_language),
                "low_pole": _texts(trait.low, words_by_language),
                "high_pole": _texts(trait.high, words_by_language),
                **_estimate(told.traits[trait.id].estimate),
            }
            for trait in assessment.traits
        ]
        if assessment.groups:
            copy["groups"] = [
                {
                    "group": group.id,
                    "name": _texts(group.name, words_by_language),
                    "traits": list(group.traits),
                    **_estimate(told.groups[group.id].estimate if group.id in told.groups else None),
                }
                for group in assessment.groups
            ]
    return copy


def _assessment(result: Result, assessment: Assessment, languages: Mapping[str, Words], on: date) -> Copy:
    form = assessment.forms.get(result.form)
    return {
        "id": assessment.id,
        "title": _texts(assessment.title, languages),
        "version": result.version,
        "form": _texts(form.title if form and form.title else assessment.title, languages),
        "date": on.isoformat(),
    }


def _without_traits(result: Result) -> Result:
    """What may be told of the roles alone: no sentence that rests on where a single trait stands.

    That a warning stands is told, by which traits is not; nor whether any trait stands out. A result without an order
    says only how much of it is unanswered, and stays as it is.
    """
    warned = (WHOLE,) if result.foundation_warning else ()
    if result.leading is None:
        return replace(result, foundation_warning=warned)
    blank = {trait: TraitScore(trait, None, None, 0, 0) for trait in result.traits}
    return replace(result, foundation_warning=warned, traits=blank)


def _told(result: Result, assessment: Assessment, words: Words) -> Copy:
    caution, said = warning(result, assessment, words), headline(result, assessment, words)
    return {
        # The own page goes on to speak of what stands below it there.
        "warning": [caution.sentence, words("sharing.copy.warning")] if caution else None,
        "headline": said.sentence,
        "further": list(said.further),
        "flags": [words(f"result.quality.{flag}") for flag in result.flags],
    }


def _roles(result: Result, assessment: Assessment, languages: Mapping[str, Words]) -> Copy:
    leading = result.verdict.tied or ((result.leading,) if result.leading else ())
    return {
        "fits": [
            {
                "role": role,
                "name": _texts(assessment.role[role].name, languages),
                **_estimate(result.roles[role].fit),
                "chance": result.roles[role].p_best,
            }
            for role in result.ranking
        ],
        "foundation": _estimate(result.foundation) if result.foundation else None,
        "leading": list(leading),
        "verdict": result.verdict.kind,
        "differences": [
            {"role": gap.role, "other": gap.other, "value": gap.value, "low": gap.low, "high": gap.high}
            for gap in result.differences
        ],
    }


def _estimate(estimate: Estimate | None) -> dict[str, float | None]:
    if estimate is None:
        return {"value": None, "low": None, "high": None}
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def _texts(text: Text, languages: Mapping[str, Words]) -> dict[str, str]:
    return {language: words.of(text) for language, words in languages.items()}
