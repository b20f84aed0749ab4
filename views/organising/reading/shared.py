"""What candidates chose to share in one campaign: a table, searched and sorted, and files to take along."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.reading import MOST_TOGETHER, TIME, shared_page
from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from views.frame.context import Site
from views.frame.labels import label_of, plain
from views.frame.markup import element, show, tag
from views.frame.post_form import post_button
from views.organising.pager import first_page, page_number, pager
from views.organising.reading.share_table import share_table
from views.organising.said import say_refused

SEARCH, SORT = "shared_search", "shared_sort"
TABLE = "shared_"
"""Before a campaign's id, the name of its table's pages."""
LISTED = "shared_listed"
"""Campaigns whose list went into the log in this visit: whoever turns pages looks at one list."""
CHOSEN = "chosen"
"""The query parameter that carries whom one has chosen already on another page of the table."""
FILES = ("xlsx", "csv", "json", "guides")


def shared_part(here: Site, signed: Signed, campaign: Campaign) -> None:
    """The part of a campaign's page that shows what was shared."""
    words = here.words
    show(tag("h2", words("reading.title")) + tag("p", words("reading.lead"), "fit-muted"))
    search, sort = _typed(campaign), _wished(here, campaign)
    listed: set[str] = st.session_state.setdefault(LISTED, set())
    mark, table = f"{signed.organiser.id} {campaign.id}", f"{TABLE}{campaign.id}"
    page = shared_page(signed.token, campaign.id, page_number(table), sort, search, note=mark not in listed)
    if isinstance(page, Refused):
        say_refused(here, page)
        return
    if page.total or search:
        with st.container(key="shared_controls", horizontal=True):
            _search(here, campaign)
            _sort(here, campaign)
    if not page.total:
        show(tag("p", words("reading.none_found" if search else "reading.none_yet"), "fit-card"))
    else:
        listed.add(mark)
        show(tag("p", words("reading.found", n=page.total), "fit-muted"))
        share_table(here, campaign, page.rows, sort, _chosen())
        pager(here, table, page.number, page.of, page.total)
    if page.total or search:
        _files(here, campaign)


def _typed(campaign: Campaign) -> str:
    return str(st.session_state.get(f"{SEARCH}_{campaign.id}") or "").strip()


def _search(here: Site, campaign: Campaign) -> None:
    label = here.words("reading.search")
    st.text_input(
        label,
        label_visibility=label_of(label),
        key=f"{SEARCH}_{campaign.id}",
        on_change=first_page,
        args=(f"{TABLE}{campaign.id}",),
    )


def _wished(here: Site, campaign: Campaign) -> str:
    return str(st.session_state.get(f"{SORT}_{campaign.id}_{here.language}") or TIME)


def _sort(here: Site, campaign: Campaign) -> None:
    words = here.words
    names = {TIME: words("reading.sort.time")}
    names |= {name: words(f"reading.sort.{name}") for name in ("changed", "name", "level")}
    known = here.known.get(campaign.assessment)
    if known is not None:
        for role in known.roles:
            names[f"fit:{role.id}"] = words("reading.sort.fit", role=words.of(role.name))
        for group in known.groups:
            names[f"group:{group.id}"] = words("reading.sort.group", group=words.of(group.name))
        for trait in known.traits:
            names[f"trait:{trait.id}"] = words("reading.sort.trait", trait=words.of(trait.name))
    label = words("reading.sort.label")
    st.selectbox(
        label,
        list(names),
        label_visibility=label_of(label),
        format_func=lambda name: plain(names[name]),
        key=f"{SORT}_{campaign.id}_{here.language}",
        on_change=first_page,
        args=(f"{TABLE}{campaign.id}",),
    )


def _chosen() -> tuple[str, ...]:
    given = (share for text in st.query_params.get_all(CHOSEN) for share in text.split(","))
    return tuple(dict.fromkeys(share for share in given if share))[:MOST_TOGETHER]


def _files(here: Site, campaign: Campaign) -> None:
    words = here.words
    with st.container(key="part_files"):
        show(tag("h3", words("reading.files.title")) + tag("p", words("reading.files.lead"), "fit-muted"))
        buttons = "".join(
            post_button(here, "export", words(f"reading.files.{form}"), campaign=campaign.id, format=form)
            for form in FILES
        )
        show(element("div", buttons, "fit-files"))
