"""Keys with which another system makes personal links and fetches what was shared: of one campaign each, slowed down.

A key is shown once and stored as its SHA-256.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from store.campaigns.access import campaign_row
from store.campaigns.again import invited_before
from store.campaigns.audit import write_entry
from store.campaigns.checks import asked_id, check_words
from store.campaigns.invitations import invite, new_invitations
from store.campaigns.shared import all_shared
from store.campaigns.values import Invited, Key, KeyAccess, Linked, Share
from store.database.campaign_tables import campaign_keys, campaigns
from store.database.database import Database
from store.errors import BadValue, TooMany, not_allowed
from store.organisers.access import act, look
from store.organisers.values import Organiser
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.respondents.values import Token

BEGINNING = "fit_"
PREFIX = 9
MOST_KEYS = 20
A_MINUTE = 60
"""Requests a minute and key."""
_MINUTE_MS = 60_000
_TOUCH_MS = 300_000
_SHAPE = re.compile(rf"{BEGINNING}[A-Za-z0-9_-]{{43}}")


class Keys:
    """``who``: the organiser's session. Every operation raises NotAllowed, alike for what is unknown and foreign."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, who: Token, campaign: str, label: str) -> tuple[Key, str]:
        """A key and its secret, which is not given out again (editor). Raises BadValue."""
        checked = check_words(label, 1, 80, "label")

        def work(connection: Connection, organiser: Organiser) -> tuple[Key, str]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, "editor", "change")
            if len(_keys(connection, row["id"])) >= MOST_KEYS:
                raise BadValue(f"A campaign has at most {MOST_KEYS} keys.", "label")
            secret = BEGINNING + secrets.token_urlsafe(32)
            made = {
                **{"id": new_id(), "campaign": row["id"], "label": checked, "prefix": secret[:PREFIX]},
                **{"hash": _hash(secret), "created": now, "last_used": None, "since": 0, "count": 0},
            }
            connection.execute(insert(campaign_keys), made)
            write_entry(connection, row["id"], organiser.name, "key_made", now, subject=made["id"])
            return _key(made), secret

        return act(self._database, who, work)

    def all(self, who: Token, campaign: str) -> tuple[Key, ...]:
        """In the order in which they were made (editor)."""

        def work(connection: Connection, organiser: Organiser) -> tuple[Key, ...]:
            row = campaign_row(connection, organiser, campaign, self._database.now(), "editor")
            return _keys(connection, row["id"])

        return look(self._database, who, work)

    def withdraw(self, who: Token, key: str) -> None:
        """The key opens nothing any more, from now on (editor)."""

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            named = select(campaign_keys.c.campaign).where(campaign_keys.c.id == asked_id(key))
            campaign = connection.execute(named).scalar() or ""
            row = campaign_row(connection, organiser, campaign, now, "editor", "change")
            connection.execute(delete(campaign_keys).where(campaign_keys.c.id == key))
            write_entry(connection, row["id"], organiser.name, "key_withdrawn", now, subject=key)

        act(self._database, who, work)

    def with_key(self, secret: str) -> KeyAccess:
        """What the key opens. Counts as a request. Raises NotAllowed, TooMany."""

        def work(connection: Connection) -> KeyAccess:
            now = self._database.now()
            row = _opened(connection, secret, None, now)
            fresh = row["since"] <= now - _MINUTE_MS or row["since"] > now
            since, count = (now, 1) if fresh else (row["since"], row["count"] + 1)
            if count > A_MINUTE:
                raise TooMany(since + _MINUTE_MS - now)
            used = {"since": since, "count": count}
            if row["last_used"] is None or now - row["last_used"] >= _TOUCH_MS:
                used["last_used"] = now
            connection.execute(update(campaign_keys).where(campaign_keys.c.id == row["key"]).values(used))
            return KeyAccess(row["id"], row["key"])

        return self._database.writer.run(work)

    def add_by_key(self, secret: str, campaign: str, people: Sequence[Invited]) -> Linked:
        """As ``Invitations.add``, for the key's own campaign. A request. Raises NotAllowed, TooMany, BadValue.

        Who was sent exactly so before, with an address or a reference, keeps the link that they have.
        """
        self.with_key(secret)
        made = new_invitations(people)

        def work(connection: Connection) -> Linked:
            now = self._database.now()
            row = _opened(connection, secret, campaign, now)
            before = invited_before(connection, row["id"], made, now)
            places = [place for place in range(len(made)) if place not in before]
            fresh = invite(connection, row, [made[place] for place in places], row["label"], "api_links", now)
            links = before | dict(zip(places, fresh, strict=True))
            return Linked(tuple(links[place] for place in range(len(made))), len(fresh))

        return self._database.writer.run(work)

    def shared_by_key(self, secret: str, campaign: str) -> tuple[Share, ...]:
        """As ``Shared.all``, for the key's own campaign. A request. Raises NotAllowed, TooMany."""
        self.with_key(secret)

        def note(connection: Connection) -> str:
            now = self._database.now()
            row = _opened(connection, secret, campaign, now)
            write_entry(connection, row["id"], row["label"], "api_shared", now)
            return str(row["id"])

        noted = self._database.writer.run(note)
        return self._database.read(lambda connection: all_shared(connection, noted, self._database.now()))


def _opened(connection: Connection, secret: str, campaign: str | None, now: int) -> RowMapping:
    """The campaign of the key, with ``key`` and its columns; held. Raises NotAllowed unless it is ``campaign``."""
    columns = (campaign_keys.c[name] for name in ("label", "since", "count", "last_used"))
    found = (
        select(campaigns, campaign_keys.c.id.label("key"), *columns)
        .join(campaign_keys, campaign_keys.c.campaign == campaigns.c.id)
        .where(campaign_keys.c.hash == _hash(secret), campaigns.c.over > now)
        .with_for_update(of=(campaigns, campaign_keys), key_share=True)
    )
    if campaign is not None:
        found = found.where(campaigns.c.id == asked_id(campaign))
    row = connection.execute(found).mappings().first()
    if row is None:
        raise not_allowed()
    return row


def _hash(secret: str) -> str:
    """SHA-256 in 64 hexadecimal digits; "" where no key of ours has this shape."""
    known = isinstance(secret, str) and _SHAPE.fullmatch(secret)
    return hashlib.sha256(secret.encode("ascii")).hexdigest() if known else ""


def _keys(connection: Connection, campaign: str) -> tuple[Key, ...]:
    found = select(campaign_keys).where(campaign_keys.c.campaign == campaign)
    rows = connection.execute(found.order_by(campaign_keys.c.created, campaign_keys.c.id)).mappings()
    return tuple(_key(row) for row in rows)


def _key(row: RowMapping | Mapping[str, Any]) -> Key:
    used = row["last_used"]
    last_used = None if used is None else moment_of(used)
    return Key(row["id"], row["label"], row["prefix"], moment_of(row["created"]), last_used)
