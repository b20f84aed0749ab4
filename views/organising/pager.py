"""Pages of many rows: which one stands on the screen, and the way to the next."""

from __future__ import annotations

import streamlit as st

from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import show, tag

PREFIX = "page_number_of_"


def page_number(name: str) -> int:
    """Of the table called ``name``, from 1."""
    return int(st.session_state.get(PREFIX + name, 1))


def first_page(name: str) -> None:
    """After a new search."""
    st.session_state.pop(PREFIX + name, None)


def pager(here: Site, name: str, number: int, of: int, total: int) -> None:
    """Nothing where all rows stand on one page."""
    if of <= 1:
        return
    words = here.words

    def turn(to: int) -> None:
        st.session_state[PREFIX + name] = to

    with st.container(key=f"pager_{name}", horizontal=True, vertical_alignment="center"):
        before, after = words("organise.page.before"), words("organise.page.next")
        st.button(plain(before), key=f"before_{name}", disabled=number <= 1, on_click=turn, args=(number - 1,))
        show(tag("p", words("organise.page.of", n=number, of=of, total=total), "fit-muted"))
        st.button(plain(after), key=f"after_{name}", disabled=number >= of, on_click=turn, args=(number + 1,))
