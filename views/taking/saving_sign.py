"""The quiet sign near the bar: what has become of this person's answers."""

from __future__ import annotations

from people.respondent.sheet import AnswerSheet
from views.frame.context import Site
from views.frame.markup import Markup, esc


def sign(here: Site, sheet: AnswerSheet) -> Markup:
    """The quiet sign in the bar. ``fit-unsaved`` makes the browser ask before the page is left."""
    now = sheet.standing
    css = "fit-unsaved" if now in ("waiting", "gone", "changed", "refused") else "fit-saved"
    unsaved = sheet.stored.outbox.unsaved if sheet.stored else 0
    return f'<span class="{css}">{esc(here.words(f"saving.sign.{now}", n=unsaved))}</span>'
