"""Which assessment a visit is about, where the files hold several: the address's, else the one answered last."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent.saving import cookie_token
from store import StoreError
from store.process import process_store
from views.frame.context import ASSESSMENT

PARAMETER = "assessment"


def settle_assessment(assessments: dict[str, Assessment]) -> None:
    """Decides once a visit; the person may choose another one on the front page at any time."""
    asked = st.query_params.get(PARAMETER)
    if asked in assessments:
        st.session_state[ASSESSMENT] = asked
    elif len(assessments) > 1 and ASSESSMENT not in st.session_state:
        answered_last = _answered_last()
        if answered_last in assessments:
            st.session_state[ASSESSMENT] = answered_last


def _answered_last() -> str | None:
    token = cookie_token()
    if token is None:
        return None
    try:
        sheets = process_store().history(token)
    except StoreError:
        return None
    return max(sheets, key=lambda sheet: sheet.updated).assessment if sheets else None
