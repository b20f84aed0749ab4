"""The result: one sentence first, then its picture, the reasons, and what to do with them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from catalog.content.content import Sample
from charts.screen.pictures import p_best, radar, traits, verdict_differences, verdict_levels, why
from people.respondent.attempts import Attempt
from people.respondent.sheet import known_answers, page_times, scored_form
from reports.told.headline import headline, warning
from scoring import score_sheet
from scoring.rule.result import Result
from views.frame.context import Site, site
from views.frame.day import reader_day
from views.frame.head_and_foot import go, link, note
from views.frame.markup import element, esc, show, tag
from views.frame.picture import draw_picture
from views.frame.role_mark import mark_style
from views.result import parts
from views.result.changes_since import comparison
from views.result.downloads import take_along
from views.result.earlier import PARAMETER, attempt_asked, attempts, looks_older, others
from views.result.earlier import opening as of_attempt
from views.result.finishing import finish, take_again
from views.result.read_next import read_next
from views.taking.session import answer_sheet, store_is_down

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
    names = {role.id: here.words.of(role.short or role.name) for role in roles}
    if st.session_state.get(ROLE) not in names:
        st.session_state[ROLE] = result.ranking[0]
    chosen = st.segmented_control(
        here.words("result.switch"), list(names), format_func=names.__getitem__, key=ROLE, required=True
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
        with st.expander(words("result.p.title")):
            draw_picture(chances, "p", words("result.p.title"), here)
    with st.container(key="part_role"):
        role = choose_role(here, result)
        shape = radar(result, assessment, words, role, here.theme)
        draw_picture(shape, "radar", words("result.radar.title"), here)
        reasons = why(result, assessment, words, role, here.theme)
        draw_picture(reasons, "why", words("result.why.title"), here, words("result.why.lead"))
        parts.strengths_and_watch_outs(here, result, role)
    parts.talking_points(here, result)
    parts.second_role(here, result)
    if result.verdict.kind != "clear":
        parts.explore(here, result)


def quality(here: Site, result: Result) -> None:
    if not result.flags:
        return
    words = here.words
    rows = "".join(tag("li", words(f"result.quality.{flag}")) for flag in result.flags)
    inner = tag("h2", words("result.quality.title")) + tag("p", words("result.quality.lead"), "fit-muted")
    show(element("section", inner + element("ul", rows, "fit-list"), "fit-card fit-section"))


def sample_asked(here: Site) -> Sample | None:
    asked = st.query_params.get("sample")
    for sample in here.content.samples:
        if sample.id == asked and sample.assessment == here.assessment.id:
            return sample
    if asked is not None:
        note(here.words("site.lost.sample"))
    return None


def known_attempts(here: Site) -> tuple[Attempt, ...] | None:
    """The visitor's finished attempts; None where the page cannot be shown without the store, which does not answer."""
    known = attempts(here)
    if known is None:
        answer_sheet(here.assessment)
        return None if store_is_down() or PARAMETER in st.query_params else ()
    return known


def away(here: Site) -> None:
    """In place of a result that cannot be looked up: an empty one would say that nothing was answered."""
    words = here.words
    show(f'<h1 class="fit-focus" tabindex="-1">{esc(words("site.pages.result"))}</h1>')
    note(words("saving.note.down"))
    with st.container(key="further"):
        link("result", words("saving.look_again"), here)
        link("roles", words("result.roles"), here)


def main() -> None:
    here = site()
    words = here.words
    sample = sample_asked(here)
    known = () if sample else known_attempts(here)
    if known is None:
        away(here)
        return
    earlier = attempt_asked(here, known)
    if earlier is not None:
        here = replace(here, older=earlier.assessment)
    assessment = here.assessment
    sheet = earlier.sheet if earlier else answer_sheet(assessment)
    form = sample.form if sample else earlier.row.form if earlier else scored_form(assessment, sheet)
    answers = dict(sample.answers) if sample else known_answers(assessment, form, sheet)
    result = score_sheet(assessment, form, answers, () if sample else page_times(assessment, sheet))
    if sample:
        note(words("result.sample.banner", name=words.of(sample.name), about=words.of(sample.about)))
    elif earlier is not None:
        of_attempt(here, earlier)
    else:
        finish(here, sheet, result)
    if not sample and looks_older(here, earlier):
        note(words("saving.rights.version"))
    total = len(assessment.form_items(form)) + len(assessment.form_scenarios(form))
    opening(here, result, len(answers), total)
    scored = result.leading is not None
    if not scored and st.button(words("result.verdict.unscored_go"), key="answer", type="primary"):
        go("assessment", here)
    if scored:
        explained(here, result)
        parts.elsewhere_when_warned(here, result)
    if not sample and earlier is None:
        parts.more_questions(here, sheet, result, scored)
        if scored:
            comparison(here, sheet, result, known)
        take_again(here, sheet)
    others(here, known, earlier.row.id if earlier else sheet.stored.row.id if sheet.stored else None)
    if answers:
        with st.expander(words("result.traits.title")):
            draw_picture(traits(result, assessment, words, here.theme), "traits", words("result.traits.title"), here)
        quality(here, result)
    if scored:
        parts.conditions(here)
    if scored:
        read_next(here, result)
    if answers:
        take_along(here, result, answers, reader_day(earlier.row.finished) if earlier else reader_day())
    parts.limits(here)
    with st.container(key="further"):
        if sample:
            link("assessment", words("result.sample.back"), here)
        elif earlier is not None:
            link("result", words("saving.again.newest"), here)
        elif answers:
            link("assessment", words("result.again"), here)
        if assessment.roles:
            link("roles", words("result.roles"), here)
        link("method", words("result.method"), here)


main()
