"""Making a workshop: a title, what it is about, and a ready-made agenda. Everything else has a sensible beginning."""

from __future__ import annotations

import streamlit as st

from people.respondent.outcome import Outcome
from people.trainer.asking import Refused
from people.trainer.shapes import WorkshopDraft
from people.trainer.workshops import make
from views.frame.context import Site, site
from views.frame.head_and_foot import go
from views.frame.labels import labelled, plain
from views.frame.markup import show, tag
from views.frame.seeds import index_of, seeded
from views.organising.entry import signed_or_door
from views.organising.said import say_next
from views.workshop.leading.agendas import LESSONS, agenda_for, offered, ready_made, usual
from views.workshop.leading.heading import no_gate, way_to_list
from views.workshop.said import say_refused

LONGEST = 120
OPEN = "open"


def main() -> None:
    here = site()
    words = here.words
    signed = signed_or_door(here, "new-workshop")
    if signed is None:
        return
    way_to_list(here)
    show(tag("h1", words("trainer.new.title")) + tag("p", words("trainer.new.lead"), "fit-lead"))
    no_gate(here)
    title = _title(here)
    what = _choice(here, "what", offered(here), next(iter(offered(here))))
    spoken = {OPEN: words("trainer.new.language_open")} | {one.id: one.name for one in here.content.languages}
    language = _choice(here, "language", spoken, OPEN)
    agendas = ready_made(here, what != LESSONS)
    agenda = _choice(here, "agenda", agendas, usual(here))
    with st.container(key="save_campaign"):
        tapped = st.button(plain(words("trainer.new.make")), key="save", type="primary")
    if not tapped:
        return
    assessment, _, form = what.partition("/")
    draft = WorkshopDraft(
        title=title.strip(),
        assessment=assessment or None if what != LESSONS else None,
        form=form or None if what != LESSONS else None,
        language=None if language == OPEN else language,
        agenda=agenda_for(here, agenda, what != LESSONS),
    )
    made = make(signed.token, draft)
    if isinstance(made, Refused):
        if made.outcome is Outcome.REFUSED and made.field == "title":
            show(tag("p", words("trainer.new.no_title"), "fit-mistake"))
        else:
            say_refused(here, made)
        return
    say_next(words("trainer.new.made"))
    go("workshop", here, id=made.id)


def _title(here: Site) -> str:
    label = here.words("trainer.new.name")
    with labelled("workshop_title", label):
        key = "new_workshop_title"
        held = seeded(key, here.words("trainer.new.proposed"))
        typed = st.text_input(label, held, max_chars=LONGEST, key=key, label_visibility="collapsed")
    return str(typed or "")


def _choice(here: Site, name: str, options: dict[str, str], first: str) -> str:
    """One of ``options``, in words."""
    label, hint = here.words(f"trainer.new.{name}"), here.words(f"trainer.new.{name}_hint")
    # Kept under a key of its own, so that a language switch shows what was chosen.
    kept = f"new_workshop_{name}"
    key = f"{kept}_{here.language}_{len(options)}"
    chosen = st.session_state.get(kept, first)
    held = seeded(key, chosen if chosen in options else first)
    texts = {option: plain(text) for option, text in options.items()}
    with labelled(key, label, hint), st.container(key=f"options_{name}"):
        found = st.radio(
            label,
            list(texts),
            index=index_of(texts, held),
            format_func=texts.__getitem__,
            label_visibility="collapsed",
            width="stretch",
            key=key,
        )
    st.session_state[kept] = found or first
    return str(found or first)


main()
