"""A role's name with its mark: the same colour and symbol on every page."""

from __future__ import annotations

from charts.palette import RoleMark, role_mark, role_place
from views.frame.context import Site
from views.frame.markup import Markup, esc


def mark_style(here: Site, role: str) -> str:
    """The style that names the role's colour for the element and what is in it."""
    return f"--mark:{role_mark(role_place(here.assessment, role), here.theme).colour}"


def marked(here: Site, role: str) -> Markup:
    """The role's symbol and name; the symbol is decoration for a screen reader."""
    name = here.words.of(here.assessment.role[role].name)
    return marked_name(name, role_mark(role_place(here.assessment, role), here.theme))


def marked_name(name: str, mark: RoleMark) -> Markup:
    """A name with a mark that is given: a role's that the files may not hold any more."""
    return f'<span class="fit-mark" style="--mark:{mark.colour}" aria-hidden="true">{mark.glyph}</span> {esc(name)}'
