"""The log of a campaign: who did what when. It is read here, and changed nowhere."""

from __future__ import annotations

from people.organiser.asking import Refused
from people.organiser.filled import moment_in
from people.organiser.log import page
from people.organiser.shapes import AuditEntry, Campaign
from people.organiser.signed import Signed
from reports.told.day import known_moment_in_words
from views.frame.context import Site
from views.frame.markup import element, in_a_row, show, table
from views.organising.heading import heading
from views.organising.pager import page_number, pager
from views.organising.said import say_refused


def log_part(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("organise.log.title"), words("organise.log.lead"))
    name = f"log_{campaign.id}"
    found = page(signed.token, campaign.id, page_number(name))
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    columns = [words(f"organise.log.column.{column}") for column in ("moment", "who", "action")]
    rows = [(_moment(here, campaign, entry), entry.who, _said(here, entry)) for entry in found.rows]
    show(element("div", table(columns, rows, words("organise.log.title")), "fit-log"))
    pager(here, name, found.number, found.of, found.total)


def _moment(here: Site, campaign: Campaign, entry: AuditEntry) -> str:
    return known_moment_in_words(here.words, moment_in(campaign.zone, int(entry.moment.timestamp() * 1000)))


def _said(here: Site, entry: AuditEntry) -> str:
    """The action in a sentence; a kind that has no words yet, by its name."""
    words, key = here.words, f"organise.log.action.{entry.action}"
    detail = entry.detail or {}
    said = words(key, n=entry.subject) if key in words else entry.action
    fields = [
        words(name) if (name := f"organise.field.{field}") in words else field
        for field in str(detail.get("fields") or "").split(",")
        if field
    ]
    if fields:
        return words("organise.log.with", action=said, what=in_a_row(words, fields))
    for what in ("access", "format"):
        if what in detail:
            name = f"organise.log.{what}.{detail[what]}"
            return words("organise.log.with", action=said, what=words(name) if name in words else detail[what])
    return said
