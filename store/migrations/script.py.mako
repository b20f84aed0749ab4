"""${message}"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.schema import no_way_back

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "raise NotImplementedError"}


def downgrade() -> None:
    no_way_back()
