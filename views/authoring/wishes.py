"""What the bar of a preview asks its frame to show. The two are sessions of their own, and meet here."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final, Literal, get_args

from catalog.questionnaire.assessment import FULL
from people.author.made_up import Kind

Screen = Literal["start", "forms", "questions", "result"]
SCREENS: Final[tuple[Screen, ...]] = get_args(Screen)
MOST = 50
"""So many bars are remembered; an author has a few tabs open at most."""


@dataclass(frozen=True, slots=True)
class Wish:
    """kind, turn, wanted: the made-up sheet. opened: how many times it was asked to be opened anew."""

    language: str
    screen: Screen = "result"
    form: str = FULL
    kind: Kind = "clear"
    turn: int = 0
    wanted: tuple[tuple[str, float], ...] = ()
    opened: int = 0


_wishes: OrderedDict[str, Wish] = OrderedDict()
_lock = Lock()


def new_view() -> str:
    return secrets.token_hex(4)


def ask_for(view: str, wish: Wish) -> None:
    with _lock:
        _wishes[view] = wish
        _wishes.move_to_end(view)
        while len(_wishes) > MOST:
            _wishes.popitem(last=False)


def asked_of(view: str | None) -> Wish | None:
    """None for a frame without a bar, such as an address that was opened by itself."""
    return _wishes.get(view) if view else None
