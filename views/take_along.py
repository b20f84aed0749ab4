"""Taking the result along: a report, a picture to share, and the data. Made only when asked for, never stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from catalog.assessment import Assessment
from catalog.content import Content
from catalog.words import Words
from scoring.result import Result
from views.markup import show, tag
from views.site_context import Site

NAME = "report_name"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDINGS = {"pdf": "pdf", "wide": "png", "square": "png", "xlsx": "xlsx", "csv": "zip", "json": "json"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a builder needs, held apart from the session."""

    result: Result
    assessment: Assessment
    content: Content
    words: Words
    answers: Mapping[str, int | str]


def take_along(here: Site, result: Result, answers: Mapping[str, int | str]) -> None:
    """A name is printed if one is typed; it lives in this page's field and goes nowhere else."""
    words = here.words
    # The builders run outside the page's run, where the session's assessment could not be looked up any more.
    taken = Taken(result, here.assessment, here.content, words, answers)
    with st.container(key="part_along"):
        show(tag("h2", words("along.title")) + tag("p", words("along.lead"), "fit-muted"))
        with st.container(key="along"):
            st.text_input(words("along.name"), key=NAME, placeholder=words("along.name_hint"))
            name = str(st.session_state.get(NAME) or "")
            _button(here, "pdf", "application/pdf", partial(_pdf, taken, name), primary=True)
            with st.expander(words("along.more")):
                show(tag("p", words("along.card_hint"), "fit-muted"))
                _button(here, "wide", "image/png", partial(_card, taken, "wide", name))
                _button(here, "square", "image/png", partial(_card, taken, "square", name))
                _button(here, "xlsx", EXCEL, partial(_data, taken, "xlsx"))
                _button(here, "csv", "application/zip", partial(_data, taken, "csv"))
                _button(here, "json", "application/json", partial(_data, taken, "json"))


def _button(here: Site, kind: str, mime: str, make: Callable[[], bytes], primary: bool = False) -> None:
    st.download_button(
        here.words(f"along.{kind}"),
        make,
        file_name=f"{here.words('along.file')}-{kind}.{ENDINGS[kind]}",
        mime=mime,
        key=f"download_{kind}",
        on_click="ignore",
        type="primary" if primary else "secondary",
        width="stretch",
    )


# The builders are imported when somebody asks: the first page of the site needs neither typst nor XlsxWriter.
def _pdf(taken: Taken, name: str) -> bytes:
    from reports.pdf import person_pdf

    return person_pdf(taken.result, taken.assessment, taken.content, taken.words, name=name, on=date.today())


def _card(taken: Taken, shape: Literal["wide", "square"], name: str) -> bytes:
    from reports.card import share_card

    return share_card(taken.result, taken.assessment, taken.words, shape=shape, name=name)


def _data(taken: Taken, kind: str) -> bytes:
    from reports.data import person_csv_zip, person_json, person_xlsx

    make = {"xlsx": person_xlsx, "csv": person_csv_zip, "json": person_json}[kind]
    return make(taken.result, taken.assessment, taken.words, taken.answers, date.today())
