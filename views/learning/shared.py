"""What every learning page starts from: the lessons, the roles as they look, addresses within the site."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from catalog.content.words import Words
from catalog.lessons.learning import Learning
from charts.lesson.drawing import NamedRole, named_roles
from views.frame.addresses import BY_NAME
from views.frame.context import Site
from views.frame.head_and_foot import in_address, notice
from views.frame.markup import Markup, element, esc, show, tag


def learning(here: Site) -> Learning:
    """What is taught; empty where the files teach nothing."""
    return here.content.learning or Learning()


def roles_of(here: Site) -> Mapping[str, NamedRole]:
    """The roles that the comparison knows, with their marks; none without a comparison."""
    comparison = learning(here).comparison
    return named_roles(comparison, here.assessment, here.words, here.theme) if comparison else {}


def address(here: Site, name: str, **parameters: str) -> str:
    """The address of a page in the reader's language, about the visit's assessment."""
    query = urlencode(in_address(here, name, **parameters), safe=",")
    return f"/{BY_NAME[name].slug}" + (f"?{query}" if query else "")


def anchor(label: str, target: str, css: str = "") -> Markup:
    """A link to another page of the site, opened in its place."""
    dressed = f' class="{css}"' if css else ""
    return f'<a href="{esc(target)}" target="_self"{dressed}>{esc(label)}</a>'


def role_badges(here: Site, roles: tuple[str, ...]) -> Markup:
    """The roles' marks and short names in a row."""
    known = roles_of(here)
    inner = "".join(
        f'<span class="fit-tag" style="{known[role].style}">{known[role].glyph} {esc(known[role].short)}</span>'
        for role in roles
        if role in known
    )
    return element("span", inner, "fit-tags") if inner else ""


def own_meaning(words: Words) -> Markup:
    """The legend of the mark on terms whose meaning the articles do not give."""
    return tag("p", f"{words('learn.glossary.own_mark')} {words('learn.glossary.own')}", "fit-muted")


def nothing_here(here: Site, title: str) -> None:
    """A page about something that the files do not hold."""
    show(tag("h1", title))
    notice(here.words("learn.nothing"))
