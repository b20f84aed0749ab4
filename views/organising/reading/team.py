"""A group's picture: taken once of those who shared their traits, beside a role or beside another group's picture."""

from __future__ import annotations

import streamlit as st

from charts.plan.team import plan_team
from charts.screen.pictures import team as drawn
from people.organiser.asking import Refused
from people.organiser.signed import Signed
from people.organiser.teams import Team, TeamPicture, drop_picture, take_picture, team
from people.respondent.outcome import Outcome
from reports.told.day import date_in_words
from scoring.told.group import FEWEST, NEWCOMERS
from views.frame.context import Site, site
from views.frame.day import reader_day
from views.frame.head_and_foot import notice
from views.frame.labels import label_of, plain
from views.frame.markup import element, esc, show, tag
from views.frame.picture import draw_picture
from views.frame.seeds import always, index_of
from views.organising.entry import signed_or_door
from views.organising.no_gate import no_gate
from views.organising.reading.names import address, anchor
from views.organising.reading.team_traits import group_traits
from views.organising.said import say_next, say_refused

TITLE, SHOWN, BESIDE = "team_title", "team_shown", "team_beside"
LONGEST = 120


def main() -> None:
    here = site()
    campaign = st.query_params.get("id", "")
    signed = signed_or_door(here, "team", id=campaign)
    if signed is None:
        return
    words = here.words
    show(f'<h1 class="fit-focus" tabindex="-1">{esc(words("reading.team.title"))}</h1>')
    no_gate(here)
    found = team(signed.token, campaign)
    if isinstance(found, Refused):
        notice(words("organise.away_now" if found.outcome is Outcome.AWAY else "organise.over"))
        return
    show(tag("p", words("reading.team.lead", title=found.campaign.title), "fit-lead"))
    show(tag("p", words("reading.team.no_likeness"), "fit-muted"))
    _standing(here, signed, found)
    if found.taken:
        _picture(here, signed, found)
    back = address(here, "campaign", id=campaign, part="shared")
    show(element("p", anchor(esc(words("reading.together.back")), back)))


def _standing(here: Site, signed: Signed, found: Team) -> None:
    """How many there are, and whether a picture may be taken of them; if not, why."""
    words = here.words
    said = words(f"reading.team.may.{found.may}", n=found.people, most=found.missing, least=NEWCOMERS, total=FEWEST)
    inner = tag("p", said)
    if found.left_out:
        inner += tag("p", words("reading.team.left_out", n=found.left_out), "fit-muted")
    show(element("div", inner, "fit-card"))
    if found.may != "may":
        return
    label = words("reading.team.name")
    with st.form("team_take", border=False):
        st.text_input(
            label, label_visibility=label_of(label), key=TITLE, max_chars=LONGEST, placeholder=found.campaign.title
        )
        if st.form_submit_button(plain(words("reading.team.take")), type="primary"):
            _take(here, signed, found)


def _take(here: Site, signed: Signed, found: Team) -> None:
    title = str(st.session_state.get(TITLE) or "").strip() or found.campaign.title
    made = take_picture(signed.token, found.campaign.id, title)
    if not isinstance(made, Refused):
        say_next(here.words("reading.team.taken"))
        st.rerun()
    keys = {Outcome.REFUSED: "reading.team.refused", Outcome.CHANGED: "reading.team.changed"}
    if made.outcome in keys:
        notice(here.words(keys[made.outcome]))
    else:
        say_refused(here, made)


def _picture(here: Site, signed: Signed, found: Team) -> None:
    words = here.words
    picture = _chosen(here, found)
    roles, others = _beside(here, found, picture)
    beside = _select(here, BESIDE, words("reading.team.beside"), {"": words("reading.team.alone")} | roles | others)
    kind, _, of = beside.partition(":")
    other = next((one for one in (*found.taken, *found.others) if kind == "picture" and one.id == of), None)
    role = of if kind == "role" else None
    assessment = here.known.get(picture.assessment)
    if assessment is None:
        notice(words("reading.team.no_files"))
        return
    traits = group_traits(picture, assessment, here.words, role=role, other=other)
    name = words.of(assessment.role[role].name) if role else None
    plan = plan_team(traits, words, role=name, other=other.title if other else None)
    lead = words("reading.team.made", date=_day(here, picture), n=int(picture.content["people"]))
    draw_picture(drawn(plan, here.theme), "team", picture.title, here, lead)
    if plan is not None:
        show(tag("p", plan.sentence))
    with st.container(key="team_drop"):
        st.button(
            plain(words("reading.team.drop")), key="team_drop_button", on_click=_drop, args=(here, signed, picture)
        )


def _chosen(here: Site, found: Team) -> TeamPicture:
    names = {one.id: f"{one.title} ({_day(here, one)})" for one in found.taken}
    chosen = _select(here, SHOWN, here.words("reading.team.which"), names) if len(names) > 1 else found.taken[0].id
    return next(one for one in found.taken if one.id == chosen)


def _beside(here: Site, found: Team, picture: TeamPicture) -> tuple[dict[str, str], dict[str, str]]:
    """What the picture can be looked at beside: the roles of its assessment, and pictures of the same version."""
    words, known = here.words, here.known.get(picture.assessment)
    roles = {f"role:{role.id}": words.of(role.name) for role in known.roles} if known else {}
    others = {
        f"picture:{one.id}": words("reading.team.other", title=one.title)
        for one in (*found.taken, *found.others)
        if one.id != picture.id and one.version == picture.version
    }
    return roles, others


def _select(here: Site, key: str, label: str, names: dict[str, str]) -> str:
    key = f"{key}_{here.language}"
    held = st.session_state.get(key)
    held = always(key, held if held in names else next(iter(names)))
    return str(
        st.selectbox(
            label,
            list(names),
            index=index_of(names, held),
            label_visibility=label_of(label),
            format_func=lambda one: plain(names[one]),
            key=key,
        )
    )


def _drop(here: Site, signed: Signed, picture: TeamPicture) -> None:
    """Runs before the page is drawn anew, which then says what became of it."""
    refused = drop_picture(signed.token, picture.id)
    away = refused is not None and refused.outcome is Outcome.AWAY
    say_next(here.words("organise.away" if away else "organise.over" if refused else "reading.team.dropped"))


def _day(here: Site, picture: TeamPicture) -> str:
    return date_in_words(here.words, reader_day(picture.created))


main()
