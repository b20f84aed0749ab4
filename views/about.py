"""About the site and privacy: what is kept, for how long, and how to clear it."""

from __future__ import annotations

import streamlit as st

from views.frame import note
from views.markup import bullets, element, show, tag
from views.respondent import answer_sheet, forget
from views.site_context import site

CLEARED = "answers_cleared"


def main() -> None:
    here = site()
    words = here.words
    show(tag("h1", words("about.title")))
    if st.session_state.pop(CLEARED, False):
        note(words("about.cleared"))
    show(
        element("section", tag("h2", words("about.what_title")) + tag("p", words("about.what")), "fit-card")
        + element(
            "section",
            tag("h2", words("about.privacy_title"))
            + bullets([words(f"about.privacy.{key}") for key in ("where", "how_long", "who", "track")]),
            "fit-card fit-section",
        )
        + element(
            "section",
            tag("h2", words("about.use_title"))
            + bullets([words(f"about.use.{key}") for key in ("self", "gate", "validity")]),
            "fit-card fit-section",
        )
    )
    with st.container(key="part_clear"):
        show(tag("h2", words("about.clear_title")))
        if answer_sheet(here.assessment).answers:

            def clear() -> None:
                forget(here.assessment)
                st.session_state[CLEARED] = True

            st.button(words("about.clear"), key="clear_all", on_click=clear)
        else:
            show(tag("p", words("about.nothing"), "fit-muted"))


main()
