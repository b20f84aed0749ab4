"""A campaign's settings: changed by two at once without a loss, stopped, copied, shared with colleagues, deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from store import Campaign, CampaignDeletion, Invited, NotAllowed
from tests.views.organising.as_organiser import Browser, button, part
from tests.views.organising.seeded import campaign, draft
from tests.views.pages import text


@pytest.fixture
def made(browser: Browser) -> Campaign:
    return campaign(browser.store, browser.who, "秋の募集")


def field(app: AppTest, made: Campaign, name: str, round_: int = 0):  # type: ignore[no-untyped-def]
    key = f"{made.id}_{name}_ja_{round_}"
    return next(one for one in (*app.text_input, *app.text_area, *app.number_input) if one.key == key)


def test_a_change_is_saved_and_what_is_fixed_cannot_be_changed(browser: Browser, made: Campaign) -> None:
    app = part(made.id, "settings")
    assert field(app, made, "title").value == "秋の募集"
    field(app, made, "title").set_value("冬の募集")
    app = button(app, "変更を保存する")
    assert "変更を保存しました" in text(app)
    now = browser.store.campaigns.read(browser.who, made.id)
    assert now == replace(made, title="冬の募集", revision=1)
    assert all(one.disabled for one in app.radio if one.key and one.key.startswith(f"{made.id}_links"))
    assert "リンクが届いているため、変えられません" in text(app)


def test_saving_without_a_change_changes_nothing(browser: Browser, made: Campaign) -> None:
    button(part(made.id, "settings"), "変更を保存する")
    assert browser.store.campaigns.read(browser.who, made.id) == made


def test_the_later_of_two_sees_what_changed_field_by_field_and_loses_nothing(browser: Browser, made: Campaign) -> None:
    app = part(made.id, "settings")
    field(app, made, "title").set_value("わたしの題")
    field(app, made, "sender.ja").set_value("わたしの部署")
    app = app.run()
    theirs = replace(draft(browser.store), title="別の題", most=50, opens=made.opens, closes=made.closes)
    browser.store.campaigns.change(browser.who, made.id, theirs, made.revision)
    app = button(app, "変更を保存する")
    said = text(app)
    assert "別の担当者がこの案内を変更しました" in said
    assert "まだ保存していません" in said
    assert "取り込んだ変更：人数の上限" in said
    assert "両方で変えた項目：案内の名前" in said
    assert "別の題" in said
    assert field(app, made, "title", 1).value == "わたしの題"
    assert field(app, made, "sender.ja", 1).value == "わたしの部署"
    assert field(app, made, "most", 1).value == 50
    assert browser.store.campaigns.read(browser.who, made.id).title == "別の題"
    app = button(app, "自分の入力のままにする")
    app = button(app, "変更を保存する")
    now = browser.store.campaigns.read(browser.who, made.id)
    assert (now.title, now.texts["ja"].sender, now.most) == ("わたしの題", "わたしの部署", 50)


def test_theirs_can_be_taken_over(browser: Browser, made: Campaign) -> None:
    app = part(made.id, "settings")
    field(app, made, "title").set_value("わたしの題")
    app = app.run()
    theirs = replace(draft(browser.store), title="別の題", opens=made.opens, closes=made.closes)
    browser.store.campaigns.change(browser.who, made.id, theirs, made.revision)
    app = app.run()
    # Typed on while the choice is open: the tap that chooses does not lose it.
    field(app, made, "sender.ja", 1).set_value("わたしの部署")
    app = button(app, "こちらにする")
    assert field(app, made, "title", 2).value == "別の題"
    assert field(app, made, "sender.ja", 2).value == "わたしの部署"
    assert "別の担当者" not in text(button(app, "変更を保存する"))
    now = browser.store.campaigns.read(browser.who, made.id)
    assert (now.title, now.texts["ja"].sender) == ("別の題", "わたしの部署")


def test_it_is_paused_resumed_closed_and_opened_again(browser: Browser, made: Campaign) -> None:
    app = part(made.id, "settings")
    for label, standing in (
        ("一時停止する", "paused"),
        ("再開する", "running"),
        ("受付を終了する", "closed"),
        ("受付を再開する", "running"),
    ):
        app = button(app, label)
        assert browser.store.campaigns.read(browser.who, made.id).standing == standing


def test_a_copy_has_the_texts_and_nobody(browser: Browser, made: Campaign) -> None:
    app = button(part(made.id, "settings"), "複製する")
    titles = {one.title for one in browser.store.campaigns.mine(browser.who).rows}
    assert titles == {"秋の募集", "秋の募集（複製）"}
    assert "複製しました" in text(app)


def test_a_copy_that_is_open_to_somebody_can_still_be_changed(browser: Browser, made: Campaign) -> None:
    """It opened at some second of a minute, which the form does not show and must not change."""
    copied = browser.store.campaigns.copy(browser.who, made.id, "写し")
    app = part(copied.id, "settings")
    field(app, copied, "title").set_value("新しい題")
    button(app, "変更を保存する")
    assert browser.store.campaigns.read(browser.who, copied.id).title == "新しい題"


def test_a_colleague_reads_then_edits_then_is_gone(browser: Browser, made: Campaign) -> None:
    colleague = browser.sign_in("佐藤")
    browser.cookie = browser.who.secret
    app = part(made.id, "settings")
    app.text_input(key=f"colleague_name_{made.id}").set_value("だれもいない")
    app = button(app, "加える")
    assert "見つかりませんでした" in text(app)
    app.text_input(key=f"colleague_name_{made.id}").set_value("佐藤")
    app = button(app, "加える")
    assert browser.store.campaigns.read(colleague, made.id).access == "reader"

    browser.cookie = colleague.secret
    theirs = part(made.id, "settings")
    assert field(theirs, made, "title").disabled
    labels = {one.label for one in theirs.button}
    assert not labels & {"変更を保存する", "一時停止する", "受付を終了する", "複製する", "加える", "完全に削除する"}

    browser.cookie = browser.who.secret
    button(part(made.id, "settings"), "佐藤さんを外す")
    with pytest.raises(NotAllowed):
        browser.store.campaigns.read(colleague, made.id)


def test_deleting_shows_the_proof(browser: Browser) -> None:
    made = browser.store.campaigns.make(browser.who, replace(draft(browser.store), links="personal"))
    browser.store.invitations.add(browser.who, made.id, [Invited("a"), Invited("b")])
    app = button(part(made.id, "settings"), "完全に削除する")
    said = text(app)
    assert f"「{made.title}」を削除しました" in said
    assert "招待リンク：2件" in said
    assert "残りは0件でした" in said
    assert browser.store.campaigns.mine(browser.who).total == 0


def test_every_kind_that_a_deletion_counts_has_words(browser: Browser, made: Campaign) -> None:
    from tests.views.organising.seeded import CONTENT

    gone: CampaignDeletion = browser.store.campaigns.delete(browser.who, made.id)
    words = CONTENT.words("ja")
    assert all(f"organise.kind.{kind}" in words for kind in gone.gone)


@pytest.mark.parametrize("name", ["overview", "people", "settings", "log"])
def test_a_foreign_campaign_and_none_at_all_read_the_same(browser: Browser, made: Campaign, name: str) -> None:
    browser.sign_in("somebody else")
    foreign, unknown = text(part(made.id, name)), text(part("0" * 32, name))
    assert "この案内は見つからないか、開く権限がありません" in foreign
    assert foreign == unknown
    assert "秋の募集" not in foreign
