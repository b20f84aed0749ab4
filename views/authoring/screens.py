"""The site's own screens in a frame as wide as a phone or a desk, and the bar that says what they show."""

from __future__ import annotations

import streamlit as st

from views.authoring.bar import bar
from views.authoring.follow import PAGES
from views.frame.addresses import IN_PREVIEW, VIEW
from views.frame.context import site

PHONE_WIDTH, PHONE_HEIGHT, DESK_HEIGHT = 390, 780, 860
SOURCE = "frame_source"
SLUG = {one.name: one.slug for one in IN_PREVIEW}


def main() -> None:
    here = site()
    above = st.container(key="bar_place")
    stage = st.container(key="stage")
    side = stage.container(key="stage_side")
    with above:
        asked = bar(here, side)
    # Where it begins; afterwards it follows by itself, and is not loaded anew.
    source = st.session_state.setdefault(
        SOURCE, f"/{SLUG[PAGES[asked.wish.screen]]}?{VIEW}={asked.view}&lang={asked.wish.language}"
    )
    phone = asked.width == "phone"
    title = here.words("preview.frame", title=here.words.of(here.assessment.title))
    with stage.container(key=f"frame_{asked.width}"):
        st.iframe(
            source,
            width=PHONE_WIDTH if phone else "stretch",
            height=PHONE_HEIGHT if phone else DESK_HEIGHT,
            alt=title,
        )


main()
