"""Trying a workshop alone: begun with a click, marked on panel and screen, led to the end, and nothing of it kept."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from people.organiser.signed import Signed
from people.rehearsal import rehearsals
from people.rehearsal.phones import PHONES
from people.rehearsal.rehearsals import Rehearsal
from people.respondent.outcome import Outcome
from people.trainer import workshops
from people.trainer.asking import Refused
from people.trainer.exporting import FORMS, Export, Form, export
from server.routes.site_files import files
from server.routes.workshop_file import MADE
from store import Workshop
from tests.reports.reading import packed, text_of
from tests.store.campaigns.world import organiser
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import CONTENT, PLACE, workshop

KNOWN = files()
assert KNOWN is not None
MARK = {"ja": "【リハーサル】", "en": "[Rehearsal]"}


@pytest.fixture(autouse=True)
def led(device: Device) -> Iterator[None]:
    device.leads()
    yield
    for one in rehearsals._rehearsals._all():
        rehearsals._rehearsals._close(one)


def only() -> Rehearsal:
    (one,) = rehearsals._rehearsals._all()
    return one


def begun(device: Device, language: str = "ja") -> tuple[AppTest, Rehearsal]:
    made = workshop(device.store, device.who)
    app = open_page("workshop", id=made.id, lang=language)
    app = app.button(key="rehearse_this").click().run()
    assert not app.exception
    return app, only()


def everybody_acts(one: Rehearsal, seconds: int) -> None:
    """As if so much time had passed for the phones."""
    for phone in one.room.phones:
        phone.joins -= 1000 * seconds
        phone.pause = phone.voting = 0
        phone.pace = 1
    one.advance()


def moved(one: Rehearsal, kind: str) -> Workshop:
    who = one.signed.token
    seen = workshops.read(who, one.id)
    assert isinstance(seen, Workshop)
    done = workshops.go(who, seen, PLACE[kind])
    assert isinstance(done, Workshop)
    return done


@pytest.mark.parametrize("language", ["ja", "en"])
def test_panel_and_screen_say_that_it_is_one(device: Device, language: str) -> None:
    app, one = begun(device, language)
    assert MARK[language] in text(app)
    assert text(app).count("fit-note") > 1
    assert [key for key in ("rehearse_this", "prolong_1") if key in [button.key for button in app.button]] == []
    screen = open_page("projector", id=one.id, lang=language)
    assert MARK[language] in text(screen)
    assert (len(device.store.workshops.mine(device.who).rows)) == 1


def test_a_click_on_the_list_is_enough(device: Device) -> None:
    app = open_page("workshops").button(key="rehearse_ready_made").click().run()
    assert not app.exception
    assert MARK["ja"] in text(app)
    assert not device.store.workshops.mine(device.who).rows
    assert only().room.assessment is not None


def at_the_picture(device: Device) -> Rehearsal:
    """One whose phones have answered, before the picture is shown."""
    _, one = begun(device)
    everybody_acts(one, 20)
    moved(one, "assessment")
    everybody_acts(one, 0)
    moved(one, "picture")
    return one


def test_the_buttons_lead_it_and_the_picture_is_real(device: Device) -> None:
    one = at_the_picture(device)
    app = open_page("workshop", id=one.id).button(key="reveal").click().run()
    assert not app.exception
    (kept,) = one.store.workshops.snapshots(one.signed.token, one.id)
    assert kept.people == PHONES
    screen = open_page("projector", id=one.id)
    assert "fit-tracks" in text(screen)
    app = app.button(key="stage_next").click().run()
    assert one.store.workshops.read(one.signed.token, one.id).at == PLACE["picture"] + 1


def test_one_phone_can_be_looked_at(device: Device) -> None:
    app, one = begun(device)
    assert "まだ参加していません。" in text(app)
    everybody_acts(one, 20)
    app = app.selectbox(key="simulated_which").set_value(PHONES - 1).run()
    assert one.seats()[-1].nickname in text(app)
    moved(one, "check")
    everybody_acts(one, 0)
    assert "この端末の答え" in text(open_page("workshop", id=one.id))


def test_it_ends_with_a_click_and_is_nowhere_then(device: Device) -> None:
    app, one = begun(device)
    app = app.button(key="rehearsal_end").click().run()
    assert "リハーサルを終えました。" in text(app)
    assert rehearsals._rehearsals._all() == []
    assert MARK["ja"] not in text(open_page("workshop", id=one.id))


def test_a_colleague_does_not_get_in(device: Device) -> None:
    _, one = begun(device)
    device.leads(organiser(device.store, "colleague"))
    for page in ("workshop", "projector"):
        assert MARK["ja"] not in text(open_page(page, id=one.id))
    device.cookies = {}
    assert MARK["ja"] not in text(open_page("workshop", id=one.id))


def test_too_many_at_once_are_refused_with_a_sentence(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsals._rehearsals, "_most", 0)
    app = open_page("workshops").button(key="rehearse_ready_made").click().run()
    assert "リハーサルが混み合って" in text(app)


def pictured(device: Device) -> Rehearsal:
    """One whose room was shown as a whole."""
    one = at_the_picture(device)
    assert not open_page("workshop", id=one.id).button(key="reveal").click().run().exception
    return one


@pytest.mark.parametrize("language", ["ja", "en"])
def test_its_files_are_those_of_a_real_one_and_say_what_they_are(device: Device, language: str) -> None:
    one, words = pictured(device), CONTENT.words(language)
    page = text(open_page("workshop", id=one.id, part="shown", lang=language))
    assert words("trainer.rehearsal.files") in page
    assert [page.count(f'name="format" value="{form}"') for form in ("pdf", "xlsx", "png")] == [1, 1, 1]
    mark = words("shown.file.rehearsed")
    made = {form: file_of(device, one, form, language) for form in FORMS.values()}
    assert packed(mark) in packed(text_of(made["pdf"]))
    first = CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"])).get_sheet_by_index(0).to_python()
    assert mark in str(first[:2])
    assert packed(one.store.workshops.read(one.signed.token, one.id).title) in packed(text_of(made["agenda"]))
    found = export(device.who, one.id, "png")
    assert isinstance(found, Export)
    assert made["png"] != MADE["png"].make(replace(found, rehearsed=False), KNOWN, language)


def file_of(device: Device, one: Rehearsal, form: Form, language: str) -> bytes:
    found = export(device.who, one.id, form)
    assert isinstance(found, Export)
    assert found.rehearsed
    return MADE[form].make(found, KNOWN, language)


def test_its_files_are_for_its_trainer_alone_and_end_with_it(device: Device) -> None:
    one = pictured(device)
    assert export(organiser(device.store, "colleague"), one.id, "pdf") == Refused(Outcome.OVER)
    rehearsals.end(Signed(device.who, device.store.organisers.who_is(device.who)), one.id)
    assert export(device.who, one.id, "pdf") == Refused(Outcome.OVER)


def test_a_real_workshop_has_no_mark(device: Device) -> None:
    made = workshop(device.store, device.who)
    begun(device)
    found = export(device.who, made.id, "agenda")
    assert isinstance(found, Export)
    assert not found.rehearsed
    assert "リハーサルのファイル" not in text(open_page("workshop", id=made.id, part="shown"))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_says_why_there_are_no_settings_and_where_they_are(device: Device, language: str) -> None:
    made = workshop(device.store, device.who)
    open_page("workshop", id=made.id).button(key="rehearse_this").click().run()
    app = open_page("workshop", id=only().id, part="settings", lang=language)
    words = CONTENT.words(language)
    assert words("trainer.rehearsal.settings.title") in text(app)
    (way,) = [one for one in app.get("page_link") if one.label == words("trainer.rehearsal.settings.open")]
    assert made.id in way.proto.query_string
    assert {"prolong_1", "copy", "edit_add_go", "admit_trainer_go"}.isdisjoint(button.key for button in app.button)
    open_page("workshops").button(key="rehearse_ready_made").click().run()
    app = open_page("workshop", id=only().id, part="settings", lang=language)
    assert words("trainer.list.make") in [one.label for one in app.get("page_link")]


def test_its_log_is_its_own_and_the_real_one_learns_nothing(device: Device) -> None:
    made = workshop(device.store, device.who)
    open_page("workshop", id=made.id).button(key="rehearse_this").click().run()
    moved(only(), "check")
    assert isinstance(export(device.who, only().id, "agenda"), Export)
    app = open_page("workshop", id=only().id, part="log")
    assert "リハーサルの記録は" in text(app)
    assert text(app).count("段階を移した") == 1
    assert [entry.action for entry in device.store.workshops.log(device.who, made.id).rows] == ["made"]
