"""The routes that touch the cookie, over real HTTP: flags, refusals, and clear ways out of every bad request."""

from __future__ import annotations

import json
import logging

import pytest
from sqlalchemy import text

from server.quiet import hush_server_logs
from store import Store, Token
from store.operating.stats import stats
from tests.chaos.running import OMIT, Answered, begin, request

FORM = {"assessment": "customer_roles", "form": "quick", "language": "en"}
MANGLED_ADDRESSES = (
    *(
        "/Resume?lang=en",
        "/RESUME?LANG=EN",
        "/resume%E3%80%82?lang=en",
        "/resume)?lang=en&fbclid=x",
        "/resume/?lang=en",
    ),
    *("/resume?lang=en%23SECRET", "/resume?lang=en&x=SECRET", "/%EF%BD%92esume?lang=en", "/resume?lang=en)"),
)
OVER = "/assessment?link=over"
ACTIONS = ("/begin", "/leave", "/forget", "/accept", "/resume")


def mine(token: str, link: str = "") -> dict[str, str]:
    return {"Cookie": f"fit_token={token}" + (f"; fit_link={link}" if link else "")}


def resume(site: str, link: str, own: str = "", **given: str) -> Answered:
    return request(site, "POST", "/resume", headers=mine(own) if own else {}, link=link, **given)


def flags(answer: Answered, name: str = "fit_token") -> set[str]:
    return {part.strip().lower().split("=")[0] for part in answer.set_cookies[name].split(";")[1:]}


@pytest.mark.parametrize(
    ("forwarded", "secure"), [(None, False), ("http", False), ("https", True), ("https, http", True)]
)
def test_the_cookies_flags(site: str, forwarded: str | None, secure: bool) -> None:
    headers = {} if forwarded is None else {"X-Forwarded-Proto": forwarded}
    answer = request(site, "POST", "/begin", headers=headers, **FORM)
    assert (answer.status, answer.location) == (303, "/assessment?lang=en")
    assert {"httponly", "samesite", "path", "max-age"} <= flags(answer)
    assert ("secure" in flags(answer)) is secure
    assert "samesite=lax" in answer.set_cookies["fit_token"].lower()
    assert len(answer.cookie("fit_token")) == 43, "256 random bits"
    gone = request(site, "POST", "/leave", headers=mine(answer.cookie("fit_token")) | headers)
    assert ("secure" in flags(gone)) is secure
    assert gone.cookie("fit_token").strip('"') == ""


@pytest.mark.parametrize("path", ACTIONS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "SAME"},
        {"Sec-Fetch-Site": "", "Origin": "SAME"},
        {"Sec-Fetch-Site": OMIT},
        {"Sec-Fetch-Site": OMIT, "Origin": "null"},
        {"Sec-Fetch-Site": OMIT, "Origin": "http://localhost"},
        {"Sec-Fetch-Site": OMIT, "Origin": "https://elsewhere.test"},
    ],
)
def test_another_sites_page_may_not_act(site: str, store: Store, path: str, headers: dict[str, str]) -> None:
    token = begin(site)
    given = {name: value.replace("SAME", site) for name, value in headers.items()}
    answer = request(site, "POST", path, headers=mine(token) | given, **FORM)
    assert (answer.status, answer.body, answer.set_cookies) == (403, b"403", {})
    assert store.sheets.newest(Token(token)) is not None


def test_an_old_browser_of_the_site_may_act_by_its_origin(site: str) -> None:
    headers = {"Sec-Fetch-Site": OMIT, "Origin": site}
    assert request(site, "POST", "/begin", headers=headers, **FORM).status == 303


def test_a_live_token_is_never_replaced(site: str, store: Store) -> None:
    token = begin(site)
    before = stats(store).sheets
    answer = request(site, "POST", "/begin", headers=mine(token), **FORM)
    assert (answer.status, answer.set_cookies) == (303, {})
    assert stats(store).sheets == before


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"assessment": "nope", "form": "quick"},
        {"assessment": "customer_roles", "form": "nope"},
        {"assessment": "customer_roles", "form": "quick", "language": "x" * 3000},
        {"assessment": "customer_roles' OR 1=1 --", "form": "\x00"},
    ],
)
def test_a_bad_form_begins_nothing(site: str, store: Store, fields: dict[str, str]) -> None:
    before = stats(store)
    answer = request(site, "POST", "/begin", **fields)
    assert (answer.status, answer.location, answer.set_cookies) == (303, "/assessment", {})
    assert stats(store) == before


@pytest.mark.parametrize("language", ["ja\r\nSet-Cookie: x=1", "//evil.example", "xx-", "日本"])
def test_a_bad_language_is_dropped(site: str, language: str) -> None:
    fields = {**FORM, "language": language}
    assert request(site, "POST", "/begin", **fields).location == "/assessment"
    assert request(site, "POST", "/leave", language=language).location == "/?left=1"


