"""A campaign, and shares of it at every level, made of real results."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from catalog.content.words import Words
from reports.guide.choose import own_questions
from reports.sharing.content import content_at
from reports.sharing.levels import Level
from scoring.rule.result import Result
from store import Campaign, CampaignTexts, CoreQuestion, Links, Share
from tests.shipped import shipped_assessment

SHIPPED = shipped_assessment()
ON = date(2026, 11, 28)
FIRST = datetime(2026, 11, 28, 15, 30, tzinfo=UTC)
"""Half past midnight of the next day in Tokyo."""


def campaign(links: Links = "personal", zone: str = "Asia/Tokyo", title: str = "秋の募集") -> Campaign:
    texts = CampaignTexts("株式会社あおば", "", "面接で話し合うため", "人事 03-0000-0000", "")
    core = CoreQuestion(
        {"ja": "よかった応対は何ですか。", "en": "Which contact went well?"}, {"ja": "手順", "en": "steps"}
    )
    return Campaign(
        id="autumn",
        title=title,
        texts={"ja": texts},
        assessment=SHIPPED.id,
        form="full",
        language=None,
        zone=zone,
        opens=0,
        closes=1,
        links=links,
        core=(core,),
        owner="owner",
        access="owner",
        revision=1,
        paused=False,
        closed=False,
        standing="running",
        secret=None,
        created=FIRST,
        over=2,
    )


def share(
    at: int,
    level: Level,
    result: Result,
    spoken: Mapping[str, Words],
    *,
    name: str = "",
    note: str = "",
    invited: str | None = None,
    content: Mapping[str, Any] | None = None,
) -> Share:
    """The share that was made ``at`` minutes after the first moment; ``content``: another copy than the level's own."""
    moment = FIRST + timedelta(minutes=at)
    made = (
        content_at(level, result, SHIPPED, spoken, ON, own_questions(result, SHIPPED)) if content is None else content
    )
    return Share(
        id=f"share{at}",
        campaign="autumn",
        invitation=None if invited is None else f"invitation{at}",
        invited_name=invited,
        invited_reference=None if invited is None else f"A-{at}",
        level=level,
        name=name,
        note=note,
        content=made,
        assessment=SHIPPED.id,
        version=SHIPPED.version,
        language="ja",
        shared=moment,
        changed=moment,
        until=moment + timedelta(days=200),
    )
