"""What a candidate gets: who asks, what became of a link, and what they take part in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.campaigns.values import CampaignTexts, Links, Share, Standing
from store.respondents.values import Sheet, Token

Outcome = Literal["begun", "again", "ask"]


@dataclass(frozen=True, slots=True)
class PublicCampaign:
    """What a candidate may know of a campaign. ``opens``, ``closes``: ms since 1970 UTC, read in ``zone``.

    ``until``: when everything of it is deleted.
    """

    id: str
    title: str
    texts: Mapping[str, CampaignTexts]
    assessment: str
    form: str
    language: str | None
    zone: str
    opens: int
    closes: int
    keep_days: int
    links: Links
    standing: Standing
    until: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """What is behind a link. ``begun``: this very device takes part already; of other devices nothing is told."""

    campaign: PublicCampaign
    personal: bool
    begun: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """``token``: this device's, None where the one that it presented goes on.

    ``outcome``: "begun", a sheet to answer; "again", a finished sheet of the same version, to be offered and not asked
    again; "ask", nothing was done: this device takes part already, by another personal link, and may be somebody
    else's. ``participation`` and ``sheet`` are "" and None then.
    """

    token: Token | None
    participation: str
    sheet: Sheet | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Participation:
    """What one candidate takes part in. ``until``: when what they shared, or could share, is deleted by itself."""

    id: str
    campaign: PublicCampaign
    share: Share | None
    until: datetime
