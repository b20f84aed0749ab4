"""What stands around every page: the name, the menu, the language switch, the foot."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

import streamlit as st

from catalog.content.beside import taught_beside
from views.frame.addresses import ABOUT_ONE, ADDRESSES, ASSESSMENT_PARAMETER, BY_NAME, LOST, Address
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.language import PARAMETER, draw_switch
from views.frame.markup import esc, show, tag

PAGES = "pages_by_name"
VIEWS = Path(__file__).resolve().parents[1]
ADDRESS = "address_shown"


def make_pages(here: Site, addresses: Iterable[Address] = ADDRESSES) -> dict[str, st.Page]:
    """One page a file, by name; kept for links from inside other pages of the same run."""
    pages = {address.name: page(here, address, here.words(f"site.pages.{address.name}")) for address in addresses}
    st.session_state[PAGES] = pages
    return pages


def page(here: Site, address: Address, name: str) -> st.Page:
    """A copy, because Streamlit marks the page that a run may draw."""
    return copy(_made(address, f"{name} | {here.words('site.name')}"))


@lru_cache(maxsize=256)
def _made(address: Address, title: str) -> st.Page:
    """Made once: to find the files of all pages again takes a fifth of the time in which a page is drawn."""
    return st.Page(VIEWS / address.file, title=title, url_path=address.slug or None, default=not address.slug)


def in_language(here: Site, **parameters: str) -> dict[str, str]:
    """The query parameters of a link: the language, unless it is the default one."""
    default = here.content.language_ids[0]
    return parameters if here.language == default else {PARAMETER: here.language, **parameters}


def about_one(here: Site, name: str) -> dict[str, str]:
    """What a link to the page says of the assessment: its id, where the site could be taken to mean another one.

    The front page is the shelf, or that of the one assessment on it; an unlisted assessment has its own.
    """
    if not (here.several and here.chosen and BY_NAME[name].speaks_of_one):
        return {}
    if name == "start" and here.newest.shown != "unlisted":
        return {}
    return {ASSESSMENT_PARAMETER: here.newest.id}


def in_address(here: Site, name: str, **parameters: str) -> dict[str, str]:
    """The query parameters of a link to a page: language, assessment, and its own."""
    return in_language(here, **{**about_one(here, name), **parameters})


def link(name: str, label: str, here: Site, *, icon: str | None = None, **parameters: str) -> None:
    st.page_link(
        st.session_state[PAGES][name], label=plain(label), icon=icon, query_params=in_address(here, name, **parameters)
    )


def go(name: str, here: Site, **parameters: str) -> NoReturn:
    st.switch_page(st.session_state[PAGES][name], query_params=in_address(here, name, **parameters))


def show_address() -> None:
    """Puts the page's parameters into the browser's address bar.

    Streamlit leaves it as it was where a link leads to the very page that one is on: a reload, and even the next tap,
    would speak of what the page showed before.
    """
    now = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.session_state.get(ADDRESS) != now:
        st.session_state[ADDRESS] = now
        st.query_params.from_dict(now)


def head(here: Site, at: str) -> None:
    """The head of the page; ``at`` is the page's name. While questions are asked the menu folds away."""
    words = here.words
    # Drawn before it is needed: when the connection is lost nobody can send it any more. The style sheet shows it then.
    show(tag("p", words("site.offline"), "fit-offline"))
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        with st.container(key="brand"):
            link("start", words("site.name"), here)
        if at != "assessment":
            with st.container(key="menu_wide", horizontal=True):
                _menu(here)
        with (
            st.container(key="menu_small"),
            st.popover(plain(words("site.menu")), type="tertiary", icon=":material/menu:"),
        ):
            _menu(here)
        with st.container(key="switch"):
            draw_switch(here.content)


def lead_on(here: Site, at: str) -> None:
    """To the front page from one about roles where there are none: its very title would speak of them."""
    if at in ("compare", "roles") and at in _empty(here):
        kept = {ASSESSMENT_PARAMETER: here.newest.id} if here.several and here.chosen else {}
        go("start", here, **{LOST: "1", **kept})


def _empty(here: Site) -> frozenset[str]:
    """The pages of the menu that the files give nothing to show."""
    taught = here.content.learning if taught_beside(here.content, here.assessment) else None
    empty = {
        "learn": taught is None,
        "compare": taught is None or taught.comparison is None,
        "roles": not here.assessment.roles,
    }
    return frozenset(name for name, nothing in empty.items() if nothing)


def _menu(here: Site) -> None:
    """The menu's pages without those that the files give nothing to show; first the shelf, where there is one."""
    empty = _empty(here)
    if len(here.listed) > 1 and here.newest.shown != "unlisted":
        link("start", here.words("start.shelf.link"), here)
    for address in ADDRESSES:
        if address.in_menu and address.slug and address.name not in empty and _settled(here, address.name):
            link(address.name, here.words(f"site.pages.{address.name}"), here)


def _settled(here: Site, name: str) -> bool:
    return (here.chosen and here.served) or name not in ABOUT_ONE


def on_shelf(here: Site, at: str) -> bool:
    """Whether the page is the shelf: the front page where it is not that of one assessment."""
    named = st.query_params.get(ASSESSMENT_PARAMETER) in (here.newest.id, *here.known)
    return at == "start" and not named and len(here.listed) != 1


def foot(here: Site, at: str = "", links: Iterable[str] = ("method", "about", "organise")) -> None:
    words, assessment = here.words, here.assessment
    aid = tag("p", words("site.footer.aid" if assessment.roles else "site.footer.aid_traits"))
    version = tag("p", words("site.footer.version", title=words.of(assessment.title), version=assessment.version))
    with st.container(key="foot"):
        show(aid + version if here.chosen and not on_shelf(here, at) else aid)
        with st.container(key="foot_links", horizontal=True):
            for name in links:
                if _settled(here, name):
                    link(name, words(f"site.pages.{name}"), here)


def notice(text: str) -> None:
    """A word to the reader above the page."""
    show(f'<p class="fit-note" role="status">{esc(text)}</p>')
