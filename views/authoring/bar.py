"""The bar above the frame: which screen, form, language and width, and whose answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from catalog.questionnaire.assessment import FULL
from people.author.made_up import KINDS_OF_SHEETS, Kind, made_up
from views.authoring.wishes import SCREENS, Screen, Wish, ask_for, new_view
from views.frame.context import Site
from views.frame.head_and_foot import notice
from views.frame.labels import label_of, plain
from views.frame.markup import show, tag
from views.frame.seeds import index_of, seeded

Width = Literal["phone", "desk"]
WIDTHS: Final[tuple[Width, ...]] = ("phone", "desk")
CHOSEN, AUTHORS_VIEW = "preview_chosen", "preview_view"
MIDDLE, STEP = 50, 5


@dataclass(frozen=True, slots=True)
class Asked:
    view: str
    wish: Wish
    width: Width


def bar(here: Site, side: DeltaGenerator) -> Asked:
    """Draws it, and lets the frame know what is chosen. ``side``: where the sliders have room beside the frame."""
    view = st.session_state.setdefault(AUTHORS_VIEW, new_view())
    held: Asked = st.session_state.get(CHOSEN) or _first(here, view)
    words, wish = here.words, held.wish
    with st.container(key="preview_bar", horizontal=True, vertical_alignment="bottom"):
        screen = choice(here, "screen", SCREENS, wish.screen, lambda one: words(f"preview.screen.{one}"))
        with st.container(key="bar_only_desk", width="content"):
            width = choice(here, "width", WIDTHS, held.width, lambda one: words(f"preview.width.{one}"))
        language = _language(here, wish.language)
        form = _form(here, wish.form)
        kind = _select(here, "sheet", KINDS_OF_SHEETS, wish.kind, lambda one: words(f"preview.sheet.{one}"))
        with st.container(key="preview_acts", horizontal=True, width="content"):
            turn = wish.turn
            if kind in ("random", "half") and st.button(plain(words("preview.bar.another")), key="another"):
                turn += 1
            opened = wish.opened
            if st.button(plain(words("preview.bar.again")), key="open_again", type="tertiary"):
                opened += 1
    if made_up(here.assessment, form, cast(Kind, kind)) is None:
        notice(words("preview.no_such", what=words(f"preview.sheet.{kind}")))
    wanted = wish.wanted
    if kind == "traits":
        with side:
            wanted = _sliders(here, dict(wish.wanted))
    fresh = Wish(language, cast(Screen, screen), form, cast(Kind, kind), turn, wanted, opened)
    asked = Asked(view, fresh, cast(Width, width))
    st.session_state[CHOSEN] = asked
    ask_for(view, fresh)
    return asked


def _first(here: Site, view: str) -> Asked:
    """A clear result where there can be one, in the reader's language where the assessment speaks it."""
    spoken = spoken_here(here)
    kind: Kind = "clear" if made_up(here.assessment, FULL, "clear") is not None else "random"
    wish = Wish(here.language if here.language in spoken else spoken[0], kind=kind)
    return Asked(view, wish, "phone")


def spoken_here(here: Site) -> tuple[str, ...]:
    """The assessment's languages that the site's words are in."""
    both = tuple(one for one in here.assessment.languages if one in here.content.language_ids)
    return both or here.content.language_ids


def choice(
    here: Site, name: str, options: Sequence[str], held: str, said: Callable[[str], str], of: str = "bar"
) -> str:
    """One of a few, all in sight. ``of``: the part of the page whose choice it is."""
    key = f"{of}_{name}_{here.language}"
    begins = seeded(key, held if held in options else options[0])
    if begins not in options:
        begins = st.session_state[key] = options[0]
    label = here.words(f"preview.bar.{name}")
    chosen = st.segmented_control(
        label,
        list(options),
        default=begins,
        format_func=lambda one: plain(said(one)),
        key=key,
        required=True,
        label_visibility=label_of(label),
    )
    return str(chosen)


def _language(here: Site, held: str) -> str:
    spoken = spoken_here(here)
    names = {one.id: one.name for one in here.content.languages}
    if len(spoken) == 1:
        return spoken[0]
    return choice(here, "language", spoken, held, names.__getitem__)


def _form(here: Site, held: str) -> str:
    forms = here.assessment.forms
    if len(forms) == 1:
        return next(iter(forms))

    def said(form: str) -> str:
        title, n = forms[form].title or here.assessment.title, len(here.assessment.form_questions(form))
        return here.words("preview.bar.one_form", title=here.words.of(title), n=n)

    return _select(here, "form", tuple(forms), held, said)


def _select(here: Site, name: str, options: Sequence[str], held: str, said: Callable[[str], str]) -> str:
    key = f"bar_{name}_{here.language}"
    begins = seeded(key, held if held in options else options[0])
    if begins not in options:
        begins = st.session_state[key] = options[0]
    with st.container(key=f"bar_of_{name}", width="content"):
        label = here.words(f"preview.bar.{name}")
        chosen: Any = st.selectbox(
            label,
            list(options),
            index=index_of(options, begins),
            format_func=lambda one: plain(said(one)),
            key=key,
            label_visibility=label_of(label),
        )
    return str(chosen)


def _sliders(here: Site, held: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """One a trait, at the middle until it is moved."""
    words = here.words
    wanted = []
    with st.container(key="trait_sliders"):
        show(tag("h2", words("preview.bar.traits")) + tag("p", words("preview.bar.traits_lead"), "fit-muted"))
        with st.container(key="trait_slider_grid"):
            for trait in here.assessment.traits:
                key, name = f"slider_{trait.id}_{here.language}", words.of(trait.name)
                with st.container(key=f"slider_of_{trait.id}"):
                    begins = seeded(key, int(held.get(trait.id, MIDDLE)))
                    score = st.slider(name, 0, 100, begins, STEP, label_visibility=label_of(name), key=key)
                wanted.append((trait.id, float(score)))
    return tuple(wanted)
