"""What the store lets in: the shape of a value. Whether an item or option exists in a version is the caller's check."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from store.errors import BadValue
from store.respondents.values import Answer, Edition, Entry, Scores

DAY_MS = 86_400_000
MOST_ITEMS = 2000
MOST_SCORES = 2000
MOST_ENTRIES = 2000
_WIDEST = 2**53
"""Whole numbers up to here are the same in every reader of JSON."""
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
CODE = re.compile(r"[A-Za-z0-9_]{1,64}")
VERSION = re.compile(r"[A-Za-z0-9.+-]{1,32}")
HASH = re.compile(r"[A-Za-z0-9:]{1,128}")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
POSITION = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
KEY = re.compile(r"[a-z0-9_.:-]{1,80}")
# What is no character for a person (controls, halves of a pair) is none for both databases alike.
WORD = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{0,40}")
COLUMN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,99}")


def check_text(value: object, shape: re.Pattern[str], what: str) -> str:
    """``value`` itself where it has the shape. Raises BadValue, which names the part and never the value."""
    if not isinstance(value, str) or shape.fullmatch(value) is None:
        raise BadValue(f"That is no {what} that the store can keep.")
    return value


def check_whole(value: object, least: int, most: int, what: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise BadValue(f"That is no {what} that the store can keep.")
    return value


def check_edition(edition: Edition) -> None:
    """Raises BadValue."""
    check_text(edition.assessment, NAME, "assessment id")
    check_text(edition.version, VERSION, "version")
    check_text(edition.files_hash, HASH, "hash of files")
    check_text(edition.form, NAME, "form id")
    check_text(edition.language, LANGUAGE, "language")


def check_answers(answers: Iterable[Answer], now: int) -> dict[str, Answer]:
    """The answers by item, the later one where an item comes twice.

    Raises BadValue for a malformed item, code, moment or number; a moment more than a day ahead would
    outrank every honest answer and is refused as well.
    """
    kept: dict[str, Answer] = {}
    for answer in answers:
        check_text(answer.question, NAME, "item id")
        if isinstance(answer.code, str):
            check_text(answer.code, CODE, "option id")
        elif answer.code is not None:
            check_whole(answer.code, 0, 1000, "scale point")
        check_whole(answer.moment, 0, now + DAY_MS, "moment of an answer")
        check_whole(answer.seq, 0, _WIDEST, "number of an answer")
        before = kept.get(answer.question)
        if before is None or answer.rank > before.rank:
            kept[answer.question] = answer
    if len(kept) > MOST_ITEMS:
        raise BadValue(f"A sheet holds at most {MOST_ITEMS} answers.")
    return kept


def check_timings(timings: Mapping[str, int]) -> dict[str, int]:
    if len(timings) > MOST_ITEMS:
        raise BadValue(f"A sheet holds the timings of at most {MOST_ITEMS} pages.")
    return {
        check_text(page, POSITION, "page"): check_whole(ms, 0, 30 * DAY_MS, "time on a page")
        for page, ms in timings.items()
    }


def check_entries(entries: Mapping[str, Entry], now: int) -> dict[str, Entry]:
    """Raises BadValue for a malformed key, value or moment of learning progress, as for an answer."""
    if len(entries) > MOST_ENTRIES:
        raise BadValue(f"Progress holds at most {MOST_ENTRIES} entries.")
    kept: dict[str, Entry] = {}
    for key, entry in entries.items():
        check_text(key, KEY, "key of progress")
        if not isinstance(entry, tuple) or len(entry) != 2:
            raise BadValue("An entry of progress is a value and its moment.")
        value, moment = entry
        if isinstance(value, str):
            check_text(value, WORD, "value of progress")
        elif not isinstance(value, bool):
            check_whole(value, -_WIDEST, _WIDEST, "value of progress")
        kept[key] = (value, check_whole(moment, 0, now + DAY_MS, "moment of progress"))
    return kept


def check_scores(scores: Scores) -> Scores:
    """Raises BadValue for a score that is no finite number or short text: every database gives back the same."""
    check_text(scores.verdict, re.compile(r"[a-z_]{1,16}"), "verdict")
    if scores.best is not None:
        check_text(scores.best, NAME, "role id")
    _check_cell(scores.foundation)
    if len(scores.columns) > MOST_SCORES:
        raise BadValue(f"A sheet holds at most {MOST_SCORES} scores.")
    for name, value in scores.columns.items():
        check_text(name, COLUMN, "name of a score")
        _check_cell(value)
    return scores


def _check_cell(value: object) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise BadValue("A score must be a finite number.")
    if isinstance(value, bool) or not isinstance(value, float | int | str | None) or len(str(value)) > 4000:
        raise BadValue("That is no score that the store can keep.")
