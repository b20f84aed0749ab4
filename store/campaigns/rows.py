"""Between the rows of campaigns and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from store.campaigns.candidates.values import PublicCampaign
from store.campaigns.values import Access, Campaign, CampaignTexts, CoreQuestion, Invitation, Share, Standing
from store.respondents.rows import moment_of

Row = RowMapping | Mapping[str, Any]


def standing_of(row: Row, now: int) -> Standing:
    """What a campaign's row is at a moment (ms): closed wins over paused, paused over not yet open."""
    if row["closed"] or row["closes"] <= now:
        return "closed"
    if row["paused"]:
        return "paused"
    return "planned" if now < row["opens"] else "running"


def texts_of(column: Mapping[str, Mapping[str, str]]) -> dict[str, CampaignTexts]:
    return {language: CampaignTexts(**texts) for language, texts in column.items()}


def campaign_of(row: Row, now: int) -> Campaign:
    """``row``: of a campaign, with the ``access`` of who asks and the ``owner``'s name."""
    access: Access = row["access"]
    standing = standing_of(row, now)
    return Campaign(
        **{name: row[name] for name in _PLAIN},
        texts=texts_of(row["texts"]),
        core=tuple(CoreQuestion(**question) for question in row["core"]),
        access=access,
        closed=standing == "closed",
        standing=standing,
        secret=None if access == "reader" else row["secret"],
        created=moment_of(row["created"]),
    )


_PLAIN = (
    *("id", "title", "assessment", "form", "language", "zone", "opens", "closes", "keep_days", "over", "most", "links"),
    *("owner", "revision", "paused"),
)


def public_of(row: Row, now: int) -> PublicCampaign:
    return PublicCampaign(
        **{name: row[name] for name in _PUBLIC},
        texts=texts_of(row["texts"]),
        standing=standing_of(row, now),
        until=moment_of(row["over"]),
    )


_PUBLIC = ("id", "title", "assessment", "form", "language", "zone", "opens", "closes", "keep_days", "links")


def invitation_of(row: Row, access: Access) -> Invitation:
    """``row``: of an invitation, with ``shared``: the id of the share that was made with it, or None."""
    return Invitation(
        id=row["id"],
        name=row["name"],
        address=row["address"],
        reference=row["reference"],
        secret="" if access == "reader" else row["secret"],
        shared=row["shared"] is not None,
        withdrawn=row["withdrawn"],
    )


def share_of(row: Row) -> Share:
    """``row``: of a share, with ``invited_name`` and ``invited_reference``."""
    return Share(
        **{name: row[name] for name in _SHARE},
        shared=moment_of(row["shared"]),
        changed=moment_of(row["changed"]),
        until=moment_of(row["until"]),
    )


_SHARE = (
    *("id", "campaign", "invitation", "invited_name", "invited_reference", "level", "name", "note", "content"),
    *("assessment", "version", "language"),
)
