"""Sharing: a copy of what the candidate chose, made, replaced and taken back. Inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from store.campaigns.candidates.contents import check_content, columns_of, rank_of
from store.campaigns.checks import asked_id, check_words, folded
from store.campaigns.refusals import LinkOver
from store.campaigns.rows import share_of
from store.campaigns.shared import shared_in
from store.campaigns.values import Level, Share
from store.database.campaign_tables import campaigns, invitations, participations, shares
from store.database.tables import sheets
from store.errors import SheetChanged, not_allowed
from store.respondents.secret import new_id
from store.respondents.tokens import respondent_of
from store.respondents.values import Token


@dataclass(frozen=True, slots=True)
class Choice:
    """What a candidate chose to share, checked."""

    level: Level
    name: str
    note: str
    content: Mapping[str, Any]


def check_choice(level: Level, name: str, note: str, content: Mapping[str, Any]) -> Choice:
    """Raises BadValue, whose ``field`` is level, name, note or content."""
    rank_of(level)
    return Choice(
        level,
        check_words(name, 0, 80, "name"),
        check_words(note, 0, 1000, "note", lines=True),
        check_content(level, content),
    )


def share(connection: Connection, own: Token, participation: str, choice: Choice, sheet: str, now: int) -> Share:
    """As ``Participations.share``."""
    mine = _mine(connection, own, participation, now)
    finished = _finished(connection, mine, sheet)
    before = connection.execute(select(shares).where(shares.c.participation == mine["id"])).mappings().first()
    values = _values(connection, mine, choice, finished, now)
    if before is not None:
        first = before["shared"] if before["until"] > now else now
        connection.execute(update(shares).where(shares.c.id == before["id"]).values({**values, "shared": first}))
        return _read(connection, mine, before["id"], now)
    row = {
        "id": new_id(),
        "campaign": mine["campaign"],
        "respondent": mine["respondent"],
        "participation": mine["id"],
        "invitation": mine["invitation"],
        "shared": now,
        **values,
    }
    if mine["invitation"] is not None:
        theirs = (shares.c.invitation == mine["invitation"], shares.c.until <= now)
        connection.execute(delete(shares).where(*theirs))
    try:
        with connection.begin_nested():
            connection.execute(insert(shares), row)
    except IntegrityError:
        # Another device that began with the same personal link was first.
        raise LinkOver("used") from None
    return _read(connection, mine, str(row["id"]), now)


def withdraw(connection: Connection, own: Token, participation: str, now: int) -> None:
    """As ``Participations.withdraw``."""
    mine = _mine(connection, own, participation, now)
    connection.execute(delete(shares).where(shares.c.participation == mine["id"]))


def _mine(connection: Connection, own: Token, participation: str, now: int) -> RowMapping:
    """The participation with its campaign's ``asked`` assessment and ``over``, the campaign held.

    Raises SheetGone for a token that opens nothing, NotAllowed for a participation that is not there or not theirs.
    """
    respondent = respondent_of(connection, own, now)
    found = (
        select(participations, campaigns.c.assessment.label("asked"), campaigns.c.over)
        .join(campaigns, campaigns.c.id == participations.c.campaign)
        .where(participations.c.id == asked_id(participation), participations.c.respondent == respondent)
        .where(campaigns.c.over > now)
        .with_for_update(of=campaigns, read=True, key_share=True)
    )
    row = connection.execute(found).mappings().first()
    if row is None:
        raise not_allowed()
    return row


def _finished(connection: Connection, mine: RowMapping, sheet: str) -> RowMapping:
    """Version and language of the finished sheet. Raises SheetChanged where it is not there, theirs, or finished."""
    found = select(sheets.c.version, sheets.c.language).where(
        sheets.c.id == asked_id(sheet),
        sheets.c.respondent == mine["respondent"],
        sheets.c.assessment == mine["asked"],
        sheets.c.state == "finished",
    )
    row = connection.execute(found).mappings().first()
    if row is None:
        raise SheetChanged("There is no such finished result any more. Look at it again before you share it.")
    return row


def _values(connection: Connection, mine: RowMapping, choice: Choice, finished: RowMapping, now: int) -> dict[str, Any]:
    invited = select(invitations.c.name, invitations.c.search).where(invitations.c.id == mine["invitation"])
    known = connection.execute(invited).mappings().first()
    invited_name, search = ("", "") if known is None else (known["name"], known["search"])
    return {
        "level": choice.level,
        "rank": rank_of(choice.level),
        "name": choice.name,
        "name_key": folded(choice.name or invited_name),
        "note": choice.note,
        "content": choice.content,
        "columns": columns_of(choice.content),
        "search": f"{folded(choice.name)}\n{search}",
        "assessment": mine["asked"],
        "version": finished["version"],
        "language": finished["language"],
        "changed": now,
        "until": mine["over"],
    }


def _read(connection: Connection, mine: RowMapping, share: str, now: int) -> Share:
    found = shared_in(mine["campaign"], now).where(shares.c.id == share)
    return share_of(connection.execute(found).mappings().one())
