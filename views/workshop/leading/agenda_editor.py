"""The agenda as it is changed: minutes, order, stages left out and added; each change is kept at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.shapes import KINDS, Stage, Workshop, WorkshopDraft
from people.trainer.workshops import change
from views.frame.context import Site
from views.frame.labels import label_of, plain
from views.frame.markup import show, tag
from views.organising.heading import heading
from views.organising.said import say_next, say_what_is_due
from views.workshop.leading.agendas import MEASURING
from views.workshop.live import discussion, live
from views.workshop.said import sentence_for

PLACE = "agenda"
MOST_MINUTES = 90
ADDED_MINUTES = 5


def agenda_editor(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    heading(words("trainer.edit.title"), words("trainer.edit.lead"))
    say_what_is_due(PLACE)
    for place, stage in enumerate(workshop.agenda):
        with st.container(key=f"stage_row_{place}", horizontal=True, vertical_alignment="center"):
            _row(here, signed, workshop, place, stage)
    _add(here, signed, workshop)


def _row(here: Site, signed: Signed, workshop: Workshop, place: int, stage: Stage) -> None:
    words, last = here.words, len(workshop.agenda) - 1
    name = words(f"workshop.stage.{stage.kind}")
    about = _named(here, stage.about)
    show(tag("p", f"{place + 1}. {name}") + (tag("p", about, "fit-hint") if about else ""))
    label = words("trainer.edit.minutes", stage=name)
    # The beat is in the key: after a change by anybody the fields begin with what is kept.
    key = f"minutes_{place}_{workshop.beat}"
    st.number_input(
        label,
        1,
        MOST_MINUTES,
        stage.minutes,
        key=key,
        label_visibility="collapsed",
        width=120,
        on_change=_minutes,
        args=(here, signed, workshop, place, key),
    )
    agenda = list(workshop.agenda)
    moved = [*agenda]
    if place:
        moved[place - 1], moved[place] = moved[place], moved[place - 1]
    for what, new, off in (
        ("up", moved, place == 0),
        ("out", agenda[:place] + agenda[place + 1 :], last == 0),
    ):
        st.button(
            plain(words(f"trainer.edit.{what}")),
            key=f"edit_{what}_{place}",
            type="tertiary",
            disabled=off,
            on_click=_keep,
            args=(here, signed, workshop, new),
        )


def _add(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    offered = _offered(here, workshop)
    label = words("trainer.edit.add_label")
    names = {f"{kind}:{about}": text for kind, about, text in offered}
    chosen = st.selectbox(
        label,
        list(names),
        key=f"edit_add_{here.language}",
        format_func=lambda one: plain(names[one]),
        label_visibility=label_of(label),
    )
    kind, _, about = str(chosen).partition(":")
    added = Stage(next(one for one in KINDS if one == kind), ADDED_MINUTES, about)
    agenda = [*workshop.agenda, added]
    st.button(
        plain(words("trainer.edit.add")), key="edit_add_go", on_click=_keep, args=(here, signed, workshop, agenda)
    )


def _offered(here: Site, workshop: Workshop) -> list[tuple[str, str, str]]:
    """Kind, what it is about, and its name: each stage that this workshop may have."""
    words, ready = here.words, here.content.workshops
    found: list[tuple[str, str, str]] = []
    about: dict[str, list[str]] = {"check": [], "wrap_up": [""], "discussion": [""]}
    if ready is not None:
        about["discussion"] += [one.id for one in ready.discussions]
        about["check"] = [one.id for one in ready.checks]
        about["wrap_up"] += [one.id for one in ready.polls]
    for kind in KINDS:
        if kind in MEASURING and workshop.assessment is None:
            continue
        name = words(f"workshop.stage.{kind}")
        for one in about.get(kind, [""]):
            text = _named(here, one)
            found.append((kind, one, words("trainer.edit.about", stage=name, text=text) if text else name))
    return found


def _named(here: Site, about: str) -> str:
    found = discussion(here, about)
    if found is not None:
        return here.words.of(found.question)
    asked = live(here, about)
    return asked.ask if asked is not None else ""


def _minutes(here: Site, signed: Signed, workshop: Workshop, place: int, key: str) -> None:
    agenda = list(workshop.agenda)
    agenda[place] = replace(agenda[place], minutes=int(st.session_state[key] or agenda[place].minutes))
    _keep(here, signed, workshop, agenda)


def _keep(here: Site, signed: Signed, workshop: Workshop, agenda: Sequence[Stage]) -> None:
    draft = WorkshopDraft(
        title=workshop.title,
        assessment=workshop.assessment,
        form=workshop.form,
        language=workshop.language,
        agenda=tuple(agenda),
    )
    done = change(signed.token, workshop, draft)
    if isinstance(done, Refused):
        say_next(here.words(sentence_for(done)), PLACE)
