"""What an organiser puts into a campaign and gets out of it: frozen, and silent about links when printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar

Access = Literal["owner", "editor", "reader"]
Links = Literal["open", "personal"]
Level = Literal["took_part", "guide", "fits", "traits"]
Standing = Literal["planned", "running", "paused", "closed"]
InvitationState = Literal["shared", "not_shared"]
LEVELS: tuple[Level, ...] = ("took_part", "guide", "fits", "traits")
"""Each includes what stands before it."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CampaignTexts:
    """What a candidate reads before anything is asked, in one language. ``message`` and ``consent`` may be empty."""

    sender: str
    message: str
    purpose: str
    contact: str
    consent: str


@dataclass(frozen=True, slots=True)
class CoreQuestion:
    """A question that every candidate of a campaign is asked, by language, and what to listen for at both ends."""

    ask: Mapping[str, str]
    low: Mapping[str, str] = field(default_factory=dict)
    high: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an organiser fills in.

    ``texts``: by language. ``language``: the candidate's language, None where they choose among those of the texts.
    ``opens``, ``closes``: ms since 1970 UTC; ``zone``: the IANA zone in which the organiser reads them. ``keep_days``:
    how long after closing everything is kept. ``most``: the most personal links; for an open link, nobody begins any
    more once this many have shared.
    """

    title: str
    texts: Mapping[str, CampaignTexts]
    assessment: str
    form: str
    language: str | None
    zone: str
    opens: int
    closes: int
    keep_days: int = 180
    most: int = 1000
    links: Links
    core: tuple[CoreQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Draft):
    """A campaign as one organiser sees it.

    ``owner``: the owner's name. ``access``: of who asks. ``revision`` grows with each change. ``closed``: by hand, or
    because its time is over. ``secret``: of the open link; None where links are personal, and for a reader.
    ``over``: when everything of it is deleted, in ms since 1970 UTC.
    """

    id: str
    owner: str
    access: Access
    revision: int
    paused: bool
    closed: bool
    standing: Standing
    secret: str | None = field(repr=False)
    created: datetime
    over: int


@dataclass(frozen=True, slots=True)
class Invited:
    """A person to be invited: at least one of the three is filled in."""

    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A personal link, of which is told only whether somebody has shared with it. ``secret``: "" for a reader."""

    id: str
    name: str = field(repr=False)
    address: str = field(repr=False)
    reference: str = field(repr=False)
    secret: str = field(repr=False)
    shared: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A personal link for each of some people, in their order; ``new``: how many of them were made just now."""

    links: tuple[Invitation, ...]
    new: int


@dataclass(frozen=True, slots=True)
class Share:
    """What a candidate chose to show, a copy made at that moment. ``name``, ``note``: "" where they left them out.

    ``invited_name``, ``invited_reference``: the organiser's own words for whom the link was made, None for an open one.
    ``shared``: the first moment, ``changed``: the last. ``until``: when it is deleted by itself.
    """

    id: str
    campaign: str
    invitation: str | None
    invited_name: str | None = field(repr=False)
    level: Level
    name: str = field(repr=False)
    note: str = field(repr=False)
    content: Mapping[str, Any] = field(repr=False)
    assessment: str
    version: str
    language: str
    shared: datetime
    changed: datetime
    until: datetime
    invited_reference: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Counts:
    """``invited``: personal links that are not withdrawn, None for an open link.

    ``finished_at_least``: a multiple of 5, None where it would be too few to tell, or would leave too few others.
    ``shared_by_day``: by the campaign's own days, those without a share left out.
    """

    invited: int | None
    shared: int
    by_level: Mapping[Level, int]
    finished_at_least: int | None
    shared_by_day: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """``rows`` of page ``number`` of ``of`` pages; ``total``: rows on all pages."""

    rows: tuple[T, ...]
    total: int
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """``who``: the organiser's name, or a key's label. ``subject``: an id or a count, never a candidate's name."""

    moment: datetime
    who: str
    action: str
    subject: str
    detail: Mapping[str, int | str] | None


@dataclass(frozen=True, slots=True)
class Key:
    """A key for another system; its secret was given out once. ``prefix``: by which its maker knows it again."""

    id: str
    label: str
    prefix: str
    created: datetime
    last_used: datetime | None


@dataclass(frozen=True, slots=True)
class KeyAccess:
    campaign: str
    key: str


@dataclass(frozen=True, slots=True)
class TeamPicture:
    """A group's picture that an organiser keeps to compare with; nobody of the group is in it."""

    id: str
    title: str
    assessment: str
    version: str
    content: Mapping[str, Any] = field(repr=False)
    created: datetime


@dataclass(frozen=True, slots=True)
class CampaignDeletion:
    """What a deletion took away, counted by kind, and what a look afterwards still found (``remaining``, 0).

    Who took part without sharing is deleted too and not counted: the number would tell who did. ``wiped``: True where
    the bytes are out of the files too (SQLite); None where the database server decides when.
    """

    gone: Counter[str]
    remaining: int
    wiped: bool | None
    at: datetime