def test_forged_tokens_open_nothing_and_crash_nothing(site: str) -> None:
    for forged in ("A" * 43, "x", "a" * 4000, "%00", "\u00ff"):
        assert json.loads(request(site, "GET", "/mine", headers=mine(forged)).body) == {}
        assert request(site, "POST", "/forget", headers=mine(forged)).location == "/about?gone=0-0-0"
        assert request(site, "POST", "/leave", headers=mine(forged)).location == "/?left=1"
        assert request(site, "POST", "/accept", headers=mine(forged, forged)).location == "/assessment?link=over"
    for link, told in (("", "/resume"), ("A" * 43, OVER), ("x" * 3000, "/resume"), ("%00%ff", "/resume")):
        answer = resume(site, link)
        assert (answer.status, answer.location, answer.set_cookies) == (303, told, {})


def test_a_link_gives_each_device_a_token_of_its_own_and_stays_out_of_the_address(site: str, store: Store) -> None:
    token = begin(site)
    link = store.devices.make_link(Token(token)).secret
    devices = set()
    for _ in range(2):
        answer = resume(site, link, language="en")
        assert (answer.status, answer.location) == (303, "/assessment?lang=en")
        assert {"httponly", "samesite"} <= flags(answer)
        devices.add(answer.cookie("fit_token"))
    assert len(devices | {token, link}) == 4
    sheets = {sheet.id for device in (*devices, token) if (sheet := store.sheets.newest(Token(device)))}
    assert len(sheets) == 1
    assert store.sheets.newest(Token(link)) is None, "a link is no device"


def test_a_mangled_link_is_read_where_its_token_is_whole(site: str, store: Store) -> None:
    link = store.devices.make_link(Token(begin(site))).secret
    wide = "".join(chr(ord(one) + 0xFEE0) for one in link)
    around = f"{site}/resume?lang=ja#{link}?fbclid=IwAR1&utm_source=mail"
    for given in (f"{link}。", f" <{link}>", f"{link[:20]}\r\n{link[20:]}", wide, f"%23{link}", around, around * 2):
        answer = resume(site, given, language="en")
        assert (answer.status, answer.location) == (303, "/assessment?lang=en"), given
        assert answer.cookie("fit_token")


def test_a_mangled_link_leads_to_the_page_that_says_so_and_touches_nothing(site: str, store: Store) -> None:
    own = begin(site)
    someone = Token(begin(site))
    # One that begins with a dash and has a letter too many at its end reads as framed by a dash.
    link = next(one for one in iter(lambda: store.devices.make_link(someone).secret, "") if one.strip("-_") == one)
    before = stats(store)
    for given in ("", link[:-1], link.lower(), link.upper(), f"{link}x", f"{link[:30]}…", "https://example.org/"):
        for headers in ("", own):
            answer = resume(site, given, headers, language="en")
            assert (answer.status, answer.location, answer.set_cookies) == (303, "/resume?lang=en", {}), given
    assert stats(store) == before


@pytest.mark.parametrize("path", MANGLED_ADDRESSES)
def test_a_mangled_address_opens_the_page_and_repeats_nothing(site: str, path: str) -> None:
    answer = request(site, "GET", path.replace("SECRET", "s" * 43))
    page = answer.body.decode()
    assert (answer.status, answer.set_cookies, answer.headers["cache-control"]) == (200, {}, "no-store")
    assert '<html lang="en">' in page
    assert "s" * 43 not in page
    assert f'{site}/resume?lang=en#<wbr><span aria-hidden="true">{"•" * 43}</span>' in page


def test_the_whole_address_encoded_opens_the_page_too(site: str) -> None:
    answer = request(site, "GET", f"/resume%3Flang=en%23{'s' * 43}", headers={"Accept-Language": "en"})
    assert (answer.status, answer.location) == (200, "")
    assert "s" * 43 not in answer.body.decode()


def test_the_pattern_has_the_visitors_own_scheme(site: str) -> None:
    page = request(site, "GET", "/resume", headers={"X-Forwarded-Proto": "https"}).body.decode()
    assert f"{site.replace('http', 'https')}/resume?lang=ja#<wbr>" in page
    forged = request(site, "GET", "/resume", headers={"Host": 'x"><script>'}).body.decode()
    assert forged.count("<script>") == 1


def test_without_javascript_the_page_offers_no_tap(site: str) -> None:
    page = request(site, "GET", "/resume").body.decode()
    without, tap = page.split('id="without"')[1].split('<section class="fit-card" id="arrive" hidden>')
    assert "<button" in tap
    assert "JavaScript" in without
    assert "•" * 43 in without


