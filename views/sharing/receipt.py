"""The receipt: what is shared, with whom, since when, until when, how to withdraw; and both ways to change it."""

from __future__ import annotations

import streamlit as st

from people.candidate.asked import texts_in
from people.candidate.sharing import Participation, Share, withdraw
from people.respondent.outcome import Outcome
from reports.sharing.shown import shown
from reports.told.day import moment_in_words
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.labels import plain
from views.frame.markup import Markup, details, element, esc, show, tag
from views.result.as_shared import as_shared, own_text
from views.sharing.choice import SAID, choosing, failed


def receipt(here: Site, part: Participation, share: Share) -> None:
    words, zone = here.words, part.campaign.zone
    rows = [
        ("what", own_text(what_is_shared(here, share))),
        ("whom", own_text(texts_in(part.campaign, here.language).sender)),
        ("when", esc(moment_in_words(words, share.changed, zone))),
        ("until", esc(moment_in_words(words, part.until, zone))),
        ("how", esc(words("sharing.receipt.how_text"))),
    ]
    inner = "".join(_row(here, key, value) for key, value in rows)
    show(tag("h3", words("sharing.receipt.shared")) + element("dl", inner, "fit-receipt"))
    page = as_shared(here, shown(share.content, words), share.name, share.note, heading="h4")
    show(details(words("sharing.receipt.see"), element("div", page, "fit-preview")))
    with st.container(key=f"ways_{part.id}", horizontal=True):
        st.button(plain(words("sharing.receipt.change")), key=f"change_{part.id}", on_click=change, args=(part,))
        st.button(plain(words("sharing.receipt.withdraw")), key=f"withdraw_{part.id}", on_click=take_back, args=(part,))


def nothing_shared(here: Site, part: Participation) -> None:
    """After the choice to share nothing: as complete a receipt, and the same way to change one's mind."""
    words = here.words
    show(tag("h3", words("sharing.receipt.nothing")) + tag("p", words("sharing.choose.preview_nothing")))
    with st.container(key=f"ways_{part.id}", horizontal=True):
        st.button(plain(words("sharing.receipt.change")), key=f"change_{part.id}", on_click=change, args=(part,))


def what_is_shared(here: Site, share: Share) -> str:
    what = here.words(f"sharing.level.{share.level}.name")
    if share.name:
        return here.words("sharing.receipt.named", what=what, name=share.name)
    return here.words("sharing.receipt.unnamed", what=what)


def change(part: Participation) -> None:
    choosing(part).open = True


def take_back(part: Participation) -> None:
    outcome = withdraw(visitor().token, part.id)
    if outcome is Outcome.DONE:
        st.session_state.pop(f"choosing_{part.id}", None)
        st.session_state[SAID] = "sharing.receipt.withdrawn"
    else:
        st.session_state[SAID] = failed(outcome)


def _row(here: Site, key: str, value: Markup) -> Markup:
    return tag("dt", here.words(f"sharing.receipt.{key}")) + element("dd", value)
