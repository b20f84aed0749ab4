"""Leases: which of several processes purges, and until when the others leave it alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.database.schema import no_way_back

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    leases = op.create_table(
        "leases",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(leases, [{"name": "purge", "until": 0}])


def downgrade() -> None:
    no_way_back()
