"""What a candidate does by a link and a device's token. Each operation is one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from store.campaigns.candidates import sharing
from store.campaigns.candidates.beginning import begin, opened_by
from store.campaigns.candidates.behind import check_begins, link_behind, participation_of
from store.campaigns.candidates.values import Begun, Offer, Participation
from store.campaigns.rows import public_of, share_of
from store.campaigns.shared import shared_in
from store.campaigns.values import Level, Share
from store.database.campaign_tables import campaigns, participations, shares
from store.database.database import Database
from store.respondents.checks import check_edition
from store.respondents.rows import moment_of
from store.respondents.tokens import respondent_of
from store.respondents.values import Edition, Token


class Participations:
    """``own``: this device's token. ``secret``: what stands in a link."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self, secret: str, own: Token | None = None) -> Offer:
        """Who asks, for somebody who can begin now or has begun on this device; changes nothing. Raises LinkOver."""

        def work(connection: Connection) -> Offer:
            now = self._database.now()
            behind = link_behind(connection, secret, now, hold=False)
            respondent = opened_by(connection, own, now, lock=False)
            begun = behind.opens(participation_of(connection, behind, respondent))
            if not begun:
                check_begins(connection, behind, now)
            return behind.offer(now, begun=begun)

        return self._database.read(work)

    def begin(self, secret: str, own: Token | None, edition: Edition, *, take_over: bool = False) -> Begun:
        """Take part, or go on. The device's own respondent where ``own`` opens one, else a new one with a token.

        Who takes part already goes on, whatever became of campaign and link. A personal link never opens what was begun
        on another device, nor tells that something was: its organiser holds it too. Where this device takes part by
        another personal link, nothing is done and the outcome is "ask"; with ``take_over`` somebody new begins here.
        Raises LinkOver; BadValue where ``edition`` is not what the campaign asks for.
        """
        check_edition(edition)

        def work(connection: Connection) -> Begun:
            return begin(connection, secret, own, edition, self._database.now(), take_over=take_over)

        return self._database.writer.run(work)

    def mine(self, own: Token) -> tuple[Participation, ...]:
        """What this device's respondent takes part in, the newest first, until it is over. Raises SheetGone."""

        def work(connection: Connection) -> tuple[Participation, ...]:
            now = self._database.now()
            respondent = respondent_of(connection, own, now, lock=False)
            found = (
                select(campaigns, participations.c.id.label("participation"))
                .join(participations, participations.c.campaign == campaigns.c.id)
                .where(participations.c.respondent == respondent, campaigns.c.over > now)
                .order_by(participations.c.created.desc(), participations.c.id)
            )
            rows = connection.execute(found).mappings().all()
            return tuple(_participation(connection, row, now) for row in rows)

        return self._database.read(work)

    def share(
        self,
        own: Token,
        participation: str,
        level: Level,
        *,
        name: str,
        note: str,
        content: Mapping[str, Any],
        sheet: str,
    ) -> Share:
        """Let the organiser see ``content``, a copy, in place of what was shared before. ``sheet``: its id.

        Possible until the campaign is over, also when it is paused or closed. Raises BadValue with the field, SheetGone
        for a token that opens nothing, NotAllowed for no participation of theirs, SheetChanged where the sheet is not
        finished, and LinkOver ("used") where another device shared by the same personal link.
        """
        choice = sharing.check_choice(level, name, note, content)
        return self._database.writer.run(
            lambda connection: sharing.share(connection, own, participation, choice, sheet, self._database.now())
        )

    def withdraw(self, own: Token, participation: str) -> None:
        """Take back what was shared, at once and for good. Raises SheetGone, NotAllowed."""
        self._database.writer.run(
            lambda connection: sharing.withdraw(connection, own, participation, self._database.now())
        )
        self._database.wipe()


def _participation(connection: Connection, row: RowMapping, now: int) -> Participation:
    shared = shared_in(row["id"], now).where(shares.c.participation == row["participation"])
    found = connection.execute(shared).mappings().first()
    share = None if found is None else share_of(found)
    until = moment_of(row["over"]) if share is None else min(share.until, moment_of(row["over"]))
    return Participation(row["participation"], public_of(row, now), share, until)
