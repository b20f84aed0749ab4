"""What the plans of all pictures have in common."""

from __future__ import annotations

from dataclasses import dataclass

from charts.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePlan:
    """``sentence`` says what the picture shows, ``table`` the same in full; ``caption``: how to read it, if need be."""

    sentence: str
    table: Table
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale from ``low`` to ``high``, left to right; ``marks`` are values with their figures."""

    low: float
    high: float
    marks: tuple[tuple[float, str], ...] = ()

    def clip(self, value: float) -> float:
        return min(max(value, self.low), self.high)
