"""A form that leaves the page: only a real request can set or clear the cookie, so these buttons are plain HTML."""

from __future__ import annotations

from typing import Literal

from views.frame.context import Site
from views.frame.head_and_foot import about_one
from views.frame.markup import Markup, esc

BACK = {"keep": "learn", "forget": "about", "leave": "start", "accept": "assessment"}
"""The page that an action about a respondent comes back to."""


def post_button(
    here: Site, action: str, label: str, kind: Literal["primary", "secondary", "quiet"] = "secondary", **fields: str
) -> Markup:
    """A button that POSTs ``fields``, the reader's language and the visit's assessment to a route of the server."""
    about = about_one(here, BACK[action]) if action in BACK else {}
    hidden = "".join(
        f'<input type="hidden" name="{esc(name)}" value="{esc(value)}">'
        for name, value in {"language": here.language, **about, **fields}.items()
    )
    button = f'<button type="submit" class="fit-button fit-button-{kind}">{esc(label)}</button>'
    return f'<form method="post" action="/{action}" class="fit-form" target="_self">{hidden}{button}</form>'
