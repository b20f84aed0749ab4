"""The tables of campaigns. Everything that belongs to a campaign names it and goes with it.

The secret of a link stands beside its SHA-256: by the hash it is found, and an organiser's list has to hold the link
itself. ``search`` and ``name_key`` hold what is searched and sorted by without regard to case and width, which the two
databases would otherwise do each in its own way.

A participation ties a respondent to a campaign, and is read by no operation of an organiser, but counted in one place.
A share is a copy of what the candidate chose to show; it names no sheet.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from store.database.tables import metadata


def _campaign() -> Column[str]:
    return Column("campaign", String(32), ForeignKey("campaigns.id", ondelete="CASCADE"), nullable=False)


def _respondent() -> Column[str]:
    return Column("respondent", String(32), ForeignKey("respondents.id", ondelete="CASCADE"), nullable=False)


campaigns = Table(
    "campaigns",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("title", String(120), nullable=False),
    Column("texts", JSON, nullable=False),
    Column("core", JSON, nullable=False),
    Column("assessment", String(64), nullable=False),
    Column("form", String(64), nullable=False),
    Column("language", String(40)),
    Column("zone", String(64), nullable=False),
    Column("opens", BigInteger, nullable=False),
    Column("closes", BigInteger, nullable=False),
    Column("keep_days", Integer, nullable=False),
    Column("over", BigInteger, nullable=False, index=True),
    Column("most", Integer, nullable=False),
    Column("links", String(8), nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("secret", String(26)),
    Column("secret_hash", String(64), unique=True),
    Column("created", BigInteger, nullable=False),
    CheckConstraint("links IN ('open', 'personal')", name="campaigns_links"),
)

members = Table(
    "members",
    metadata,
    Column("campaign", String(32), ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
    Column("organiser", String(32), ForeignKey("organisers.id", ondelete="CASCADE"), primary_key=True),
    Column("access", String(8), nullable=False),
    Column("created", BigInteger, nullable=False),
    CheckConstraint("access IN ('owner', 'editor', 'reader')", name="members_access"),
    Index("members_organiser", "organiser", "campaign"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", String(32), primary_key=True),
    _campaign(),
    Column("position", Integer, nullable=False),
    Column("name", String(120), nullable=False),
    Column("address", String(254), nullable=False),
    Column("reference", String(120), nullable=False),
    Column("search", Text, nullable=False),
    Column("secret", String(26), nullable=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("withdrawn", Boolean, nullable=False),
    Column("created", BigInteger, nullable=False),
    UniqueConstraint("campaign", "position", name="invitations_position"),
)

participations = Table(
    "participations",
    metadata,
    Column("id", String(32), primary_key=True),
    _campaign(),
    _respondent(),
    Column("invitation", String(32), ForeignKey("invitations.id", ondelete="CASCADE"), index=True),
    # The edition that was begun with, or found finished: by it a finished sheet is told to belong here.
    Column("version", String(32), nullable=False),
    Column("files_hash", String(128), nullable=False),
    Column("form", String(64), nullable=False),
    # What the candidate was told when they began, for their own download.
    Column("title", String(120), nullable=False),
    Column("sender", String(120), nullable=False),
    Column("created", BigInteger, nullable=False),
    UniqueConstraint("campaign", "respondent", name="participations_once"),
    Index("ix_participations_respondent", "respondent"),
)

shares = Table(
    "shares",
    metadata,
    Column("id", String(32), primary_key=True),
    _campaign(),
    _respondent(),
    Column(
        "participation",
        String(32),
        ForeignKey("participations.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    # One share a personal link, whoever was first: the others are told so.
    Column("invitation", String(32), ForeignKey("invitations.id", ondelete="CASCADE"), unique=True),
    Column("level", String(12), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("assessment", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("language", String(40), nullable=False),
    Column("shared", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False, index=True),
    # What is long comes last: SQLite reads a row from its beginning, and counting needs no more than the above.
    Column("name", String(80), nullable=False),
    Column("name_key", Text, nullable=False),
    Column("search", Text, nullable=False),
    Column("columns", JSON, nullable=False),
    Column("note", String(1000), nullable=False),
    Column("content", JSON, nullable=False),
    CheckConstraint("level IN ('took_part', 'guide', 'fits', 'traits')", name="shares_level"),
    Index("shares_campaign_shared", "campaign", "shared"),
    Index("ix_shares_respondent", "respondent"),
)

audit = Table(
    "audit",
    metadata,
    Column("campaign", String(32), ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("moment", BigInteger, nullable=False),
    Column("who", String(80), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("detail", JSON(none_as_null=True)),
)

campaign_keys = Table(
    "campaign_keys",
    metadata,
    Column("id", String(32), primary_key=True),
    _campaign(),
    Column("label", String(80), nullable=False),
    Column("prefix", String(12), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("created", BigInteger, nullable=False),
    Column("last_used", BigInteger),
    # Requests since the beginning of the minute that is counted.
    Column("since", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    Index("ix_campaign_keys_campaign", "campaign"),
)

team_pictures = Table(
    "team_pictures",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("organiser", String(32), ForeignKey("organisers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", String(120), nullable=False),
    Column("assessment", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("content", JSON, nullable=False),
    Column("created", BigInteger, nullable=False),
)
