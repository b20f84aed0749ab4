"""Which assessment a visit is about, where the files hold several: the address's, else the one answered last."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent.finding import answered_last
from views.frame.context import ASSESSMENT
from views.frame.cookie import visitor

PARAMETER = "assessment"


def settle_assessment(assessments: dict[str, Assessment]) -> None:
    """Decides once a visit; the person may choose another one on the front page at any time."""
    asked = st.query_params.get(PARAMETER)
    if asked in assessments:
        st.session_state[ASSESSMENT] = asked
    elif len(assessments) > 1 and ASSESSMENT not in st.session_state:
        last = answered_last(visitor().token)
        if last in assessments:
            st.session_state[ASSESSMENT] = last
