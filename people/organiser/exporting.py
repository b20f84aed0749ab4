"""What was shared, to take along as a file. Who asks is checked at that moment, and the log has it first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from people.organiser.asking import Refused, asked
from people.respondent.outcome import Outcome
from store import Campaign, Share, Store, Token

Form = Literal["xlsx", "csv", "json", "guides", "guide"]
OF_ONE: Form = "guide"
FORMS: Mapping[str, Form] = {"xlsx": "xlsx", "csv": "csv", "json": "json", "guides": "guides", "guide": "guide"}


@dataclass(frozen=True, slots=True)
class Export:
    """What a file is made of. ``shares``: all of the campaign's, or the one that was asked for."""

    campaign: Campaign
    shares: tuple[Share, ...]


def export(who: Token | None, campaign: str, form: Form, share: str = "") -> Export | Refused:
    """OVER: nobody is signed in, or there is no such campaign or share that they may see; AWAY: no store answers."""
    if who is None:
        return Refused(Outcome.OVER)

    def work(store: Store) -> Export:
        read = store.campaigns.read(who, campaign)
        shares = store.shared.some(who, campaign, [share]) if form == OF_ONE else store.shared.all(who, campaign)
        store.audit.note(who, campaign, "exported", share if form == OF_ONE else str(len(shares)), {"format": form})
        return Export(read, shares)

    return asked(work)
