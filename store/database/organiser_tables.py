"""The tables of organisers: who may organise, the sessions that they opened, and attempts at the door.

A session and a ticket are stored as SHA-256 only, as a device's token is. An attempt is counted under the hash of the
address or name that it came with, so that the table tells nobody who tried.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, String, Table

from store.database.tables import metadata

organisers = Table(
    "organisers",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(80), nullable=False),
    # The name as it is looked up, without regard to case or width.
    Column("name_key", String(320), nullable=False, unique=True),
    Column("password", String(200)),
    Column("created", BigInteger, nullable=False),
    # When all sessions were ended last: what was vouched for before opens nothing any more.
    Column("signed_out", BigInteger),
)

organiser_sessions = Table(
    "organiser_sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("organiser", String(32), ForeignKey("organisers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("last_used", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
    CheckConstraint("kind IN ('session', 'ticket')", name="organiser_sessions_kind"),
)

door_attempts = Table(
    "door_attempts",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("since", BigInteger, nullable=False, index=True),
    Column("count", Integer, nullable=False),
)
