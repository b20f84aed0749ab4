"""Whom a campaign invites: checked as a whole, taken as a whole, searched, withdrawn; their links and letters."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from people.organiser.signed import Signed, signed_with
from reports.organising.letters import Asked
from store import Campaign, Invited, StoreDown
from store.campaigns.invitations import Invitations
from tests.views.organising.as_organiser import Browser, button, part
from tests.views.organising.seeded import CONTENT, draft
from tests.views.pages import text
from views.organising.people.letters import NotGiven, file_of

TWENTY = "氏名\tメール\n" + "\n".join(
    [
        *(f"候補者 {n}\tp{n}@example.jp" for n in range(17)),
        "佐藤\tsato@",
        "鈴木\tsuzuki＠example",
        "別名\tP3@example.jp",
    ]
)
CHECK = "一覧を確かめる"


@pytest.fixture
def made(browser: Browser) -> Campaign:
    return browser.store.campaigns.make(browser.who, replace(draft(browser.store), links="personal", most=6000))


def pasted(made: Campaign, typed: str) -> AppTest:
    app = part(made.id, "people")
    app.text_area(key=f"pasted_{made.id}").set_value(typed)
    return button(app.run(), CHECK)


def invited(browser: Browser, made: Campaign) -> list[str]:
    return [one.name for one in browser.store.invitations.all(browser.who, made.id)]


def test_twenty_lines_with_three_problems_are_checked_before_anything_is_taken(
    browser: Browser, made: Campaign
) -> None:
    app = pasted(made, TWENTY)
    said = text(app)
    assert "<b>19行目</b> 「sato@」は、メールアドレスの形になっていません。" in said
    assert "<b>20行目</b> 「suzuki@example」は" in said
    assert "<b>21行目</b> 5行目と同じメールアドレスです" in said
    assert "1行目を見出しとして読みました" in said
    assert invited(browser, made) == []
    app = button(app, "問題のある3行を除いて、17人を招待する")
    assert "17人分の招待リンクができました" in text(app)
    assert invited(browser, made) == [f"候補者 {n}" for n in range(17)]
    assert app.text_area(key=f"pasted_{made.id}").value == ""


def test_after_mending_the_whole_list_is_taken(browser: Browser, made: Campaign) -> None:
    app = pasted(made, "山田\na@b\n")
    app.text_area(key=f"pasted_{made.id}").set_value("山田\na@example.jp\n")
    app = app.run()
    assert not [one for one in app.button if "招待する" in one.label]  # It has not been checked as it stands now.
    app = button(button(app, CHECK), "2人を招待する")
    assert invited(browser, made) == ["山田", ""]


def test_five_thousand_lines_are_taken_at_once_and_the_page_stays_a_page(browser: Browser, made: Campaign) -> None:
    app = pasted(made, "\n".join(f"候補者 {n}\tp{n}@example.jp" for n in range(5000)))
    app = button(app, "5000人を招待する")
    assert len(invited(browser, made)) == 5000
    assert text(app).count('<th scope="row">') == 50
    assert "1 / 100ページ（全5000件）" in text(app)
    app = button(app, "次のページ")
    assert "候補者 50<" in text(app)
    app.text_input(key=f"search_people_{made.id}").set_value("p4999@")
    assert text(app.run()).count('<th scope="row">') == 1


def test_a_file_is_taken_like_a_pasted_list(browser: Browser, made: Campaign) -> None:
    app = part(made.id, "people")
    data = "氏名,メール,電話\r\n髙橋 﨑子,saki@example.jp,03-1234-5678\r\n".encode("cp932")
    app.file_uploader[0].set_value(("list.csv", data, "text/csv"))
    app = button(app.run(), CHECK)
    said = text(app)
    assert "文字コードはCP932" in said
    assert "使わない列：電話（保存しません）" in said
    button(app, "1人を招待する")
    assert invited(browser, made) == ["髙橋 﨑子"]


def test_a_file_that_cannot_be_read_gets_a_sentence_and_no_button(browser: Browser, made: Campaign) -> None:
    app = part(made.id, "people")
    app.file_uploader[0].set_value(("cv.pdf", b"%PDF-1.7", "application/pdf"))
    app = button(app.run(), CHECK)
    assert "この種類のファイルは読み取れません" in text(app)
    assert not [one for one in app.button if "招待する" in one.label]


def test_whoever_is_invited_already_is_named_and_a_second_tap_invites_nobody_twice(
    browser: Browser, made: Campaign
) -> None:
    app = pasted(made, "山田\tyamada@example.jp\n佐藤\tsato@example.jp")
    browser.store.invitations.add(browser.who, made.id, [Invited("山田 太郎", "Yamada@example.jp")])
    app = button(app, "2人を招待する")
    assert "もう一度お確かめください" in text(app)
    assert "すでに招待しています（yamada@example.jp）" in text(app)
    button(app, "問題のある1行を除いて、1人を招待する")
    assert invited(browser, made) == ["山田 太郎", "佐藤"]


def test_more_than_there_is_room_for_is_said_and_nobody_is_taken(browser: Browser) -> None:
    small = browser.store.campaigns.make(browser.who, replace(draft(browser.store), links="personal", most=2))
    app = pasted(small, "a\nb\nc")
    assert "一覧には3人いますが、招待できるのはあと2人です" in text(app)
    assert not [one for one in app.button if "招待する" in one.label]


def test_while_the_store_is_away_the_list_stays(
    browser: Browser, made: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = pasted(made, "山田\n佐藤")
    with monkeypatch.context() as away:

        def down(*_: object) -> None:
            raise StoreDown("away")

        away.setattr(Invitations, "add", down)
        app = button(app, "2人を招待する")
        assert "今、保存先につながりません" in text(app)
    assert app.text_area(key=f"pasted_{made.id}").value == "山田\n佐藤"
    button(app, "2人を招待する")
    assert invited(browser, made) == ["山田", "佐藤"]


def test_names_with_markup_are_text_everywhere(browser: Browser, made: Campaign) -> None:
    evil = "<script>alert(1)</script>"
    app = button(pasted(made, f"氏名,メール\n{evil},a@example.jp\n=1+1,b@"), "問題のある1行を除いて、1人を招待する")
    assert evil not in text(app)
    assert "&lt;script&gt;" in text(app)


def test_one_link_is_withdrawn_and_restored(browser: Browser, made: Campaign) -> None:
    (one, _) = browser.store.invitations.add(browser.who, made.id, [Invited("山田"), Invited("佐藤")])
    app = part(made.id, "people")
    chooser = next(box for box in app.selectbox if box.key and box.key.startswith("one_"))
    app = chooser.set_value(one.id).run()
    assert app.code[-1].value == f"https://fit.example.co.jp/c#{one.secret}"
    app = button(app, "このリンクを取り消す")
    assert browser.store.invitations.all(browser.who, made.id)[0].withdrawn
    assert "リンクは取り消し済み" in text(app)
    button(app, "このリンクを元に戻す")
    assert not browser.store.invitations.all(browser.who, made.id)[0].withdrawn


def test_the_file_has_everybodys_own_link_and_is_noted_in_the_log(browser: Browser, made: Campaign) -> None:
    people = browser.store.invitations.add(
        browser.who, made.id, [Invited("=1+1", "a@example.jp"), Invited("佐藤"), Invited("鈴木")]
    )
    browser.store.invitations.withdraw(browser.who, people[2].id)
    signed = signed_with(browser.cookie)
    assert isinstance(signed, Signed)
    texts, site = made.texts["ja"], "https://fit.example.co.jp"
    asked = Asked(made.title, texts.sender, "", texts.purpose, texts.contact, made.created, made.created)
    data = file_of(signed, made, "invitation", asked, CONTENT.words("ja"), site, date(2026, 11, 28), "csv")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["氏名"] for row in rows] == ["'=1+1", "佐藤"]
    assert [row["招待リンク"] for row in rows] == [f"{site}/c#{one.secret}" for one in people[:2]]
    assert all(len(row["招待リンク"]) <= 60 for row in rows)
    (entry, *_) = browser.store.audit.page(browser.who, made.id).rows
    assert (entry.action, entry.detail) == ("exported", {"format": "letters_csv"})
    assert "リンクの一覧、CSV" in text(part(made.id, "log"))
    browser.store.organisers.sign_out(browser.who)
    with pytest.raises(NotGiven):
        file_of(signed, made, "invitation", asked, CONTENT.words("ja"), site, date(2026, 11, 28), "csv")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_open_link_has_a_code_and_a_letter_that_is_for_everybody(browser: Browser, language: str) -> None:
    made = browser.store.campaigns.make(browser.who, draft(browser.store))
    app = part(made.id, "people", language)
    link = f"https://fit.example.co.jp/c#{made.secret}"
    assert app.code[0].value == link
    assert "data:image/svg+xml" in text(app)
    letter = app.code[-1].value
    assert link in letter
    assert CONTENT.words(language)("mail.own_link") not in letter


def test_a_reader_sees_who_is_invited_and_no_link(browser: Browser, made: Campaign) -> None:
    (one,) = browser.store.invitations.add(browser.who, made.id, [Invited("山田")])
    reader = browser.sign_in("佐藤")
    browser.store.campaigns.admit(browser.who, made.id, "佐藤", "reader")
    browser.cookie = reader.secret
    app = part(made.id, "people")
    assert "山田" in text(app)
    assert not app.code
    assert not app.text_area
    assert one.secret not in text(app)
