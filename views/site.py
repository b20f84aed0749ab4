"""The site's entry: settles language and files, draws the frame, runs the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.respondent.saving import record_language
from views.frame import head_and_foot as frame
from views.frame import style as look
from views.frame.addresses import ABOUT_ONE, ADDRESSES, ASSESSMENT_PARAMETER, LOST
from views.frame.context import Site, choose, shown_theme, site
from views.frame.language import (
    OF_ASSESSMENT,
    UNKNOWN,
    keep_in_address,
    name_language,
    own_language,
    settle_language,
)
from views.frame.operator_page import operator_page
from views.organising.service import just_logged_in
from views.person.closed import closed
from views.taking.assessment_choice import keep_assessment, settle_assessment, unknown
from views.taking.leaving import ask_before_leaving
from views.taking.session import answer_sheet
from views.turns.scripts import SOON
from views.workshop.phone.strip import strip

CLOSED = "closed"
"""In place of a page's name where its assessment is switched off."""
OF_A_ROOM = ("room", "workshop", "projector")
"""What a room full of people looks at together."""


def main() -> None:
    st.set_page_config(page_icon=str(Path(__file__).with_name("icon.svg")), layout="centered")
    try:
        content = site_catalog().get().content
    except DataProblems as error:
        look.draw(shown_theme(), ())
        operator_page(error.problems)
        return
    settle_assessment(site())
    sheet = answer_sheet(site().assessment)
    language = settle_language(content, sheet.stored.row.language if sheet.stored else None)
    record_language(sheet, language)
    here = site()
    look.draw(here.theme, tuple(role.id for role in here.assessment.roles))
    pages = frame.make_pages(here)
    page = st.navigation(list(pages.values()), position="hidden")
    keep_in_address(content, language)
    name_language(here)
    at = next(address.name for address in ADDRESSES if pages[address.name] is page or address.slug == page.url_path)
    if at in OF_A_ROOM:
        st.session_state[SOON] = True
    else:
        st.session_state.pop(SOON, None)
    if at == "start" and just_logged_in():
        frame.go("organise", here)
    if at in ABOUT_ONE and unknown(here):
        frame.go("start", here, **{ASSESSMENT_PARAMETER: str(unknown(here))})
    if at in ABOUT_ONE and not here.chosen:
        frame.go("start", here)
    frame.lead_on(here, at)
    if at == "start" and (front := whose_front(here)) is not None:
        choose(front)
        st.rerun()
    keep_assessment(here, at)
    frame.show_address()
    off = at in (*ABOUT_ONE, "start") and not here.served and not frame.on_shelf(here, at)
    frame.head(here, CLOSED if off else at)
    if st.session_state.pop(UNKNOWN, False):
        frame.notice(here.words("site.lost.language"))
    if st.query_params.get(LOST):
        frame.notice(here.words("site.lost.page"))
    if at in OF_ASSESSMENT and not off and not frame.on_shelf(here, at):
        own_language(here)
    strip(at)
    if off:
        closed(here)
    else:
        page.run()
    frame.foot(here, at)
    ask_before_leaving(here, CLOSED if off else at)


def whose_front(here: Site) -> Assessment | None:
    """The one assessment that the front page is about, where its address names none and the visit was about another."""
    named = st.query_params.get(ASSESSMENT_PARAMETER) in (here.newest.id, *here.known)
    return here.listed[0] if len(here.listed) == 1 and not named and here.newest is not here.listed[0] else None


main()
