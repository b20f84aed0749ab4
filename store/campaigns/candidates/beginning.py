"""Beginning by a link: who it is, what they take part in, which sheet they answer. Inside one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert

from store.campaigns.candidates.behind import Behind, check_begins, link_behind, participation_of
from store.campaigns.candidates.values import Begun, Outcome
from store.database.campaign_tables import participations
from store.database.tables import respondents
from store.errors import BadValue, SheetGone
from store.respondents.rows import sheet_of
from store.respondents.secret import new_id
from store.respondents.sheet_rows import insert_sheet, last_sheet
from store.respondents.tokens import DEVICE_MS, add_token, respondent_of
from store.respondents.values import Edition, Sheet, Token


def begin(
    connection: Connection, secret: str, own: Token | None, edition: Edition, now: int, *, take_over: bool
) -> Begun:
    """As ``Participations.begin``; ``edition`` is checked."""
    behind = link_behind(connection, secret, now, hold=True)
    respondent = opened_by(connection, own, now)
    mine = participation_of(connection, behind, respondent)
    if not behind.opens(mine):
        check_begins(connection, behind, now)
        if mine is not None and not take_over:
            return Begun(None, "", None, "ask")
    if edition.assessment != behind.row["assessment"] or edition.form != behind.row["form"]:
        raise BadValue("The campaign asks for another assessment.", "edition")
    if mine is not None and behind.opens(mine):
        sheet, outcome = _sheet(connection, str(respondent), edition, mine["created"], now)
        return Begun(None, mine["id"], sheet, outcome)
    token: Token | None = None
    if respondent is None or mine is not None:
        respondent = new_id()
        connection.execute(insert(respondents), {"id": respondent, "created": now})
        token = add_token(connection, respondent, "device", now, DEVICE_MS)
    begun = _participation(behind, respondent, edition, now)
    connection.execute(insert(participations), begun)
    sheet, outcome = _sheet(connection, respondent, edition, None, now)
    return Begun(token, begun["id"], sheet, outcome)


def opened_by(connection: Connection, own: Token | None, now: int, *, lock: bool = True) -> str | None:
    """The respondent whom a device's token opens, None where it opens nobody any more."""
    if own is None:
        return None
    try:
        return respondent_of(connection, own, now, lock=lock)
    except SheetGone:
        return None


def _participation(behind: Behind, respondent: str, edition: Edition, now: int) -> dict[str, Any]:
    texts = behind.row["texts"]
    return {
        "id": new_id(),
        "campaign": behind.row["id"],
        "respondent": respondent,
        "invitation": behind.invitation,
        "version": edition.version,
        "files_hash": edition.files_hash,
        "form": edition.form,
        "title": behind.row["title"],
        "sender": texts.get(edition.language, next(iter(texts.values())))["sender"],
        "created": now,
    }


def _sheet(
    connection: Connection, respondent: str, edition: Edition, begun: int | None, now: int
) -> tuple[Sheet, Outcome]:
    """The open sheet goes on. A finished one is offered where it is of the same version, or was finished for this
    campaign whatever its version; else a new one follows it. ``begun``: when they began (ms), None for just now.
    """
    last = last_sheet(connection, respondent, edition.assessment)
    if last is None:
        return insert_sheet(connection, respondent, edition, now, None), "begun"
    if last["state"] == "open":
        return sheet_of(last), "begun"
    same = (last["version"], last["files_hash"], last["form"]) == (edition.version, edition.files_hash, edition.form)
    if same or (begun is not None and last["finished"] >= begun):
        return sheet_of(last), "again"
    return insert_sheet(connection, respondent, edition, now, last["id"]), "begun"
