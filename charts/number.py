"""Numbers as they are shown. Sentences, tables and figures all round here, so that they cannot disagree."""

from __future__ import annotations

from math import floor

from catalog.content.words import Words
from scoring.rule.result import Estimate

MINUS = "\N{MINUS SIGN}"


def half_up(value: float, digits: int = 0) -> float:
    """Rounds half away from zero, as people do; never gives a negative zero."""
    step = 10.0**digits
    size = floor(abs(value) * step + 0.5) / step
    return -size if value < 0 and size else size


def score(value: float) -> str:
    """A value of 0 to 100 in whole points."""
    whole = int(half_up(value))
    return f"{MINUS}{-whole}" if whole < 0 else str(whole)


def signed(value: float, digits: int = 0) -> str:
    """Points above or below something, with their sign: ``+4``, ``−3``, ``0``."""
    shown = half_up(value, digits)
    sign = "+" if shown > 0 else MINUS if shown < 0 else ""
    return f"{sign}{abs(shown):.{digits}f}"


def interval(words: Words, low: float, high: float) -> str:
    return words("charts.number.interval", low=score(low), high=score(high))


def signed_interval(words: Words, low: float, high: float) -> str:
    return words("charts.number.signed_interval", low=signed(low), high=signed(high))


def with_interval(words: Words, estimate: Estimate) -> str:
    """``67 (59–75)`` in the reader's language."""
    return words(
        "charts.number.with_interval",
        value=score(estimate.value),
        interval=interval(words, estimate.low, estimate.high),
    )


def score_and_interval(words: Words, estimate: Estimate) -> tuple[str, str]:
    """``67`` and ``59–75``, for two cells of a table."""
    return score(estimate.value), interval(words, estimate.low, estimate.high)


def percent(words: Words, share: float) -> str:
    """A probability in whole percent; the ends are said in words, since no answer sheet makes anything certain."""
    if share < 0.01:
        return words("charts.number.under_one_percent")
    whole = int(half_up(100 * share))
    return words("charts.number.over_99_percent") if whole >= 100 else words("charts.number.percent", value=whole)


def percentile(words: Words, share: float) -> str:
    """A percentile in whole numbers, the ends in words: nobody stands above or below everybody."""
    whole = int(half_up(100 * share))
    if whole < 1:
        return words("charts.number.under_one")
    return words("charts.number.over_99") if whole > 99 else str(whole)
