"""The register of tables with rows about respondents: each declares once whose a row is, how it is told, when it ends.

Download, deletion with its proof, purge, backup and counts follow from it. A new table with personal data belongs here
before anything else; tests/store/respondents/test_personal.py fails for one that is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, RowMapping, Table, and_, literal, or_, select

from store.database.campaign_tables import campaigns, participations, shares
from store.database.tables import progress, sheets, tokens
from store.database.workshop_tables import seats, votes, workshops
from store.respondents.checks import DAY_MS
from store.respondents.rows import entries_of, iso
from store.settings import Retention


@dataclass(frozen=True, slots=True)
class PersonalTable:
    """``whose``: the column with the respondent's id. ``order``: in which rows are told, and can be filled again.

    ``heading``: the key of its rows in a download, which are a list unless a respondent has one row at most
    (``single``); ``told``: one row as JSON can hold it. ``counted``: what a proof of deletion says of the rows that
    went. ``over``: which rows are over at a moment (ms), by the retention; ``kind``: under which word a purge counts
    them. ``opens``: its rows give access and are nothing that would be kept for its own sake.
    """

    table: Table
    whose: Column[Any]
    order: Column[Any]
    heading: str
    told: Callable[[RowMapping], dict[str, Any]]
    counted: Callable[[Sequence[RowMapping]], Counter[str]]
    over: Callable[[Retention, int], ColumnElement[bool]]
    kind: ColumnElement[Any]
    single: bool = False
    opens: bool = False


def _over_sheets(keep: Retention, now: int) -> ColumnElement[bool]:
    return or_(
        and_(sheets.c.state == "open", sheets.c.updated < now - keep.open_days * DAY_MS),
        and_(sheets.c.state == "finished", sheets.c.finished < now - keep.finished_days * DAY_MS),
    )


def _told_sheet(row: RowMapping) -> dict[str, Any]:
    plain = ("id", "attempt", "previous", "assessment", "version", "files_hash", "form", "language", "position")
    return {
        **{name: row[name] for name in plain},
        "state": row["state"],
        "revision": row["revision"],
        "created": iso(row["created"]),
        "updated": iso(row["updated"]),
        "finished": iso(row["finished"]),
        "answers": {
            item: {"code": code, "given": iso(moment), "order": seq}
            for item, (code, moment, seq) in row["answers"].items()
        },
        "milliseconds_on_pages": row["timings"],
        "placed": {name: iso(moment) for name, moment in row["placed"].items()},
        "verdict": row["verdict"],
        "best": row["best"],
        "foundation": row["foundation"],
        "scores": row["scores"],
    }


def _told_progress(row: RowMapping) -> dict[str, Any]:
    entries = entries_of(row["entries"])
    return {
        "updated": iso(row["updated"]),
        "entries": {key: {"value": value, "set": iso(moment)} for key, (value, moment) in entries.items()},
    }


def _told_token(row: RowMapping) -> dict[str, Any]:
    return {
        "kind": row["kind"],
        "created": iso(row["created"]),
        "last_used": iso(row["last_used"]),
        "expires": iso(row["expires"]),
        "kept_as": "SHA-256",
    }


def _told_participation(row: RowMapping) -> dict[str, Any]:
    plain = ("campaign", "title", "sender", "version", "form")
    personal = row["invitation"] is not None
    return {**{name: row[name] for name in plain}, "begun": iso(row["created"]), "by_a_personal_link": personal}


def _told_share(row: RowMapping) -> dict[str, Any]:
    plain = ("campaign", "level", "name", "note", "assessment", "version", "language", "content")
    moments = ("shared", "changed", "until")
    return {**{name: row[name] for name in plain}, **{name: iso(row[name]) for name in moments}}


def _told_seat(row: RowMapping) -> dict[str, Any]:
    plain = {name: row[name] for name in ("workshop", "title", "nickname")}
    return {**plain, "since": iso(row["created"]), "left": iso(row["given_up"])}


def _told_vote(row: RowMapping) -> dict[str, Any]:
    return {**{name: row[name] for name in ("workshop", "question", "choice")}, "given": iso(row["moment"])}


SHEETS = PersonalTable(
    table=sheets,
    whose=sheets.c.respondent,
    order=sheets.c.attempt,
    heading="sheets",
    told=_told_sheet,
    counted=lambda rows: Counter(sheets=len(rows), answers=sum(len(row["answers"]) for row in rows)),
    over=_over_sheets,
    kind=sheets.c.state,
)
PROGRESS = PersonalTable(
    table=progress,
    whose=progress.c.respondent,
    order=progress.c.updated,
    heading="progress",
    told=_told_progress,
    counted=lambda rows: Counter(entries=sum(len(row["entries"]) for row in rows)),
    over=lambda keep, now: progress.c.updated < now - keep.finished_days * DAY_MS,
    kind=literal("progress"),
    single=True,
)
TOKENS = PersonalTable(
    table=tokens,
    whose=tokens.c.respondent,
    order=tokens.c.created,
    heading="devices",
    told=_told_token,
    counted=lambda rows: Counter(tokens=len(rows)),
    over=lambda keep, now: tokens.c.expires <= now,
    kind=literal("tokens"),
    opens=True,
)
PARTICIPATIONS = PersonalTable(
    table=participations,
    whose=participations.c.respondent,
    order=participations.c.created,
    heading="participations",
    told=_told_participation,
    counted=lambda rows: Counter(participations=len(rows)),
    over=lambda keep, now: participations.c.campaign.in_(select(campaigns.c.id).where(campaigns.c.over <= now)),
    kind=literal("participations"),
)
SHARES = PersonalTable(
    table=shares,
    whose=shares.c.respondent,
    order=shares.c.shared,
    heading="shares",
    told=_told_share,
    counted=lambda rows: Counter(shares=len(rows)),
    # A share keeps the date that was told when it was made, even where its campaign is kept longer.
    over=lambda keep, now: or_(
        shares.c.until <= now, shares.c.campaign.in_(select(campaigns.c.id).where(campaigns.c.over <= now))
    ),
    kind=literal("shares"),
)
SEATS = PersonalTable(
    table=seats,
    whose=seats.c.respondent,
    order=seats.c.created,
    heading="seats",
    told=_told_seat,
    counted=lambda rows: Counter(seats=len(rows)),
    over=lambda keep, now: seats.c.workshop.in_(select(workshops.c.id).where(workshops.c.over <= now)),
    kind=literal("seats"),
)
VOTES = PersonalTable(
    table=votes,
    whose=votes.c.respondent,
    order=votes.c.moment,
    heading="votes",
    told=_told_vote,
    counted=lambda rows: Counter(votes=len(rows)),
    over=lambda keep, now: votes.c.workshop.in_(select(workshops.c.id).where(workshops.c.over <= now)),
    kind=literal("votes"),
)
REGISTER = (SHEETS, PROGRESS, TOKENS, PARTICIPATIONS, SHARES, SEATS, VOTES)
"""Every table with rows about respondents, beside the row of the respondent itself.

Filled in this order after it, and emptied in the other: a share goes with its participation, a vote with its seat.
"""
