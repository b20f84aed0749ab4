"""The quiet sign near the bar: what has become of this person's answers."""

from __future__ import annotations

from people.respondent.sheet import AnswerSheet
from store import BadValue, SheetChanged, SheetGone
from views.frame.context import Site
from views.frame.markup import Markup, esc


def state(sheet: AnswerSheet) -> str:
    """One of: off (nothing is stored), saved, waiting, gone (deleted elsewhere), changed (begun anew elsewhere),
    refused (the store cannot keep it at all, so that waiting would not help).
    """
    if sheet.kept is None:
        return "off"
    refused = sheet.kept.held.refused
    if isinstance(refused, SheetGone):
        return "gone"
    if isinstance(refused, SheetChanged):
        return "changed"
    if isinstance(refused, BadValue):
        return "refused"
    if refused is not None or sheet.kept.held.unsaved:
        return "waiting"
    return "saved"


def sign(here: Site, sheet: AnswerSheet) -> Markup:
    """The quiet sign in the bar. ``fit-unsaved`` makes the browser ask before the page is left."""
    now = state(sheet)
    css = "fit-unsaved" if now in ("waiting", "gone", "changed", "refused") else "fit-saved"
    unsaved = sheet.kept.held.unsaved if sheet.kept else 0
    return f'<span class="{css}">{esc(here.words(f"saving.sign.{now}", n=unsaved))}</span>'
