"""Live workshops with their seats, votes and snapshots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.database.schema import no_way_back

revision = "0006"
down_revision = "0005"


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(32), primary_key=True)


def _of(name: str, table: str, *, primary_key: bool = False) -> sa.Column[str]:
    goes_with = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(32), goes_with, primary_key=primary_key, nullable=False)


def upgrade() -> None:
    _of_trainers()
    _of_participants()
    _of_the_room()


def _of_trainers() -> None:
    op.create_table(
        "workshops",
        _id(),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("assessment", sa.String(64)),
        sa.Column("form", sa.String(64)),
        sa.Column("language", sa.String(40)),
        sa.Column("agenda", sa.JSON, nullable=False),
        sa.Column("hours", sa.Integer, nullable=False),
        sa.Column("code", sa.String(8), unique=True),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("began", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger),
        sa.Column("revealed", sa.Boolean, nullable=False),
        sa.Column("rounds", sa.JSON, nullable=False),
        sa.Column("again_began", sa.BigInteger),
        sa.Column("ends", sa.BigInteger, nullable=False),
        sa.Column("over", sa.BigInteger, nullable=False),
        sa.Column("beat", sa.Integer, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_workshops_over", "workshops", ["over"])
    op.create_table(
        "trainers",
        _of("workshop", "workshops", primary_key=True),
        _of("organiser", "organisers", primary_key=True),
        sa.Column("access", sa.String(8), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.CheckConstraint("access IN ('owner', 'editor')", name="trainers_access"),
    )
    op.create_index("trainers_organiser", "trainers", ["organiser", "workshop"])
    op.create_table(
        "workshop_log",
        _of("workshop", "workshops", primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("detail", sa.JSON),
    )


def _of_participants() -> None:
    op.create_table(
        "seats",
        _id(),
        _of("workshop", "workshops"),
        _of("respondent", "respondents"),
        sa.Column("version", sa.String(32)),
        sa.Column("files_hash", sa.String(128)),
        sa.Column("nickname", sa.String(40), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("given_up", sa.BigInteger),
        sa.UniqueConstraint("workshop", "respondent", name="seats_once"),
    )
    op.create_index("ix_seats_respondent", "seats", ["respondent"])
    op.create_table(
        "votes",
        _id(),
        _of("seat", "seats"),
        _of("workshop", "workshops"),
        _of("respondent", "respondents"),
        sa.Column("question", sa.String(80), nullable=False),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.Column("choice", sa.JSON, nullable=False),
        sa.UniqueConstraint("seat", "question", name="votes_once"),
    )
    op.create_index("votes_workshop_question", "votes", ["workshop", "question"])
    op.create_index("ix_votes_respondent", "votes", ["respondent"])


def _of_the_room() -> None:
    op.create_table(
        "snapshots",
        _id(),
        _of("workshop", "workshops"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("about", sa.String(80), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("taken", sa.BigInteger, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.CheckConstraint("kind IN ('picture', 'change', 'check', 'poll')", name="snapshots_kind"),
        sa.UniqueConstraint("workshop", "number", name="snapshots_number"),
    )
    op.create_table(
        "pictured",
        _of("snapshot", "snapshots", primary_key=True),
        _of("seat", "seats", primary_key=True),
    )
    op.create_index("ix_pictured_seat", "pictured", ["seat"])


def downgrade() -> None:
    no_way_back()
