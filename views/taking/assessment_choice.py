"""Which assessment a visit is about, where there are several: the address's, else the one answered last."""

from __future__ import annotations

import streamlit as st

from people.respondent.finding import answered_last
from views.frame.addresses import ASSESSMENT_PARAMETER
from views.frame.context import ASSESSMENT, Site, choose
from views.frame.cookie import visitor
from views.frame.head_and_foot import about_one


def settle_assessment(here: Site) -> None:
    """Decides at the start of each run: the address may name another one than the session's."""
    asked, held = st.query_params.get(ASSESSMENT_PARAMETER, ""), st.session_state.get(ASSESSMENT)
    if asked in here.known:
        choose(here.known[asked])
    elif isinstance(held, str):
        choose(here.newest)  # As the files have it now, or had it last.
    else:
        last = (answered_last(visitor().token) if len(here.known) > 1 else None) or ""
        if last in here.known:
            choose(here.known[last])
        elif len(here.listed) == 1:
            choose(here.listed[0])


def unknown(here: Site) -> str | None:
    """The id in the address, where no assessment has it and none had it during this visit."""
    asked = st.query_params.get(ASSESSMENT_PARAMETER)
    return None if asked is None or asked in here.known or asked == here.newest.id else asked


def keep_assessment(here: Site, at: str) -> None:
    """Navigation drops the parameter; a reload or a copied address must speak of the same assessment."""
    wished = about_one(here, at).get(ASSESSMENT_PARAMETER)
    if at != "start" and wished is not None and st.query_params.get(ASSESSMENT_PARAMETER) != wished:
        st.query_params[ASSESSMENT_PARAMETER] = wished
