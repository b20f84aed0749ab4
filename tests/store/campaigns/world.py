"""Organisers, a campaign and candidates that most tests of campaigns begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from store import Campaign, CampaignTexts, CoreQuestion, Draft, Edition, Invited, Level, Scores, Share, Store, Token
from tests.store.moments import DAY, NOW, ROLES

SCORES = Scores("clear", "role", 50.5, {"a_score": 0.1})
TEXTS = CampaignTexts(
    sender="青空商事 人事部",
    message="ようこそ。\n\n気楽にお答えください。",
    purpose="面接で話すきっかけにします。",
    contact="jinji@example.jp",
    consent="",
)
ENGLISH = CampaignTexts("Aozora Trading, HR", "Welcome.", "To begin a talk with.", "hr@example.jp", "You may decline.")
CORE = (
    CoreQuestion({"ja": "最近うれしかったことは?", "en": "What pleased you lately?"}, {"en": "calm"}, {"en": "lively"}),
)


def draft(**changes: Any) -> Draft:
    """A campaign with an open link that opened a day ago and closes in four weeks."""
    given = Draft(
        title="春の採用",
        texts={"ja": TEXTS, "en": ENGLISH},
        assessment="roles",
        form="full",
        language=None,
        zone="Asia/Tokyo",
        opens=NOW - DAY,
        closes=NOW + 28 * DAY,
        links="open",
        core=CORE,
    )
    return replace(given, **changes)


def organiser(store: Store, name: str) -> Token:
    """A session of the organiser of this name, who is made where there is none."""
    return store.organisers.open_session(store.organisers.put(name, None).id)


def running(store: Store, who: Token, **changes: Any) -> Campaign:
    return store.campaigns.make(who, draft(**changes))


def link_of(campaign: Campaign) -> str:
    assert campaign.secret is not None
    return campaign.secret


def people(count: int) -> list[Invited]:
    return [Invited(f"応募 {number}", f"p{number}@example.jp", f"ref-{number}") for number in range(1, count + 1)]


def content(level: Level, mark: str = "", fits: float = 50.0) -> dict[str, Any]:
    """A content of this level, with a mark in its sentences."""
    parts: Mapping[str, Any] = {
        "v": 1,
        "assessment": {"id": "roles"},
        "guide": {"own": [{"ask": {"ja": mark + "guide"}}]},
        "told": {"ja": {"headline": mark + "told"}},
        "fits": [{"role": "a_role", "value": fits}, {"role": "b_role", "value": None}],
        "verdict": "clear",
        "traits": [{"trait": "pace", "value": 61.5}],
        "groups": [{"group": "speed", "traits": ["pace"], "value": 61.5}],
    }
    counts: dict[Level, int] = {"took_part": 2, "guide": 3, "fits": 6, "traits": 8}
    return dict(list(parts.items())[: counts[level]])


def finish(store: Store, token: Token, sheet: str | None = None) -> str:
    return store.sheets.finish(token, SCORES, sheet=sheet).id


def taken(store: Store, secret: str, own: Token | None = None, edition: Edition = ROLES) -> tuple[Token, str, str]:
    """Somebody who began by the link and finished: token, participation, sheet."""
    begun = store.participations.begin(secret, own, edition)
    token = begun.token or own
    assert token is not None
    assert begun.sheet is not None
    return token, begun.participation, finish(store, token, begun.sheet.id)


def shared(
    store: Store,
    secret: str,
    level: Level = "fits",
    *,
    name: str = "",
    note: str = "",
    mark: str = "",
    fits: float = 50.0,
) -> tuple[Token, str, Share]:
    """Somebody who finished and shared: token, participation, share."""
    token, participation, sheet = taken(store, secret)
    given = content(level, mark, fits)
    share = store.participations.share(token, participation, level, name=name, note=note, content=given, sheet=sheet)
    return token, participation, share
