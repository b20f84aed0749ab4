"""Where a campaign stands: how many were invited, how many shared what, over time; and nothing about anybody else."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from charts.screen.by_day import picture_by_day
from people.organiser.asking import Refused
from people.organiser.campaigns import counts
from people.organiser.filled import moment_in
from people.organiser.shapes import LEVELS, Campaign, Counts
from people.organiser.signed import Signed
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import Markup, details, element, esc, show, tag
from views.frame.picture import draw_picture
from views.organising.moments import said_moment
from views.organising.said import say_refused


def overview_part(here: Site, signed: Signed, campaign: Campaign) -> None:
    found = counts(signed.token, campaign.id)
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    _next(here, campaign, found)
    show(_numbers(here, found))
    _levels(here, found)
    _over_time(here, campaign, found)
    show(_facts(here, campaign) + _as_candidates_read_it(here, campaign))


def _next(here: Site, campaign: Campaign, found: Counts) -> None:
    """The one thing that is still to be done, where there is one."""
    words = here.words
    key = None
    if campaign.standing == "paused":
        key = "paused"
    elif campaign.standing == "closed":
        key = "closed" if found.shared else None
    elif found.invited == 0:
        key = "invite"
    elif campaign.links == "open" and not found.shared:
        key = "send"
    if key is not None:
        with st.container(key="next_thing"):
            show(tag("p", words(f"organise.overview.next.{key}")))
            if key in ("invite", "send"):
                link("campaign", words(f"organise.overview.go.{key}"), here, id=campaign.id, part="people")


def _numbers(here: Site, found: Counts) -> Markup:
    words = here.words
    shown = [("shared", found.shared)]
    if found.invited is not None:
        shown = [("invited", found.invited), ("shared", found.shared)]
    tiles = "".join(
        element("div", tag("dt", words(f"organise.overview.{name}")) + tag("dd", words("organise.people.count", n=n)))
        for name, n in shown
    )
    if found.finished_at_least is None:
        finished = words("organise.overview.finished_untold")
    else:
        finished = words("organise.overview.finished", n=found.finished_at_least)
    return element("dl", tiles, "fit-tiles") + tag("p", finished, "fit-muted")


def _levels(here: Site, found: Counts) -> None:
    words = here.words
    if found.shared:
        rows = "".join(
            element("li", tag("span", words(f"reading.level.{level}")) + tag("b", found.by_level.get(level, 0)))
            for level in LEVELS
        )
        show(tag("h2", words("organise.overview.levels"), "fit-block") + element("ul", rows, "fit-counted"))


def _over_time(here: Site, campaign: Campaign, found: Counts) -> None:
    words = here.words
    now = moment_in(campaign.zone, int(datetime.now(UTC).timestamp() * 1000))
    until = min(now, moment_in(campaign.zone, campaign.over))
    sentence = words("organise.overview.chart", n=found.shared)
    columns = words("organise.overview.day"), words("organise.overview.shared_until")
    picture = picture_by_day(found.shared_by_day, here.theme, sentence, columns, until.date())
    draw_picture(picture, f"shared_{campaign.id}", words("organise.overview.over_time"), here)


def _facts(here: Site, campaign: Campaign) -> Markup:
    words = here.words
    opens, closes, over = (said_moment(here, campaign, ms) for ms in (campaign.opens, campaign.closes, campaign.over))
    said = [
        words("organise.overview.window", opens=opens, closes=closes),
        words("organise.overview.over", over=over, days=campaign.keep_days),
        words("organise.overview.two_states"),
    ]
    title = tag("h2", words("organise.overview.facts"), "fit-block")
    return element("section", title + "".join(tag("p", one) for one in said), "fit-section")


def _as_candidates_read_it(here: Site, campaign: Campaign) -> Markup:
    """The texts as they stand, folded away: a look that is no link, so that nobody takes part by looking."""
    words = here.words
    names = {language.id: language.name for language in here.content.languages}
    folds = ""
    for language, texts in campaign.texts.items():
        inner = "".join(
            tag("h3", words(f"organise.overview.text.{name}")) + element("p", esc(text).replace("\n", "<br>"))
            for name in ("sender", "purpose", "message", "contact", "consent")
            if (text := getattr(texts, name))
        )
        folds += details(words("organise.overview.as_read", language=names.get(language, language)), inner)
    return folds
