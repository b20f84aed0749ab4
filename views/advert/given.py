"""What somebody pastes or drops: the fields, the samples, and what stood in them when they were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from adverts.file_text import MOST_BYTES, Fault, NoText, file_text
from views.frame.context import Site
from views.frame.labels import labelled, plain
from views.frame.markup import esc, show, tag

KEY: Final = "adverts_given"
"""Where the session holds them: in memory, for as long as the visit lasts."""
MEGABYTES: Final = MOST_BYTES >> 20
TAKEN_MEGABYTES: Final = 5
"""What the field lets through, of any kind, so that our own words say what is wrong with a file; the server's most."""
LONGEST_TITLE: Final = 200


@dataclass
class Pasted:
    """``fault``: why the file that was dropped last gave no text; ``taken``: it gave one. ``asked``: the button was
    pressed just now. ``round``: fresh fields each time something else than the keyboard fills them.
    """

    title: str = ""
    text: str = ""
    fault: Fault | None = None
    taken: bool = False
    asked: bool = False
    round: int = 0

    def fill(self, title: str, text: str) -> None:
        self.title, self.text, self.fault, self.taken = title, text, None, False
        self.round += 1


def pasted(place: int) -> Pasted:
    """What stands in the fields at ``place``, 0 or 1."""
    held: dict[int, Pasted] = st.session_state.setdefault(KEY, {})
    return held.setdefault(place, Pasted())


def fields(here: Site, place: int, of_two: bool) -> Pasted:
    """Draws the fields at ``place`` -> what stands in them now."""
    words, given = here.words, pasted(place)
    key = f"{place}_{here.language}_{given.round}"
    with st.container(key=f"part_advert_{place}"):
        if of_two:
            show(tag("h2", words("advert.field.of_two", n=place + 1)))
        label = words("advert.field.text")
        with labelled(f"advert_text_{place}", label, words("advert.field.text_hint")):
            given.text = st.text_area(
                _numbered(here, label, place, of_two),
                given.text,
                key=f"advert_text_{key}",
                height=220,
                label_visibility="collapsed",
            )
        if given.taken:
            show(f'<p class="fit-done" role="status">{esc(words("advert.file.taken"))}</p>')
        label = words("advert.field.title")
        with labelled(f"advert_title_{place}", label, words("advert.field.title_hint")):
            given.title = st.text_input(
                _numbered(here, label, place, of_two),
                given.title,
                key=f"advert_title_{key}",
                max_chars=LONGEST_TITLE,
                label_visibility="collapsed",
                autocomplete="off",
            )
        with st.container(key=f"advert_go_{place}", horizontal=True):
            given.asked = st.button(plain(words("advert.field.read")), key=f"advert_read_{place}", type="primary")
            st.button(
                plain(words("advert.field.clear")), key=f"advert_clear_{place}", on_click=given.fill, args=("", "")
            )
    return given


def _numbered(here: Site, label: str, place: int, of_two: bool) -> str:
    """A name that a screen reader can tell from the other field's."""
    return f"{label} ({here.words('advert.field.of_two', n=place + 1)})" if of_two else label


def file_field(here: Site, place: int, of_two: bool) -> None:
    """For a file in place of pasting; what it gave stands in the fields then."""
    words, given = here.words, pasted(place)
    label = _numbered(here, words("advert.field.file"), place, of_two)
    key = f"advert_file_{place}_{given.round}"
    with labelled(
        f"advert_file_{place}",
        _numbered(here, label, place, of_two),
        words("advert.field.file_hint", megabytes=MEGABYTES),
    ):
        st.file_uploader(
            _numbered(here, label, place, of_two),
            key=key,
            label_visibility="collapsed",
            max_upload_size=TAKEN_MEGABYTES,
            on_change=_take_file,
            args=(key, place),
        )
    if given.fault is not None:
        show(f'<p class="fit-mistake" role="alert">{esc(words(f"advert.file.{given.fault}", megabytes=MEGABYTES))}</p>')


def _take_file(key: str, place: int) -> None:
    """The file's text goes into the field; the file itself is let go with the field that took it."""
    file, given = st.session_state.get(key), pasted(place)
    if file is None:
        return
    try:
        text = file_text(file.getvalue())
    except NoText as refused:
        given.fault, given.taken = refused.fault, False
        given.round += 1
        return
    given.fill("", text)
    given.taken = True


def samples(here: Site) -> None:
    """Made-up advertisements; one goes into the first field."""
    offered = here.content.advert_samples
    if not offered:
        return
    words = here.words
    show(tag("p", words("advert.field.samples"), "fit-label"))
    with st.container(key="advert_samples", horizontal=True):
        for sample in offered:
            st.button(
                plain(words.of(sample.name)),
                key=f"advert_sample_{sample.id}",
                on_click=pasted(0).fill,
                args=(words.of(sample.title), words.of(sample.text)),
            )
