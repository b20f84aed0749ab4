"""Pausing, closing and opening a campaign again."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import close, pause, reopen, resume
from people.organiser.shapes import Campaign, Token
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import show, tag
from views.organising.said import say_next, say_refused, say_what_is_due

Act = Callable[[Token, Campaign], Campaign | Refused]


def standing_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    show(
        tag("h2", words("organise.stand.title"), "fit-block")
        + tag("p", words(f"organise.stand.now.{campaign.standing}"))
    )
    say_what_is_due("standing")
    acts: list[tuple[str, Act]] = []
    if campaign.closed:
        acts = [("reopen", reopen)]
    else:
        acts = [("resume", resume) if campaign.paused else ("pause", pause), ("close", close)]
    with st.container(key="standing", horizontal=True):
        tapped = next(
            (
                (name, act)
                for name, act in acts
                if st.button(plain(words(f"organise.stand.do.{name}")), key=f"stand_{name}")
            ),
            None,
        )
    show(tag("p", words("organise.stand.who_began"), "fit-muted"))
    if tapped is not None:
        _do(here, signed, campaign, *tapped)


def _do(here: Site, signed: Signed, campaign: Campaign, name: str, act: Act) -> None:
    words = here.words
    done = act(signed.token, campaign)
    if not isinstance(done, Refused):
        say_next(words(f"organise.stand.done.{name}"), "standing")
        st.rerun()
    if done.outcome is Outcome.REFUSED and done.field == "closes":
        show(tag("p", words("organise.stand.time_is_over"), "fit-mistake"))
    else:
        say_refused(here, done)
