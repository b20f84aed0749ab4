"""Letters for the organiser's own mail, and the list of everybody's links to merge them with."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from catalog.content.words import Words
from people.organiser.asking import Refused
from people.organiser.filled import moment_in
from people.organiser.invitations import everybody
from people.organiser.links import link_text
from people.organiser.log import note
from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from reports.batch.file_names import safe
from reports.organising.letters import PURPOSES, Asked, Letter, Purpose, Recipient, letter
from views.frame.context import Site
from views.frame.day import reader_day
from views.frame.labels import labelled, plain
from views.frame.markup import show, tag
from views.organising.heading import heading
from views.organising.people.addresses import link_to, site_address
from views.result.file_button import file_button

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def letters_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("organise.letters.title"), words("organise.letters.lead"))
    purpose = _purpose(here)
    language = _language(here, campaign)
    show(tag("p", words(f"organise.letters.for.{purpose}"), "fit-hint"))
    texts = here.content.words(language)
    asked = asked_in(campaign, language)
    made = partial(file_of, signed, campaign, purpose, asked, texts, site_address(), reader_day())
    name = safe(f"{plain(words(f'organise.letters.purpose.{purpose}'))}-{campaign.title}")
    with st.container(key="letter_files", horizontal=True):
        for kind, mime in (("xlsx", EXCEL), ("csv", "text/csv")):
            label = words(f"organise.letters.{kind}")
            file_button(words, f"letters_{kind}", f"{name}.{kind}", mime, partial(made, kind), kind == "xlsx", label)
    show(tag("p", words("organise.letters.columns"), "fit-hint"))
    place, link = texts("mail.place.name"), texts("mail.place.link")
    _template(here, letter(purpose, asked, place, link, texts))


def open_letter_section(here: Site, campaign: Campaign, secret: str) -> None:
    """With an open link nobody is named, so there is nothing to merge: the text alone."""
    words = here.words
    heading(words("organise.letters.title"), words("organise.letters.lead_open"))
    purpose = _purpose(here, open_link=True)
    language = _language(here, campaign)
    texts = here.content.words(language)
    _template(here, letter(purpose, asked_in(campaign, language), "", link_to(secret), texts, personal=False))


def asked_in(campaign: Campaign, language: str) -> Asked:
    """The campaign's own words in a language; in the first one that it has where it lacks that one."""
    said = campaign.texts.get(language) or next(iter(campaign.texts.values()))
    return Asked(
        campaign.title,
        said.sender,
        said.message,
        said.purpose,
        said.contact,
        moment_in(campaign.zone, campaign.closes),
        moment_in(campaign.zone, campaign.over),
    )


def _purpose(here: Site, open_link: bool = False) -> Purpose:
    words = here.words
    titles = {purpose: plain(words(f"organise.letters.purpose.{purpose}")) for purpose in PURPOSES}
    offered = [purpose for purpose in PURPOSES if purpose != "thanks" or not open_link]
    label = words("organise.letters.which")
    with labelled("letter_purpose", label):
        chosen = st.radio(
            label,
            offered,
            key=f"letter_purpose_{here.language}",
            format_func=lambda one: titles[one],
            label_visibility="collapsed",
            horizontal=True,
        )
    return chosen or "invitation"


def _language(here: Site, campaign: Campaign) -> str:
    """In which language the letter is written: the site's own words are there in each of them."""
    names = {language.id: language.name for language in here.content.languages}
    offered = [language for language in names if language in campaign.texts] or list(names)
    if len(offered) < 2:
        return offered[0]
    label = here.words("organise.letters.language")
    with labelled("letter_language", label):
        chosen = st.radio(
            label,
            offered,
            index=offered.index(here.language) if here.language in offered else 0,
            key=f"letter_language_{here.language}",
            format_func=lambda one: plain(names[one]),
            label_visibility="collapsed",
            horizontal=True,
        )
    return chosen or offered[0]


def _template(here: Site, ready: Letter) -> None:
    words = here.words
    show(tag("h3", words("organise.letters.subject")))
    st.code(ready.subject, language=None, wrap_lines=True)
    show(tag("h3", words("organise.letters.text")))
    st.code(ready.text, language=None, wrap_lines=True)


def file_of(
    signed: Signed,
    campaign: Campaign,
    purpose: Purpose,
    asked: Asked,
    words: Words,
    site: str,
    on: date,
    kind: str,
) -> bytes:
    """Made when it is asked for, outside the page's run. Raises NotGiven where the store would not give it."""
    from reports.organising.mail_merge import mail_merge, mail_merge_csv, mail_merge_xlsx

    found = everybody(signed.token, campaign.id)
    noted = note(signed.token, campaign.id, "exported", format=f"letters_{kind}")
    if isinstance(found, Refused) or noted is not None:
        raise NotGiven
    people = [
        Recipient(one.name, one.address, one.reference, link_text(site, one.secret), one.shared)
        for one in found
        if not one.withdrawn
    ]
    sheet = mail_merge(purpose, people, asked, words)
    return mail_merge_xlsx([sheet], on) if kind == "xlsx" else mail_merge_csv(sheet)


class NotGiven(Exception):
    """The store is away, or the list is not theirs any more."""
