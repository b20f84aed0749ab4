"""How somebody who shared is called on the organisers' pages, when they shared, and how their roles look there."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from catalog.time_zone import zone_named
from charts.palette import RoleMark, mark_of
from people.organiser.shapes import Campaign, Share
from reports.organising.within import within
from reports.sharing.shown import Shown, shown
from reports.told.day import known_moment_in_words
from views.frame.addresses import ADDRESSES
from views.frame.context import Site
from views.frame.head_and_foot import in_language
from views.frame.markup import Markup, esc
from views.result.as_shared import own_text

SLUGS = {address.name: address.slug for address in ADDRESSES}


def seen(here: Site, share: Share) -> Shown:
    """What the share's level lets its reader see, in the reader's language."""
    return shown(within(share.level, share.content), here.words)


def called(here: Site, share: Share) -> str:
    return share.name or here.words("reading.nameless")


def named(here: Site, share: Share) -> Markup:
    """The name as it was shared, which may be in any script."""
    return own_text(share.name) if share.name else esc(here.words("reading.nameless"))


def moment(here: Site, campaign: Campaign, at: datetime) -> str:
    """By the campaign's clocks, with their zone."""
    return known_moment_in_words(here.words, at.astimezone(zone_named(campaign.zone)))


def marks(here: Site, page: Shown) -> dict[str, RoleMark]:
    """Each role as it looks everywhere; those that today's files do not hold come after theirs."""
    known = here.known.get(page.assessment)
    order = [role.id for role in known.roles] if known else []
    order += [one.fit.id for one in page.verdict.roles if one.fit.id not in order] if page.verdict else []
    return {role: mark_of(place, here.theme) for place, role in enumerate(order)}


def address(here: Site, name: str, **parameters: str) -> str:
    """The address of a page in the reader's language."""
    query = urlencode(in_language(here, **parameters), safe=",")
    return f"/{SLUGS[name]}" + (f"?{query}" if query else "")


def anchor(label: Markup, target: str, css: str = "") -> Markup:
    """A link in the page's own place; ``label`` is markup."""
    dressed = f' class="{css}"' if css else ""
    return f'<a href="{esc(target)}" target="_self"{dressed}>{label}</a>'
