"""Going on with another device, and letting go of answers that are somebody else's."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from people.respondent.arriving import make_link
from people.respondent.sheet import AnswerSheet
from people.respondent.stored import StoredSheet
from views.frame.context import Site
from views.frame.cookie import LINK
from views.frame.head_and_foot import about_one, notice
from views.frame.labels import plain
from views.frame.markup import show, tag
from views.frame.notices import LEFT_WITH_A_WAY_BACK, said
from views.frame.post_form import post_button
from views.frame.qr import qr


def other_device(here: Site, sheet: AnswerSheet) -> None:
    """A link and its QR code, made only when asked for: each one opens the answers for a day."""
    if sheet.stored is None:
        return
    title = here.words("saving.device.open")
    if st.button(plain(title), key="other_device", type="tertiary"):
        st.dialog(plain(title))(_link)(here, sheet.stored)


def _link(here: Site, stored: StoredSheet) -> None:
    words = here.words
    link = make_link(stored.token)
    if link is None:
        show(tag("p", words("saving.device.failed"), "fit-note"))
        return
    parts = urlsplit(st.context.url or "")
    # The language comes last: what a mail program cuts off begins there.
    query = urlencode({**about_one(here, "assessment"), "lang": here.language})
    address = f"{parts.scheme}://{parts.netloc}/resume?{query}#{link.secret}"
    show(tag("p", words("saving.device.text")))
    show(qr(address, words("saving.device.qr")))
    st.code(address, language=None, wrap_lines=True)


def not_mine(here: Site, sheet: AnswerSheet) -> None:
    """One tap for a shared computer; the next page offers the way back."""
    if sheet.stored is not None:
        show(post_button(here, "leave", here.words("saving.leave.go"), "quiet"))


def left(here: Site) -> None:
    """After "not my answers": what has become of them, and the way back where this was the only way to them."""
    words, query = here.words, st.query_params.to_dict()
    if said(LEFT_WITH_A_WAY_BACK, query) and LINK in st.context.cookies:
        inner = tag("p", words("saving.note.left")) + tag("p", words("saving.note.left_alone"), "fit-muted")
        inner += post_button(here, "accept", words("saving.leave.back"))
        show(f'<section class="fit-note" role="status">{inner}</section>')
    elif "left" in query:
        notice(words("saving.note.left"))
