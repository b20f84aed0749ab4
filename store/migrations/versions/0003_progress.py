"""Learning progress, one row a respondent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.database.schema import no_way_back

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "progress",
        sa.Column("respondent", sa.String(32), sa.ForeignKey("respondents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("entries", sa.JSON, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_progress_updated", "progress", ["updated"])


def downgrade() -> None:
    no_way_back()
