"""A form that leaves the page: only a real request can set or clear the cookie, so these buttons are plain HTML."""

from __future__ import annotations

from typing import Literal

from views.frame.context import Site
from views.frame.markup import Markup, esc


def post_button(
    here: Site, action: str, label: str, kind: Literal["primary", "secondary", "quiet"] = "secondary", **fields: str
) -> Markup:
    """A button that POSTs ``fields`` and the reader's language to one of the server's routes."""
    hidden = "".join(
        f'<input type="hidden" name="{esc(name)}" value="{esc(value)}">'
        for name, value in {"language": here.language, **fields}.items()
    )
    button = f'<button type="submit" class="fit-button fit-button-{kind}">{esc(label)}</button>'
    return f'<form method="post" action="/{action}" class="fit-form" target="_self">{hidden}{button}</form>'
