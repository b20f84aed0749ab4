"""Organisers, their sessions, and attempts at their door."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.database.schema import no_way_back

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "organisers",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("name_key", sa.String(320), nullable=False, unique=True),
        sa.Column("password", sa.String(200)),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("signed_out", sa.BigInteger),
    )
    op.create_table(
        "organiser_sessions",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("organiser", sa.String(32), sa.ForeignKey("organisers.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("last_used", sa.BigInteger, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sa.CheckConstraint("kind IN ('session', 'ticket')", name="organiser_sessions_kind"),
    )
    op.create_index("ix_organiser_sessions_organiser", "organiser_sessions", ["organiser"])
    op.create_index("ix_organiser_sessions_expires", "organiser_sessions", ["expires"])
    op.create_table(
        "door_attempts",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_index("ix_door_attempts_since", "door_attempts", ["since"])


def downgrade() -> None:
    no_way_back()