def test_a_link_asks_before_it_takes_an_own_sheets_place(site: str, store: Store) -> None:
    own, other = begin(site), begin(site)
    link = store.devices.make_link(Token(other)).secret
    asked = resume(site, link, own)
    assert asked.location == "/assessment?link=ask"
    assert set(asked.set_cookies) == {"fit_link"}
    assert {"httponly", "samesite"} <= flags(asked, "fit_link")
    taken = request(site, "POST", "/accept", headers=mine(own, link))
    assert taken.location == "/assessment"
    found, theirs = store.sheets.newest(Token(taken.cookie("fit_token"))), store.sheets.newest(Token(other))
    assert found is not None
    assert found == theirs
    assert taken.cookie("fit_link").strip('"') == ""


def test_the_own_link_on_the_own_device_just_goes_on(site: str, store: Store) -> None:
    token = begin(site)
    answer = resume(site, store.devices.make_link(Token(token)).secret, token)
    assert (answer.location, answer.cookie("fit_token")) == ("/assessment", token)


def test_the_page_of_a_link_opens_nothing_by_itself(site: str, store: Store) -> None:
    link = store.devices.make_link(Token(begin(site))).secret
    before = stats(store)
    answer = request(site, "GET", f"/resume?lang=en&t={link}")
    assert (answer.status, answer.set_cookies, answer.headers["cache-control"]) == (200, {}, "no-store")
    assert stats(store) == before
    page = answer.body.decode()
    assert '<html lang="en">' in page
    assert "Go on with this device?" in page
    assert link not in page
    forged = request(site, "GET", '/resume?lang="><script>').body.decode()
    assert '<html lang="ja">' in forged
    assert forged.count("<script>") == 1


def test_not_my_answers_can_be_taken_back_for_a_minute(site: str, store: Store) -> None:
    token = begin(site)
    sheet = store.sheets.newest(Token(token))
    gone = request(site, "POST", "/leave", headers=mine(token), language="en")
    assert gone.location == "/?left=back&lang=en"
    assert gone.cookie("fit_token").strip('"') == ""
    assert {"httponly", "samesite"} <= flags(gone, "fit_link")
    assert "max-age=60;" in gone.set_cookies["fit_link"].lower()
    assert store.sheets.newest(Token(token)) is None
    again = request(site, "POST", "/accept", headers={"Cookie": f"fit_link={gone.cookie('fit_link')}"})
    assert store.sheets.newest(Token(again.cookie("fit_token"))) == sheet
    store.devices.make_link(Token(again.cookie("fit_token")))
    kept = request(site, "POST", "/leave", headers=mine(again.cookie("fit_token")))
    assert (kept.location, set(kept.set_cookies)) == ("/?left=1", {"fit_token"}), "a link opens it still"


def test_an_expired_link_and_the_token_of_a_deleted_sheet(site: str, store: Store) -> None:
    token = begin(site)
    link = store.devices.make_link(Token(token)).secret
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE tokens SET expires = 1 WHERE kind = 'link'"))
    assert resume(site, link).location == "/assessment?link=over"
    assert request(site, "POST", "/forget", headers=mine(token)).location == "/about?gone=1-0-0"
    assert request(site, "POST", "/forget", headers=mine(token)).location == "/about?gone=0-0-0"
    assert json.loads(request(site, "GET", "/mine", headers=mine(token)).body) == {}
    fresh = begin(site, **mine(token))
    assert fresh != token


@pytest.mark.parametrize("path", ACTIONS)
def test_a_get_changes_nothing(site: str, store: Store, path: str) -> None:
    token = begin(site)
    answer = request(site, "GET", path, headers=mine(token, store.devices.make_link(Token(token)).secret))
    assert answer.status in (200, 303, 405)
    assert not answer.set_cookies
    assert store.sheets.newest(Token(token)) is not None


def test_nothing_personal_is_kept_by_a_cache(site: str) -> None:
    answer = request(site, "GET", "/mine", headers=mine(begin(site)))
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="my-answers.json"'
    assert request(site, "POST", "/begin", **FORM).headers["cache-control"] == "no-store"


def test_the_web_server_logs_no_whole_requests(caplog: pytest.LogCaptureFixture) -> None:
    hush_server_logs()
    hush_server_logs()
    whole = logging.getLogger("uvicorn.asgi")
    assert len(whole.filters) == 1
    with caplog.at_level(1), caplog.at_level(1, "uvicorn.asgi"):
        whole.log(5, "scope={'headers': [(b'cookie', b'fit_token=secret')]}")
        whole.info("started")
    assert "started" in caplog.text
    assert "secret" not in caplog.text
