"""The log of a workshop: who did what when. It is read here, and changed nowhere."""

from __future__ import annotations

from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.shapes import AuditEntry, Workshop
from people.trainer.workshops import log
from views.frame.context import Site
from views.frame.markup import element, show, table, tag
from views.organising.heading import heading
from views.organising.pager import page_number, pager
from views.workshop.said import said_moment, say_refused


def log_part(here: Site, signed: Signed, workshop: Workshop, *, rehearsed: bool) -> None:
    words = here.words
    heading(words("trainer.log.title"), words("trainer.log.lead"))
    if rehearsed:
        show(tag("p", words("trainer.rehearsal.log")))
    name = f"log_{workshop.id}"
    found = log(signed.token, workshop.id, page_number(name))
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    columns = [words(f"trainer.log.column.{column}") for column in ("moment", "who", "action")]
    rows = [(said_moment(here, entry.moment), entry.who, _said(here, entry)) for entry in found.rows]
    show(element("div", table(columns, rows, words("trainer.log.title")), "fit-log"))
    pager(here, name, found.number, found.of, found.total)


def _said(here: Site, entry: AuditEntry) -> str:
    """The action in a sentence; a kind that has no words yet, by its name."""
    key = f"trainer.log.action.{entry.action}"
    return here.words(key) if key in here.words else entry.action
