"""The room on the narrowest phone: no word is broken in two at any stage, nor in any question to talk about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from store import Token
from tests.browser.broken_words import broken_words
from tests.browser.conftest import settle
from tests.browser.workshop_room import Room, in_a_room
from tests.views.workshop.world import CONTENT, KINDS, READY
from views.frame.markup import whole_words

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 375, 390)


@pytest.fixture
def room(chromium: Browser, tmp_path: Path) -> Iterator[Room]:
    with in_a_room(chromium, f"sqlite:///{tmp_path}/fit.db", tmp_path / "site.log") as made:
        yield made


def test_no_word_is_broken(room: Room) -> None:
    finished, who = room.device(320, 640, ("fit_token", room.seated[0].token.secret)), Token(room.secret)
    fresh = room.joins(320, "ja-JP")
    for place, kind in enumerate(KINDS):
        seen = room.store.workshops.read(who, room.made.id)
        seen = room.store.workshops.go(who, room.made.id, place, seen.beat)
        if kind == "check":
            room.store.workshops.reveal(who, room.made.id, seen.beat)
        for phone in (finished, fresh):
            phone.goto(f"{room.site.address}/room")
            settle(phone)
            assert broken_words(phone) == [], kind
        if kind == "discussion":
            question = finished.locator(".fit-room-question")
            for one in READY.discussions:
                question.evaluate(
                    "(on, inner) => { on.innerHTML = inner }", whole_words(CONTENT.words("ja").of(one.question))
                )
                for width in WIDTHS:
                    finished.set_viewport_size({"width": width, "height": 640})
                    assert broken_words(finished) == [], width
            finished.set_viewport_size({"width": WIDTHS[0], "height": 640})
