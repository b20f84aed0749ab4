"""The site's own address, as the organiser's browser knows it: what links to candidates begin with."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from people.organiser.links import link_text


def site_address() -> str:
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme or 'http'}://{parts.netloc or 'localhost'}"


def link_to(secret: str) -> str:
    return link_text(site_address(), secret)
