"""The tables of live workshops. Everything that belongs to a workshop names it and goes with it.

A seat ties a respondent to a workshop, a vote is what was tapped in it. A snapshot is what the room was shown of itself
and holds nobody; ``pictured`` says on whose seats it rests, so that a deletion takes a person out of it too.

A code is unique among the rows that hold one: a workshop that ended loses it when another one gets it.
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
    UniqueConstraint,
)

from store.database.tables import metadata


def _workshop() -> Column[str]:
    return Column("workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False)


def _respondent() -> Column[str]:
    return Column("respondent", String(32), ForeignKey("respondents.id", ondelete="CASCADE"), nullable=False)


workshops = Table(
    "workshops",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("title", String(120), nullable=False),
    Column("assessment", String(64)),
    Column("form", String(64)),
    Column("language", String(40)),
    Column("agenda", JSON, nullable=False),
    Column("hours", Integer, nullable=False),
    Column("code", String(8), unique=True),
    Column("at", Integer, nullable=False),
    Column("began", BigInteger, nullable=False),
    Column("until", BigInteger),
    Column("revealed", Boolean, nullable=False),
    # How often each stage was started anew, by what it is about. One that the room has not gone through has no entry.
    Column("rounds", JSON, nullable=False),
    # When the assessment was asked again: what was finished before is the first measurement.
    Column("again_began", BigInteger),
    Column("ends", BigInteger, nullable=False),
    Column("over", BigInteger, nullable=False, index=True),
    Column("beat", Integer, nullable=False),
    Column("created", BigInteger, nullable=False),
)

trainers = Table(
    "trainers",
    metadata,
    Column("workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True),
    Column("organiser", String(32), ForeignKey("organisers.id", ondelete="CASCADE"), primary_key=True),
    Column("access", String(8), nullable=False),
    Column("created", BigInteger, nullable=False),
    CheckConstraint("access IN ('owner', 'editor')", name="trainers_access"),
    Index("trainers_organiser", "organiser", "workshop"),
)

seats = Table(
    "seats",
    metadata,
    Column("id", String(32), primary_key=True),
    _workshop(),
    _respondent(),
    # The edition that they sat down with, by which a sheet finished before is told to belong here; None without one.
    Column("version", String(32)),
    Column("files_hash", String(128)),
    Column("nickname", String(40), nullable=False),
    # What the participant was told when they sat down, for their own download.
    Column("title", String(120), nullable=False),
    Column("created", BigInteger, nullable=False),
    # Who has left and comes back is known to be the same person: two pictures may not tell them apart.
    Column("given_up", BigInteger),
    UniqueConstraint("workshop", "respondent", name="seats_once"),
    Index("ix_seats_respondent", "respondent"),
)

votes = Table(
    "votes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("seat", String(32), ForeignKey("seats.id", ondelete="CASCADE"), nullable=False),
    _workshop(),
    _respondent(),
    Column("question", String(80), nullable=False),
    Column("moment", BigInteger, nullable=False),
    Column("choice", JSON, nullable=False),
    UniqueConstraint("seat", "question", name="votes_once"),
    Index("votes_workshop_question", "workshop", "question"),
    Index("ix_votes_respondent", "respondent"),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("id", String(32), primary_key=True),
    _workshop(),
    Column("number", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("about", String(80), nullable=False),
    Column("round", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("taken", BigInteger, nullable=False),
    Column("content", JSON, nullable=False),
    CheckConstraint("kind IN ('picture', 'change', 'check', 'poll')", name="snapshots_kind"),
    UniqueConstraint("workshop", "number", name="snapshots_number"),
)

pictured = Table(
    "pictured",
    metadata,
    Column("snapshot", String(32), ForeignKey("snapshots.id", ondelete="CASCADE"), primary_key=True),
    Column("seat", String(32), ForeignKey("seats.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_pictured_seat", "seat"),
)

workshop_log = Table(
    "workshop_log",
    metadata,
    Column("workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("moment", BigInteger, nullable=False),
    Column("who", String(80), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("detail", JSON(none_as_null=True)),
)
