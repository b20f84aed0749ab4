"""Which day it is for the reader: by the browser's own time zone, or else by the operator's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from catalog.time_zone import operator_day, zone_named


def reader_day(moment: datetime | None = None) -> date:
    """The reader's date at a moment (default: now); the operator's where the browser names no zone that is known."""
    zone = zone_named(st.context.timezone or "")
    return (moment or datetime.now(UTC)).astimezone(zone).date() if zone else operator_day(moment)
