"""What of a share may be read: the parts that its level holds, whatever else a copy might hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.sharing.levels import LEVELS, Level, holds

ADDED: Mapping[Level, tuple[str, ...]] = {
    "took_part": ("v", "assessment"),
    "guide": ("guide",),
    "fits": ("told", "fits", "foundation", "leading", "verdict", "differences"),
    "traits": ("traits", "groups"),
}
"""The parts of a copy that a level adds to those before it."""
EMPTY = frozenset({"foundation"})
"""What a copy of its level may hold as nothing."""


def within(level: Level, content: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of ``content`` that ``level`` holds: a copy is cut where it is made, and once more where it is read."""
    parts = (part for added in LEVELS if holds(level, added) for part in ADDED[added])
    return {part: content[part] for part in parts if part in content and (part in EMPTY or content[part] is not None)}
