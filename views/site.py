"""The site's entry: settles language and files, draws the frame, runs the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.respondent.saving import record_language
from views.frame import head_and_foot as frame
from views.frame import style as look
from views.frame.addresses import ADDRESSES, LOST
from views.frame.asked import keep_what_is_asked
from views.frame.context import shown_theme, site
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
from views.taking.assessment_choice import settle_assessment
from views.taking.leaving import ask_before_leaving
from views.taking.session import answer_sheet
from views.workshop.phone.strip import strip


def main() -> None:
    st.set_page_config(page_icon=str(Path(__file__).with_name("icon.svg")), layout="centered")
    try:
        content = site_catalog().get().content
    except DataProblems as error:
        look.draw(shown_theme(), ())
        operator_page(error.problems)
        return
    settle_assessment(site().assessments)
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
    keep_what_is_asked(at)
    if at == "start" and just_logged_in():
        frame.go("organise", here)
    frame.head(here, at)
    if st.session_state.pop(UNKNOWN, False):
        frame.notice(here.words("site.lost.language"))
    if st.query_params.get(LOST):
        frame.notice(here.words("site.lost.page"))
    if at in OF_ASSESSMENT:
        own_language(here)
    strip(here, at)
    page.run()
    frame.foot(here)
    ask_before_leaving(here, at)


main()
