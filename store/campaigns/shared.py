"""What candidates chose to share, as an organiser reads it. Nothing else of a candidate is read here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, select

from store.campaigns.access import campaign_row
from store.campaigns.checks import asked_id
from store.campaigns.paging import Paged, words_of
from store.campaigns.rows import share_of
from store.campaigns.values import Page, Share
from store.database.campaign_tables import invitations, shares
from store.database.database import Database
from store.errors import BadValue, not_allowed
from store.organisers.access import look
from store.organisers.values import Organiser
from store.respondents.values import Token

MOST_TOGETHER = 100
_ESCAPED = re.compile("[/%_]")
_COLUMN = re.compile(r"(fit|group|trait):[A-Za-z][A-Za-z0-9_]{0,63}")


class Shared:
    """``who``: the organiser's session. Every operation raises NotAllowed, alike for an unknown and a foreign id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, who: Token, campaign: str, number: int = 1, sort: str = "time", search: str = "") -> Page[Share]:
        """``sort``: "time" or "changed" (newest first), "name", "level", or a number that was shared, "fit:ROLE",
        "group:GROUP" or "trait:TRAIT" (greatest first); whoever did not share it comes last. ``search``: words of the
        names.

        Raises BadValue for another sort.
        """

        def work(connection: Connection, organiser: Organiser) -> Page[Share]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now)
            words = words_of(search)
            asked = {"campaign": row["id"], "now": now, **{f"word_{at}": _within(w) for at, w in enumerate(words)}}
            return _paged(sort, len(words)).page(connection, number, share_of, asked)

        return look(self._database, who, work)

    def all(self, who: Token, campaign: str) -> tuple[Share, ...]:
        """All of them, the first that was shared first."""

        def work(connection: Connection, organiser: Organiser) -> tuple[Share, ...]:
            now = self._database.now()
            return all_shared(connection, campaign_row(connection, organiser, campaign, now)["id"], now)

        return look(self._database, who, work)

    def one(self, who: Token, share: str) -> Share:
        def work(connection: Connection, organiser: Organiser) -> Share:
            now = self._database.now()
            named = select(shares.c.campaign).where(shares.c.id == asked_id(share))
            campaign = connection.execute(named).scalar() or ""
            row = campaign_row(connection, organiser, campaign, now)
            found = connection.execute(shared_in(row["id"], now).where(shares.c.id == share)).mappings().first()
            if found is None:
                raise not_allowed()
            return share_of(found)

        return look(self._database, who, work)

    def some(self, who: Token, campaign: str, share_ids: Iterable[str]) -> tuple[Share, ...]:
        """Those of the campaign, in the order that was asked for. Raises NotAllowed where one of them is not there."""
        wanted = list(dict.fromkeys(asked_id(share) for share in share_ids))[: MOST_TOGETHER + 1]

        def work(connection: Connection, organiser: Organiser) -> tuple[Share, ...]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now)
            rows = connection.execute(shared_in(row["id"], now).where(shares.c.id.in_(wanted))).mappings()
            found = {one["id"]: share_of(one) for one in rows}
            if len(found) < len(wanted) or len(wanted) > MOST_TOGETHER:
                raise not_allowed()
            return tuple(found[share] for share in wanted)

        return look(self._database, who, work)


def _within(word: str) -> str:
    """A pattern for what holds the word as it stands."""
    return f"%{_ESCAPED.sub(lambda sign: '/' + sign[0], word)}%"


@lru_cache(maxsize=128)
def _paged(sort: str, words: int) -> Paged:
    """Raises BadValue for a sort that there is not."""
    found = shared_in(bindparam("campaign"), bindparam("now"))
    held = (shares.c.search.like(bindparam(f"word_{at}"), escape="/") for at in range(words))
    return Paged.of(found.where(*held), shares.c.id, _order(sort))


def shared_in(campaign: str | BindParameter[Any], now: int | BindParameter[Any]) -> Select[Any]:
    """The shares of a campaign with whom the link was made for, without those whose time is over."""
    return (
        select(*_TOLD)
        .outerjoin(invitations, invitations.c.id == shares.c.invitation)
        .where(shares.c.campaign == campaign, shares.c.until > now)
    )


_TOLD = (
    *(column for column in shares.c if column.name not in ("columns", "search", "name_key", "rank", "respondent")),
    *(invitations.c[name].label(f"invited_{name}") for name in ("name", "reference")),
)
"""What a share is made of, without what it is searched and sorted by."""


def all_shared(connection: Connection, campaign: str, now: int) -> tuple[Share, ...]:
    rows = connection.execute(shared_in(campaign, now).order_by(shares.c.shared, shares.c.id)).mappings()
    return tuple(share_of(row) for row in rows)


def _order(sort: str) -> tuple[ColumnElement[Any], ...]:
    newest = (shares.c.shared.desc(), shares.c.id)
    if sort == "time":
        return newest
    if sort == "changed":
        return (shares.c.changed.desc(), shares.c.id)
    if sort == "name":
        return (shares.c.name_key == "", shares.c.name_key, *newest)
    if sort == "level":
        return (shares.c.rank.desc(), *newest)
    if isinstance(sort, str) and _COLUMN.fullmatch(sort):
        return (shares.c.columns[sort].as_float().desc().nulls_last(), *newest)
    raise BadValue("There is nothing of this name to sort by.", "sort")
