"""What grew day by day is drawn as it was counted."""

from __future__ import annotations

from datetime import date

from charts.screen.by_day import MOST_LABELS, picture_by_day

FIRST = date(2026, 11, 1)
COLUMNS = ("Day", "Shared")


def test_the_line_adds_up_and_goes_on_to_today() -> None:
    days = ((FIRST, 2), (date(2026, 11, 4), 3))
    picture = picture_by_day(days, "light", "5 shared.", COLUMNS, date(2026, 12, 24))
    assert picture is not None
    (trace,) = picture.figure["data"]
    assert list(zip(trace["x"], trace["y"], strict=True)) == [
        ("2026-10-31", 0),
        ("2026-11-01", 2),
        ("2026-11-04", 5),
        ("2026-12-24", 5),
    ]
    assert picture.table.rows == (("2026-11-01", "2"), ("2026-11-04", "5"))
    labels = picture.figure["layout"]["xaxis"]["tickvals"]
    assert len(labels) == len(set(labels)) <= MOST_LABELS + 1


def test_a_single_day_and_none_are_no_line() -> None:
    assert picture_by_day(((FIRST, 2),), "dark", "", COLUMNS, FIRST) is None
    assert picture_by_day((), "dark", "", COLUMNS, FIRST) is None
    assert picture_by_day(((FIRST, 2),), "dark", "", COLUMNS, date(2026, 11, 2)) is not None
