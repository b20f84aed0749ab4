"""About the site and privacy: what is stored, for how long, and a person's rights over it."""

from __future__ import annotations

import streamlit as st

from people.respondent.rights import how_long
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.markup import Markup, bullets, element, esc, show, tag
from views.frame.notices import deleted
from views.frame.post_form import post_button
from views.learning.progress import learned
from views.person.taking_part import taking_part
from views.taking.anew import start_anew
from views.taking.begin import arrivals
from views.taking.session import answer_sheet, store_is_down

CLEARED = "answers_cleared"


def what(here: Site) -> Markup:
    """What the site is; without words of the assessment's own, with what it says of itself."""
    words, assessment = here.words, here.assessment
    said = tag("p", words("about.what"))
    if assessment.about is not None and not here.pages.what:
        said += tag("p", words.of(assessment.about))
    return said


def about(here: Site) -> None:
    words, days = here.words, how_long()
    privacy = [
        words("saving.before.what"),
        words("saving.before.how_long", open=days.open_days, finished=days.finished_days),
        words("saving.before.rights"),
        words("saving.before.without_hint"),
        *(words(f"about.privacy.{key}") for key in ("who", "share", "cookie", "track", "log")),
    ]
    show(
        element("section", tag("h2", words("about.what_title")) + what(here), "fit-card")
        + element("section", tag("h2", words("about.privacy_title")) + bullets(privacy), "fit-card fit-section")
        + element(
            "section",
            tag("h2", words("about.use_title"))
            + bullets([words(f"about.use.{key}") for key in ("self", "gate", "validity")]),
            "fit-card fit-section",
        )
    )


def rights(here: Site) -> None:
    """See, download and delete what is stored; or clear what only this page holds."""
    words = here.words
    sheet = answer_sheet(here.assessment)
    with st.container(key="part_clear"):
        progress = learned()
        entries = len(progress.entries) if progress.standing != "off" else 0
        if sheet.stored is not None or entries:
            label = esc(words("saving.rights.download"))
            download = f'<a class="fit-button fit-button-secondary" href="/mine" download>{label}</a>'
            show(
                tag("h2", words("saving.rights.title"))
                + tag("p", words("saving.rights.kept", n=len(sheet.stored.row.codes) if sheet.stored else 0))
                + (tag("p", words("saving.rights.learned", n=entries)) if entries else "")
                + f"<p>{download}</p>"
            )
            with st.popover(plain(words("saving.rights.delete")), key="delete"):
                button = post_button(here, "forget", words("saving.rights.delete_go"), "primary")
                show(tag("p", words("saving.rights.delete_ask")) + button)
            leave = post_button(here, "leave", words("saving.leave.go"))
            show(leave + tag("p", words("saving.leave.text"), "fit-muted"))
        elif sheet.answers:
            show(tag("h2", words("about.clear_title")))

            def clear() -> None:
                start_anew(here.assessment, for_good=True)
                st.session_state[CLEARED] = True

            st.button(plain(words("about.clear")), key="clear_all", on_click=clear)
        elif not store_is_down():
            show(tag("h2", words("saving.rights.title")) + tag("p", words("saving.rights.none"), "fit-muted"))


def main() -> None:
    here = site()
    words = here.words
    show(tag("h1", words("about.title")))
    arrivals(here)
    gone = deleted(st.query_params.to_dict())
    if gone is not None:
        notice(words("saving.rights.gone", sheets=gone.sheets, answers=gone.answers, left=gone.remaining))
    if gone is not None and gone.entries:
        notice(words("saving.rights.gone_learned", n=gone.entries))
    if st.session_state.pop(CLEARED, False):
        notice(words("about.cleared"))
    rights(here)
    taking_part(here)
    about(here)


main()
