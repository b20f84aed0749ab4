"""Respondents, their sheets and tokens, and the files that the sheets were answered with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.database.schema import no_way_back

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "respondents",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "sheets",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("respondent", sa.String(32), sa.ForeignKey("respondents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("previous", sa.String(32), sa.ForeignKey("sheets.id", ondelete="SET NULL")),
        sa.Column("assessment", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("files_hash", sa.String(128), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("position", sa.String(64)),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("timings", sa.JSON, nullable=False),
        sa.Column("placed", sa.JSON, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.Column("finished", sa.BigInteger),
        sa.Column("verdict", sa.String(16)),
        sa.Column("best", sa.String(64)),
        sa.Column("foundation", sa.Double),
        sa.Column("scores", sa.JSON),
        sa.CheckConstraint("state IN ('open', 'finished')", name="sheets_state"),
        sa.UniqueConstraint("respondent", "attempt", name="sheets_attempt"),
    )
    op.create_index("ix_sheets_previous", "sheets", ["previous"])
    op.create_index("sheets_state_updated", "sheets", ["state", "updated"])
    op.create_table(
        "tokens",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("respondent", sa.String(32), sa.ForeignKey("respondents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("last_used", sa.BigInteger, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sa.CheckConstraint("kind IN ('device', 'link')", name="tokens_kind"),
    )
    op.create_index("ix_tokens_respondent", "tokens", ["respondent"])
    op.create_index("ix_tokens_expires", "tokens", ["expires"])
    op.create_table(
        "assessment_files",
        sa.Column("files_hash", sa.String(128), primary_key=True),
        sa.Column("files", sa.JSON, nullable=False),
        sa.Column("kept", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    no_way_back()
