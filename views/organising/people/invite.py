"""A list in: pasted or from a file, checked line by line, then taken as a whole, or without the lines with problems."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.invitations import checked, invite
from people.organiser.lists.read import MOST_BYTES, read_list
from people.organiser.lists.values import ReadList
from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from views.frame.context import Site
from views.frame.labels import labelled, plain
from views.frame.markup import show, tag
from views.frame.seeds import seeded
from views.organising.heading import heading
from views.organising.people.list_report import list_report
from views.organising.said import say_next, say_refused, say_what_is_due

MEGABYTES = MOST_BYTES >> 20
TAKEN_MEGABYTES = 5
"""What the field lets through, of any kind, so that our own words say what is wrong with a file; the server's most."""


@dataclass
class Intake:
    """``read``: the list that was checked last, ``of``: what stood in the fields then; ``round``: a fresh file field
    each time, since a browser keeps the file in the old one.
    """

    read: ReadList | None = None
    of: tuple[str, str] = ("", "")
    text: str = ""
    round: int = 0


def invite_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    intake: Intake = st.session_state.setdefault(f"intake_{campaign.id}", Intake())
    if campaign.standing == "closed":
        heading(words("organise.invite.title"), words("organise.invite.closed"))
        return
    heading(words("organise.invite.title"), words("organise.invite.lead"))
    say_what_is_due("invite")

    label, hint = words("organise.invite.paste"), words("organise.invite.paste_hint")
    key = f"pasted_{campaign.id}"
    with labelled("paste", label, hint):
        intake.text = st.text_area(
            label,
            seeded(key, intake.text),
            key=key,
            label_visibility="collapsed",
            height=150,
            placeholder=words("organise.invite.example"),
        )
    file_label = words("organise.invite.file")
    with labelled("file", file_label, words("organise.invite.file_hint", megabytes=MEGABYTES)):
        file = st.file_uploader(
            file_label,
            key=f"list_file_{campaign.id}_{intake.round}",
            label_visibility="collapsed",
            max_upload_size=TAKEN_MEGABYTES,
        )
    given = (file.file_id if file is not None else "", intake.text)
    with st.container(key="check_list"):
        tapped = st.button(plain(words("organise.invite.check")), key="check", type="secondary")
    if tapped:
        intake.of = given
        _check(here, signed, campaign, intake, file.getvalue() if file is not None else None)
    if intake.read is not None and intake.of == given:
        list_report(here, intake.read)
        _take(here, signed, campaign, intake)


def _check(here: Site, signed: Signed, campaign: Campaign, intake: Intake, data: bytes | None) -> None:
    """A file goes before the text; both at once would leave open what was meant."""
    intake.read = None
    if data is not None and intake.text.strip():
        show(tag("p", here.words("organise.invite.both"), "fit-mistake"))
        return
    read = read_list(data if data is not None else intake.text)
    found = checked(signed.token, campaign, read)
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    intake.read = found


def _take(here: Site, signed: Signed, campaign: Campaign, intake: Intake) -> None:
    words, read = here.words, intake.read
    if read is None or read.refused or not read.people:
        return
    aside = len({problem.line for problem in read.problems})
    key = "without" if aside else "all"
    label = words(f"organise.invite.take_{key}", n=len(read.people), aside=aside)
    with st.container(key="take_list"):
        if not st.button(plain(label), key="invite", type="secondary" if aside else "primary"):
            return
    # Somebody else may have invited the same people meanwhile.
    again = checked(signed.token, campaign, read)
    if isinstance(again, Refused):
        say_refused(here, again)
        return
    if again != read:
        intake.read = again
        say_next(words("organise.invite.changed"), "invite")
        st.rerun()
    n = invite(signed.token, campaign.id, read.people)
    if isinstance(n, Refused):
        say_refused(here, n)
        return
    intake.read, intake.text, intake.round = None, "", intake.round + 1
    st.session_state.pop(f"pasted_{campaign.id}", None)
    say_next(words("organise.invite.done", n=n), "invite")
    st.rerun()
