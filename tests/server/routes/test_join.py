"""Joining over real HTTP: a code however it is typed, consent in two sentences, a seat; what a wrong code is told."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from people.participant.joining import Door, Joined
from server.routes.join import answer, not_seated
from store import Store, Token, Workshop
from store.database.tables import respondents
from store.database.workshop_tables import seats
from tests.chaos.running import OMIT, Answered, request
from tests.shipped import shipped_content
from tests.store.campaigns.world import organiser as trainer
from tests.views.workshop.world import workshop

HTML = re.compile(r"<[^>]+>")
WRONG = "今は開かれていません"


@pytest.fixture
def made(store: Store) -> Workshop:
    return workshop(store, trainer(store, "trainer"))


def look(site: str, code: str, language: str = "ja", **headers: str) -> Answered:
    return request(site, "POST", "/j", headers=headers, code=code, language=language)


def sit(site: str, code: str, own: str = "", language: str = "ja", nickname: str = "", **headers: str) -> Answered:
    cookie = {"Cookie": f"fit_token={own}"} if own else {}
    fields = {"code": code, "language": language, "nickname": nickname}
    return request(site, "POST", "/j/sit", headers=cookie | headers, **fields)


def code_of(made: Workshop) -> str:
    assert made.code is not None
    return made.code


def text_of(answered: Answered) -> str:
    return HTML.sub(" ", answered.body.decode().split("<body>")[1])


def rows(store: Store) -> tuple[int, ...]:
    with store.engine.connect() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (seats, respondents)
        )


@pytest.mark.parametrize(("language", "said"), [("ja", "8桁の番号"), ("en", "eight digits")])
def test_the_first_page_asks_for_the_code_in_the_readers_language(site: str, language: str, said: str) -> None:
    page = request(site, "GET", f"/j?lang={language}")
    body = page.body.decode()
    assert page.status == 200
    assert said in text_of(page)
    assert 'type="text" inputmode="numeric" autocomplete="off"' in body
    assert 'placeholder="1234 5678"' in body
    assert "no-store" in page.headers["cache-control"]
    assert not page.set_cookies


@pytest.mark.parametrize("shape", ["{0}{1}", "{0} {1}", "{0}-{1}", " {0}　{1} ", "full width"])
def test_a_code_is_read_however_it_is_typed(site: str, made: Workshop, shape: str) -> None:
    code = code_of(made)
    wide = "".join(chr(ord(one) - ord("0") + ord("０")) for one in code)
    typed = f"{wide[:4]}　{wide[4:]}" if shape == "full width" else shape.format(code[:4], code[4:])
    assert made.title in text_of(look(site, typed))


def test_the_qr_codes_address_leads_straight_to_consent_and_changes_nothing(
    site: str, made: Workshop, store: Store
) -> None:
    before = rows(store)
    page = request(site, "GET", f"/j?c={code_of(made)}")
    assert page.status == 200
    assert made.title in text_of(page)
    assert not page.set_cookies
    assert rows(store) == before


@pytest.mark.parametrize(("language", "end"), [("ja", "。"), ("en", ".")])
def test_consent_is_two_sentences_and_a_nickname_is_offered(site: str, made: Workshop, language: str, end: str) -> None:
    body = request(site, "GET", f"/j?c={code_of(made)}&lang={language}").body.decode()
    (consent,) = re.findall(r"<h1.*?</h1><p>(.*?)</p>", body)
    assert consent.count(end) == 2
    assert f'href="/what-the-screen-shows?lang={language}"' in body
    (offered,) = re.findall(r'name="nickname"[^>]* value="([^"]+)"', body)
    ready = shipped_content().workshops
    assert ready is not None
    assert any(offered.startswith(first) for first in ready.nicknames[language].first)


def test_agreeing_gives_a_seat_a_cookie_and_the_way_to_the_room(site: str, made: Workshop, store: Store) -> None:
    before = rows(store)
    done = sit(site, code_of(made), nickname="静かな川")
    assert (done.status, done.location) == (303, "/room?lang=ja")
    own = done.cookie("fit_token")
    assert "HttpOnly" in done.set_cookies["fit_token"]
    seat = store.seats.mine(Token(own))
    assert seat is not None
    assert (seat.workshop.id, seat.nickname) == (made.id, "静かな川")
    assert rows(store) == tuple(count + 1 for count in before)


def test_the_same_device_comes_back_to_the_same_seat(site: str, made: Workshop, store: Store) -> None:
    own = sit(site, code_of(made)).cookie("fit_token")
    before = rows(store)
    again = sit(site, code_of(made), own)
    assert again.status == 303
    assert "fit_token" not in again.set_cookies
    assert rows(store) == before


def test_a_wrong_code_and_an_ended_one_get_the_same_answer(site: str, store: Store) -> None:
    who = trainer(store, "who ends it")
    ended = workshop(store, who)
    store.workshops.end(who, ended.id)
    answers = [look(site, code) for code in (code_of(ended), "00000000", "12", "abc")]
    assert {one.status for one in answers} == {404}
    assert all(WRONG in text_of(one) for one in answers)
    alike = {re.sub(r'value="[^"]*"', "", one.body.decode()) for one in answers}
    assert len(alike) == 1
    assert 'value="0000 0000"' in answers[1].body.decode()
    assert sit(site, code_of(ended)).status == 404


def test_what_is_typed_is_text(site: str) -> None:
    body = look(site, '"><script>alert(1)</script>').body.decode()
    assert "<script>alert" not in body


def test_a_page_of_another_site_cannot_seat_anybody(site: str, made: Workshop, store: Store) -> None:
    before = rows(store)
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": OMIT, "Origin": "https://evil.example"}):
        assert sit(site, code_of(made), **headers).status == 403
        assert look(site, code_of(made), **headers).status == 403
    assert rows(store) == before


def test_a_mangled_address_opens_it_too(site: str) -> None:
    assert request(site, "GET", "/j/").status == 301


def test_guessing_is_slowed_down_and_the_wait_is_said(site: str) -> None:
    found = [look(site, f"1000{number:04}") for number in range(40)]
    slowed = [one for one in found if one.status == 429]
    assert slowed
    assert int(slowed[0].headers["retry-after"]) >= 1
    assert re.search(r"あと\d+秒|1秒お待ち", text_of(slowed[0]))
    assert 'value="1000 ' in slowed[0].body.decode()


class Files:
    content = shipped_content()


def test_while_the_store_is_away_what_was_typed_is_kept() -> None:
    page = answer(Files, "ja", "1234 5678", Door("12345678", why="away"))  # type: ignore[arg-type]
    assert page.status_code == 503
    assert "1234 5678" in bytes(page.body).decode()
    joined = Joined(Door("12345678", why="away"))
    page = not_seated(Files, "en", "12345678", "Otter", joined)  # type: ignore[arg-type]
    body = bytes(page.body).decode()
    assert page.status_code == 503
    assert 'value="Otter"' in body
    assert 'name="code" value="12345678"' in body
