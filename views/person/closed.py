"""In place of a page about an assessment that is switched off: that it rests, and what became of the answers."""

from __future__ import annotations

import streamlit as st

from people.respondent.rights import how_long
from people.respondent.sheet import AnswerSheet
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import esc, show, tag
from views.taking.session import answer_sheet, store_is_down


def closed(here: Site) -> None:
    words = here.words
    title = words("start.closed.title", title=words.of(here.assessment.title))
    sheet = answer_sheet(here.assessment)
    said = "".join(tag("p", text, "fit-lead") for text in (words("start.closed.when"), *kept(here, sheet)))
    show(f'<h1 class="fit-focus" tabindex="-1">{esc(title)}</h1>{said}')
    with st.container(key="further"):
        if here.listed:
            link("start", words("start.closed.others"), here)
        if sheet.stored is not None:
            link("about", words("start.closed.mine"), here)


def kept(here: Site, sheet: AnswerSheet) -> tuple[str, ...]:
    """What became of this visitor's answers, where there are some."""
    words, days = here.words, how_long()
    if store_is_down():
        return (words("saving.note.down"),)
    if sheet.stored is not None:
        until = words("saving.before.how_long", open=days.open_days, finished=days.finished_days)
        return words("start.closed.kept"), until
    return (words("start.closed.in_session"),) if sheet.answers else ()
