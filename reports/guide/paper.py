"""The interview guide on paper: the core questions, a candidate's own, and room for what is said. No score is on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from catalog.content.words import Words
from catalog.paper.runs import GETA
from charts.label import broken, ems, wrapped
from charts.palette import PALETTES
from reports.guide.told import Asked, ToldQuestion, core_told, own_told, spoken
from reports.paper.printed_name import printed_name
from reports.paper.set_text import as_set_in, has_gaps
from reports.paper.typesetting import typeset_pdf
from reports.told.day import date_in_words

TEMPLATE = "interview_guide.typ"
NAME_EMS, TITLE_EMS, FOOT_EMS = 30.0, 44.0, 24.0
"""Room for the candidate's name and the campaign's title in the head, and for each of them in the foot."""
ASK_EMS, LISTEN_EMS = 47.0, 24.0
"""Room on a line for a question, and for what to listen for in half of one."""
LONG = 500
"""So many letters of a question may run over the end of a page."""
WIDE = 0.8
"""Ems a letter: a text of wider ones is Japanese, and broken where a phrase begins."""
MARKS = ("none", "outline", "detail", "reasons")
HOW = ("same", "then", "notes", "concrete", "sides", "nothing_else", "after")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whose guide it is. ``name``: as shared, empty where it was not. ``content``: the share's own, by the contract of
    reports/sharing/. ``shared``: the day, in the organiser's zone.
    """

    name: str
    content: Mapping[str, Any]
    shared: date


def guides_pdf(
    candidates: Sequence[Candidate], core: Iterable[Asked], campaign: str, words: Words, on: date | None = None
) -> bytes:
    """The guides of some candidates in one file, each on pages of its own, in the language of ``words``.

    campaign: the campaign's title. ``on``: the file's own date, that of the last sharing where none is given. The same
    arguments give the same bytes; names and texts may hold any characters and be of any length.
    Raises ValueError without a candidate, FontsMissing without the fonts' packages.
    """
    if not candidates:
        raise ValueError("nobody's guide was asked for")
    day = on or max(one.shared for one in candidates)
    return typeset_pdf(TEMPLATE, pages_of(candidates, core, campaign, words), datetime.combine(day, time(12), UTC))


def pages_of(candidates: Iterable[Candidate], core: Iterable[Asked], campaign: str, words: Words) -> dict[str, Any]:
    """What the template takes, as JSON can hold it."""
    palette = asdict(PALETTES["light"])
    for_all = [_question(one) for one in core_told(core, words)]
    title = printed_name(campaign, TITLE_EMS)
    page: dict[str, Any] = {
        "language": words.language,
        "palette": {key: value for key, value in palette.items() if isinstance(value, str)},
        "site": words("site.name"),
        "title": words("guide.title"),
        "campaign": {"label": words("guide.campaign"), "text": title, "short": printed_name(title, FOOT_EMS)},
        "blanks": [words("guide.interviewer"), words("guide.day")],
        "gate": [words(line) for line in ("texts.no_gate", "guide.gate.decides", "guide.gate.sides")],
        "how": words("guide.how.title"),
        "core": {"title": words("guide.core.title"), "lead": words("guide.core.lead"), "questions": for_all},
        "own": {"title": words("guide.own.title"), "lead": words("guide.own.lead")},
        "theirs": {"title": words("guide.theirs.title"), "lead": words("guide.theirs.lead")},
        "listen": words("guide.listen"),
        "said": words("guide.said"),
        "concrete": {"label": words("guide.concrete.label"), "marks": [words(f"guide.concrete.{at}") for at in MARKS]},
        "candidates": [_candidate(one, bool(for_all), words) for one in candidates],
        "gaps": "",
    }
    page = as_set_in(page)
    if has_gaps(page):
        page["gaps"] = words("report.gaps", mark=GETA)
    return page


def _candidate(one: Candidate, has_core: bool, words: Words) -> dict[str, Any]:
    name = printed_name(one.name, NAME_EMS)
    own = [_question(told) for told in own_told(one.content, words)]
    missing = {"same": not has_core, "then": not own}
    return {
        "head": [
            {"label": words("guide.candidate"), "text": name or words("guide.no_name"), "strong": bool(name)},
            {"label": words("guide.shared"), "text": date_in_words(words, one.shared), "strong": False},
        ],
        "foot": printed_name(name, FOOT_EMS) or words("guide.no_name"),
        "version": _version(one.content, words),
        "how": [words(f"guide.how.{line}") for line in HOW if not missing.get(line)],
        "questions": own,
    }


def _version(content: Mapping[str, Any], words: Words) -> str:
    """Which assessment the guide comes from; empty where the content does not say."""
    about = content.get("assessment", {})
    if not about.get("title") or not about.get("version"):
        return ""
    return words("guide.version", title=spoken(about["title"], words), version=about["version"])


def _question(told: ToldQuestion) -> dict[str, Any]:
    return {
        "ask": _lines(told.ask, ASK_EMS),
        "listen": [_lines(one, LISTEN_EMS) for one in told.listen],
        "why": told.why,
        "long": len(told.ask) + sum(map(len, told.listen)) > LONG,
    }


def _lines(text: str, width: float) -> str:
    """Spaces break a text by themselves; a Japanese one has none."""
    return "\n".join(wrapped(text, width)) if ems(text) > WIDE * len(text) else broken(text, width)
