"""An organiser's campaigns: each with its standing, when it closes, how many shared; what to do where there is none."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import Listed, mine
from people.organiser.shapes import Campaign, CampaignDeletion
from people.organiser.signed import Signed
from views.frame.context import Site
from views.frame.head_and_foot import go, link
from views.frame.labels import plain
from views.frame.markup import bullets, element, show, tag
from views.organising.moments import said_moment
from views.organising.no_gate import no_gate
from views.organising.pager import page_number, pager
from views.organising.said import say_refused

GONE = "campaign_that_was_deleted"


def campaign_list(here: Site, signed: Signed) -> None:
    words = here.words
    show(tag("h1", words("organise.list.title")))
    no_gate(here)
    _gone(here)
    found = mine(signed.token, page_number("campaigns"))
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    if not found.rows:
        _first_steps(here)
    with st.container(key="make_campaign"):
        if st.button(plain(words("organise.list.make")), key="make", type="primary"):
            go("campaign_new", here)
    for row in found.rows:
        _card(here, row, signed)
    pager(here, "campaigns", found.number, found.of, found.total)


def _card(here: Site, row: Listed, signed: Signed) -> None:
    words, campaign = here.words, row.campaign
    with st.container(key=f"campaign_{campaign.id}"):
        link("campaign", campaign.title, here, id=campaign.id)
        closes = said_moment(here, campaign, campaign.closes)
        standing = words(f"organise.standing.{campaign.standing}")
        said = [words("organise.list.standing", standing=standing, closes=closes)]
        said.append(words("organise.list.shared", n=row.shared))
        if campaign.owner != signed.organiser.name:
            said.append(words("organise.list.owner", name=campaign.owner))
        show(element("p", "".join(tag("span", one) for one in said), "fit-facts"))


def _first_steps(here: Site) -> None:
    words = here.words
    steps = "".join(tag("li", words(f"organise.list.step.{step}")) for step in ("make", "send", "read"))
    show(
        element(
            "section",
            tag("h2", words("organise.list.empty_title"))
            + tag("p", words("organise.list.empty_lead"))
            + element("ol", steps, "fit-steps"),
            "fit-card",
        )
    )


def remember_deletion(campaign: Campaign, deletion: CampaignDeletion) -> None:
    """For the list, to which the browser is sent on."""
    st.session_state[GONE] = (campaign, deletion)


def _gone(here: Site) -> None:
    """The proof of a deletion: what went, by kind, and what a look afterwards still found."""
    held = st.session_state.pop(GONE, None)
    if held is None:
        return
    words = here.words
    campaign, deletion = held
    when = said_moment(here, campaign, int(deletion.at.timestamp() * 1000))
    counted = [
        words("organise.list.gone_item", what=words(f"organise.kind.{kind}"), n=n)
        for kind, n in sorted(deletion.gone.items())
        if n
    ]
    said = (
        tag("h2", words("organise.list.gone_title", title=campaign.title))
        + bullets(counted)
        + tag("p", words("organise.list.gone_left", n=deletion.remaining, moment=when))
        + tag("p", words("organise.list.gone_kept"), "fit-muted")
    )
    show(f'<section class="fit-note" role="status">{said}</section>')
