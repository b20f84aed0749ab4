"""Taking the result along: a report, a picture to share, and the data. Made only when asked for, never stored."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.labels import label_of, plain
from views.frame.markup import show, tag
from views.result.file_button import file_button, tell_failed

NAME = "report_name"
TYPED = "report_name_typed"
ON_ITS_WAY_SECONDS = 0.4
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDINGS = {"pdf": "pdf", "wide": "png", "square": "png", "xlsx": "xlsx", "csv": "zip", "json": "json"}


@dataclass(frozen=True, slots=True)
class Download:
    """What a builder needs, held apart from the session."""

    result: Result
    assessment: Assessment
    content: Content
    words: Words
    answers: Mapping[str, int | str]
    on: date


class LateField:
    """The name in its field, read when a download is made.

    The tap that asks for a download may be the one that ends the typing; both reach the server at the same moment.
    """

    def __init__(self) -> None:
        self._name = ""
        self._drawn = threading.Event()

    def draw(self, name: str) -> None:
        """The page was drawn with this name in its field."""
        self._name = name
        self._drawn.set()

    def name(self) -> str:
        """The name, once what is still on its way has had time to arrive."""
        self._drawn.clear()
        self._drawn.wait(ON_ITS_WAY_SECONDS)
        return self._name


def take_along(here: Site, result: Result, answers: Mapping[str, int | str], on: date) -> None:
    """``on``: the result's date. A name is printed if one is typed; it lives in this page's field, nowhere else."""
    words = here.words
    typed: LateField = st.session_state.setdefault(TYPED, LateField())
    # The builders run outside the page's run, where the session's assessment could not be looked up any more.
    taken = Download(result, here.assessment, here.content, words, answers, on)
    lead = "along.lead" if here.assessment.roles else "along.lead_traits"
    with st.container(key="part_along"):
        show(tag("h3", words("along.title")) + tag("p", words(lead), "fit-muted"))
        with st.container(key="along"):
            _name(here, typed)
            _button(here, "pdf", "application/pdf", partial(_pdf, taken, typed), primary=True)
            with st.expander(plain(words("along.more"))):
                show(tag("p", words("along.card_hint"), "fit-muted"))
                _button(here, "wide", "image/png", partial(_card, taken, "wide", typed))
                _button(here, "square", "image/png", partial(_card, taken, "square", typed))
                _button(here, "xlsx", EXCEL, partial(_data, taken, "xlsx"))
                _button(here, "csv", "application/zip", partial(_data, taken, "csv"))
                _button(here, "json", "application/json", partial(_data, taken, "json"))
        tell_failed()


@st.fragment
def _name(here: Site, typed: LateField) -> None:
    """Alone in its fragment: a button that is drawn again would lose the tap that is just being made."""
    words = here.words
    label, hint = words("along.name"), words("along.name_hint")
    name = st.text_input(label, label_visibility=label_of(label), key=NAME, placeholder=hint, live=True)
    typed.draw(name or "")


def _button(here: Site, kind: str, mime: str, make: Callable[[], bytes], primary: bool = False) -> None:
    words = here.words
    about = f"{words('along.file')}-{here.assessment.id}" if here.several else words("along.file")
    file_button(words, kind, f"{about}-{kind}.{ENDINGS[kind]}", mime, make, primary)


# The builders are imported when somebody asks: the first page of the site needs neither typst nor XlsxWriter.
def _pdf(taken: Download, typed: LateField) -> bytes:
    from reports.paper.pdf import person_pdf

    return person_pdf(taken.result, taken.assessment, taken.content, taken.words, name=typed.name(), on=taken.on)


def _card(taken: Download, shape: Literal["wide", "square"], typed: LateField) -> bytes:
    from reports.paper.card import share_card

    return share_card(taken.result, taken.assessment, taken.words, shape=shape, name=typed.name())


def _data(taken: Download, kind: str) -> bytes:
    from reports.tables.data import person_csv_zip, person_json, person_xlsx

    make = {"xlsx": person_xlsx, "csv": person_csv_zip, "json": person_json}[kind]
    return make(taken.result, taken.assessment, taken.words, taken.answers, taken.on)
