"""The room on a phone: one line for each stage, answers sent and changed, and nothing lost while the store is away."""

from __future__ import annotations

import pytest

from people.trainer import workshops
from store import StoreDown
from store.workshops.seats import Seats
from tests.people.candidate.world import answer_and_finish
from tests.views.organising.as_organiser import goes_to
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import ABOUT, KINDS, POLL, TALKED_OF, at_stage, led_through, phone, workshop

LINES = {
    "lobby": ("まもなく始まります。", "We begin in a moment."),
    "assessment": ("質問に答えてください。", "Please answer the questions."),
    "own_result": ("ご自分のペースで、続きを答えてください。", "Please go on answering at your own pace."),
    "picture": ("スクリーンをご覧ください。", "Please look at the screen."),
    "discussion": ("近くの方と話し合ってください。", "Please talk with your neighbours."),
    "check": ("あなたの答えを送ってください。", "Please send your answer."),
    "again": ("もう一度、質問に答えてください。", "Please answer the questions once more."),
    "change": ("スクリーンをご覧ください。", "Please look at the screen."),
    "wrap_up": ("最後に、ひとつ選んでください。", "To finish, please choose one."),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_stage_says_what_to_do_now(device: Device, kind: str, language: str) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    at_stage(device.store, device.who, made, kind)
    shown = text(open_page("room", lang=language))
    assert f">{LINES[kind][language == 'en']}</h1>" in shown
    assert "新任研修" in shown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_has_no_seat_is_led_to_the_code(device: Device, language: str) -> None:
    assert f'href="/j?lang={language}"' in text(open_page("room", lang=language))


def test_the_questions_open_and_a_strip_leads_back(device: Device) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    at_stage(device.store, device.who, made, "assessment")
    app = open_page("room").button(key="room_go").click().run()
    assert not app.exception
    assert app.radio
    assert "答え終わったら、部屋に戻ってください" in text(app)
    at_stage(device.store, device.who, made, "picture")
    app = goes_to(app, "assessment")
    assert "部屋は「全体の傾向」に進みました。急がなくてかまいません" in text(app)
    app = app.button(key="to_room").click().run()
    assert "スクリーンをご覧ください。" in text(app)


def test_who_finished_waits_and_reads_their_own_result(device: Device) -> None:
    made = workshop(device.store, device.who)
    mine = phone(device.store, made, "静かな川")
    answer_and_finish(device.store, mine.token)
    device.holds(mine.token)
    at_stage(device.store, device.who, made, "assessment")
    app = open_page("room")
    assert "答え終わりました。" in text(app)
    assert "読み終わったら、部屋に戻ってください" in text(goes_to(app, "result"))
    at_stage(device.store, device.who, made, "own_result")
    app = open_page("room").button(key="room_go").click().run()
    assert not app.exception
    assert "読み終わったら、部屋に戻ってください" in text(app)


def test_the_second_time_is_an_attempt_of_its_own(device: Device) -> None:
    made = workshop(device.store, device.who)
    mine = phone(device.store, made)
    answer_and_finish(device.store, mine.token)
    device.holds(mine.token)
    at_stage(device.store, device.who, made, "again")
    app = open_page("room")
    assert app.button(key="room_go").label == "もう一度答える"
    app = app.button(key="room_go").click().run()
    assert app.radio
    assert all(radio.value is None for radio in app.radio)
    assert len(device.store.sheets.history(mine.token)) == 2
    answer_and_finish(device.store, mine.token, turn=2)
    assert "2回目も答え終わりました" in text(open_page("room"))


def test_a_poll_is_sent_changed_and_found_again_after_a_reload(device: Device) -> None:
    made = workshop(device.store, device.who)
    mine = phone(device.store, made)
    device.holds(mine.token)
    at_stage(device.store, device.who, made, "wrap_up")
    options = [option.id for option in POLL.options]
    app = open_page("room")
    send = f"vote_{ABOUT['wrap_up']}"
    assert app.button(key=send).disabled
    app = app.radio[0].set_value(options[0]).run()
    app = app.button(key=send).click().run()
    assert "送りました。" in text(app)
    again = open_page("room")
    assert again.radio[0].value == options[0]
    assert again.button(key=send).label == "答えを変える"
    again = again.radio[0].set_value(options[1]).run().button(key=send).click().run()
    seat = device.store.seats.mine(mine.token)
    assert seat is not None
    assert seat.voted == {ABOUT["wrap_up"]: options[1]}


def test_a_vote_that_meets_no_store_keeps_the_choice(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    at_stage(device.store, device.who, made, "wrap_up")
    app = open_page("room")
    app = app.radio[0].set_value(POLL.options[0].id).run()

    def down(*_: object) -> None:
        raise StoreDown("away")

    with monkeypatch.context() as away:
        away.setattr(Seats, "vote", down)
        away.setattr(Seats, "mine", down)
        app = app.button(key=f"vote_{ABOUT['wrap_up']}").click().run()
        assert not app.exception
        assert "送れませんでした" in text(app)
        assert "最後に、ひとつ選んでください。" in text(app)
    app = app.button(key=f"vote_{ABOUT['wrap_up']}").click().run()
    assert "送りました。" in text(app)


def test_a_phone_that_comes_anew_while_the_store_is_away_is_asked_to_wait(
    device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)

    def down(*_: object) -> None:
        raise StoreDown("away")

    monkeypatch.setattr(Seats, "mine", down)
    app = open_page("room")
    assert "自動で続きに戻ります" in text(app)
    assert 'href="/j' not in text(app)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_after_the_end_there_is_a_page_to_keep(device: Device, language: str) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    led_through(device.store, device.who, made, "discussion")
    device.store.workshops.end(device.who, made.id)
    shown = text(open_page("room", lang=language))
    assert TALKED_OF.question.in_language(language) in shown.replace("&quot;", '"')
    assert 'href="/mine"' in shown
    assert 'action="/forget"' in shown


def test_leaving_gives_the_seat_up(device: Device) -> None:
    made = workshop(device.store, device.who)
    mine = phone(device.store, made)
    device.holds(mine.token)
    app = open_page("room").button(key="room_leave").click().run()
    assert 'href="/j?lang=ja"' in text(app)
    assert device.store.seats.mine(mine.token) is None


def test_a_nickname_is_changed(device: Device) -> None:
    made = workshop(device.store, device.who)
    mine = phone(device.store, made, "静かな川")
    device.holds(mine.token)
    app = open_page("room")
    app.text_input(key="room_name").set_value("<b>川</b>")
    app = next(one for one in app.button if one.label == "変える").click().run()
    assert "ニックネームを変えました" in text(app)
    assert "<b>川" not in text(app)
    seat = device.store.seats.mine(mine.token)
    assert seat is not None
    assert seat.nickname == "<b>川</b>"


def test_somebody_outside_a_workshop_sees_no_strip(device: Device) -> None:
    for page in ("assessment", "result"):
        assert "ワークショップ" not in text(goes_to(open_page("start"), page))


def test_the_end_is_told_to_those_who_were_there_and_not_for_a_month(device: Device) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    app = goes_to(open_page("room"), "assessment")
    assert "ワークショップに参加中です" in text(app) or "進みました" in text(app)
    workshops.end(device.who, made.id)
    assert "ワークショップは終わりました" in text(goes_to(app, "assessment"))
    assert "ワークショップは終わりました" not in text(open_page("assessment"))


def test_a_deleted_workshop_leaves_no_strip(device: Device) -> None:
    made = workshop(device.store, device.who)
    device.holds(phone(device.store, made).token)
    app = goes_to(open_page("room"), "assessment")
    assert "部屋" in text(app)
    workshops.delete(device.who, made.id)
    assert 'class="fit-strip"' not in text(goes_to(app, "assessment"))
