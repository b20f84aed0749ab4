"""What the screen shows of the room at the present stage, as the panel sees it: the same snapshot, as a table."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.trainer.shapes import Snapshot, Workshop
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import in_a_row, show, table, tag
from views.workshop.live import live
from views.workshop.running import snapshot_here
from views.workshop.screen.check import counted
from views.workshop.screen.picture import verdicts
from views.workshop.screen.rows import changes, traits

TRAITS = ["trait", "low", "mean", "high", "spread"]
CHANGES = ["trait", "low", "before", "after", "high"]


def what_was_shown(here: Site, signed: Signed, workshop: Workshop) -> None:
    found = snapshot_here(signed, workshop)
    if found is None:
        return
    words = here.words
    with st.expander(plain(words("trainer.shown.title"))):
        show(tag("p", words("trainer.shown.people", n=found.people), "fit-muted"))
        columns, rows = _table(here, workshop, found)
        show(table([words(f"projector.column.{name}") for name in columns], rows, words("trainer.shown.title")))
        if found.kind == "picture":
            show(tag("p", verdicts(here, found)))


def _table(here: Site, workshop: Workshop, found: Snapshot) -> tuple[list[str], list[tuple[str, ...]]]:
    if found.kind == "picture":
        now = traits(here, workshop, found)
        return TRAITS, [(row.name, row.low, row.said, row.high, row.apart) for row in now]
    if found.kind == "change":
        both = changes(here, workshop, found)
        return CHANGES, [(row.name, row.low, row.said, str(row.after), row.high) for row in both]
    asked = live(here, workshop.stage.about)
    bars = counted(here, asked, found) if asked is not None else []
    return ["answer", "count"], [(in_a_row(here.words, (text for text, _ in bar.names)), bar.said) for bar in bars]
