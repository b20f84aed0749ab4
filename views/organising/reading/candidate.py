"""One candidate: what they shared, just as they saw it before they shared it, and the guide for the interview."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.reading import Opened, open_share
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.markup import Markup, element, esc, show, tag
from views.frame.post_form import post_button
from views.organising.entry import signed_or_door
from views.organising.no_gate import no_gate
from views.organising.reading.guide_paper import guide_paper
from views.organising.reading.names import address, anchor, called, moment, seen
from views.result.as_shared import as_shared, own_text

OPENED = "opened_shares"


def main() -> None:
    here = site()
    share = st.query_params.get("share", "")
    signed = signed_or_door(here, "candidate", share=share)
    if signed is None:
        return
    found = _opened(signed, share)
    if isinstance(found, Refused):
        show(f'<h1 class="fit-focus" tabindex="-1">{esc(here.words("site.pages.candidate"))}</h1>')
        no_gate(here)
        notice(here.words("organise.away_now" if found.outcome is Outcome.AWAY else "reading.gone"))
        show(element("p", anchor(esc(here.words("reading.failed.back")), address(here, "organise"))))
        return
    _head(here, found)
    no_gate(here)
    _jumps(here)
    page = seen(here, found.share)
    show(f'<div id="shared" class="fit-as-shared">{tag("h2", here.words("reading.one.shared"))}</div>')
    show(tag("p", here.words("reading.one.same"), "fit-muted"))
    with st.container(key="picture_shared"):
        show(as_shared(here, page, found.share.name, found.share.note, "h3"))
    show('<div id="guide"></div>')
    show(guide_paper(here, found.campaign, found.share))
    _ways(here, found)


def _opened(signed: Signed, share: str) -> Opened | Refused:
    """Opening goes into the log once a visit, and again when what is shared was changed."""
    known: set[str] = st.session_state.setdefault(OPENED, set())
    latest = open_share(signed.token, share, note=False)
    if not isinstance(latest, Opened):
        return latest
    mark = f"{signed.organiser.id} {share} {latest.share.changed}"
    if mark in known:
        return latest
    found = open_share(signed.token, share, note=True)
    if isinstance(found, Opened):
        known.add(mark)
    return found


def _head(here: Site, found: Opened) -> None:
    words, share = here.words, found.share
    back = anchor(esc(found.campaign.title), address(here, "campaign", id=found.campaign.id, part="shared"))
    title = own_text(share.name) if share.name else esc(words("reading.nameless"))
    inner = element("p", back, "fit-way")
    inner += f'<h1 class="fit-focus" tabindex="-1">{title}</h1>'
    invited = share.invited_name or share.invited_reference
    if invited:
        inner += element("p", esc(words("reading.invited")) + " " + own_text(invited), "fit-muted")
    said = words("reading.one.when", date=moment(here, found.campaign, share.shared))
    if share.changed != share.shared:
        said = words("reading.one.changed", date=moment(here, found.campaign, share.changed))
    until = words("reading.one.until", date=moment(here, found.campaign, share.until))
    show(inner + tag("p", f"{said} {until}", "fit-muted"))


def _jumps(here: Site) -> None:
    """The two parts of the page; who opens it for the interview goes straight to the guide."""
    words = here.words
    links = "".join(
        f'<a href="#{name}">{esc(words(label))}</a>'
        for name, label in (("shared", "reading.one.shared"), ("guide", "guide.title"))
    )
    with st.container(key="chapters"):
        show(f'<nav class="fit-chapters" aria-label="{esc(words("reading.one.parts"))}">{links}</nav>')


def _ways(here: Site, found: Opened) -> None:
    words = here.words
    with st.container(key="part_files"):
        inner: Markup = tag("p", words("reading.one.print"), "fit-muted")
        inner += post_button(
            here,
            "export",
            words("reading.one.pdf"),
            "primary",
            campaign=found.campaign.id,
            format="guide",
            share=found.share.id,
        )
        show(element("div", inner, "fit-files"))
        others = address(here, "campaign", id=found.campaign.id, part="shared", chosen=found.share.id)
        show(element("p", anchor(esc(words("reading.one.compare", name=called(here, found.share))), others)))


main()
