"""A link as a QR code: dark on white in either theme, so that every camera reads it."""

from __future__ import annotations

import io

import segno

from views.frame.markup import Markup, esc

QUIET_ZONE = 4
"""Modules of white around it, as the standard asks for; on the page the card around it is white enough for three."""


def qr(address: str, title: str) -> Markup:
    """A picture by a data address: Streamlit takes an inline SVG out of our HTML."""
    picture = segno.make(address, error="m").svg_data_uri(scale=4, border=3, dark="#000", light="#fff")
    return f'<div class="fit-qr"><img src="{esc(picture)}" alt="{esc(title)}"></div>'


def qr_png(address: str) -> bytes:
    """To be printed: 12 dots a module, some 5 cm at 200 dots an inch."""
    return _file(address, "png", 12)


def qr_svg(address: str) -> bytes:
    return _file(address, "svg", 4)


def _file(address: str, kind: str, scale: int) -> bytes:
    made = io.BytesIO()
    segno.make(address, error="m").save(made, kind=kind, scale=scale, border=QUIET_ZONE, dark="#000", light="#fff")
    return made.getvalue()
