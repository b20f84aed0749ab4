"""An invitation over real HTTP: what each page says, what no page says, and that only a tap of our own begins."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from people.candidate.sharing import one_line
from server.policy import script_hash
from store import CampaignTexts, Invited, Store, Token
from store.campaigns.links import CHARACTERS, new_link_secret
from store.database.campaign_tables import participations, shares
from store.database.tables import respondents
from tests.browser.conftest import free_port
from tests.chaos.running import OMIT, Answered, Running, request
from tests.people.candidate.world import (
    DAY,
    SHIPPED,
    TEXTS,
    answer_and_finish,
    campaign,
    now_ms,
    organiser,
    secret_of,
)
from views.frame.scripts import TAKE_INVITATION

HTML = re.compile(r"<[^>]+>")


def ask(site: str, link: str, own: str = "", language: str = "ja", **headers: str) -> Answered:
    cookie = {"Cookie": f"fit_token={own}"} if own else {}
    return request(site, "POST", "/c", headers=cookie | headers, link=link, language=language)


def take_up(site: str, link: str, own: str = "", language: str = "ja", **fields: str) -> Answered:
    cookie = {"Cookie": f"fit_token={own}"} if own else {}
    return request(site, "POST", "/c/begin", headers=cookie, link=link, language=language, **fields)


def text_of(answer: Answered) -> str:
    body = answer.body.decode().split("<body>")[1]
    return HTML.sub(" ", body)


def rows(store: Store) -> tuple[int, ...]:
    with store.engine.connect() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (participations, shares, respondents)
        )


def test_a_link_opens_the_same_page_whatever_it_is(site: str, store: Store) -> None:
    made = campaign(store, organiser(store))
    page = request(site, "GET", "/c")
    assert (page.status, page.set_cookies, page.headers["cache-control"]) == (200, {}, "no-store")
    body = page.body.decode()
    assert script_hash(TAKE_INVITATION) in page.headers["content-security-policy"]
    assert f"<script>{TAKE_INVITATION}</script>" in body
    assert made.title not in body
    for path in (f"/c?t={secret_of(made)}", f"/C%23{secret_of(made)}", "/c%E3%80%82", "/c/", "/c)"):
        again = request(site, "GET", path).body.decode()
        assert again == body, path
        assert secret_of(made) not in again
    assert '<html lang="en">' in request(site, "GET", "/c?lang=en").body.decode()
    forged = request(site, "GET", '/c?lang="><script>', headers={"Host": 'x"><script>'}).body.decode()
    assert forged.count("<script>") == 1


def test_without_javascript_the_page_says_what_a_whole_link_looks_like(site: str) -> None:
    without = request(site, "GET", "/c").body.decode().split('id="without"')[1].split("</section>")[0]
    assert "JavaScript" in without
    assert f"{site}/c#" in without
    assert "•" * CHARACTERS in without
    assert "<button" not in without


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_asks_is_told_in_full_before_anything_is_asked(site: str, store: Store, language: str) -> None:
    made = campaign(store, organiser(store))
    before = rows(store)
    answer = ask(site, secret_of(made), language=language)
    assert (answer.status, answer.set_cookies, answer.headers["cache-control"]) == (200, {}, "no-store")
    assert f'<html lang="{language}">' in answer.body.decode()
    page, texts = text_of(answer), TEXTS[language]
    for said in (made.title, texts.sender, texts.message, texts.purpose, texts.contact, texts.consent):
        assert said in page
    told = {
        "ja": [
            *(
                "参加は自由です",
                "だれにも知らされません",
                "何も共有しない",
                "受検したことだけ",
                "面接ガイド（得点なし）",
            ),
            *("面接ガイドと、職種との適合度", "特性の得点", "だれが見るか", "いつまで残るか", "取り消したりできます"),
            *("37問で、5分ほど", "どの選択肢を選んだかは、だれにも共有されません"),
        ],
        "en": [
            *("Taking part is free", "Nobody is told whether you opened this", "Nothing", "Only that I took part"),
            *("The interview guide, without any score", "The guide and my fit", "trait scores", "Who sees it"),
            *("How long it is kept", "change or withdraw", "37 questions, about 5 min", "never shared with anybody"),
        ],
    }[language]
    assert [said for said in told if said not in page] == []
    assert rows(store) == before, "asking changes nothing"


def test_to_begin_and_to_decline_are_two_buttons_of_one_size_and_declining_changes_nothing(
    site: str, store: Store
) -> None:
    before = rows(store)
    body = ask(site, secret_of(campaign(store, organiser(store)))).body.decode()
    ways = body.split('class="fit-ways"')[1]
    assert ways.index("はじめる") < ways.index("今回は参加しない")
    assert len(re.findall(r'class="fit-button fit-button-(?:primary|secondary)"', ways)) == 2
    home = re.search(r'<a class="fit-button[^>]*href="([^"]+)">今回は参加しない', ways)
    assert home
    declined = request(site, "GET", home[1])
    assert (declined.status, declined.set_cookies) == (200, {})
    assert rows(store) == before


def test_a_personal_link_says_that_it_can_be_told_from_others_and_an_open_one_does_not(site: str, store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, links="personal")
    (one,) = store.invitations.add(who, made.id, [Invited("山田 花子", "hanako@example.jp", "A-1")])
    personal = text_of(ask(site, one.secret))
    assert "どの招待リンクから共有されたかが分かります" in personal
    for known in ("山田 花子", "hanako@example.jp", "A-1"):
        assert known not in personal, "who holds a forwarded link does not learn whose it is"
    assert "どの招待リンクから" not in text_of(ask(site, secret_of(campaign(store, who))))


def test_the_campaigns_language_goes_before_the_visitors(site: str, store: Store) -> None:
    fixed = secret_of(campaign(store, organiser(store), language="en"))
    body = ask(site, fixed, language="ja").body.decode()
    assert '<html lang="en">' in body
    assert "hreflang" not in body
    begun = take_up(site, fixed, language="ja")
    assert begun.location == f"/assessment?assessment={SHIPPED.id}&lang=en"
    only_ja = secret_of(campaign(store, organiser(store), texts={"ja": TEXTS["ja"]}))
    page = ask(site, only_ja, language="en")
    assert "Taking part is free" in text_of(page)
    assert TEXTS["ja"].purpose in text_of(page)
    assert f'href="/c?lang=ja#{only_ja}"' in page.body.decode(), "the same link in the other language"


def test_why_it_cannot_be_begun_is_said_kindly(site: str, store: Store) -> None:
    who = organiser(store)
    paused, closed = campaign(store, who), campaign(store, who)
    store.campaigns.pause(who, paused.id, paused.revision)
    store.campaigns.close(who, closed.id, closed.revision)
    planned = campaign(store, who, opens=now_ms() + DAY, zone="America/New_York")
    new_york = datetime.fromtimestamp((now_ms() + DAY) / 1000, ZoneInfo("America/New_York")).tzname()
    full = campaign(store, who, most=1)
    token = Token(take_up(site, secret_of(full)).cookie("fit_token"))
    (part,) = store.participations.mine(token)
    copy = {"v": 1, "assessment": {}}
    store.participations.share(
        token, part.id, "took_part", name="", note="", content=copy, sheet=answer_and_finish(store, token)
    )
    for made, said in (
        (planned, f"（{new_york}）から参加できます"),
        (paused, "受け付けを一時的に止めています"),
        (closed, "受け付けは終わりました"),
        (full, "予定の人数に達しました"),
    ):
        for answer in (ask(site, secret_of(made)), take_up(site, secret_of(made))):
            assert (answer.status, answer.set_cookies) == (200, {})
            assert said in text_of(answer)
            assert TEXTS["ja"].sender in text_of(answer)
            assert "fit-ways" not in answer.body.decode().split("<body>")[1]


def test_unknown_withdrawn_foreign_and_deleted_links_get_one_and_the_same_page(site: str, store: Store) -> None:
    who = organiser(store)
    made, gone = campaign(store, who, links="personal"), campaign(store, who)
    (one,) = store.invitations.add(who, made.id, [Invited("山田")])
    store.invitations.withdraw(who, one.id)
    store.campaigns.delete(who, gone.id)
    nowhere = campaign(store, who, assessment="gone")
    links = (new_link_secret(), one.secret, secret_of(gone), secret_of(nowhere))
    for act in (ask, take_up):
        answers = [act(site, link) for link in links]
        assert {(one.status, one.body) for one in answers} == {(404, answers[0].body)}
        assert {len(one.set_cookies) for one in answers} == {0}
    assert "この案内は開けません" in text_of(answers[0])


def test_a_mangled_link_is_read_where_it_is_whole_and_else_told_kindly(site: str, store: Store) -> None:
    made = campaign(store, organiser(store))
    link = secret_of(made)
    wide = "".join(chr(ord(one) + 0xFEE0) for one in link)
    for given in (link.upper(), wide, f"{link}。", f"{link[:9]}\r\n{link[9:]}", f"{site}/c#{link}" * 2):
        assert made.title in text_of(ask(site, given)), given
    for given in ("", link[:-1], f"{link}x", "x" * 3000):
        answer = ask(site, given)
        assert answer.status == 200
        assert "リンクが途中で切れているようです" in text_of(answer), given
        begun = take_up(site, given)
        assert "リンクが途中で切れているようです" in text_of(begun)
        assert begun.set_cookies == {}


def test_a_tap_begins_with_a_cookie_that_no_script_reads(site: str, store: Store) -> None:
    answer = take_up(site, secret_of(campaign(store, organiser(store))), language="en")
    assert (answer.status, answer.location) == (303, f"/assessment?assessment={SHIPPED.id}&lang=en")
    flags = answer.set_cookies["fit_token"].lower()
    assert "httponly" in flags
    assert "samesite=lax" in flags
    token = Token(answer.cookie("fit_token"))
    sheet = store.sheets.newest(token)
    assert sheet is not None
    assert (sheet.form, sheet.language) == ("quick", "en")
    assert len(store.participations.mine(token)) == 1


def test_the_same_device_is_led_back_and_a_finished_result_is_offered(site: str, store: Store) -> None:
    link = secret_of(campaign(store, organiser(store)))
    own = take_up(site, link).cookie("fit_token")
    assert "この端末では、すでに参加しています" in text_of(ask(site, link, own))
    again = take_up(site, link, own)
    assert (again.location, again.set_cookies) == (f"/assessment?assessment={SHIPPED.id}&lang=ja", {})
    answer_and_finish(store, Token(own))
    done = take_up(site, link, own)
    assert (done.status, done.location, done.set_cookies) == (303, "/share?own=result&lang=ja", {})
    other = secret_of(campaign(store, organiser(store, "other")))
    assert take_up(site, other, own).location == "/share?own=result&lang=ja"
    assert len(store.participations.mine(Token(own))) == 2


def test_another_personal_link_on_a_used_device_asks_before_it_begins(site: str, store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, links="personal")
    first, second = store.invitations.add(who, made.id, [Invited("山田"), Invited("佐藤")])
    own = take_up(site, first.secret).cookie("fit_token")
    before = rows(store)
    asked = take_up(site, second.secret, own)
    assert (asked.status, asked.set_cookies) == (200, {})
    assert "別の招待リンクで参加しています" in text_of(asked)
    assert TEXTS["ja"].contact in text_of(asked)
    assert "山田" not in text_of(asked)
    assert rows(store) == before
    taken = take_up(site, second.secret, own, take_over="1")
    assert taken.status == 303
    assert taken.cookie("fit_token") != own
    assert store.sheets.newest(Token(own)) is not None


@pytest.mark.parametrize("path", ["/c", "/c/begin"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": OMIT, "Origin": "https://elsewhere.test"},
        {"Sec-Fetch-Site": OMIT},
    ],
)
def test_another_sites_page_may_neither_ask_nor_begin(
    site: str, store: Store, path: str, headers: dict[str, str]
) -> None:
    link = secret_of(campaign(store, organiser(store)))
    before = rows(store)
    answer = request(site, "POST", path, headers=headers, link=link)
    assert (answer.status, answer.body, answer.set_cookies) == (403, b"403", {})
    assert rows(store) == before
    assert request(site, "POST", path, headers={}, link=link).status in (200, 303), "our own page may"


def test_a_get_begins_nothing(site: str, store: Store) -> None:
    link = secret_of(campaign(store, organiser(store)))
    before = rows(store)
    for path in (f"/c/begin?link={link}", f"/c?link={link}", f"/c%23{link}"):
        answer = request(site, "GET", path)
        assert (answer.status, answer.set_cookies) == (200, {})
    assert rows(store) == before


def test_what_an_organiser_typed_is_never_markup_and_turns_nothing_around_it(site: str, store: Store) -> None:
    evil = "<script>alert(1)</script>\"'&<img src=x onerror=y>"
    texts = CampaignTexts(evil, evil, evil, evil, evil)
    body = ask(site, secret_of(campaign(store, organiser(store), title=evil, texts={"ja": texts}))).body.decode()
    assert "<script>" not in body.split("<body>")[1]
    assert "<img" not in body
    assert body.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 6
    assert "<bdi>&lt;script&gt;" in body


def test_the_link_reaches_no_log(site: str, store: Store, folder: Path) -> None:
    link = secret_of(campaign(store, organiser(store)))
    own = take_up(site, link).cookie("fit_token")
    ask(site, link, own)
    log = (folder / "site.log").read_text(encoding="utf-8")
    assert link not in log
    assert own not in log


def test_download_and_deletion_carry_participations_and_shares(site: str, store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, title="春の募集")
    own = take_up(site, secret_of(made)).cookie("fit_token")
    token = Token(own)
    sheet = answer_and_finish(store, token)
    (part,) = store.participations.mine(token)
    copy = {"v": 1, "assessment": {"id": SHIPPED.id}, "guide": {"own": []}}
    name = one_line("山田 花子")
    store.participations.share(token, part.id, "guide", name=name, note="ひとこと。", content=copy, sheet=sheet)
    cookie = {"Cookie": f"fit_token={own}"}
    mine = json.loads(request(site, "GET", "/mine", headers=cookie).body)
    told = json.dumps(mine, ensure_ascii=False)
    for said in ("春の募集", TEXTS["ja"].sender, "山田 花子", "ひとこと。", "guide"):
        assert said in told
    assert secret_of(made) not in told
    assert len(mine["participations"]) == len(mine["shares"]) == 1
    assert len(store.shared.all(who, made.id)) == 1
    gone = request(site, "POST", "/forget", headers=cookie)
    assert gone.location.startswith("/about?gone=1-37-0")
    assert store.shared.all(who, made.id) == ()
    with store.engine.connect() as connection:
        left = connection.execute(
            select(func.count()).select_from(participations).where(participations.c.campaign == made.id)
        ).scalar_one()
    assert left == 0


def test_with_the_store_away_nothing_is_said_of_the_link_and_nothing_begins(tmp_path: Path) -> None:
    nobody_there = f"postgresql://nobody@127.0.0.1:{free_port()}/none"
    with Running(tmp_path / "site.log", nobody_there) as running:
        assert request(running.address, "GET", "/c").status == 200
        for act in (ask, take_up):
            answer = act(running.address, new_link_secret())
            assert (answer.status, answer.set_cookies) == (503, {})
            assert "今、保存先につながりません。何も変わっていません。" in text_of(answer)
        assert "Traceback" not in running.printed()
