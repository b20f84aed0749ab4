"""Going on with another device, and letting go of answers that are somebody else's."""

from __future__ import annotations

from urllib.parse import urlsplit

import segno
import streamlit as st

from store import StoreError
from store.process import process_store
from views.markup import Markup, esc, show, tag
from views.post_form import post_button
from views.respondent import AnswerSheet
from views.site_context import Site

LINK = "resume_link"
FAILED = "resume_link_failed"


def other_device(here: Site, sheet: AnswerSheet) -> None:
    """A link and its QR code, made only when asked for: each one opens the answers for a day."""
    if sheet.kept is None:
        return
    words = here.words
    with st.popover(words("saving.device.open"), type="tertiary"):
        show(tag("p", words("saving.device.text")))
        st.button(words("saving.device.make"), key="make_link", on_click=_make, args=(here, sheet))
        if st.session_state.pop(FAILED, False):
            show(tag("p", words("saving.device.failed"), "fit-note"))
        address = st.session_state.get(LINK)
        if address:
            st.code(address, language=None, wrap_lines=True)
            show(qr(address, words("saving.device.qr")))
    with st.popover(words("saving.leave.open"), type="tertiary"):
        show(tag("p", words("saving.leave.text")) + post_button(here, "leave", words("saving.leave.go")))


def qr(address: str, title: str) -> Markup:
    """The address as a QR code, dark on white in either theme so that every camera reads it.

    A picture by a data address: Streamlit takes an inline SVG out of our HTML.
    """
    picture = segno.make(address, error="m").svg_data_uri(scale=4, border=3, dark="#000", light="#fff")
    return f'<div class="fit-qr"><img src="{esc(picture)}" alt="{esc(title)}"></div>'


def _make(here: Site, sheet: AnswerSheet) -> None:
    if sheet.kept is None:
        return
    try:
        link = process_store().resume_link(sheet.kept.token)
    except StoreError:
        st.session_state[FAILED] = True
        return
    parts = urlsplit(st.context.url or "")
    st.session_state[LINK] = f"{parts.scheme}://{parts.netloc}/resume?t={link.secret}&lang={here.language}"
