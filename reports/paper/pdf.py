"""The report that a person takes along: two pages of A4, three where tasks were rated."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.time_zone import operator_day
from reports.paper.page import page_of
from reports.paper.typesetting import page_count, typeset_pdf
from scoring.rule.result import Result

TEMPLATE = "person.typ"
PAGES, PAGES_WITH_LIKING = 2, 3
SCALES = (1.0, 0.91, 0.83, 0.76)
"""What is too much for its pages is set smaller, as far as that spares a page; beyond that it runs on."""


def person_pdf(
    result: Result,
    assessment: Assessment,
    content: Content,
    words: Words,
    name: str = "",
    on: date | None = None,
    keywords: str = "",
) -> bytes:
    """The PDF in the language of ``words``, tagged, with its fonts; ``name`` is printed and kept nowhere.

    ``on``: the date on the page, the operator's today where none is given. ``keywords`` stand in the file's properties.
    The same arguments give the same bytes.
    Raises ValueError for a result of another assessment, FontsMissing without the fonts' packages.
    """
    day = on or operator_day()
    # Noon: a viewer that turns it to its own zone shows the same day from UTC-12 to UTC+11.
    moment = datetime.combine(day, time(12), UTC)
    full = PAGES if result.liking is None else PAGES_WITH_LIKING
    pages = 1 if result.leading is None else full
    fewest, best = 0, b""
    for scale in SCALES:
        page = page_of(result, assessment, content, words, name, day, scale)
        made = typeset_pdf(TEMPLATE, page | {"keywords": [keywords] if keywords else []}, moment)
        needed = page_count(made)
        if needed <= pages:
            return made
        if not best or needed < fewest:
            fewest, best = needed, made
    return best
