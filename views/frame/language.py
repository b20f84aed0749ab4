"""The reader's language: by the switch, by ``?lang=``, by the browser's wish, else the default; kept in the address."""

from __future__ import annotations

import streamlit as st

from catalog.content.content import Content
from views.frame.context import LANGUAGE, Site
from views.frame.labels import plain
from views.frame.languages import wished_language
from views.frame.markup import esc, show
from views.frame.scripts import NEW_COLOURS, SAY_OURS, set_language

UNKNOWN = "unknown_language"
PARAMETER = "lang"
OF_ASSESSMENT = frozenset(("start", "result", "roles", "method"))
"""Pages with words of the assessment; while it is taken, only the page before the first question says it."""
STREAMLIT_SAYS = {
    "skip": "Skip to main content",
    "open": "Open",
    "close": "Close",
    "dismiss": "Dismiss",
    "clear_choice": "Clear value",
    "clear_text": "Clear entry",
    "enter": "Press Enter to apply",
    "copy": "Copy to clipboard",
    "copied": "Copied",
    "one_option": "{} option available.",
    "options": "{} options available.",
    "chosen": "{}, selected",
    "upload": "Upload",
    "upload_again": "Add files",
    "remove_file": "Remove {}",
    "file_too_large": "File must be {} or smaller.",
    "choose_date": "Choose date",
    "clear_date": "Clear date",
    "clear_time": "Clear time",
    "more": "Increment",
    "less": "Decrement",
    "shortcut": "Shortcut {}",
}
"""What Streamlit 1.67 says in English in every language, by the key of our words; ``{}`` is a number or an option."""


def settle_language(content: Content, kept: str | None) -> str:
    """Decides the language before a page is drawn, once a visit; an unknown ``?lang=`` is noted for the reader.

    ``kept``: the language of a stored sheet, which goes before the browser's wish.
    """
    spoken = content.language_ids
    asked = st.query_params.get(PARAMETER)
    known = st.session_state.get(LANGUAGE)
    if asked in spoken and known is None:
        known = asked
    if known is None and kept in spoken:
        known = kept
    if known not in spoken:
        known = wished_language(None, st.context.locale or "", spoken)
    if asked is not None and asked not in spoken:
        st.session_state[UNKNOWN] = True
    st.session_state[LANGUAGE] = known
    return str(known)


def keep_in_address(content: Content, language: str) -> None:
    """Navigation drops the parameter; a reload or a copied link must open in the same language."""
    wished = language if language != content.language_ids[0] else None
    if st.query_params.get(PARAMETER) != wished:
        if wished is None:
            st.query_params.pop(PARAMETER, None)
        else:
            st.query_params[PARAMETER] = wished


def draw_switch(content: Content) -> None:
    """One button a language that is not the present one, named in that language."""
    for language in content.languages:
        if language.id != st.session_state[LANGUAGE]:
            st.button(
                plain(language.name),
                key=f"speak_{language.id}",
                type="tertiary",
                on_click=_switch,
                args=(language.id,),
            )


def _switch(language: str) -> None:
    st.session_state[LANGUAGE] = language
    st.session_state.pop(UNKNOWN, None)
    st.query_params.pop(PARAMETER, None)


def own_language(here: Site) -> None:
    """That a questionnaire is in another language than the reader's; nothing where all of it is in theirs."""
    assessment, first = here.assessment, here.assessment.languages[0]
    if here.language in assessment.languages and here.language not in assessment.incomplete:
        return
    names = {language.id: language.name for language in here.content.languages}
    key = "partly" if here.language in assessment.languages else "own_language"
    name = f"site.language_name.{first}"
    said = here.words(f"site.{key}", language=here.words(name) if name in here.words else names.get(first, first))
    show(f'<p class="fit-note fit-note-quiet" role="note">{esc(said)}</p>')


def name_language(here: Site) -> None:
    """Tells the browser which language it reads out, and what is said in place of Streamlit's English."""
    ours = {english: here.words(f"site.says.{key}", what="{}") for key, english in STREAMLIT_SAYS.items()}
    says = "".join(f'<li data-english="{esc(english)}">{esc(text)}</li>' for english, text in ours.items())
    with st.container(key=f"spoken_{here.language}"):
        each = (set_language(here.language), SAY_OURS, NEW_COLOURS)
        scripts = "".join(f"<script>{script}</script>" for script in each)
        st.html(f'<ul class="fit-says">{says}</ul>{scripts}', unsafe_allow_javascript=True)
