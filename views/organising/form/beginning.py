"""A new campaign's form before anything is typed: sound defaults, dates that can be."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import streamlit as st

from catalog.questionnaire.assessment import FULL
from catalog.time_zone import operator_zone, zone_named
from people.organiser.filled import TEXT_FIELDS, Values
from views.frame.context import Site

OPEN_DAYS = 14
QUARTER = 15
"""Minutes between the times that the field offers."""
KEEP_DAYS = 180
MOST = 1000


def zones() -> list[str]:
    """The names of the IANA that a person may mean: places, and UTC."""
    aside = ("Etc/", "SystemV/", "US/", "posix/", "right/")
    return ["UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith(aside))]


def usual_zone() -> str:
    """The operator's where the setting names one, else the browser's, else UTC."""
    chosen = operator_zone()
    if isinstance(chosen, ZoneInfo) and chosen.key in zones():
        return chosen.key
    browsers = st.context.timezone or ""
    return browsers if zone_named(browsers) and browsers in zones() else "UTC"


def beginning(here: Site) -> Values:
    """It is open as soon as it is made, and closes two weeks later in the evening."""
    zone = usual_zone()
    now = datetime.now(UTC).astimezone(ZoneInfo(zone))
    opens = now.replace(minute=now.minute // QUARTER * QUARTER, second=0, microsecond=0, tzinfo=None)
    assessment = here.assessment
    values: Values = {
        "title": "",
        "assessment": assessment.id,
        "form": FULL if FULL in assessment.forms else next(iter(assessment.forms)),
        "language": "",
        "zone": zone,
        "opens_day": opens.date(),
        "opens_time": opens.time(),
        "closes_day": opens.date() + timedelta(days=OPEN_DAYS),
        "closes_time": time(18, 0),
        "keep_days": KEEP_DAYS,
        "most": MOST,
        "links": "personal",
    }
    for language in here.content.language_ids:
        values |= {f"{name}.{language}": "" for name in (*TEXT_FIELDS, "core")}
        values[f"consent.{language}"] = here.content.words(language)("organise.form.consent_text")
    return values
