"""The screen: the way in always in sight, pictures from five people on, and never an error."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from people.trainer import pictures, workshops
from store import StoreDown, Workshop
from store.organisers.organisers import Organisers
from store.workshops.workshops import Workshops
from tests.people.candidate.world import SHIPPED
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import (
    ABOUT,
    CONTENT,
    KINDS,
    POLL,
    answer,
    at_stage,
    finished,
    in_groups,
    leaning,
    phone,
    workshop,
)
from views.frame.markup import esc


@pytest.fixture(autouse=True)
def led(device: Device) -> None:
    device.leads()


def screen(made: Workshop, language: str = "ja") -> str:
    return text(open_page("projector", id=made.id, lang=language))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_code_address_and_qr_stand_on_every_stage(device: Device, kind: str, language: str) -> None:
    made = workshop(device.store, device.who)
    at_stage(device.store, device.who, made, kind)
    shown = screen(made, language)
    assert in_groups(made.code) in shown
    assert ">fit.example.co.jp/j<" in shown
    assert 'class="fit-qr"' in shown
    assert shown.count("<h1") == 1


def test_the_lobby_counts_who_is_here(device: Device) -> None:
    made = workshop(device.store, device.who)
    assert "いま" not in screen(made)
    for _ in range(3):
        phone(device.store, made)
    assert "いま 3 人" in screen(made)


def test_a_bar_moves_in_tens_and_not_below_five(device: Device) -> None:
    made = workshop(device.store, device.who)
    at_stage(device.store, device.who, made, "assessment")
    finished(device.store, made, 4)
    assert "progressbar" not in screen(made)
    finished(device.store, made, 3)
    phone(device.store, made)
    assert 'aria-valuenow="80"' in screen(made)


def each_trait(app: AppTest, language: str) -> list[str]:
    """The traits that are drawn with the words of both ends, as the picture is turned to the first part without any."""
    found: list[str] = []
    while 'class="fit-track"' in (shown := text(app)):
        both = {
            trait.id: [esc(end.in_language(language)) for end in (trait.low, trait.high)] for trait in SHIPPED.traits
        }
        here = [trait for trait, ends in both.items() if all(f"{end}<" in shown for end in ends)]
        assert len(here) == shown.count('class="fit-track"')
        if set(here) & set(found):
            break
        found += here
        app.button(key="turn").click().run()
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_group_picture_shows_every_trait_once_it_is_revealed(device: Device, language: str) -> None:
    made = workshop(device.store, device.who)
    finished(device.store, made, 9)
    seen = at_stage(device.store, device.who, made, "picture")
    assert "fit-track" not in screen(made, language)
    done = pictures.take(device.who, seen, assessment=SHIPPED)
    assert isinstance(done, pictures.Shown)
    app = open_page("projector", id=made.id, lang=language)
    drawn = each_trait(app, language)
    assert drawn == [trait.id for trait in SHIPPED.traits]
    assert CONTENT.words(language)("projector.verdicts.lead") in text(app)
    app = app.button(key="turn").click().run()
    assert text(app).count("<li>") >= len(SHIPPED.roles)
    assert not app.exception


def test_before_and_after_stand_side_by_side(device: Device) -> None:
    made = workshop(device.store, device.who)
    here = finished(device.store, made, 5)
    at_stage(device.store, device.who, made, "again")
    for turn, one in enumerate(here):
        device.store.sheets.again(one.token, one.edition)
        one.finish(device.store, turn + 2)
    seen = at_stage(device.store, device.who, made, "change")
    done = pictures.take(device.who, seen, assessment=SHIPPED)
    assert isinstance(done, pictures.Shown), done
    app = open_page("projector", id=made.id)
    assert text(app).count('class="fit-dot-before"') == text(app).count('class="fit-track"') + 1
    assert each_trait(app, "ja") == [trait.id for trait in SHIPPED.traits]


def test_the_end_to_which_a_room_leans_is_marked(device: Device) -> None:
    made = workshop(device.store, device.who)
    here = finished(device.store, made, 9)
    at_stage(device.store, device.who, made, "picture")
    leaning(device.store, device.who, made, here, "picture", (0, 100))
    marked = re.findall("<b>(?:<i[^>]*>[◀▶]</i>)?([^<]+)(?:<i[^>]*>[◀▶]</i>)?</b>", screen(made))
    low, high = SHIPPED.traits[:2]
    assert marked[:2] == [low.low.in_language("ja"), high.high.in_language("ja")]
    said = CONTENT.words("ja")("projector.leans", ends=f"「{low.low.in_language('ja')}」")
    assert f'aria-label="動き出し: 0 {said}"' in screen(made)


def test_a_poll_is_drawn_with_its_counts(device: Device) -> None:
    made = workshop(device.store, device.who)
    seen = at_stage(device.store, device.who, made, "wrap_up")
    first, second = POLL.options[:2]
    for place in range(8):
        answer(device.store, phone(device.store, made), ABOUT["wrap_up"], (first if place < 5 else second).id)
    options = tuple(option.id for option in POLL.options)
    assert isinstance(pictures.take(device.who, seen, question=pictures.Asked("single", options)), pictures.Shown)
    shown = screen(made)
    assert "<em>5人</em>" in shown
    assert "<em>3人</em>" in shown


def test_what_is_counted_together_says_so(device: Device) -> None:
    made = workshop(device.store, device.who)
    seen = at_stage(device.store, device.who, made, "wrap_up")
    for place in range(8):
        chosen = POLL.options[0 if place < 5 else 1 if place < 7 else 2]
        answer(device.store, phone(device.store, made), ABOUT["wrap_up"], chosen.id)
    options = tuple(option.id for option in POLL.options)
    assert isinstance(pictures.take(device.who, seen, question=pictures.Asked("single", options)), pictures.Shown)
    shown = screen(made)
    assert "<em>5人</em>" in shown
    assert "<em>合わせて3人</em>" in shown


def test_a_small_room_reads_the_answer_without_counts(device: Device) -> None:
    made = workshop(device.store, device.who)
    seen = at_stage(device.store, device.who, made, "check")
    workshops.reveal(device.who, seen)
    shown = screen(made)
    assert "答え合わせ" in shown
    assert "人数は示しません" in shown


def test_while_the_store_is_away_it_shows_what_it_had(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workshop(device.store, device.who)
    finished(device.store, made, 5)
    seen = at_stage(device.store, device.who, made, "picture")
    pictures.take(device.who, seen, assessment=SHIPPED)
    app = open_page("projector", id=made.id)
    before = text(app).count('class="fit-track"')

    def down(*_: object, **__: object) -> None:
        raise StoreDown("away")

    for name in ("read", "counts", "snapshots"):
        monkeypatch.setattr(Workshops, name, down)
    monkeypatch.setattr(Organisers, "who_is", down)
    first = app.button(key="turn").label
    labels = [app.button(key="turn").click().run().button(key="turn").label for _ in range(5)]
    assert labels.index(first) == 4
    assert not app.exception
    assert text(app).count('class="fit-track"') == before
    assert "保存先" not in text(app)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_after_the_end_it_says_thank_you_and_no_code(device: Device, language: str) -> None:
    made = workshop(device.store, device.who)
    device.store.workshops.end(device.who, made.id)
    shown = screen(made, language)
    assert CONTENT.words(language)("projector.over") in shown
    assert in_groups(made.code) not in shown
