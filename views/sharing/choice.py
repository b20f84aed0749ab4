"""The choice of what to share: five ways of equal weight, none chosen beforehand, with the reader's screen below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.candidate.sharing import NAME_LENGTH, NOTE_LENGTH, Participation, lines, one_line, share, withdraw
from people.respondent.outcome import Outcome
from reports.sharing.levels import LEVELS, Level
from reports.sharing.shown import shown
from reports.sharing.told import told_of
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.labels import label_of, plain
from views.frame.markup import element, show, tag
from views.frame.seeds import index_of, seeded
from views.result.as_shared import as_shared
from views.sharing.own_result import OwnResult

Choice = Literal["nothing", "took_part", "guide", "fits", "traits"]
CHOICES: tuple[Choice, ...] = ("nothing", *LEVELS)
PROPOSED: Choice = "guide"
SAID = "said_of_sharing"
"""What became of the last tap, for the page that follows it."""


@dataclass
class Choosing:
    """What stands in the fields, kept while the store is away and when the language is switched.

    ``open``: the fields stand, although something is shared or nothing is to be. ``declined``: in this visit.
    """

    level: Choice | None = None
    named: bool = False
    name: str = ""
    note: str = ""
    open: bool = False
    declined: bool = False


def choosing(part: Participation) -> Choosing:
    """This visit's; it begins with what is shared, if anything is."""
    key = f"choosing_{part.id}"
    if key not in st.session_state:
        known = part.share
        st.session_state[key] = (
            Choosing() if known is None else Choosing(known.level, bool(known.name), known.name, known.note)
        )
    found: Choosing = st.session_state[key]
    return found


def choose(here: Site, part: Participation, own: OwnResult) -> None:
    """The fields, the preview, and one button for whatever is chosen."""
    words, held = here.words, choosing(part)
    with st.container(key=f"choice_{part.id}"):
        show(tag("h3", words("sharing.choose.title")))
        _levels(here, part, own.assessment, held)
        if held.level not in (None, "nothing"):
            _own_words(here, part, held)
        _preview(here, own, held)
        label = words("sharing.choose.confirm")
        st.button(
            plain(label), key=f"confirm_{part.id}", type="primary", width="stretch", on_click=_confirm,
            args=(here, part, own),
        )  # fmt: skip
        if part.share is not None or held.declined:
            st.button(plain(words("sharing.receipt.keep")), key=f"keep_{part.id}", on_click=_keep, args=(part,))


def _levels(here: Site, part: Participation, taken: Assessment, held: Choosing) -> None:
    words, key = here.words, f"level_{part.id}_{here.language}"
    names = {one: plain(words(f"sharing.level.{one}.name")) for one in CHOICES}
    about = {one: told_of(one, taken, words) for one in CHOICES}
    about[PROPOSED] = words("sharing.choose.proposed", about=about[PROPOSED])
    label = words("sharing.choose.title")
    with st.container(key=f"levels_{part.id}"):
        st.radio(
            label,
            CHOICES,
            index=index_of(CHOICES, seeded(key, held.level)),
            format_func=names.__getitem__,
            captions=[plain(text) for text in about.values()],
            key=key,
            label_visibility="collapsed",
        )
    held.level = st.session_state[key]


def _own_words(here: Site, part: Participation, held: Choosing) -> None:
    """Name and note; what is typed is shown in the preview as it would be stored."""
    words, ids = here.words, {field: f"{field}_{part.id}_{here.language}" for field in ("named", "name", "note")}
    begun = {field: seeded(key, getattr(held, field)) for field, key in ids.items()}
    label = words("sharing.choose.with_name")
    held.named = st.checkbox(label, begun["named"], key=ids["named"], label_visibility=label_of(label))
    if held.named:
        label = words("sharing.choose.name")
        held.name = st.text_input(
            label, begun["name"], key=ids["name"], max_chars=NAME_LENGTH, live=True, autocomplete="name",
            placeholder=words("sharing.choose.name_hint"), label_visibility=label_of(label),
        ) or ""  # fmt: skip
    label = words("sharing.choose.note")
    held.note = st.text_area(
        label, begun["note"], key=ids["note"], max_chars=NOTE_LENGTH, label_visibility=label_of(label)
    ) or ""  # fmt: skip
    show(tag("p", words("sharing.choose.note_hint"), "fit-muted"))


def _preview(here: Site, own: OwnResult, held: Choosing) -> None:
    words = here.words
    inner = tag("h3", words("sharing.choose.preview"))
    if held.level is None:
        inner += tag("p", words("sharing.choose.preview_none"), "fit-muted")
    elif held.level == "nothing":
        inner += tag("p", words("sharing.choose.preview_nothing"))
    else:
        page = shown(own.copy(here, held.level), words)
        inner += as_shared(here, page, _name(held), lines(held.note), heading="h4")
    show(element("section", inner, "fit-preview"))


def _name(held: Choosing) -> str:
    return one_line(held.name) if held.named else ""


def _confirm(here: Site, part: Participation, own: OwnResult) -> None:
    """What the fields hold at the tap, also where the tap is the one that ended the typing."""
    held = choosing(part)
    for field, empty in (("level", None), ("named", False), ("name", ""), ("note", "")):
        key = f"{field}_{part.id}_{here.language}"
        if key in st.session_state:
            setattr(held, field, st.session_state[key] or empty)
    st.session_state[SAID] = _done(here, part, own, held)


def _done(here: Site, part: Participation, own: OwnResult, held: Choosing) -> str:
    """The key of the sentence that says what became of it."""
    if held.level is None:
        return "sharing.choose.first"
    if held.level == "nothing":
        outcome = withdraw(visitor().token, part.id)
        if outcome is Outcome.DONE:
            held.open, held.declined = False, True
            return "sharing.receipt.declined"
        return failed(outcome)
    level: Level = held.level
    outcome = share(
        visitor().token, part.id, level, name=_name(held), note=held.note, content=own.copy(here, level),
        sheet=own.sheet,
    ).outcome  # fmt: skip
    if outcome is not Outcome.DONE:
        return failed(outcome)
    held.open = held.declined = False
    return "sharing.receipt.done"


def failed(outcome: Outcome) -> str:
    return {
        Outcome.AWAY: "sharing.failed.away",
        Outcome.CHANGED: "sharing.failed.changed",
        Outcome.TAKEN: "sharing.failed.used",
        Outcome.REFUSED: "sharing.failed.refused",
    }.get(outcome, "sharing.failed.over")


def _keep(part: Participation) -> None:
    st.session_state.pop(f"choosing_{part.id}", None)
