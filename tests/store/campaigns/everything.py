"""All that an organiser of a campaign can get out of the store, in one text: every operation that reads, every way."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

from store import Store, Token

READS = {
    "campaigns": {"read", "mine", "members", "counts"},
    "invitations": {"page", "all"},
    "shared": {"page", "all", "one", "some"},
    "audit": {"page"},
    "keys": {"all", "shared_by_key"},
    "team_pictures": {"mine"},
}
CHANGES = {
    "campaigns": {"make", "change", "pause", "resume", "close", "reopen", "copy", "delete", "admit", "dismiss"},
    "invitations": {"add", "withdraw", "restore"},
    "shared": set[str](),
    "audit": {"note"},
    "keys": {"make", "withdraw", "with_key", "add_by_key"},
    "team_pictures": {"keep", "delete"},
}
SORTS = ("time", "changed", "name", "level", "fit:a_role", "trait:pace")
SEARCHES = ("", "1", "応募", "p1@example.jp")


def everything(store: Store, who: Token, campaign: str, key: str) -> str:
    """``key``: the secret of one of the campaign's keys for other systems."""
    shares = store.shared.all(who, campaign)
    seen: dict[str, Any] = {
        "read": store.campaigns.read(who, campaign),
        "mine": store.campaigns.mine(who),
        "members": store.campaigns.members(who, campaign),
        "counts": store.campaigns.counts(who, campaign),
        "invitations": store.invitations.all(who, campaign),
        "shares": shares,
        "each": [store.shared.one(who, share.id) for share in shares],
        "some": store.shared.some(who, campaign, [share.id for share in shares]),
        "keys": store.keys.all(who, campaign),
        "by key": store.keys.shared_by_key(key, campaign),
        "pictures": store.team_pictures.mine(who),
        "log": store.audit.page(who, campaign),
    }
    for search in SEARCHES:
        for state in (None, "shared", "not_shared"):
            seen[f"people {search} {state}"] = store.invitations.page(who, campaign, 1, search, state)  # type: ignore[arg-type]
        for sort in SORTS:
            seen[f"shares {search} {sort}"] = store.shared.page(who, campaign, 1, sort, search)
    return json.dumps(seen, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return repr(value)
