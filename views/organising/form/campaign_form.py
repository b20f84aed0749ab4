"""The form in which a campaign is made and changed: what is asked, what candidates read, when, by which links."""

from __future__ import annotations

import time

import streamlit as st

from people.organiser.filled import LONGEST_KEPT, Asking, is_begun
from people.organiser.purpose import vague_purpose
from people.organiser.shapes import MOST_PEOPLE, Campaign
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import bullets, details, show, tag
from views.organising.form.beginning import zones
from views.organising.form.fields import Fields
from views.organising.form.state import FormState
from views.organising.heading import heading


def asking_of(here: Site, state: FormState, campaign: Campaign | None) -> Asking:
    """Whose texts have to be there: those of the campaign's language, else of the page's where it has any."""
    spoken = here.content.language_ids
    first = str(state.values.get("language") or "")
    if first not in spoken:
        begun = [language for language in spoken if is_begun(state.values, language)]
        first = here.language if here.language in begun or not begun else begun[0]
    return Asking(spoken, first, time.time_ns() // 1_000_000, campaign)


def fixed_fields(campaign: Campaign | None, invited: int) -> frozenset[str]:
    """What the store keeps as it is: what is asked once it is open to somebody, the kind of links once one was sent."""
    if campaign is None:
        return frozenset()
    opened = campaign.standing != "planned" and (campaign.links == "open" or invited > 0)
    if opened:
        return frozenset(("assessment", "form", "links", "opens"))
    return frozenset(("links",)) if invited else frozenset()


def draw_form(here: Site, state: FormState, campaign: Campaign | None, fields: Fields) -> Asking:
    words = here.words
    _basics(here, state, fields)
    asking = asking_of(here, state, campaign)
    names = {language.id: language.name for language in here.content.languages}
    heading(words("organise.form.texts_title"), words("organise.form.texts_lead"))
    _texts(here, state, fields, asking.first)
    for language in [] if state.values.get("language") else [one for one in names if one != asking.first]:
        begun = is_begun(state.values, language)
        wrong = any(name.endswith(f".{language}") for name in (*state.wrong, *state.theirs))
        with st.expander(plain(words("organise.form.also", language=names[language])), expanded=begun or wrong):
            show(tag("p", words("organise.form.also_hint", language=names[asking.first]), "fit-hint"))
            _texts(here, state, fields, language)
    _when(here, state, fields)
    _links(here, state, fields)
    _core(here, state, fields, asking, names)
    return asking


def _basics(here: Site, state: FormState, fields: Fields) -> None:
    words = here.words
    heading(words("organise.form.basics_title"))
    fields.line("title", words("organise.form.title"), words("organise.form.title_hint"))
    titles = {one.id: words.of(one.title) for one in here.assessments.values()}
    if len(titles) > 1 or state.values.get("assessment") not in titles:
        fields.choice("assessment", words("organise.form.assessment"), titles)
    assessment = here.assessments.get(str(state.values["assessment"]), here.assessment)
    forms = {
        form_id: words(
            "organise.form.form_of",
            title=words.of(form.title) if form.title else words.of(assessment.title),
            n=len(assessment.form_questions(form_id)),
            minutes=form.minutes,
        )
        for form_id, form in assessment.forms.items()
    }
    if len(forms) > 1:
        fields.choice("form", words("organise.form.form"), forms, radio=True)
    spoken = {one.id: one.name for one in here.content.languages if one.id in assessment.languages}
    if len(spoken) > 1:
        choices = {"": words("organise.form.language_free"), **spoken}
        fields.choice("language", words("organise.form.language"), choices, radio=True)


def _texts(here: Site, state: FormState, fields: Fields, language: str) -> None:
    words = here.words
    fields.line(f"sender.{language}", words("organise.form.sender"), words("organise.form.sender_hint"))
    fields.lines(f"purpose.{language}", words("organise.form.purpose"), words("organise.form.purpose_hint"))
    purpose = str(state.values.get(f"purpose.{language}") or "")
    if purpose.strip() and vague_purpose(purpose, language):
        show(tag("p", words("organise.form.purpose_vague"), "fit-nudge"))
    examples = bullets([words("organise.form.example.interview"), words("organise.form.example.placement")])
    show(details(words("organise.form.examples"), examples))
    fields.lines(f"message.{language}", words("organise.form.message"), words("organise.form.message_hint"))
    fields.lines(f"contact.{language}", words("organise.form.contact"), words("organise.form.contact_hint"), 80)
    fields.lines(f"consent.{language}", words("organise.form.consent"), words("organise.form.consent_hint"), 180)


def _when(here: Site, state: FormState, fields: Fields) -> None:
    words = here.words
    heading(words("organise.form.when_title"))
    with st.container(key="window", horizontal=True):
        with st.container(key="opens"):
            fields.moment("opens", words("organise.form.opens"))
        with st.container(key="closes"):
            fields.moment("closes", words("organise.form.closes"))
    known = {name: name for name in sorted({*zones(), str(state.values["zone"])})}
    fields.choice("zone", words("organise.form.zone"), known, words("organise.form.zone_hint"))
    fields.number("keep_days", words("organise.form.keep"), 1, LONGEST_KEPT, words("organise.form.keep_hint"))


def _links(here: Site, state: FormState, fields: Fields) -> None:
    words = here.words
    heading(words("organise.form.links_title"))
    kinds = {kind: words(f"organise.form.links.{kind}") for kind in ("personal", "open")}
    fields.choice("links", words("organise.form.links_label"), kinds, radio=True)
    hint = words(f"organise.form.most_hint.{state.values['links']}")
    fields.number("most", words("organise.form.most"), 1, MOST_PEOPLE, hint)


def _core(here: Site, state: FormState, fields: Fields, asking: Asking, names: dict[str, str]) -> None:
    words = here.words
    filled = any(str(state.values.get(f"core.{language}") or "").strip() for language in names)
    wrong = any(name.startswith("core.") for name in (*state.wrong, *state.theirs))
    with st.expander(plain(words("organise.form.core_title")), expanded=filled or wrong):
        show(tag("p", words("organise.form.core_hint"), "fit-hint"))
        for language in [asking.first, *(one for one in names if one != asking.first)]:
            if language == asking.first or not state.values.get("language"):
                fields.lines(f"core.{language}", words("organise.form.core", language=names[language]))
