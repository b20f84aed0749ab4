"""The page to keep: what was asked, shown and right, for who took part, and for nobody else."""

from __future__ import annotations

import pytest

from people.trainer import pictures, workshops
from people.trainer.pictures import Shown
from reports.workshop.questions import asked_text
from store import StoreDown
from store.workshops.seats import Seats
from tests.people.candidate.world import SHIPPED
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import ABOUT, CONTENT, at_stage, finished, led_through, phone, workshop
from views.frame.markup import esc


@pytest.mark.parametrize("language", ["ja", "en"])
def test_after_the_end_everything_is_there_to_keep(device: Device, language: str) -> None:
    words = CONTENT.words(language)
    made = workshop(device.store, device.who)
    here = finished(device.store, made, 6)
    led_through(device.store, device.who, made, "discussion", "check")
    now = at_stage(device.store, device.who, made, "picture")
    assert isinstance(pictures.take(device.who, now, assessment=SHIPPED), Shown)
    workshops.end(device.who, made.id)
    device.holds(here[0].token)
    app = open_page("room", lang=language)
    assert not app.exception
    said = text(app)
    asked = CONTENT.workshops.discussion[ABOUT["discussion"]]
    assert words.of(asked.question) in said
    assert words("room.keep.shown") in said
    assert words("shown.right") in said
    assert SHIPPED.traits[0].name.in_language(language) in said
    assert words("tells.link") in str([one.label for one in app.get("page_link")])
    assert said.count('class="fit-told-track"') == len(SHIPPED.traits), "a row is a trait"


def test_where_nothing_was_shown_the_answers_stay(device: Device) -> None:
    made = workshop(device.store, device.who)
    mine = phone(device.store, made)
    led_through(device.store, device.who, made, "check")
    workshops.end(device.who, made.id)
    device.holds(mine.token)
    app = open_page("room")
    assert not app.exception
    assert "クイズの答え" in text(app)
    assert "スクリーンに映した部屋全体の結果" not in text(app)


def test_while_the_store_is_away_the_rest_is_there(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    workshops.end(device.who, made.id)

    def away(*_: object) -> None:
        raise StoreDown("away")

    monkeypatch.setattr(Seats, "shown", away)
    app = open_page("room")
    assert not app.exception
    assert "今、保存先につながりません" in text(app)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("ended", [True, False])
def test_what_the_room_skipped_stands_nowhere(device: Device, language: str, ended: bool) -> None:
    words = CONTENT.words(language)
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    at_stage(device.store, device.who, made, "check")
    led_through(device.store, device.who, made, "discussion")
    at_stage(device.store, device.who, made, "wrap_up")
    if ended:
        workshops.end(device.who, made.id)
    app = open_page("room", lang=language)
    said = text(app)
    asked = asked_text(CONTENT, words, ABOUT["check"])
    assert asked is not None
    assert words.of(CONTENT.workshops.discussion[ABOUT["discussion"]].question) in said
    assert [
        one for one in (esc(asked.ask), words("room.keep.answers"), words("room.keep.lessons")) if one in said
    ] == []


def test_before_the_end_no_answer_is_told(device: Device) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    at_stage(device.store, device.who, made, "wrap_up")
    assert "クイズの答え" not in text(open_page("room"))
