"""What may be in a share at each level. The store lets nothing through that a level does not include."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from store.campaigns.checks import check_json
from store.campaigns.values import LEVELS, Level
from store.errors import BadValue
from store.respondents.checks import NAME

MOST_BYTES = 200_000
ADDS: Mapping[Level, frozenset[str]] = {
    "took_part": frozenset({"v", "assessment"}),
    "guide": frozenset({"guide"}),
    "fits": frozenset({"told", "fits", "foundation", "leading", "verdict", "differences"}),
    "traits": frozenset({"traits", "groups"}),
}
"""The parts of a content that a level adds to those before it."""
_SORTED_BY = {"fits": ("fit", "role"), "traits": ("trait", "trait"), "groups": ("group", "group")}
_ID = re.compile(NAME.pattern)


def rank_of(level: object) -> int:
    """1 for the least that can be shared. Raises BadValue for no level."""
    if level not in LEVELS:
        raise BadValue("There is no such level of sharing.", "level")
    return LEVELS.index(level) + 1


def check_content(level: Level, content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as it is kept. Raises BadValue where it is no JSON object, too long, or tells more than its level."""
    checked = check_json(content, MOST_BYTES, "content")
    included = frozenset().union(*(ADDS[one] for one in LEVELS[: rank_of(level)]))
    if any(value is not None and part not in included for part, value in checked.items()):
        raise BadValue("The content tells more than its level.", "content")
    return checked


def columns_of(content: Mapping[str, Any]) -> dict[str, float]:
    """The numbers of a checked content to sort a table by: ``fit:ROLE``, ``trait:TRAIT``, ``group:GROUP``."""
    columns: dict[str, float] = {}
    for part, (kind, name) in _SORTED_BY.items():
        for entry in content.get(part) or ():
            value, whose = (entry.get("value"), entry.get(name)) if isinstance(entry, dict) else (None, None)
            if isinstance(whose, str) and _ID.fullmatch(whose) and isinstance(value, float | int):
                columns[f"{kind}:{whose}"] = float(value)
    return columns
