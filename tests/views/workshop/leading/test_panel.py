"""The facilitator's pages: from nothing to a running workshop, one button, and never anything about one person."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from store import StoreDown, Workshop
from store.workshops.workshops import Workshops
from tests.store.campaigns.world import organiser
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import (
    ABOUT,
    AGENDA,
    CONTENT,
    KINDS,
    PLACE,
    POLL,
    answer,
    at_stage,
    finished,
    in_groups,
    phone,
    workshop,
)


@pytest.fixture(autouse=True)
def led(device: Device) -> None:
    device.leads()


def panel(made: Workshop, part: str = "run", language: str = "ja") -> AppTest:
    return open_page("workshop", id=made.id, part=part, lang=language)


def now(device: Device, made: Workshop) -> Workshop:
    return device.store.workshops.read(device.who, made.id)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_first_workshop_takes_a_click_and_its_code_is_shown(device: Device, language: str) -> None:
    app = open_page("workshops", lang=language)
    assert text(app).count("<li>") == 3
    app = app.button(key="make").click().run()
    assert "<h1" in text(app)
    app = open_page("workshop_new", lang=language).button(key="save").click().run()
    assert not app.exception
    (made,) = device.store.workshops.mine(device.who).rows
    assert (made.form, made.language, made.at) == ("quick", None, 0)
    assert in_groups(made.code) in text(app)
    assert "fit.example.co.jp/j" in text(app)


def test_lessons_alone_leave_out_what_is_measured(device: Device) -> None:
    app = open_page("workshop_new")
    what = next(radio for radio in app.radio if "lessons" in radio.options or len(radio.options) == 3)
    app = what.set_value("lessons").run()
    app = app.button(key="save").click().run()
    (made,) = device.store.workshops.mine(device.who).rows
    assert made.assessment is None
    assert not {stage.kind for stage in made.agenda} & {"assessment", "own_result", "picture", "again", "change"}
    assert made.agenda


def test_a_workshop_needs_a_title(device: Device) -> None:
    app = open_page("workshop_new")
    app.text_input(key="new_workshop_title").set_value("  ")
    app = app.button(key="save").click().run()
    assert "題名を入れてください。" in text(app)
    assert device.store.workshops.mine(device.who).total == 0


def test_who_is_not_signed_in_meets_the_door(device: Device) -> None:
    device.cookies = {}
    for page in ("workshops", "workshop_new", "workshop", "projector"):
        assert "サインイン" in text(open_page(page))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_stage_says_what_to_say(device: Device, kind: str, language: str) -> None:
    made = workshop(device.store, device.who)
    at_stage(device.store, device.who, made, kind)
    shown = text(panel(made, language=language))
    assert CONTENT.words(language)(f"workshop.stage.{kind}") in shown
    assert 'class="fit-say"' in shown


def test_one_button_moves_on_another_back_and_the_agenda_jumps(device: Device) -> None:
    made = workshop(device.store, device.who)
    app = panel(made)
    assert app.button(key="stage_back").disabled
    app = app.button(key="stage_next").click().run()
    assert now(device, made).at == 1
    app = app.button(key="stage_next").click().run()
    app = app.button(key="stage_back").click().run()
    assert now(device, made).at == 1
    app = app.button(key=f"jump_{PLACE['wrap_up']}").click().run()
    assert now(device, made).at == PLACE["wrap_up"]
    assert app.button(key="stage_next").disabled
    assert not app.exception


def test_a_colleague_who_was_faster_is_told_of(device: Device) -> None:
    made = workshop(device.store, device.who)
    app = panel(made)
    device.store.workshops.go(device.who, made.id, 3, made.beat)
    app = app.button(key="stage_next").click().run()
    assert "この画面のあとに段階が変わっていた" in text(app)
    assert now(device, made).at == 3


def test_the_room_is_shown_from_five_on_and_not_before(device: Device) -> None:
    made = workshop(device.store, device.who)
    here = finished(device.store, made, 4)
    at_stage(device.store, device.who, made, "picture")
    app = panel(made).button(key="reveal").click().run()
    assert "5人以上が答え終わってから" in text(app)
    assert "あと1人" not in text(app)
    assert not now(device, made).revealed
    here += finished(device.store, made, 1)
    app = panel(made).button(key="reveal").click().run()
    assert not app.exception
    assert now(device, made).revealed
    assert "5人の答えをまとめたものです。" in text(app)
    assert len(here) == 5


def test_an_answer_may_be_told_to_a_small_room_without_counts(device: Device) -> None:
    made = workshop(device.store, device.who)
    at_stage(device.store, device.who, made, "check")
    app = panel(made).button(key="reveal").click().run()
    assert "答えだけを映しました" in text(app)
    assert now(device, made).revealed


def test_a_poll_is_counted(device: Device) -> None:
    made = workshop(device.store, device.who)
    at_stage(device.store, device.who, made, "wrap_up")
    option = POLL.options[0]
    for one in [phone(device.store, made) for _ in range(5)]:
        answer(device.store, one, ABOUT["wrap_up"], option.id)
    app = panel(made).button(key="reveal").click().run()
    assert "5人の答えをまとめたものです。" in text(app)
    assert option.text.in_language("ja") in text(app)


def test_nobody_is_named(device: Device) -> None:
    made = workshop(device.store, device.who)
    for number in range(6):
        phone(device.store, made, f"nickname-{number}")
    for kind in KINDS:
        at_stage(device.store, device.who, made, kind)
        assert "nickname-" not in text(panel(made))
        assert "nickname-" not in text(open_page("projector", id=made.id))


def test_a_countdown_is_set_and_taken_away(device: Device) -> None:
    made = workshop(device.store, device.who)
    app = panel(made).button(key="countdown_3").click().run()
    assert now(device, made).until is not None
    assert "カウントダウン" in text(app)
    app = app.button(key="countdown_off").click().run()
    assert now(device, made).until is None


def test_it_is_ended_prolonged_and_copied(device: Device) -> None:
    made = workshop(device.store, device.who)
    app = panel(made, "settings").button(key="end_now").click().run()
    assert now(device, made).ended
    assert "に終わりました。" in text(app)
    app = app.button(key="prolong_2").click().run()
    assert not now(device, made).ended
    assert "まで延ばしました" in text(app)
    app = app.button(key="copy").click().run()
    assert not app.exception
    titles = {row.title for row in device.store.workshops.mine(device.who).rows}
    assert titles == {"新任研修", "新任研修（写し）"}


def test_deletion_shows_its_proof_and_leaves_results_to_their_owners(device: Device) -> None:
    made = workshop(device.store, device.who)
    (mine,) = finished(device.store, made, 1)
    app = panel(made, "settings").button(key="delete_for_good").click().run()
    assert "「新任研修」を消しました。" in text(app)
    assert "<span>参加</span><b>1</b>" in text(app)
    assert "<span>消したあとに残っていたもの</span><b>0</b>" in text(app)
    assert device.store.workshops.mine(device.who).total == 0
    assert device.store.sheets.history(mine.token)


def test_the_agenda_is_changed_at_once(device: Device) -> None:
    made = workshop(device.store, device.who)
    app = panel(made, "settings")
    app = app.button(key="edit_out_0").click().run()
    assert now(device, made).agenda == AGENDA[1:]
    app = app.button(key="edit_up_1").click().run()
    changed = now(device, made)
    assert [stage.kind for stage in changed.agenda[:2]] == ["own_result", "assessment"]
    app = app.number_input(key=f"minutes_0_{changed.beat}").set_value(17).run()
    assert now(device, made).agenda[0].minutes == 17
    select = app.selectbox(key="edit_add_ja")
    app = select.set_value(f"discussion:{ABOUT['discussion']}").run()
    app = app.button(key="edit_add_go").click().run()
    assert not app.exception
    last = now(device, made).agenda[-1]
    assert (last.kind, last.about) == ("discussion", ABOUT["discussion"])


def test_a_colleague_is_added_and_removed(device: Device) -> None:
    made = workshop(device.store, device.who)
    colleague = organiser(device.store, "colleague")
    app = panel(made, "settings")
    app.text_input(key=f"trainer_{made.id}").set_value("nobody")
    app = app.button(key="admit_trainer_go").click().run()
    assert "この利用者名の方は見つかりません" in text(app)
    app.text_input(key=f"trainer_{made.id}").set_value("colleague")
    app = app.button(key="admit_trainer_go").click().run()
    assert "colleagueさんを加えました。" in text(app)
    device.leads(colleague)
    assert "新任研修" in text(panel(made))
    assert not [one for one in panel(made, "settings").button if one.key == "delete_for_good"]


def test_the_log_says_it_in_sentences(device: Device) -> None:
    made = workshop(device.store, device.who)
    at_stage(device.store, device.who, made, "wrap_up")
    shown = text(panel(made, "log"))
    assert "ワークショップをつくった" in shown
    assert "段階を移した" in shown


def test_somebody_elses_workshop_cannot_be_found(device: Device) -> None:
    made = workshop(device.store, device.who)
    device.leads(organiser(device.store, "stranger"))
    assert "このワークショップは見つかりません" in text(panel(made))
    assert "新任研修" not in text(open_page("projector", id=made.id))


def test_while_the_store_is_away_the_stage_stays(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workshop(device.store, device.who)
    app = panel(made)

    def down(*_: object, **__: object) -> None:
        raise StoreDown("away")

    with monkeypatch.context() as away:
        for name in ("go", "read", "counts"):
            away.setattr(Workshops, name, down)
        app = app.button(key="stage_next").click().run()
        assert not app.exception
        assert "何も変わっていません" in text(app)
        assert AGENDA[0].kind == "lobby"
        assert "集まる" in text(app)
    app = app.button(key="stage_next").click().run()
    assert now(device, made).at == 1
