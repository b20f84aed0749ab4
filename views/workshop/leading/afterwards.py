"""What the room was shown, for the trainer to take along: every kept picture as a table, and the files."""

from __future__ import annotations

from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.pictures import all_shown
from people.trainer.shapes import Snapshot, Workshop
from reports.workshop.told import Told, told_pictures
from views.frame.context import Site
from views.frame.markup import Markup, element, show, tag
from views.frame.post_form import post_button
from views.organising.heading import heading
from views.workshop.running import assessment_of
from views.workshop.said import say_refused, zone
from views.workshop.told_block import told_block

TAKE = "workshop-file"
"""The server's route; server/routes/workshop_file.py."""


def afterwards(here: Site, signed: Signed, workshop: Workshop, *, rehearsed: bool) -> None:
    """``rehearsed``: the room is not a real one, and its files say so."""
    words = here.words
    heading(words("trainer.afterwards.title"), words("trainer.afterwards.lead"))
    found = all_shown(signed.token, workshop.id)
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    told = [(one, made[0]) for one in found if (made := _told(here, workshop, one))]
    if rehearsed:
        show(tag("p", words("trainer.rehearsal.files")))
    if not told:
        show(tag("p", words("trainer.afterwards.nothing")))
        return
    buttons = "".join(
        post_button(here, TAKE, words(f"trainer.afterwards.{form}"), workshop=workshop.id, format=form)
        for form in ("pdf", "xlsx")
    )
    show(element("div", buttons, "fit-ways"))
    for one, each in told:
        show(told_block(here, each) + _png(here, workshop, one))


def run_sheet(here: Site, workshop: Workshop) -> Markup:
    return post_button(here, TAKE, here.words("trainer.papers.run_sheet"), workshop=workshop.id, format="agenda")


def _told(here: Site, workshop: Workshop, one: Snapshot) -> tuple[Told, ...]:
    return told_pictures([one], here.content, here.words, assessment_of(here, workshop), zone())


def _png(here: Site, workshop: Workshop, one: Snapshot) -> Markup:
    label = here.words("trainer.afterwards.png")
    return post_button(here, TAKE, label, "quiet", workshop=workshop.id, format="png", picture=one.id)
