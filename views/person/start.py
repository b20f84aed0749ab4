"""The front page: what this is, what it is not, how long it takes, and one button; or the shelf of assessments."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from catalog.content.beside import articles_of
from people.respondent.sheet import progress, screens
from views.frame.context import Site, site
from views.frame.head_and_foot import go, link, notice, on_shelf
from views.frame.labels import plain
from views.frame.markup import bullets, by_sentence, element, show, tag
from views.frame.role_mark import mark_style, marked
from views.person.shelf import shelf
from views.taking.assessment_choice import unknown
from views.taking.devices import left, not_mine
from views.taking.session import answer_sheet, store_is_down


def kind(here: Site) -> Literal["roles", "role", "traits"]:
    """What a result tells: which of several roles, how one suits, or traits alone."""
    roles = len(here.assessment.roles)
    return "roles" if roles > 1 else "role" if roles else "traits"


def leads(here: Site) -> list[str]:
    """The assessment's own lead; else what it says of itself, and what a result tells."""
    words, assessment = here.words, here.assessment
    keys = {"roles": "start.lead", "role": "start.lead_role", "traits": "start.lead_traits"}
    lead = words(keys[kind(here)])
    if assessment.about is None or here.pages.lead:
        return [lead]
    return [words.of(assessment.about), lead]


def hero(here: Site) -> None:
    words, assessment = here.words, here.assessment
    sheet = answer_sheet(assessment)
    minutes = sorted(form.minutes for form in assessment.forms.values())
    span = (
        words("start.minutes", quick=minutes[0], full=minutes[-1])
        if len(minutes) > 1
        else words("start.minutes_one", full=minutes[0])
    )
    title = element("h1", by_sentence(words("start.title", title=words.of(assessment.title))))
    show(element("div", title + "".join(tag("p", text, "fit-lead") for text in leads(here)), "fit-hero"))
    done, total, _ = progress(assessment, sheet)
    finished = done and sheet.screen >= len(screens(assessment, sheet.path))
    with st.container(key="begin"):
        label = words("start.resume" if done and not finished else "start.see_result" if finished else "start.begin")
        if st.button(plain(label), key="go", type="primary"):
            go("result" if finished else "assessment", here)
        show(tag("p", words("assessment.bar.done", done=done, total=total) if done else span, "fit-muted"))
        not_mine(here, sheet)


def roles(here: Site) -> None:
    if not here.assessment.roles:
        return
    cards = "".join(
        f'<section class="fit-role" style="{mark_style(here, role.id)}">'
        f"<h3>{marked(here, role.id)}</h3>{tag('p', here.words.of(role.about))}</section>"
        for role in here.assessment.roles
    )
    title = tag("h2", here.words("start.roles_title" if len(here.assessment.roles) > 1 else "start.role_title"))
    show(element("section", title + element("div", cards, "fit-roles"), "fit-section"))


def promise(here: Site) -> None:
    words, pages = here.words, here.pages
    # Only what holds for this assessment is promised: sources where it has some, no ranks where its norms are assumed.
    why = "why" if articles_of(here.content, here.assessment) else "why_plain"
    told = {"roles": ["which", why], "role": ["role", why], "traits": ["scores", "ranges", "along"]}[kind(here)]
    if here.assessment.roles:
        told.append("use" if here.assessment.guidance else "along")
    gain = [words.of(text) for text in pages.gives] or [words(f"start.gain.{key}") for key in told]
    limits = [words.of(text) for text in pages.is_not]
    assumed = all(trait.norm.assumed for trait in here.assessment.traits)
    limits = limits or [words(f"start.not.{key}") for key in ("decide", "rank" if assumed else "better", "worth")]
    show(
        '<div class="fit-two fit-section">'
        + element("section", tag("h2", words("start.gain_title")) + bullets(gain), "fit-card")
        + element("section", tag("h2", words("start.not_title")) + bullets(limits), "fit-card")
        + "</div>"
    )


def samples(here: Site) -> None:
    mine = [sample for sample in here.content.samples if sample.assessment == here.assessment.id]
    if not mine:
        return
    words = here.words
    with st.container(key="part_samples"):
        show(tag("h2", words("start.samples_title")) + tag("p", words("start.samples_lead"), "fit-muted"))
        with st.container(key="samples"):
            for sample in mine:
                link("result", words("start.sample_open", name=words.of(sample.name)), here, sample=sample.id)


def main() -> None:
    here = site()
    if unknown(here):
        notice(here.words("site.lost.assessment"))
    left(here)
    if store_is_down():
        notice(here.words("saving.note.down"))
    if on_shelf(here, "start"):
        shelf(here)
        return
    hero(here)
    roles(here)
    promise(here)
    samples(here)


main()
