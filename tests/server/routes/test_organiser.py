"""The organisers' door over real HTTP: each attack fails, and beside it the honest request passes."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from store import Store, Token
from store.organisers.passwords import hash_of_password
from tests.chaos.running import OMIT, request
from tests.server.door import (
    PASSWORD,
    WRONG,
    flags,
    folder,
    opens,
    problem,
    running,
    sessions,
    sign_in,
    signed_in,
    site,
    store,
    typed,
    with_session,
)

__all__ = ["folder", "running", "site", "store"]
ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": OMIT},
    {"Sec-Fetch-Site": OMIT, "Origin": "null"},
    {"Sec-Fetch-Site": OMIT, "Origin": "https://elsewhere.test"},
)


def test_the_right_password_opens_and_a_wrong_one_does_not(site: str, store: Store) -> None:
    wrong = sign_in(site, PASSWORD + "x")
    assert (wrong.status, wrong.location, wrong.set_cookies) == (403, "", {})
    assert WRONG in problem(wrong)
    assert typed(wrong) == "organiser"
    assert PASSWORD not in wrong.body.decode()
    right = sign_in(site)
    assert (right.status, right.location) == (303, "/organise?lang=en")
    assert opens(store, right.cookie("fit_organiser"))
    assert {wrong.headers["cache-control"], right.headers["cache-control"]} == {"no-store"}


@pytest.mark.parametrize(("forwarded", "secure"), [(OMIT, False), ("http", False), ("https", True)])
def test_the_cookies_flags(site: str, forwarded: str, secure: bool) -> None:
    told = {"X-Forwarded-Proto": forwarded}
    answer = sign_in(site, headers=told)
    assert {"httponly", "samesite=lax", "path=/", "max-age=604800"} <= flags(answer)
    assert ("secure" in flags(answer)) is secure
    assert "domain" not in str(flags(answer))
    assert len(answer.cookie("fit_organiser")) == 43, "256 random bits"
    headers = with_session(answer.cookie("fit_organiser")) | told
    gone = request(site, "POST", "/sign-out", headers=headers)
    assert ("secure" in flags(gone)) is secure
    assert {"httponly", "samesite=lax", "max-age=0"} <= flags(gone)
    assert gone.cookie("fit_organiser").strip('"') == ""


def test_the_page(site: str) -> None:
    answer = request(site, "GET", "/sign-in?lang=en")
    page = answer.body.decode()
    assert (answer.status, answer.set_cookies, answer.headers["cache-control"]) == (200, {}, "no-store")
    assert answer.headers["content-type"].startswith("text/html")
    assert "form-action 'self'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert '<html lang="en">' in page
    assert "<script" not in page
    for part in ('autocomplete="username"', 'autocomplete="current-password"', 'for="name"', 'for="password"'):
        assert part in page
    assert '<html lang="ja">' in request(site, "GET", '/sign-in?lang="><script>').body.decode()
    assert '<html lang="en">' in request(site, "GET", "/sign-in", headers={"Accept-Language": "en"}).body.decode()


def test_a_session_is_never_taken_from_the_browser(site: str, store: Store) -> None:
    planted = "A" * 43
    answer = sign_in(site, headers=with_session(planted))
    assert answer.cookie("fit_organiser") != planted
    assert not opens(store, planted)
    again = sign_in(site, headers=with_session(answer.cookie("fit_organiser")))
    assert again.cookie("fit_organiser") != answer.cookie("fit_organiser")
    assert opens(store, again.cookie("fit_organiser"))
    assert not opens(store, answer.cookie("fit_organiser")), "the earlier session of this browser ends"


def test_a_failed_attempt_signs_nobody_out(site: str, store: Store) -> None:
    secret = signed_in(site)
    answer = sign_in(site, "wrong", headers=with_session(secret))
    assert (answer.status, answer.set_cookies) == (403, {})
    assert opens(store, secret)


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/ticket", "/sign-out"])
def test_another_sites_page_may_not_act(site: str, store: Store, path: str, headers: dict[str, str]) -> None:
    secret = signed_in(site)
    ticket = store.organisers.make_ticket("organiser").secret
    before = sessions(store)
    fields = {"name": "organiser", "password": PASSWORD, "ticket": ticket}
    refused = request(site, "POST", path, headers=with_session(secret) | headers, **fields)
    assert (refused.status, refused.body, refused.set_cookies) == (403, b"403", {})
    assert sessions(store) == before
    assert opens(store, secret)
    allowed = request(site, "POST", path, headers=with_session(secret), **fields)
    assert allowed.status == 303
    assert "fit_organiser" in allowed.set_cookies


@pytest.mark.parametrize(
    "bad",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "organise\r\nSet-Cookie: x=1",
        "javascript:alert(1)",
        "../organise",
        "sign-out",
        "organise?x=1",
        "",
    ],
)
def test_the_way_on_is_a_page_of_this_site_or_ignored(site: str, bad: str) -> None:
    answer = sign_in(site, next=bad, id="a1")
    assert (answer.status, answer.location) == (303, "/organise?lang=en")
    assert list(answer.set_cookies) == ["fit_organiser"]
    page = request(site, "GET", f"/sign-in?next={quote(bad, safe='')}&id=a1&lang=en").body.decode()
    assert 'name="next"' not in page
    assert 'name="id"' not in page


def test_the_way_on_leads_back_to_the_page_that_was_asked_for(site: str) -> None:
    page = request(site, "GET", "/sign-in?next=organise&id=c0ffee&part=people&lang=en&x=y").body.decode()
    for part in ('name="next" value="organise"', 'name="id" value="c0ffee"', 'name="part" value="people"'):
        assert part in page
    assert 'value="y"' not in page
    way = {"next": "organise", "id": "c0ffee", "part": "people"}
    assert sign_in(site, **way).location == "/organise?id=c0ffee&part=people&lang=en"
    wrong = sign_in(site, "wrong", **way)
    assert 'name="id" value="c0ffee"' in wrong.body.decode()
    assert sign_in(site, next="organise", id='"><script>').location == "/organise?lang=en"


def test_signing_out_ends_every_session_and_replaying_one_opens_nothing(site: str, store: Store) -> None:
    here, there = signed_in(site), signed_in(site)
    assert opens(store, here)
    assert opens(store, there)
    answer = request(site, "POST", "/sign-out", headers=with_session(here), language="en")
    assert (answer.status, answer.location) == (303, "/?lang=en")
    assert not opens(store, here)
    assert not opens(store, there)
    again = request(site, "POST", "/sign-out", headers=with_session(there))
    assert (again.status, again.location) == (303, "/"), "signing out twice is no error"
    assert request(site, "GET", "/sign-in", headers=with_session(here)).status == 200


def test_signing_out_clears_what_the_sign_in_service_left(site: str) -> None:
    left = "_streamlit_user=1; _streamlit_user_2=1; _streamlit_user_tokens=1; _streamlit_user_tokens_1=1; other=1"
    answer = request(site, "POST", "/sign-out", headers={"Cookie": f"fit_organiser={signed_in(site)}; {left}"})
    names = {part.partition("=")[0].strip() for part in left.split(";")} - {"other"}
    assert set(answer.set_cookies) == names | {"fit_organiser"}
    assert all("max-age=0" in line.lower() for line in answer.set_cookies.values())


def test_who_is_signed_in_goes_on(site: str) -> None:
    headers = with_session(signed_in(site))
    answer = request(site, "GET", "/sign-in?next=about&lang=en", headers=headers)
    assert (answer.status, answer.location, answer.set_cookies) == (303, "/about?lang=en", {})


@pytest.mark.parametrize(
    "path",
    [
        "/sign-in",
        "/sign-in/ticket",
        "/sign-out",
        f"/sign-in?name=organiser&password={PASSWORD.split()[0]}",
        "/sign-in/ticket?ticket=TICKET",
    ],
)
def test_a_get_changes_nothing(site: str, store: Store, path: str) -> None:
    secret, ticket = signed_in(site), store.organisers.make_ticket("organiser").secret
    before = sessions(store)
    for headers in ({}, with_session(secret)):
        answer = request(site, "GET", path.replace("TICKET", ticket), headers=headers)
        assert answer.status in (200, 303, 405)
        assert not answer.set_cookies
    assert sessions(store) == before
    assert opens(store, secret)


def test_a_ticket_opens_once(site: str, store: Store) -> None:
    ticket = store.organisers.make_ticket("organiser").secret
    first = request(site, "POST", "/sign-in/ticket", ticket=ticket, language="en", next="organise", id="a1")
    assert (first.status, first.location) == (303, "/organise?id=a1&lang=en")
    assert opens(store, first.cookie("fit_organiser"))
    for used in (ticket, "A" * 43, "", "x" * 5000, "\x00", first.cookie("fit_organiser")):
        answer = request(site, "POST", "/sign-in/ticket", ticket=used, language="en")
        assert (answer.status, answer.set_cookies) == (303, {}), used[:50]
        assert answer.location in ("/organise?door=over&lang=en", "/organise?door=over")


def test_a_respondents_token_opens_no_door_and_the_other_way_round(site: str, store: Store) -> None:
    respondent = store.devices.begin_visitor().secret
    organiser = signed_in(site)
    assert not opens(store, respondent)
    assert request(site, "GET", "/sign-in", headers=with_session(respondent)).status == 200
    assert not store.devices.opens(Token(organiser))
    mine = request(site, "GET", "/mine", headers=with_session(organiser, "fit_token"))
    assert mine.body == b"{}"
    assert opens(store, organiser)


def test_a_name_may_be_typed_in_other_cases_and_widths(site: str) -> None:
    assert sign_in(site, name="Ｏｒｇａｎｉｓｅｒ ").status == 303


def test_another_password_signs_everybody_out(site: str, store: Store) -> None:
    mine = signed_in(site)
    store.organisers.put("organiser", hash_of_password("something else entirely"))
    assert not opens(store, mine)
    assert sign_in(site).status == 403
    assert sign_in(site, "something else entirely").status == 303
    store.organisers.put("organiser", hash_of_password(PASSWORD))
    assert sign_in(site).status == 303
