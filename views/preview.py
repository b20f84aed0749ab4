"""The preview's entry: an author's pages around the site's own, of one assessment that is being written."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from people.author.watched import Seen, watched
from views.authoring.findings import draw_findings
from views.authoring.follow import again_when_changed, follow, keep_view_in_address, speak_as_asked, view_here
from views.authoring.heading import author_foot, author_head, author_site
from views.authoring.wishes import asked_of
from views.frame import head_and_foot as frame
from views.frame import style as look
from views.frame.addresses import AUTHORS, IN_PREVIEW
from views.frame.context import ASSESSMENT, Site, shown_theme, site
from views.frame.language import OF_ASSESSMENT, UNKNOWN, keep_in_address, name_language, own_language, settle_language
from views.frame.markup import element, show, tag
from views.frame.operator_page import operator_page

FOOT_LINKS = ("method", "about")


def main() -> None:
    st.set_page_config(page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide")
    seen, view = watched().now, view_here()
    if seen.content is None:
        look.draw(shown_theme(), ())
        again_when_changed(seen.number)
        operator_page(seen.problems)
        return
    wish = asked_of(view)
    speak_as_asked(wish)
    language = settle_language(seen.content, None)
    here = author_site(seen.content, seen.catalog)
    own = {one.name: frame.page(here, one, here.words(f"preview.pages.{one.name}")) for one in AUTHORS}
    of_site = frame.make_pages(here, IN_PREVIEW)
    page = st.navigation([*own.values(), *of_site.values()], position="hidden")
    keep_in_address(seen.content, language)
    name_language(here)
    at = next((name for name, one in own.items() if one is page or one.url_path == page.url_path), None)
    # Before the page: one that fails is drawn anew, too, once the files are others.
    if at is not None:
        again_when_changed(seen.number)
        for_author(here, seen, at, own, page)
    else:
        again_when_changed(seen.number, view, wish)
        keep_view_in_address(view)
        if seen.assessment is not None:
            st.session_state[ASSESSMENT] = seen.assessment.id
        inside_the_frame(here, seen, page, of_site, follow(here.assessment, wish) if seen.catalog else None)


def for_author(here: Site, seen: Seen, at: str, own: dict[str, st.Page], page: st.Page) -> None:
    look.draw(here.theme, _roles(seen), look.AUTHORING)
    author_head(here, seen, own)
    with st.container(key="author_page"):
        show(tag("h1", here.words(f"preview.pages.{at}"), "fit-hidden"))
        with st.container(key="findings"):
            draw_findings(here, seen)
        if seen.catalog is None:
            waiting(here)
        else:
            page.run()
    author_foot(here)


def waiting(here: Site) -> None:
    words = here.words
    inner = tag("h2", words("preview.waiting.title")) + tag("p", words("preview.waiting.text"))
    show(element("section", inner, "fit-card fit-waiting"))


def inside_the_frame(here: Site, seen: Seen, page: st.Page, pages: dict[str, st.Page], to: str | None) -> None:
    look.draw(here.theme, _roles(seen))
    if seen.catalog is None:
        waiting(here)
        return
    at = next(name for name, one in pages.items() if one is page or one.url_path == page.url_path)
    if to is not None and to != at:
        frame.go(to, here)
    here = site()
    frame.lead_on(here, at)
    frame.head(here, at)
    if st.session_state.pop(UNKNOWN, False):
        frame.notice(here.words("site.lost.language"))
    if at in OF_ASSESSMENT:
        own_language(here)
    page.run()
    frame.foot(here, links=FOOT_LINKS)


def _roles(seen: Seen) -> tuple[str, ...]:
    return tuple(role.id for role in seen.assessment.roles) if seen.assessment is not None else ()


main()
