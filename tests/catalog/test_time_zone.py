"""The operator's day: by the zone that is set, and never UTC because of a slip in its name."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from catalog.time_zone import UnknownZone, operator_day, operator_zone, zone_named

MIDNIGHT_IN_JAPAN = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("settings", "before", "after"),
    [
        ({"FIT_TIME_ZONE": "Asia/Tokyo"}, 28, 29),
        ({"TZ": "Asia/Tokyo"}, 28, 29),
        ({"TZ": ":Asia/Tokyo"}, 28, 29),
        ({"FIT_TIME_ZONE": " Asia/Tokyo ", "TZ": "UTC"}, 28, 29),
        ({"FIT_TIME_ZONE": "", "TZ": "Japan"}, 28, 29),
        ({"FIT_TIME_ZONE": "UTC", "TZ": "Asia/Tokyo"}, 28, 28),
        ({"FIT_TIME_ZONE": "America/New_York"}, 28, 28),
        ({"FIT_TIME_ZONE": "Pacific/Kiritimati"}, 29, 29),
    ],
)
def test_a_day_begins_at_the_operator_s_midnight(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], before: int, after: int
) -> None:
    for name in ("FIT_TIME_ZONE", "TZ"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    second = MIDNIGHT_IN_JAPAN.replace(hour=14, minute=59, second=59)
    assert operator_day(second) == date(2026, 11, before)
    assert operator_day(MIDNIGHT_IN_JAPAN) == date(2026, 11, after)


def test_today_is_the_machine_s_where_nothing_is_set_and_a_rule_in_tz_is_taken() -> None:
    said = "from catalog.time_zone import *; print(operator_day(datetime(2026, 11, 28, 15, tzinfo=UTC)))"
    for given, day in {"JST-9": "2026-11-29", "<+09>-9": "2026-11-29", "EST5": "2026-11-28"}.items():
        environment = {name: value for name, value in os.environ.items() if name != "FIT_TIME_ZONE"} | {"TZ": given}
        root = Path(__file__).parents[2]
        command = [sys.executable, "-c", said]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == day
    assert operator_zone({}) is None


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("Asia/Tokio", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("ASIA／ＴＯＫＹＯ", "Asia/Tokyo"),
        ("Tokyo", "Asia/Tokyo"),
        ("new york", "America/New_York"),
        ("Europe/Londn", "Europe/London"),
        ("東京", None),
        ("JST", None),
        ("+09:00", None),
        ("UTC+9時間", None),
        ("Asia", None),
        ("../etc/passwd", None),
        ("x" * 300, None),
    ],
)
@pytest.mark.parametrize("setting", ["FIT_TIME_ZONE", "TZ"])
def test_a_name_that_is_no_zone_is_refused_kindly(given: str, near: str | None, setting: str) -> None:
    with pytest.raises(UnknownZone) as refused:
        operator_zone({setting: given})
    english, japanese = str(refused.value), refused.value.in_language("ja")
    assert english.startswith(f"{setting} is {given}, but no time zone has that name.")
    assert japanese.startswith(f"{setting} の「{given}」というタイムゾーンはありません。")
    assert (f"Did you mean {near}?" if near else "Write one as in Asia/Tokyo.") in english
    assert (near or "Asia/Tokyo") in japanese


def test_every_machine_knows_the_names() -> None:
    assert zone_named("Asia/Tokyo") is not None
    assert [zone_named(name) for name in ("", "a\0b", "/etc/localtime", "Asia", "Nowhere/Land")] == [None] * 5
