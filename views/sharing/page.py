"""Sharing: for each invitation that this visitor takes part in, what they share with whom, and until when."""

from __future__ import annotations

import streamlit as st

from people.candidate.asked import texts_in
from people.candidate.sharing import Participation, participations
from reports.told.day import date_in_words, moment_in_words
from views.frame.context import Site, site
from views.frame.cookie import visitor
from views.frame.head_and_foot import link, notice
from views.frame.markup import details, element, esc, show, tag
from views.frame.notices import OWN_RESULT, said
from views.frame.scripts import TO_TOP
from views.result.as_shared import own_text
from views.sharing.choice import SAID, choose, choosing
from views.sharing.own_result import OwnResult, StoreAway, own_result
from views.sharing.receipt import nothing_shared, receipt

SEEN = "participations_seen"
TURN = "outcomes_told"


def seen(here: Site) -> tuple[Participation, ...] | None:
    """What this visitor takes part in; while the store is away what the page showed before, None where it showed none.

    Nothing is decided by it: every operation asks the store.
    """
    found = participations(visitor().token)
    if found is None:
        notice(here.words("sharing.page.away"))
        return st.session_state.get(SEEN)
    st.session_state[SEEN] = found
    return found


def card(here: Site, part: Participation) -> None:
    words = here.words
    texts = texts_in(part.campaign, here.language)
    with st.container(key=f"share_card_{part.id}"):
        title = words("sharing.card.from", sender=texts.sender)
        head = element("h2", own_text(title)) + element("p", own_text(part.campaign.title), "fit-muted")
        asked = element("p", own_text(texts.purpose), "fit-own")
        asked += element("p", esc(words("sharing.card.contact")) + own_text(texts.contact), "fit-own")
        head += details(words("sharing.card.purpose"), asked)
        show(head)
        body(here, part)


def body(here: Site, part: Participation) -> None:
    """The receipt of what is shared; else the choice, as soon as there is a result to choose of."""
    held = choosing(part)
    if part.share is not None and not held.open:
        receipt(here, part, part.share)
        return
    if part.share is None and held.declined and not held.open:
        nothing_shared(here, part)
        return
    try:
        own = own_result(here, part)
        st.session_state[f"own_of_{part.id}"] = own
    except StoreAway:
        own = st.session_state.get(f"own_of_{part.id}")
    if own is None:
        unfinished(here, part)
        return
    facts(here, part, own)
    choose(here, part, own)


def facts(here: Site, part: Participation, own: OwnResult) -> None:
    """Which result it is, and until when the choice stands."""
    words, campaign = here.words, part.campaign
    said_of = [words("sharing.card.until", until=moment_in_words(words, part.until, campaign.zone))]
    if campaign.links == "personal":
        said_of.append(words("sharing.card.personal"))
    form = own.assessment.forms.get(campaign.form)
    if own.form != campaign.form and form is not None and form.title is not None:
        said_of.append(words("sharing.own.other_form", part=words.of(form.title)))
    if own.newer:
        said_of.append(words("sharing.unfinished.newer"))
    elif said(OWN_RESULT, st.query_params.to_dict()):
        said_of.insert(0, words("sharing.own.text", date=date_in_words(words, own.day)))
    show("".join(tag("p", text) for text in said_of))
    with st.container(key=f"own_{part.id}", horizontal=True):
        link("result", words("sharing.page.result_first"), here, assessment=own.assessment.id)
        if own.newer:
            link("assessment", words("sharing.unfinished.go"), here, assessment=own.assessment.id)


def unfinished(here: Site, part: Participation) -> None:
    words = here.words
    show(tag("p", words("sharing.unfinished.text")))
    if part.campaign.assessment in here.assessments:
        with st.container(key=f"own_{part.id}"):
            link("assessment", words("sharing.unfinished.go"), here, assessment=part.campaign.assessment)


def main() -> None:
    here = site()
    words = here.words
    title = f'<h1 class="fit-focus" tabindex="-1">{esc(words("site.pages.share"))}</h1>'
    show(title + tag("p", words("sharing.page.lead"), "fit-lead"))
    outcome = st.session_state.pop(SAID, None)
    if outcome is not None:
        notice(words(outcome))
        # A container of its own each time: the same one would not be drawn anew, and its script would not run.
        turn = st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        with st.container(key=f"said_{turn}"):
            st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)
    found = seen(here)
    if found == ():
        show(tag("p", words("sharing.page.none")) + tag("p", words("sharing.page.none_hint"), "fit-muted"))
    for part in found or ():
        card(here, part)


main()
