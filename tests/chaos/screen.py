"""What stands on a page that came over the socket: radios, buttons, our HTML."""

from __future__ import annotations

import html
import re
from collections.abc import MutableMapping
from dataclasses import dataclass, field

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.Radio_pb2 import Radio as DrawnRadio

SEEN = re.compile(r'data-room-seen="([^"]*)"')
COUNT = re.compile(r'aria-valuenow="(\d+)"')
WHOLE = re.compile(r'<span class="fit-whole">(.*?)</span>')
"""Words that a narrow screen must not break; who reads them sees no difference."""


@dataclass
class Radio:
    """A group of options; ``chosen`` is an option's place from 0, None where nothing is chosen."""

    id: str
    name: str
    options: tuple[str, ...]
    fragment: str
    chosen: int | None


@dataclass(frozen=True)
class Bar:
    """The bar as the page shows it. ``saved``: it carries the quiet sign, and nothing waits."""

    count: int
    saved: bool


@dataclass
class Screen:
    radios: dict[str, Radio] = field(default_factory=dict)
    buttons: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    """The fragment that each button stands in; empty for the page itself."""
    html: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    seen: str = ""
    """What a phone in a live workshop asks whether its room moved on from."""

    def says(self, words: str) -> bool:
        return any(words in body for body in self.html)

    def keep(self, before: Screen) -> None:
        """What was not drawn anew stays, as in a browser where a run made way for another one before its end."""
        self.radios = before.radios | self.radios
        self.buttons = before.buttons | self.buttons
        self.parts = before.parts | self.parts
        self.html = before.html + self.html
        self.codes = before.codes + self.codes
        self.seen = self.seen or before.seen

    def draw(self, element: Element, fragment: str, before: Screen, held: MutableMapping[str, str]) -> Bar | None:
        """Takes one element; the bar if it is the bar. Raises AssertionError for an exception on the page.

        ``before``: the screen until now, whose radios keep their value. ``held``: what a browser that stayed open
        holds, option texts by widget id; each is used once.
        """
        kind = element.WhichOneof("type")
        if kind == "radio":
            self._draw_radio(element.radio, fragment, before, held)
        elif kind == "button":
            key = user_key(element.button.id)
            if element.button.disabled:
                self.buttons.pop(key, None)
            else:
                self.buttons[key] = element.button.id
                self.parts[key] = fragment
        elif kind == "html":
            body = WHOLE.sub(r"\1", element.html.body)
            self.html.append(body)
            seen = SEEN.search(body)
            if seen is not None:
                self.seen = html.unescape(seen[1])
            count = COUNT.search(body)
            # A facilitator's panel has a bar too, without a count.
            if 'class="fit-bar"' in body and count is not None:
                return Bar(int(count[1]), 'class="fit-saved"' in body)
        elif kind == "code":
            self.codes.append(element.code.code_text)
        assert kind != "exception", f"the page failed: {element}"
        return None

    def _draw_radio(self, radio: DrawnRadio, fragment: str, screen: Screen, held: MutableMapping[str, str]) -> None:
        before = self.radios.get(radio.id) or screen.radios.get(radio.id)
        options = tuple(radio.options)
        text = held.pop(radio.id, None)
        begins = radio.default if radio.HasField("default") else None
        chosen = before.chosen if before else options.index(text) if text in options else begins
        if radio.set_value:
            chosen = options.index(radio.raw_value) if radio.HasField("raw_value") else None
        name = user_key(radio.id).removeprefix("answer_to_").rpartition("_")[0]
        self.radios[radio.id] = Radio(radio.id, name, options, fragment, chosen)


def user_key(widget_id: str) -> str:
    """The key that a page gave its widget: ``$$ID-<hash>-<key>``."""
    return widget_id.split("-", 2)[2]
