"""The tables. Every moment is ms since 1970 UTC, so that both databases hold the same whole numbers.

A sheet is one row. Its answers are one JSON column, {item: [code, moment, seq]}, because every answer carries its own
moment and order. Its scores are real columns where a query or an index needs them (verdict, best, foundation, version)
and one JSON column ``scores`` for the rest: which traits and roles exist is what the data files say, and a schema that
named them would have to be migrated with each assessment.

Learning progress is one row a respondent, {key: [value, moment]}: what a key means is the pages' business.

A respondent is a row of nothing but an id: it ties the sheets and the progress of one person together, it is what a
change locks, and deleting it deletes everything by cascade. ``attempt`` counts a respondent's sheets from 1, of
whatever assessment: it is their order.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()

respondents = Table(
    "respondents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("created", BigInteger, nullable=False),
)

sheets = Table(
    "sheets",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("respondent", String(32), ForeignKey("respondents.id", ondelete="CASCADE"), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("previous", String(32), ForeignKey("sheets.id", ondelete="SET NULL"), index=True),
    Column("assessment", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("files_hash", String(128), nullable=False),
    Column("form", String(64), nullable=False),
    Column("language", String(40), nullable=False),
    Column("position", String(64)),
    Column("answers", JSON, nullable=False),
    Column("timings", JSON, nullable=False),
    Column("placed", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("updated", BigInteger, nullable=False),
    Column("finished", BigInteger),
    Column("verdict", String(16)),
    Column("best", String(64)),
    Column("foundation", Double),
    Column("scores", JSON(none_as_null=True)),
    CheckConstraint("state IN ('open', 'finished')", name="sheets_state"),
    UniqueConstraint("respondent", "attempt", name="sheets_attempt"),
    Index("sheets_state_updated", "state", "updated"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("respondent", String(32), ForeignKey("respondents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("last_used", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
    CheckConstraint("kind IN ('device', 'link')", name="tokens_kind"),
)

progress = Table(
    "progress",
    metadata,
    Column("respondent", String(32), ForeignKey("respondents.id", ondelete="CASCADE"), primary_key=True),
    Column("entries", JSON, nullable=False),
    Column("updated", BigInteger, nullable=False, index=True),
)

assessment_files = Table(
    "assessment_files",
    metadata,
    Column("files_hash", String(128), primary_key=True),
    Column("files", JSON, nullable=False),
    Column("kept", BigInteger, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("until", BigInteger, nullable=False),
)
