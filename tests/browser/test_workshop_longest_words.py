"""The screen where a room leans to the end of every trait: every word in bold, and none cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from store import Token
from tests.browser.test_workshop import every_part
from tests.browser.workshop_room import Room, in_a_room
from tests.views.workshop.world import PLACE, finished, leaning

pytestmark = pytest.mark.browser


@pytest.fixture
def room(chromium: Browser, tmp_path: Path) -> Iterator[Room]:
    with in_a_room(chromium, f"sqlite:///{tmp_path}/fit.db", tmp_path / "site.log") as made:
        yield made


@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
@pytest.mark.parametrize("kind", ["picture", "change"])
def test_both_ends_of_every_trait_fit(room: Room, kind: str, locale: str) -> None:
    who, here = Token(room.secret), room.seated + finished(room.store, room.made, 6)
    screen = None
    for means in ((0, 0), (100, 100)):
        seen = room.store.workshops.read(who, room.made.id)
        room.store.workshops.go(who, room.made.id, PLACE[kind], seen.beat, anew=True)
        leaning(room.store, who, room.made, here, kind, means)
        screen = screen or room.trainer("projector", 1280, 720, locale)
        screen.reload()
        expect(screen.locator(".fit-track").first).to_be_visible()
        every_part(screen)
