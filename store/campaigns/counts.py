"""How many: all that is told of a campaign's candidates beside what they shared."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, and_, distinct, func, or_, select

from store.campaigns.changes import count_invitations
from store.campaigns.values import LEVELS, Counts, Level
from store.database.campaign_tables import participations, shares
from store.database.tables import sheets

STEP = 5
_QUARTER_MS = 900_000
"""Every zone's days begin at a whole quarter of an hour of UTC."""


def counts_of(connection: Connection, row: RowMapping, now: int) -> Counts:
    """``row``: the campaign's."""
    invited = count_invitations(connection, row["id"]) if row["links"] == "personal" else None
    by_level, by_day = _shared(connection, row, now)
    return Counts(
        invited=invited,
        shared=sum(by_level.values()),
        by_level={level: by_level[level] for level in LEVELS},
        finished_at_least=_finished_at_least(connection, row, invited),
        shared_by_day=tuple(sorted(by_day.items())),
    )


def _shared(connection: Connection, row: RowMapping, now: int) -> tuple[Counter[Level], Counter[date]]:
    quarter = (shares.c.shared - shares.c.shared % _QUARTER_MS).label("quarter")
    found = (
        select(shares.c.level, quarter, func.count().label("count"))
        .where(shares.c.campaign == row["id"], shares.c.until > now)
        .group_by(shares.c.level, quarter)
    )
    zone = ZoneInfo(row["zone"])
    by_level: Counter[Level] = Counter()
    by_day: Counter[date] = Counter()
    for level, begins, count in connection.execute(found):
        by_level[level] += count
        by_day[datetime.fromtimestamp(begins / 1000, UTC).astimezone(zone).date()] += count
    return by_level, by_day


def _finished_at_least(connection: Connection, row: RowMapping, invited: int | None) -> int | None:
    """The greatest multiple of STEP that finished, and that leaves STEP of the invited; None where there is none.

    It stays where it is when the last of them finish: a number that went away would say that all of them did.

    The only place where anything of a candidate's sheets is looked at for an organiser; the count itself stays here.
    Nothing that an organiser does changes it (withdrawing an invitation and watching the number would name somebody),
    and a link that was begun on two devices counts once.
    """
    belongs = or_(
        sheets.c.finished >= participations.c.created,
        and_(
            sheets.c.version == participations.c.version,
            sheets.c.files_hash == participations.c.files_hash,
            sheets.c.form == participations.c.form,
        ),
    )
    whose = func.coalesce(participations.c.invitation, participations.c.id)
    finished = (
        select(func.count(distinct(whose)))
        .join(sheets, sheets.c.respondent == participations.c.respondent)
        .where(
            participations.c.campaign == row["id"],
            sheets.c.assessment == row["assessment"],
            sheets.c.state == "finished",
            belongs,
        )
    )
    told: int = connection.execute(finished).scalar_one()
    if invited is not None:
        told = min(told, invited - STEP)
    return told // STEP * STEP if told >= STEP else None
