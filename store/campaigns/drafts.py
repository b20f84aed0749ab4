"""What an organiser filled in: checked, and as the columns of a campaign's row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.time_zone import zone_named
from store.campaigns.checks import check_number, check_shape, check_words
from store.campaigns.values import CampaignTexts, CoreQuestion, Draft
from store.errors import BadValue
from store.respondents.checks import DAY_MS, LANGUAGE, NAME

LONGEST_DAYS = 400
MOST_LANGUAGES = 10
MOST_CORE = 20
MOST_PEOPLE = 10_000
_LATEST = 4_102_444_800_000
"""2100: a moment after it is a slip of the pen."""
# Field of a text: least and most characters, and whether it may have several lines.
TEXTS: Mapping[str, tuple[int, int, bool]] = {
    "sender": (1, 120, False),
    "message": (0, 4000, True),
    "purpose": (1, 2000, True),
    "contact": (1, 300, True),
    "consent": (0, 4000, True),
}


def check_draft(draft: Draft, now: int) -> dict[str, Any]:
    """The columns of a campaign's row. Raises BadValue, whose ``field`` is a draft's, a text's with its language
    (``purpose.ja``), or a core question's with its number from 1 (``core.2``).
    """
    texts = _texts(draft.texts)
    language = None if draft.language is None else check_shape(draft.language, LANGUAGE, "language")
    if language is not None and language not in texts:
        raise BadValue("The texts must be there in the language that the campaign is held in.", "language")
    if not isinstance(draft.zone, str) or len(draft.zone) > 64 or zone_named(draft.zone) is None:
        raise BadValue("There is no such time zone.", "zone")
    if draft.links not in ("open", "personal"):
        raise BadValue("Links are open or personal.", "links")
    return {
        "title": check_words(draft.title, 1, 120, "title"),
        "texts": texts,
        "core": _core(draft.core),
        "assessment": check_shape(draft.assessment, NAME, "assessment"),
        "form": check_shape(draft.form, NAME, "form"),
        "language": language,
        "zone": draft.zone,
        **_window(draft, now),
        "most": check_number(draft.most, 1, MOST_PEOPLE, "most"),
        "links": draft.links,
    }


def _window(draft: Draft, now: int) -> dict[str, int]:
    opens = check_number(draft.opens, 0, _LATEST, "opens")
    closes = check_number(draft.closes, 0, _LATEST, "closes")
    keep_days = check_number(draft.keep_days, 1, 730, "keep_days")
    if closes <= opens:
        raise BadValue("A campaign closes after it opens.", "closes")
    if closes - opens > LONGEST_DAYS * DAY_MS:
        raise BadValue(f"A campaign is open for at most {LONGEST_DAYS} days.", "closes")
    over = closes + keep_days * DAY_MS
    if over <= now:
        raise BadValue("With these dates everything would be over already.", "closes")
    return {"opens": opens, "closes": closes, "keep_days": keep_days, "over": over}


def _texts(given: Mapping[str, CampaignTexts]) -> dict[str, dict[str, str]]:
    if not isinstance(given, Mapping) or not 1 <= len(given) <= MOST_LANGUAGES:
        raise BadValue(f"The texts must be there in 1 to {MOST_LANGUAGES} languages.", "texts")
    checked: dict[str, dict[str, str]] = {}
    for language, texts in given.items():
        check_shape(language, LANGUAGE, "texts")
        checked[language] = {
            name: check_words(getattr(texts, name, None), least, most, f"{name}.{language}", lines=lines)
            for name, (least, most, lines) in TEXTS.items()
        }
    return checked


def _core(given: Iterable[CoreQuestion]) -> list[dict[str, dict[str, str]]]:
    questions = list(given)
    if len(questions) > MOST_CORE:
        raise BadValue(f"A campaign has at most {MOST_CORE} questions for everybody.", "core")
    return [_question(question, f"core.{number}") for number, question in enumerate(questions, 1)]


def _question(question: CoreQuestion, field: str) -> dict[str, dict[str, str]]:
    if not question.ask:
        raise BadValue("A question must be there in one language at least.", field)
    return {
        "ask": _by_language(question.ask, 1, field),
        "low": _by_language(question.low, 0, field),
        "high": _by_language(question.high, 0, field),
    }


def _by_language(given: Mapping[str, str], least: int, field: str) -> dict[str, str]:
    if not isinstance(given, Mapping) or len(given) > MOST_LANGUAGES:
        raise BadValue("A question is a text by language.", field)
    return {
        check_shape(language, LANGUAGE, field): check_words(text, least, 500, field, lines=True)
        for language, text in given.items()
    }
