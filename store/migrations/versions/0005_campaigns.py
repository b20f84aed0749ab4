"""Campaigns with all that belongs to them, and the pictures of teams that organisers keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.database.schema import no_way_back

revision = "0005"
down_revision = "0004"


def _id(name: str = "id") -> sa.Column[str]:
    return sa.Column(name, sa.String(32), primary_key=True)


def _of(name: str, table: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "campaigns",
        _id(),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.Column("core", sa.JSON, nullable=False),
        sa.Column("assessment", sa.String(64), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("language", sa.String(40)),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("opens", sa.BigInteger, nullable=False),
        sa.Column("closes", sa.BigInteger, nullable=False),
        sa.Column("keep_days", sa.Integer, nullable=False),
        sa.Column("over", sa.BigInteger, nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("links", sa.String(8), nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("secret", sa.String(26)),
        sa.Column("secret_hash", sa.String(64), unique=True),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.CheckConstraint("links IN ('open', 'personal')", name="campaigns_links"),
    )
    op.create_index("ix_campaigns_over", "campaigns", ["over"])
    _of_organisers()
    _of_candidates()


def _of_organisers() -> None:
    op.create_table(
        "members",
        sa.Column("campaign", sa.String(32), sa.ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("organiser", sa.String(32), sa.ForeignKey("organisers.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("access", sa.String(8), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.CheckConstraint("access IN ('owner', 'editor', 'reader')", name="members_access"),
    )
    op.create_index("members_organiser", "members", ["organiser", "campaign"])
    op.create_table(
        "audit",
        sa.Column("campaign", sa.String(32), sa.ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("detail", sa.JSON),
    )
    op.create_table(
        "campaign_keys",
        _id(),
        _of("campaign", "campaigns"),
        sa.Column("label", sa.String(80), nullable=False),
        sa.Column("prefix", sa.String(12), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("last_used", sa.BigInteger),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_index("ix_campaign_keys_campaign", "campaign_keys", ["campaign"])
    op.create_table(
        "team_pictures",
        _id(),
        _of("organiser", "organisers"),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("assessment", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_team_pictures_organiser", "team_pictures", ["organiser"])


def _of_candidates() -> None:
    op.create_table(
        "invitations",
        _id(),
        _of("campaign", "campaigns"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("reference", sa.String(120), nullable=False),
        sa.Column("search", sa.Text, nullable=False),
        sa.Column("secret", sa.String(26), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("campaign", "position", name="invitations_position"),
    )
    op.create_table(
        "participations",
        _id(),
        _of("campaign", "campaigns"),
        _of("respondent", "respondents"),
        _of("invitation", "invitations", nullable=True),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("files_hash", sa.String(128), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("sender", sa.String(120), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("campaign", "respondent", name="participations_once"),
    )
    op.create_index("ix_participations_invitation", "participations", ["invitation"])
    op.create_index("ix_participations_respondent", "participations", ["respondent"])
    participation = sa.ForeignKey("participations.id", ondelete="CASCADE")
    invitation = sa.ForeignKey("invitations.id", ondelete="CASCADE")
    op.create_table(
        "shares",
        _id(),
        _of("campaign", "campaigns"),
        _of("respondent", "respondents"),
        sa.Column("participation", sa.String(32), participation, nullable=False, unique=True),
        sa.Column("invitation", sa.String(32), invitation, unique=True),
        sa.Column("level", sa.String(12), nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("assessment", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("shared", sa.BigInteger, nullable=False),
        sa.Column("changed", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("search", sa.Text, nullable=False),
        sa.Column("columns", sa.JSON, nullable=False),
        sa.Column("note", sa.String(1000), nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.CheckConstraint("level IN ('took_part', 'guide', 'fits', 'traits')", name="shares_level"),
    )
    op.create_index("shares_campaign_shared", "shares", ["campaign", "shared"])
    op.create_index("ix_shares_respondent", "shares", ["respondent"])
    op.create_index("ix_shares_until", "shares", ["until"])


def downgrade() -> None:
    no_way_back()
