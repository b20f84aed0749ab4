"""A result as the data of its page: every text ready to print, every picture drawn. The template only places them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.runs import GETA
from catalog.questionnaire.assessment import Assessment
from charts.label import broken, wrapped
from charts.palette import PALETTES, role_mark, role_place
from reports.paper import page_pictures as pictures
from reports.paper import page_words as written
from reports.paper.page_words import printed
from reports.paper.printed_name import printed_name
from reports.paper.set_text import as_set_in, has_gaps
from reports.told.aligned import aligned, is_older
from reports.told.day import date_in_words
from reports.told.headline import headline, role_name, warning
from reports.told.numbers import Numbers, numbers
from reports.told.sections import FOR_THE_SCREEN, liking, limits, quality, sections_of_result, sections_of_role
from scoring.rule.result import Result

NAME_EMS = 34.0
HEADLINE_EMS = 32.0
ROLE_EMS = 11.0
HASH_SHOWN = 12


def page_of(
    result: Result, assessment: Assessment, content: Content, words: Words, name: str, on: date, scale: float = 1.0
) -> dict[str, Any]:
    """What the template of a person's report takes, as JSON can hold it.

    ``scale`` under 1 sets type and pictures' letters smaller. Raises ValueError for another assessment.
    """
    told = aligned(result, assessment)
    said = headline(told, assessment, words)
    caution = warning(told, assessment, words)
    role = told.leading
    leads = role if told.verdict.kind != "close" else None
    after = {one.key: one for one in sections_of_result(told, assessment, words) if one.key not in FOR_THE_SCREEN}
    palette = asdict(PALETTES["light"])
    older = words("report.older", was=result.version, now=assessment.version) if is_older(result, assessment) else ""
    page: dict[str, Any] = {
        "scale": scale,
        "language": words.language,
        "palette": {key: value for key, value in palette.items() if isinstance(value, str)},
        "site": words("site.name"),
        "title": words("report.title" if assessment.roles else "report.title_traits"),
        "assessment": words.of(assessment.title),
        "date": date_in_words(words, on),
        "name": {"label": words("report.name"), "text": printed_name(name, NAME_EMS)},
        "older": older,
        "warning": asdict(caution) if caution else None,
        "verdict": {
            "lines": wrapped(said.sentence, HEADLINE_EMS),
            "further": said.further,
            "colour": role_mark(role_place(assessment, leads), "light").colour if leads else palette["accent"],
            "badges": _badges(told, assessment, words),
        },
        "fits": _fits(told, assessment, words, numbers(told, assessment, words)) if role else None,
        "levels": pictures.levels(told, assessment, words, scale) if role else None,
        "differences": pictures.differences(told, assessment, words, scale) if role else None,
        "radar": pictures.radar(told, assessment, words, role, scale) if role else None,
        "why": pictures.why(told, assessment, words, role, scale) if role else None,
        "traits": pictures.trait_pieces(told, assessment, words, scale),
        "percentiles": written.percentiles(told, assessment, words),
        "reasons": [printed(one, content, words) for one in sections_of_role(told, assessment, words, role)]
        if role
        else [],
        "liking": printed(liking(told, assessment, words), content, words),
        "talk": printed(after.pop("talk", None), content, words),
        "way_on": [printed(one, content, words) for one in after.values()],
        "quality": printed(quality(told, words), content, words),
        "method": written.method(told, assessment, words),
        "articles": written.articles(content, assessment, words),
        "origin": written.origin(assessment, words),
        "limits": printed(limits(assessment, words), content, words),
        "footer": {
            "version": words(
                "method.version",
                title=words.of(assessment.title),
                version=result.version,
                hash=result.files_hash[:HASH_SHOWN],
            ),
            "aid": words("site.footer.aid" if assessment.roles else "site.footer.aid_traits"),
            "gaps": "",
        },
    }
    page = as_set_in(page)
    if has_gaps(page):
        page["footer"]["gaps"] = words("report.gaps", mark=GETA)
    return page


def _badges(result: Result, assessment: Assessment, words: Words) -> list[str]:
    made = []
    form = assessment.forms.get(result.form)
    if form and form.title:
        made.append(words.of(form.title))
    measured = sum(score.estimate is not None for score in result.traits.values())
    made.append(words("report.measured", n=measured, total=len(result.traits)))
    if result.provisional:
        made.append(words("result.provisional"))
    return made


def _fits(result: Result, assessment: Assessment, words: Words, table: Numbers) -> dict[str, Any]:
    columns = ["charts.column.role", "report.fits.fit", "charts.column.range"]
    if result.alone is None:
        columns.append("charts.column.chance")
    leading = result.verdict.tied or (result.leading,)
    rows = []
    for role in result.ranking:
        fit, chance = table["fit", role], table.get(("chance", role))
        cells = [fit.shown, fit.spread]
        if chance is not None:
            cells.append(chance.shown if chance.value is not None else "")
        rows.append(
            {
                "mark": pictures.mark_svg(assessment, role),
                "name": broken(role_name(assessment, words, role), ROLE_EMS),
                "cells": cells,
                "leads": role in leading,
            }
        )
    return {
        "title": words("report.fits.title"),
        "lead": words(f"report.fits.{_fits_lead(result)}"),
        "columns": [words(column) for column in columns],
        "rows": rows,
    }


def _fits_lead(result: Result) -> str:
    if result.alone is not None:
        return "lead_alone"
    return "lead_liking" if result.liking and result.liking.counts else "lead"
