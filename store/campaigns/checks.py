"""What is let into a campaign's tables: texts, numbers, JSON. Each refusal names the field that it is about."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from store.errors import BadValue

# Controls, marks that turn the direction of writing, and halves of a pair: unseen, or shown in another order.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_LINES = re.compile(r"[\t\n]")
ID = re.compile(r"[0-9a-f]{32}")


def check_words(value: object, least: int, most: int, field: str, *, lines: bool = False) -> str:
    """The text without space around it. ``lines``: whether it may have several. Raises BadValue with the field."""
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, str) else None
    if text is None or UNSEEN.search(text) or (not lines and _LINES.search(text)):
        raise BadValue(f"{field} may hold visible characters only.", field)
    if not least <= len(text) <= most:
        raise BadValue(f"{field} must have {least} to {most} characters.", field)
    return text


def check_shape(value: object, shape: re.Pattern[str], field: str) -> str:
    if not isinstance(value, str) or shape.fullmatch(value) is None:
        raise BadValue(f"That is no {field} that the store can keep.", field)
    return value


def check_number(value: object, least: int, most: int, field: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise BadValue(f"{field} must be a whole number from {least} to {most}.", field)
    return value


def check_json(value: object, most_bytes: int, field: str) -> dict[str, Any]:
    """A JSON object that both databases give back as it is. Raises BadValue."""
    try:
        if not isinstance(value, Mapping):
            raise TypeError
        text = json.dumps(dict(value), ensure_ascii=False, allow_nan=False)
        size = len(text.encode("utf-8"))
    except (TypeError, ValueError, RecursionError):
        raise BadValue(f"{field} is no JSON object that the store can keep.", field) from None
    if size > most_bytes or "\\u0000" in text:
        raise BadValue(f"{field} may have {most_bytes} bytes, and no character that is none.", field)
    found: dict[str, Any] = json.loads(text)
    return found


def asked_id(given: object) -> str:
    """The id to look up: "" where none of ours has this shape, so that the database is asked all the same."""
    return given if isinstance(given, str) and ID.fullmatch(given) else ""


def folded(text: str) -> str:
    """The text as it is searched and sorted: without regard to case and width."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
