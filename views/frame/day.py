"""Which day it is for the reader: by the browser's own time zone, not by the server's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def reader_day(moment: datetime | None = None) -> date:
    """The reader's date at a moment (default: now); UTC's where the browser names no zone that is known."""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return (moment or datetime.now(UTC)).astimezone(UTC).date()
    return (moment or datetime.now(UTC)).astimezone(zone).date()
