"""The cookies' names, and the visitor whose browser brought one when it connected."""

from __future__ import annotations

import streamlit as st

from people.respondent.finding import Visitor, visitor_with

NAME = "fit_token"
LINK = "fit_link"
ORGANISER = "fit_organiser"


def visitor() -> Visitor:
    return visitor_with(st.context.cookies.get(NAME))
