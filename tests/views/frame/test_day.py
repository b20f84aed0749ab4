"""The day on a page and in a download: the reader's, or else the operator's, never UTC's by accident."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import streamlit as st

from views.frame.day import reader_day

MIDNIGHT_IN_JAPAN = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("FIT_TIME_ZONE", "Asia/Tokyo")
    return monkeypatch


def says(browser: pytest.MonkeyPatch, zone: str | None) -> None:
    browser.setattr(type(st.context), "timezone", zone)


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Asia/Tokyo", 28, 29),
        ("UTC", 28, 28),
        ("Pacific/Pago_Pago", 28, 28),
        ("Pacific/Kiritimati", 29, 29),
        # The operator's, where the browser says none, or what is none.
        (None, 28, 29),
        ("", 28, 29),
        ("Asia", 28, 29),
        ("Mars/Olympus", 28, 29),
        ("../../etc/passwd", 28, 29),
        ("x" * 5000, 28, 29),
    ],
)
def test_a_day_begins_at_the_reader_s_midnight(
    browser: pytest.MonkeyPatch, zone: str | None, before: int, after: int
) -> None:
    says(browser, zone)
    assert reader_day(MIDNIGHT_IN_JAPAN.replace(hour=14, minute=59, second=59)).day == before
    assert reader_day(MIDNIGHT_IN_JAPAN).day == after


def test_without_a_moment_it_is_today(browser: pytest.MonkeyPatch) -> None:
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        says(browser, zone)
        days.add(reader_day())
    assert len(days) == 2, "these two are 25 hours apart: it is never one day in both"
