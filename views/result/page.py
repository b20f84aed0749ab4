"""The result: one screen that says the most, then chapters: how the roles compare, why, what to do with it."""

from __future__ import annotations

import streamlit as st

from charts.screen.pictures import p_best, radar, verdict_differences, verdict_levels, why
from reports.told.headline import headline
from reports.told.sections import chapters, limits, quality, sections_of_result, sections_of_role
from scoring.rule.result import Result
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.labels import plain
from views.frame.markup import esc, show
from views.frame.picture import draw_picture
from views.frame.seeds import one_of
from views.result import parts
from views.result.changes_since import comparison
from views.result.chapters import opens, row
from views.result.downloads import take_along
from views.result.earlier import looks_older, others
from views.result.earlier import opening as of_attempt
from views.result.finishing import finish, take_again
from views.result.first_screen import BESIDE, first_screen
from views.result.grouped_profile import profile
from views.result.liked import liked
from views.result.numbers import liking_numbers
from views.result.read_next import read_next
from views.result.shown import ROLE, Shown, what_is_shown
from views.taking.leaving import only_in_session, taken_along

SECOND = "second"
"""The section that belongs to the reasons: why the second role may suit too."""


def choose_role(here: Site, result: Result) -> str:
    """The role that radar and reasons speak of; the best one until the reader switches. No choice for a role alone."""
    if result.alone is not None:
        return result.alone
    roles = (here.assessment.role[role] for role in result.ranking)
    names = {role.id: plain(here.words.of(role.short or role.name)) for role in roles}
    return one_of(here.words("result.switch"), names, ROLE, result.ranking[0])


def compared(here: Site, result: Result) -> None:
    """How sure the order of the roles is."""
    words, assessment = here.words, here.assessment
    said = headline(result, assessment, words)
    opens(here, "result", said.further[BESIDE:] or (words("result.opens.result"),))
    differences = verdict_differences(result, assessment, words, here.theme)
    draw_picture(differences, "differences", words("result.differences.title"), here, heading="h3")
    chances = p_best(result, assessment, words, here.theme)
    if chances is not None:
        with st.expander(plain(words("result.p.title"))):
            draw_picture(chances, "p", words("result.p.title"), here, heading="h3")


def explained(here: Site, result: Result) -> None:
    """Foundation and direction, then the reasons for one role at a time."""
    words, assessment = here.words, here.assessment
    counts = result.liking is not None and result.liking.counts
    opens(here, "reasons", (words("result.opens.reasons_liking" if counts else "result.opens.reasons"),))
    levels = verdict_levels(result, assessment, words, here.theme)
    lead = words("result.levels.lead" if result.alone is None else "result.alone.levels_lead")
    draw_picture(levels, "levels", words("result.levels.title"), here, lead, "h3")
    with st.container(key="part_role"):
        role = choose_role(here, result)
        reasons = why(result, assessment, words, role, here.theme)
        lead = words("result.why.lead_liking" if counts else "result.why.lead")
        draw_picture(reasons, "why", words("result.why.title"), here, lead, "h3")
        shape = radar(result, assessment, words, role, here.theme)
        draw_picture(shape, "radar", words("result.radar.title"), here, heading="h3")
        for told in sections_of_role(result, assessment, words, role):
            parts.written(here, told)
    for told in sections_of_result(result, assessment, words):
        if told.key == SECOND:
            parts.written(here, told)


def used(shown: Shown) -> None:
    """What follows from the result, and what to read next."""
    here, result = shown.here, shown.result
    opens(here, "use", (here.words("result.opens.use"),))
    for told in sections_of_result(result, here.assessment, here.words):
        if told.key != SECOND:
            parts.written(here, told)
    parts.conditions(here)
    read_next(here, result)


def profiled(here: Site, result: Result) -> None:
    """Where traits are the whole result: all of them, open."""
    opens(here, "profile", (here.words("result.opens.profile"),))
    trait_scores(here, result, here.words("report.traits"))


def trait_scores(here: Site, result: Result, title: str) -> None:
    profile(here, result, title)
    parts.traits_in_words(here)


def detailed(shown: Shown, *, with_traits: bool) -> None:
    """Every score, what the answers give reason to say, and the result to take along.

    ``with_traits``: the traits' scores are among it, folded away.
    """
    here, result, words = shown.here, shown.result, shown.here.words
    opens(here, "details", (words("result.opens.details" if with_traits else "result.opens.details_traits"),))
    if with_traits:
        with st.expander(plain(words("result.traits.title"))):
            trait_scores(here, result, words("result.traits.title"))
    liking_numbers(here, result)
    parts.written(here, quality(result, words))
    take_along(here, result, shown.answers, shown.day)
    if shown.own is not None and only_in_session(shown.own):
        taken_along(shown.own)


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
        said = words("result.sample.banner", name=words.of(shown.sample.name), about=words.of(shown.sample.about))
        show(f'<p class="fit-note fit-note-quiet" role="status">{esc(said)}</p>')
        return
    if shown.earlier is not None:
        of_attempt(here, shown.earlier)
    elif shown.own is not None:
        finish(here, shown.own, shown.result)
    if looks_older(here, shown.earlier):
        notice(words("saving.rights.version"))


def goes_on_with(shown: Shown) -> None:
    """What a visitor can do with a result of their own, and their other ones."""
    if shown.own is not None and shown.scored:
        comparison(shown.here, shown.own, shown.result, shown.known)
        take_again(shown.here, shown.own)
    others(shown.here, shown.known, shown.row, "h3" if shown.scored else "h2")


def ends_with(shown: Shown, heading: str) -> None:
    here, words = shown.here, shown.here.words
    if shown.answers:
        parts.written(here, limits(here.assessment, words), heading)
    with st.container(key="further"):
        if shown.sample is not None:
            link("assessment", words("result.sample.back"), here)
        elif shown.earlier is not None:
            link("result", words("saving.again.newest"), here)
        elif shown.answers:
            link("assessment", words("result.again"), here)
        if here.assessment.roles:
            link("roles", words("result.roles"), here)
        if here.content.adverts is not None:
            link("advert", words("advert.to_advert.result"), here)
        link("method", words("result.method"), here)


def main() -> None:
    shown = what_is_shown(site())
    if shown is None:
        away(site())
        return
    here, result = shown.here, shown.result
    opens_with(shown)
    first_screen(shown)
    known = chapters(result, here.assessment, here.words)
    row(here, known)
    if shown.scored:
        compared(here, result)
        explained(here, result)
        liked(here, result)
        used(shown)
    if "profile" in known:
        profiled(here, result)
    goes_on_with(shown)
    if "details" in known:
        detailed(shown, with_traits="profile" not in known)
    ends_with(shown, "h3" if known else "h2")


main()
