"""Somebody else changed the campaign while it was being changed here: what is theirs, what is still to be decided."""

from __future__ import annotations

from collections.abc import Iterable

from people.organiser.filled import values_of
from people.organiser.merging import merged
from people.organiser.shapes import Campaign
from views.frame.context import Site
from views.frame.markup import in_a_row, show, tag
from views.organising.form.state import FormState

MOMENTS = ("opens", "closes")


def meet(here: Site, state: FormState, current: Campaign) -> bool:
    """The form goes on from ``current``; what was typed here stays typed.

    True where somebody else's change came in beside what was typed: a tap that saves was made without having seen it.
    """
    if state.revision == current.revision:
        return False
    state.collect()
    theirs = values_of(current, here.content.language_ids)
    met = merged(state.base, state.values, theirs)
    beside = state.touched and bool(met.taken or met.open)
    if state.touched:
        state.taken = tuple(dict.fromkeys((*state.taken, *met.taken)))
        state.theirs = {**state.theirs, **met.open}
    state.values, state.base, state.revision = dict(met.values), theirs, current.revision
    state.round += 1
    return beside


def say_what_met(here: Site, state: FormState) -> None:
    """Above the form: what somebody else changed meanwhile, and what both did."""
    words = here.words
    if not state.taken and not state.theirs:
        return
    said = tag("p", words("organise.conflict.lead"))
    if state.taken:
        said += tag("p", words("organise.conflict.taken", fields=_named(here, state.taken)))
    if state.theirs:
        said += tag("p", words("organise.conflict.open", fields=_named(here, state.theirs)))
    show(f'<section class="fit-note" role="status">{said}</section>')


def conflict_settled(state: FormState) -> None:
    """What was saved is one's own: there is nothing left to choose from."""
    state.taken, state.theirs = (), {}


def _named(here: Site, fields: Iterable[str]) -> str:
    return in_a_row(here.words, dict.fromkeys(field_name(here, field) for field in fields))


def field_name(here: Site, field: str) -> str:
    """A field as its label calls it, with the language of its text."""
    words = here.words
    name, _, language = field.partition(".")
    for moment in MOMENTS:
        name = moment if name.startswith(f"{moment}_") else name
    spoken = {one.id: one.name for one in here.content.languages}
    label = words(f"organise.field.{name}")
    return words("organise.field.of", field=label, language=spoken[language]) if language in spoken else label
