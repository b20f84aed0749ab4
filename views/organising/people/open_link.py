"""The one link of a campaign, to be read out, copied, printed: as text and as a QR code."""

from __future__ import annotations

from functools import partial

import streamlit as st

from people.organiser.shapes import Campaign
from views.frame.context import Site
from views.frame.markup import show
from views.frame.qr import qr, qr_png, qr_svg
from views.organising.heading import heading
from views.organising.people.addresses import link_to
from views.result.file_button import file_button


def open_link_section(here: Site, campaign: Campaign, secret: str) -> None:
    words = here.words
    address = link_to(secret)
    heading(words("organise.open.title"), words("organise.open.lead"))
    st.code(address, language=None, wrap_lines=True)
    show(qr(address, words("organise.open.qr")))
    with st.container(key="qr_files", horizontal=True):
        for kind, mime, make in (("png", "image/png", qr_png), ("svg", "image/svg+xml", qr_svg)):
            name = f"{words('organise.open.file')}.{kind}"
            label = words(f"organise.open.{kind}")
            file_button(words, f"qr_{kind}", name, mime, partial(make, address), label=label)
