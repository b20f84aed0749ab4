"""What stands around an author's pages: which assessment it is, the three pages, the language, and a word below."""

from __future__ import annotations

import streamlit as st

from catalog.content.content import Content
from catalog.load import Catalog
from people.author.watched import Seen, watched
from views.frame.context import LANGUAGE, Site, shown_theme
from views.frame.head_and_foot import in_language
from views.frame.labels import plain
from views.frame.language import draw_switch
from views.frame.markup import show, tag


def author_site(content: Content, catalog: Catalog | None) -> Site:
    """As ``views.frame.context.site``, and without an assessment where none can be read yet."""
    language = st.session_state.get(LANGUAGE) or content.language_ids[0]
    held = dict(catalog.assessments) if catalog is not None else {}
    return Site(held, content, content.words(language), language, shown_theme())


def author_head(here: Site, seen: Seen, pages: dict[str, st.Page]) -> None:
    words = here.words
    show(tag("p", words("preview.away"), "fit-offline"))
    title = words.of(seen.assessment.title) if seen.assessment is not None else watched().folder.name
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        with st.container(key="brand"):
            show(tag("p", words("preview.name"), "fit-author-mark") + tag("p", title, "fit-previewed"))
        with st.container(key="author_menu", horizontal=True):
            for name, page in pages.items():
                st.page_link(page, label=plain(words(f"preview.pages.{name}")), query_params=in_language(here))
        with st.container(key="switch"):
            draw_switch(here.content)


def author_foot(here: Site) -> None:
    with st.container(key="foot"):
        show(tag("p", here.words("preview.foot")) + tag("p", watched().folder, "fit-path"))
