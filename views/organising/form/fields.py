"""The fields of a campaign's form, each with its mistake below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import time
from typing import Any

import streamlit as st

from views.frame.context import Site
from views.frame.labels import labelled, plain
from views.frame.markup import element, esc, show, tag
from views.frame.seeds import index_of, seeded
from views.organising.form.state import FormState


class Fields:
    """Draws fields of one form and takes what they hold into its state. ``fixed``: what cannot change any more."""

    def __init__(self, here: Site, state: FormState, fixed: frozenset[str] = frozenset(), locked: bool = False) -> None:
        self._here, self._state, self._fixed, self._locked = here, state, fixed, locked

    def line(self, name: str, label: str, hint: str = "") -> None:
        self._typed(name, label, hint, st.text_input)

    def lines(self, name: str, label: str, hint: str = "", height: int = 120) -> None:
        self._typed(name, label, hint, st.text_area, height=height)

    def choice(self, name: str, label: str, options: Mapping[str, str], hint: str = "", radio: bool = False) -> None:
        """``options``: what each is called, by the value that is stored."""
        draw: Any = st.radio if radio else st.selectbox
        titles = {value: plain(title) for value, title in options.items()}
        with self._field(name, label, hint, options):
            key, held = self._seeded(name, list(options))
            self._state.values[name] = draw(
                label,
                list(options),
                index=index_of(options, held) or 0,
                key=key,
                format_func=lambda value: titles.get(value, value),
                label_visibility="collapsed",
                disabled=self._disabled(name),
            )

    def number(self, name: str, label: str, least: int, most: int, hint: str = "") -> None:
        with self._field(name, label, hint):
            key, held = self._seeded(name)
            self._state.values[name] = st.number_input(
                label,
                min_value=least,
                max_value=most,
                value=held,
                step=1,
                key=key,
                label_visibility="collapsed",
                disabled=self._disabled(name),
            )

    def moment(self, name: str, label: str) -> None:
        """Day and hour side by side, as ``NAME_day`` and ``NAME_time``."""
        words, values = self._here.words, self._state.values
        day, hour = f"{name}_day", f"{name}_time"
        with self._field(name, label, "", also=(day, hour)), st.container(key=f"moment_{name}", horizontal=True):
            key, held = self._seeded(day)
            values[day] = st.date_input(
                words("organise.form.day", moment=label),
                value=held,
                key=key,
                format="YYYY-MM-DD",
                label_visibility="collapsed",
                disabled=self._disabled(name),
            )
            key, held = self._seeded(hour)
            values[hour] = st.time_input(
                words("organise.form.hour", moment=label),
                value=held,
                key=key,
                step=900,
                label_visibility="collapsed",
                disabled=self._disabled(name),
            )

    def _typed(self, name: str, label: str, hint: str, draw: Any, **options: Any) -> None:
        with self._field(name, label, hint):
            key, held = self._seeded(name)
            self._state.values[name] = draw(
                label,
                value=held,
                key=key,
                label_visibility="collapsed",
                disabled=self._disabled(name),
                **options,
            )

    @contextmanager
    def _field(
        self,
        name: str,
        label: str,
        hint: str,
        titles: Mapping[str, str] | None = None,
        also: Sequence[str] = (),
    ) -> Iterator[None]:
        """Label and hint above what is drawn inside, the mistake and another's change below it."""
        with labelled(name.replace(".", "_"), label, hint):
            yield
            self._below(name, titles, also)

    def _seeded(self, name: str, allowed: Sequence[Any] | None = None) -> tuple[str, Any]:
        """The field's key, and what it holds. One a language: a switch blanks a radio's choice."""
        key = f"{self._state.form}_{name}_{self._here.language}_{self._state.round}"
        value = self._state.values.get(name)
        if allowed is not None and value not in allowed:
            value = allowed[0]
        self._state.keys[name] = key
        return key, seeded(key, value)

    def _disabled(self, name: str) -> bool:
        return self._locked or name in self._fixed

    def _below(self, name: str, titles: Mapping[str, str] | None, also: Sequence[str]) -> None:
        words, state = self._here.words, self._state
        if name in self._fixed and not self._locked:
            show(tag("p", words("organise.mistake.fixed"), "fit-hint"))
        mistake = state.wrong.get(name)
        if mistake is not None:
            sentence = words(f"organise.mistake.{mistake.code}", **mistake.values)
            show(f'<p class="fit-mistake">{esc(sentence)}</p>')
        for one in (name, *also):
            if one in state.theirs:
                self._other(one, titles or {})

    def _other(self, name: str, titles: Mapping[str, str]) -> None:
        """What somebody else put here meanwhile, and a tap that takes it."""
        words, state = self._here.words, self._state
        theirs = state.theirs[name]
        value = f"{theirs:%H:%M}" if isinstance(theirs, time) else titles.get(theirs, theirs)
        said = tag("p", words("organise.conflict.theirs")) + element("p", esc(value).replace("\n", "<br>"))
        with st.container(key=f"other_{name.replace('.', '_')}"):
            show(element("div", said, "fit-theirs"))

            def take() -> None:
                state.collect()
                state.values[name] = theirs
                state.theirs.pop(name, None)
                state.round += 1

            def stay() -> None:
                state.theirs.pop(name, None)

            with st.container(key=f"choose_{name.replace('.', '_')}", horizontal=True):
                st.button(plain(words("organise.conflict.take")), key=f"take_{state.form}_{name}", on_click=take)
                st.button(plain(words("organise.conflict.stay")), key=f"stay_{state.form}_{name}", on_click=stay)
