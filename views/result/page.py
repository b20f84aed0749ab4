"""The result: one sentence first, then its picture, the reasons, and what to do with them."""

from __future__ import annotations

import streamlit as st

from charts.screen.pictures import p_best, radar, traits, verdict_differences, verdict_levels, why
from reports.told.headline import headline, warning
from reports.told.sections import limits, quality, sections_of_result, sections_of_role
from scoring.rule.result import Result
from views.frame.context import Site, site
from views.frame.head_and_foot import go, link, notice
from views.frame.labels import label_of, plain
from views.frame.markup import esc, show, tag
from views.frame.picture import draw_picture
from views.frame.role_mark import mark_style
from views.result import parts
from views.result.changes_since import comparison
from views.result.downloads import take_along
from views.result.earlier import looks_older, others
from views.result.earlier import opening as of_attempt
from views.result.finishing import finish, take_again
from views.result.read_next import read_next
from views.result.shown import Shown, what_is_shown
from views.taking.leaving import only_in_session, taken_along

ROLE = "result_role"


def opening(here: Site, result: Result, done: int, total: int) -> None:
    """The warning where there is one, then the verdict and how sure it is."""
    words, assessment = here.words, here.assessment
    caution = warning(result, assessment, words)
    if caution is not None:
        inner = tag("p", caution.sentence) + "".join(tag("p", text, "fit-muted") for text in caution.further)
        show(f'<section class="fit-warning" role="note">{inner}</section>')
    said = headline(result, assessment, words)
    leads = result.leading if result.verdict.kind != "close" else None
    style = f' style="{mark_style(here, leads)}"' if leads else ""
    badges = tag("span", words("result.form", n=total, done=done), "fit-badge")
    if result.provisional:
        badges += tag("span", words("result.provisional"), "fit-badge")
    further = "".join(tag("p", text) for text in said.further)
    show(f'<section class="fit-verdict"{style}>{tag("h1", said.sentence)}{further}{badges}</section>')


def choose_role(here: Site, result: Result) -> str:
    """The role that radar and reasons speak of; the best one until the reader switches. No choice for a role alone."""
    if result.alone is not None:
        return result.alone
    roles = (here.assessment.role[role] for role in result.ranking)
    names = {role.id: plain(here.words.of(role.short or role.name)) for role in roles}
    if st.session_state.get(ROLE) not in names:
        st.session_state[ROLE] = result.ranking[0]
    label = here.words("result.switch")
    chosen = st.segmented_control(
        label, list(names), label_visibility=label_of(label), format_func=names.__getitem__, key=ROLE, required=True
    )
    return str(chosen)


def explained(here: Site, result: Result) -> None:
    """Everything that follows from a scored result."""
    words, assessment = here.words, here.assessment
    levels = verdict_levels(result, assessment, words, here.theme)
    lead = words("result.levels.lead" if result.alone is None else "result.alone.levels_lead")
    draw_picture(levels, "levels", words("result.levels.title"), here, lead)
    differences = verdict_differences(result, assessment, words, here.theme)
    draw_picture(differences, "differences", words("result.differences.title"), here)
    chances = p_best(result, assessment, words, here.theme)
    if chances is not None:
        with st.expander(plain(words("result.p.title"))):
            draw_picture(chances, "p", words("result.p.title"), here)
    with st.container(key="part_role"):
        role = choose_role(here, result)
        shape = radar(result, assessment, words, role, here.theme)
        draw_picture(shape, "radar", words("result.radar.title"), here)
        reasons = why(result, assessment, words, role, here.theme)
        draw_picture(reasons, "why", words("result.why.title"), here, words("result.why.lead"))
        for told in sections_of_role(result, assessment, words, role):
            parts.written(here, told)
    for told in sections_of_result(result, assessment, words):
        parts.written(here, told)


def away(here: Site) -> None:
    """In place of a result that cannot be looked up: an empty one would say that nothing was answered."""
    words = here.words
    show(f'<h1 class="fit-focus" tabindex="-1">{esc(words("site.pages.result"))}</h1>')
    notice(words("saving.note.down"))
    with st.container(key="further"):
        link("result", words("saving.look_again"), here)
        link("roles", words("result.roles"), here)


def opens_with(shown: Shown) -> None:
    """A word on whose result this is, and what is still to be done about it."""
    here, words = shown.here, shown.here.words
    if shown.sample is not None:
        notice(words("result.sample.banner", name=words.of(shown.sample.name), about=words.of(shown.sample.about)))
        return
    if shown.earlier is not None:
        of_attempt(here, shown.earlier)
    elif shown.own is not None:
        finish(here, shown.own, shown.result)
    if looks_older(here, shown.earlier):
        notice(words("saving.rights.version"))


def goes_on_with(shown: Shown) -> None:
    """What a visitor can do with a result of their own, and their other ones."""
    if shown.own is not None:
        parts.more_questions(shown.here, shown.own, shown.result, shown.scored)
        if shown.scored:
            comparison(shown.here, shown.own, shown.result, shown.known)
        take_again(shown.here, shown.own)
    others(shown.here, shown.known, shown.row)


def ends_with(shown: Shown) -> None:
    here, words = shown.here, shown.here.words
    parts.written(here, limits(here.assessment, words))
    with st.container(key="further"):
        if shown.sample is not None:
            link("assessment", words("result.sample.back"), here)
        elif shown.earlier is not None:
            link("result", words("saving.again.newest"), here)
        elif shown.answers:
            link("assessment", words("result.again"), here)
        if here.assessment.roles:
            link("roles", words("result.roles"), here)
        link("method", words("result.method"), here)


def main() -> None:
    shown = what_is_shown(site())
    if shown is None:
        away(site())
        return
    here, result, words = shown.here, shown.result, shown.here.words
    opens_with(shown)
    opening(here, result, len(shown.answers), shown.asked)
    if shown.scored:
        explained(here, result)
    elif st.button(plain(words("result.verdict.unscored_go")), key="answer", type="primary"):
        go("assessment", here)
    goes_on_with(shown)
    if shown.answers:
        with st.expander(plain(words("result.traits.title"))):
            plan = traits(result, here.assessment, words, here.theme)
            draw_picture(plan, "traits", words("result.traits.title"), here)
        parts.written(here, quality(result, words))
    if shown.scored:
        parts.conditions(here)
        read_next(here, result)
    if shown.answers:
        take_along(here, result, shown.answers, shown.day)
        if shown.own is not None and only_in_session(shown.own):
            taken_along(shown.own)
    ends_with(shown)


main()
