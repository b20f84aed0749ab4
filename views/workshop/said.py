"""What a trainer reads where nothing was done, and how moments are said on their pages."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

import streamlit as st

from catalog.time_zone import operator_zone, zone_named
from people.respondent.outcome import Outcome
from people.trainer.asking import Refused
from reports.told.day import date_in_words
from views.frame.context import Site
from views.frame.head_and_foot import notice


def say_refused(here: Site, refused: Refused) -> None:
    notice(here.words(sentence_for(refused)))


def sentence_for(refused: Refused) -> str:
    """The key of what is said."""
    keys = {Outcome.AWAY: "trainer.away", Outcome.OVER: "trainer.over", Outcome.CHANGED: "trainer.changed"}
    return keys.get(refused.outcome, "trainer.refused")


def said_moment(here: Site, moment: datetime) -> str:
    """In the reader's own time zone, as the browser names it, else the operator's; the day only where it is another."""
    at, now = (one.astimezone(zone()) for one in (moment, datetime.now(UTC)))
    time = f"{at:%H:%M}"
    if at.date() == now.date():
        return time
    return here.words("trainer.moment", date=date_in_words(here.words, at.date()), time=time)


def minutes_and_seconds(here: Site, seconds: float) -> str:
    """Of a countdown; it never runs below nothing."""
    left = max(0, round(seconds))
    return here.words("workshop.time", minutes=left // 60, seconds=f"{left % 60:02}")


def zone() -> tzinfo | None:
    """The reader's, else the operator's."""
    return zone_named(st.context.timezone or "") or operator_zone()
