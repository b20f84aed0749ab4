"""The store away in the middle of a workshop: the screen keeps what it showed, phones say so kindly, and all go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.workshop_room import Room, at, in_a_room, onward
from tests.chaos.conftest import own_cluster
from tests.store import postgres

__all__ = ["own_cluster"]
pytestmark = pytest.mark.browser
LOOKS = 6_500
"""ms in which the screen looks at its room three times."""


@pytest.fixture
def room(chromium: Browser, own_cluster: postgres.Cluster, tmp_path: Path) -> Iterator[Room]:
    with in_a_room(chromium, own_cluster.url, tmp_path / "site.log") as made:
        yield made


def test_the_screen_never_shows_an_error(room: Room, own_cluster: postgres.Cluster) -> None:
    panel, screen = room.trainer("workshop", 1280, 900), room.trainer("projector", 1280, 720)
    phones: dict[Page, str] = {room.seat(room.seated[0]): "ja", room.joins(390, "en-US"): "en"}
    for name in ("質問に答える", "自分の結果を読む", "全体の傾向", "話し合い"):
        onward(panel, name)
    at(phones, "discussion")
    expect(screen.locator("h1")).to_have_text("話し合いましょう")
    own_cluster.stop()
    screen.wait_for_timeout(LOOKS)
    expect(screen.locator("h1")).to_have_text("話し合いましょう")
    for page in (screen, *phones):
        assert page.locator("[data-testid=stException]").count() == 0
    for phone in phones:
        phone.reload()
    japanese, english = phones
    expect(japanese.get_by_text("今、保存先につながりません。")).to_be_visible()
    expect(english.get_by_text("The store cannot be reached just now.")).to_be_visible()
    panel.locator(".st-key-stage_next button").click()
    expect(panel.get_by_role("status").filter(has_text="つながりません").first).to_be_visible()
    own_cluster.start()
    at(phones, "discussion")
    onward(panel, "クイズ")
    at(phones, "check")
