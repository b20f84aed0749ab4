"""Trying a workshop alone: the buttons that begin it, what the panel says of it, and what one simulated phone shows."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.participant.shapes import Seat
from people.rehearsal import rehearsals
from people.rehearsal.phones import PHONES
from people.rehearsal.rehearsals import Rehearsal
from people.trainer.shapes import Workshop, WorkshopDraft
from views.frame.context import Site, site
from views.frame.head_and_foot import go, link, notice
from views.frame.labels import label_of, plain
from views.frame.markup import bullets, element, in_a_row, show, tag
from views.organising.heading import heading
from views.organising.said import say_next
from views.workshop.leading.agendas import agenda_for, offered
from views.workshop.live import Live, discussion, live
from views.workshop.phone.stages import now_line
from views.workshop.running import assessment_of
from views.workshop.said import said_moment

LONGEST = 120
EVERY = "2s"
SETTINGS = ("time", "agenda", "colleagues", "copy", "delete")


def rehearse_this(here: Site, signed: Signed, workshop: Workshop) -> None:
    """With the workshop's own agenda. Nothing of it happens to the workshop itself."""
    if workshop.assessment is not None and assessment_of(here, workshop) is None:
        return
    with st.container(key="rehearse"):
        show(tag("p", here.words("trainer.rehearsal.lead", n=PHONES), "fit-muted"))
        if st.button(plain(here.words("trainer.rehearsal.go")), key="rehearse_this"):
            _begin(here, signed, draft_of(workshop), workshop.id)


def rehearse_ready_made(here: Site, signed: Signed) -> None:
    """With the first ready-made agenda and the first questionnaire, before there is any workshop."""
    ready = here.content.workshops
    if ready is None or not st.button(plain(here.words("trainer.rehearsal.go")), key="rehearse_ready_made"):
        return
    assessment, _, form = next(iter(offered(here))).partition("/")
    agenda = agenda_for(here, ready.agendas[0].id, bool(form))
    title = here.words("trainer.new.proposed")
    draft = WorkshopDraft(
        title=title, assessment=assessment if form else None, form=form or None, language=None, agenda=agenda
    )
    _begin(here, signed, draft)


def draft_of(workshop: Workshop) -> WorkshopDraft:
    return WorkshopDraft(
        title=workshop.title,
        assessment=workshop.assessment,
        form=workshop.form,
        language=workshop.language,
        agenda=workshop.agenda,
    )


def _begin(here: Site, signed: Signed, draft: WorkshopDraft, tried: str = "") -> None:
    words = here.words
    ready = here.content.workshops
    title = words("trainer.rehearsal.mark", title=draft.title)[:LONGEST]
    marked = WorkshopDraft(
        title=title, assessment=draft.assessment, form=draft.form, language=draft.language, agenda=draft.agenda
    )
    asked = {stage.about: found for stage in draft.agenda if (found := live(here, stage.about)) is not None}
    begun = rehearsals.begin(
        signed,
        marked,
        assessment=here.assessments.get(draft.assessment or ""),
        questions={about: found.counted_by for about, found in asked.items()},
        nicknames=[ready.nickname(here.language, number) for number in range(PHONES)] if ready is not None else (),
        language=here.language,
        tried=tried,
    )
    if begun is None:
        notice(words("trainer.rehearsal.full"))
        return
    go("workshop", here, id=begun.id)


def rehearsal_note(here: Site, signed: Signed, workshop: Workshop) -> None:
    """``signed``: the trainer who began it."""
    words = here.words
    notice(words("trainer.rehearsal.note", n=PHONES, moment=said_moment(here, workshop.ends)))
    if st.button(plain(words("trainer.rehearsal.end")), key="rehearsal_end"):
        rehearsals.end(signed, workshop.id)
        say_next(words("trainer.rehearsal.ended"))
        go("workshops", here)


def no_settings(here: Site, rehearsal: Rehearsal) -> None:
    """Why a rehearsal has none, and where they are."""
    words = here.words
    heading(words("trainer.rehearsal.settings.title"), words("trainer.rehearsal.settings.lead"))
    show(bullets(words(f"trainer.rehearsal.settings.{one}") for one in SETTINGS))
    with st.container(key="further"):
        if rehearsal.tried:
            label = words("trainer.rehearsal.settings.open")
            link("workshop", label, here, id=rehearsal.tried, part="settings")
        else:
            link("workshop_new", words("trainer.list.make"), here)


def simulated_phone(rehearsal: Rehearsal) -> None:
    with st.container(key="simulated"):
        _phone(rehearsal)


@st.fragment(run_every=EVERY)
def _phone(rehearsal: Rehearsal) -> None:
    here = site()
    words = here.words
    with st.expander(plain(words("trainer.rehearsal.phone")), key="simulated_phone"):
        label = words("trainer.rehearsal.which")
        at = st.selectbox(
            label,
            range(PHONES),
            format_func=lambda at: words("trainer.rehearsal.numbered", n=at + 1),
            key="simulated_which",
            label_visibility=label_of(label),
        )
        seats = rehearsal.seats()
        if at is None or at >= len(seats):
            show(tag("p", words("trainer.rehearsal.nobody"), "fit-muted"))
        else:
            show(element("section", _screen(here, seats[at]), "fit-card"))


def _screen(here: Site, seat: Seat) -> str:
    """As the phone's own page says it, to be read only."""
    words, stage = here.words, seat.workshop.stage
    inner = tag("p", seat.nickname, "fit-kicker") + tag("h3", now_line(here, seat, stage))
    spoken = discussion(here, stage.about)
    if spoken is not None:
        inner += tag("p", words.of(spoken.question))
    asked = live(here, stage.about)
    if asked is not None:
        inner += tag("p", asked.ask)
        if stage.about in seat.voted:
            answer = words("trainer.rehearsal.voted", answer=_said(here, asked, seat.voted[stage.about]))
            inner += tag("p", answer, "fit-muted")
    return inner


def _said(here: Site, asked: Live, choice: object) -> str:
    """A vote in words, in the order in which it was given."""
    names = [choice] if isinstance(choice, str) else list(choice) if isinstance(choice, list | dict) else []
    return in_a_row(here.words, [asked.options[name] for name in names if name in asked.options])
