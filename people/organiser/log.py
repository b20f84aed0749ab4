"""The log of a campaign: what was done by whom. Operations note themselves; what is only looked at is noted here."""

from __future__ import annotations

from typing import Literal

from people.organiser.asking import Refused, asked
from store import AuditEntry, Page, Token

Looked = Literal["opened", "listed", "exported", "impact"]


def note(who: Token, campaign: str, action: Looked, subject: str = "", **detail: int | str) -> Refused | None:
    """Before the thing itself is shown or given out: what cannot be noted is not done."""
    return asked(lambda store: store.audit.note(who, campaign, action, subject, detail or None))


def page(who: Token, campaign: str, number: int) -> Page[AuditEntry] | Refused:
    return asked(lambda store: store.audit.page(who, campaign, number))
