"""The interface for other systems, over real HTTP: as docs/openapi.yaml says, and nothing beyond it."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml
from sqlalchemy import update

from server.routes.api import API_ROUTES, MOST_BYTES
from store import Campaign, Store, Token, open_store
from store.campaigns.keys import A_MINUTE
from store.database.campaign_tables import campaign_keys
from tests.chaos.running import Answered, Running
from tests.store.campaigns.world import draft, organiser, shared
from tests.store.moments import DAY

ROOT = Path(__file__).resolve().parents[3]
OPENAPI: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text(encoding="utf-8"))
LINKS, SHARED = "/api/campaigns/{campaign}/links", "/api/campaigns/{campaign}/shared"
PEOPLE = [{"name": "山田 花子", "address": "hanako@example.jp", "reference": "A-1"}, {"reference": "A-2"}]


@pytest.fixture
def who(store: Store) -> Token:
    return organiser(store, "organiser")


def campaign(store: Store, who: Token, **changes: Any) -> Campaign:
    now = int(time.time() * 1000)
    return store.campaigns.make(who, draft(**{"links": "personal", "opens": now - DAY, "closes": now + DAY} | changes))


def key(store: Store, who: Token, of: Campaign) -> str:
    return store.keys.make(who, of.id, "ATS")[1]


def call(site: str, method: str, path: str, secret: str | None = None, body: object = None, **headers: str) -> Answered:
    """A request as a program sends it. ``body``: bytes as they are, anything else as JSON."""
    host = urlsplit(site)
    given = {} if secret is None else {"Authorization": f"Bearer {secret}"}
    if body is not None:
        given["Content-Type"] = "application/json"
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    sent = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    connection = HTTPConnection(str(host.hostname), host.port, timeout=30)
    try:
        connection.request(method, path, sent, given)
        return Answered(connection.getresponse())
    finally:
        connection.close()


def documented(answer: Answered, path: str) -> Any:
    """The answer's JSON, once it is what the file says of this address and status."""
    (operation,) = OPENAPI["paths"][path].values()
    said = operation["responses"][str(answer.status)]
    if "$ref" in said:
        said = OPENAPI["components"]["responses"][said["$ref"].rsplit("/", 1)[1]]
    schema = said["content"]["application/json"]["schema"] | {"components": OPENAPI["components"]}
    found = json.loads(answer.body)
    jsonschema.Draft202012Validator(schema).validate(found)
    for name in said.get("headers", {}):
        assert name.lower() in answer.headers
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.set_cookies == {}
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    return found


def post_links(site: str, of: str, secret: str | None, body: object, **headers: str) -> tuple[Answered, Any]:
    answer = call(site, "POST", LINKS.format(campaign=of), secret, body, **headers)
    return answer, documented(answer, LINKS)


def get_shared(site: str, of: str, secret: str | None, query: str = "", **headers: str) -> tuple[Answered, Any]:
    answer = call(site, "GET", SHARED.format(campaign=of) + query, secret, **headers)
    return answer, documented(answer, SHARED)


def test_the_file_names_every_address_and_every_reference_in_it_leads_somewhere() -> None:
    routes = {route.path: (route.methods or set()) - {"HEAD"} for route in API_ROUTES[:-2]}
    assert routes == {path: {method.upper() for method in held} for path, held in OPENAPI["paths"].items()}
    for reference in re.findall(r'\$ref: "#/([^"]+)"', (ROOT / "docs/openapi.yaml").read_text(encoding="utf-8")):
        place: Any = OPENAPI
        for step in reference.split("/"):
            place = place[step]
    for operation in (held for methods in OPENAPI["paths"].values() for held in methods.values()):
        for media in (held.get("content", {}).get("application/json") for held in operation["responses"].values()):
            if media and "example" in media:
                schema = media["schema"] | {"components": OPENAPI["components"]}
                jsonschema.Draft202012Validator(schema).validate(media["example"])


def test_links_are_made_in_the_order_of_the_list_and_open_what_they_should(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who)
    answer, made = post_links(site, of.id, key(store, who, of), {"people": PEOPLE})
    assert answer.status == 201
    assert [(one["name"], one["reference"]) for one in made["links"]] == [("山田 花子", "A-1"), ("", "A-2")]
    for one, kept in zip(made["links"], store.invitations.all(who, of.id), strict=True):
        assert one["link"] == f"{site}/c#{kept.secret}"
        assert one["invitation"] == kept.id
        assert store.participations.look(one["link"].split("#")[1]).campaign.id == of.id
    _, behind_tls = post_links(
        site, of.id, key(store, who, of), {"people": [{"name": "B"}]}, X_Forwarded_Proto="https", Host="fit.example.jp"
    )
    assert behind_tls["links"][0]["link"].startswith("https://fit.example.jp/c#")
    assert len(behind_tls["links"][0]["link"]) <= 60


def test_what_was_shared_comes_back_with_the_reference_and_nothing_else(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who)
    secret = key(store, who, of)
    _, made = post_links(site, of.id, secret, {"people": PEOPLE})
    link = made["links"][0]["link"].split("#")[1]
    _, _, guide = shared(store, link, "guide", name="山田", mark="MARK ")
    answer, told = get_shared(site, of.id, secret)
    assert answer.status == 200
    assert (told["campaign"], told["page"], told["pages"], told["total"]) == (of.id, 1, 1, 1)
    (one,) = told["shared"]
    assert (one["reference"], one["invitation"]) == ("A-1", made["links"][0]["invitation"])
    assert (one["share"], one["level"], one["name"], one["note"]) == (guide.id, "guide", "山田", None)
    assert one["content"] == guide.content
    assert set(one["content"]) == {"v", "assessment", "guide"}, "no score at this level"
    assert one["page"] == f"{site}/candidate?share={guide.id}"
    assert "合否を決めたり" in told["no_gate"]["ja"]
    assert "ranks nobody" in told["no_gate"]["en"]
    assert get_shared(site, of.id, secret, "?page=2")[1]["shared"] == []
    noted = [entry.action for entry in store.audit.page(who, of.id, 1).rows]
    assert "api_shared" in noted
    assert "api_links" in noted


@pytest.mark.parametrize("level", ["took_part", "guide", "fits", "traits"])
def test_each_level_is_as_the_file_says(site: str, store: Store, who: Token, level: Any) -> None:
    of = campaign(store, who, links="open")
    shared(store, str(of.secret), level, note="よろしく")
    _, told = get_shared(site, of.id, key(store, who, of))
    (one,) = told["shared"]
    assert (one["level"], one["reference"], one["name"], one["note"]) == (level, None, None, "よろしく")


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "１", "9999999", ""])
def test_a_page_that_is_none_is_refused(site: str, store: Store, who: Token, page: str) -> None:
    of = campaign(store, who)
    answer, told = get_shared(site, of.id, key(store, who, of), f"?page={page}".replace("１", "%EF%BC%91"))
    assert (answer.status, told["error"]["code"]) == (422, "no_page")


def test_whatever_a_key_does_not_open_is_answered_alike(site: str, store: Store, who: Token) -> None:
    mine, other = campaign(store, who), campaign(store, organiser(store, "somebody else"))
    secret = key(store, who, mine)
    withdrawn, gone = store.keys.make(who, mine.id, "old")
    store.keys.withdraw(who, withdrawn.id)
    deleted = campaign(store, who)
    lost = key(store, who, deleted)
    store.campaigns.delete(who, deleted.id)
    body = {"people": [{"name": "A"}]}
    attempts = [
        *((secret, other.id), (secret, "0" * 32), (secret, "nothing"), (secret, "%27%20OR%201=1"), (None, mine.id)),
        *((gone, mine.id), (lost, deleted.id), ("x", mine.id), (secret[:-1], mine.id), (secret + "A", mine.id)),
        *(("fit_" + "A" * 43, mine.id), (who.secret, mine.id), ("", mine.id)),
    ]
    seen = {
        (answer.status, answer.body, answer.headers["www-authenticate"])
        for given, of in attempts
        for answer in (
            call(site, "POST", LINKS.format(campaign=of), given, body),
            call(site, "POST", LINKS.format(campaign=of), given, {"people": [{"name": 7}]}),
            call(site, "GET", SHARED.format(campaign=of), given),
            call(site, "GET", SHARED.format(campaign=of) + "?page=x", given),
        )
    }
    assert len(seen) == 1
    assert seen.pop()[0] == 401
    assert store.invitations.all(who, mine.id) == ()
    assert post_links(site, mine.id, secret, body)[0].status == 201, "the control: the right key and campaign"


@pytest.mark.parametrize("scheme", ["Basic", "bearer:", "", "Bearer Bearer"])
def test_a_key_in_another_dress_is_none(site: str, store: Store, who: Token, scheme: str) -> None:
    of = campaign(store, who)
    secret = key(store, who, of)
    answer, _ = get_shared(site, of.id, None, Authorization=f"{scheme} {secret}")
    assert answer.status == 401
    assert get_shared(site, of.id, None, f"?key={secret}&authorization=Bearer%20{secret}")[0].status == 401
    assert get_shared(site, of.id, None, Authorization=f"bearer {secret}")[0].status == 200


def test_no_cookie_opens_anything_here(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who, links="open")
    candidate, _, _ = shared(store, str(of.secret), "guide")
    cookies = f"fit_organiser={who.secret}; fit_token={candidate.secret}"
    for headers in ({}, {"Sec_Fetch_Site": "same-origin"}):
        assert get_shared(site, of.id, None, Cookie=cookies, **headers)[0].status == 401
        assert post_links(site, of.id, None, {"people": PEOPLE}, Cookie=cookies, **headers)[0].status == 401


def test_another_sites_page_learns_nothing(site: str, store: Store, who: Token) -> None:
    """A browser asks first, and reads an answer only where a header allows it: here none does."""
    of = campaign(store, who)
    asked = {"Origin": "https://elsewhere.test", "Access_Control_Request_Headers": "authorization,content-type"}
    for path in (LINKS, SHARED):
        ahead = call(site, "OPTIONS", path.format(campaign=of.id), Access_Control_Request_Method="POST", **asked)
        assert ahead.status == 404
        assert not [name for name in ahead.headers if name.startswith("access-control-")]
    secret = key(store, who, of)
    answer, _ = get_shared(site, of.id, secret, Origin="https://elsewhere.test")
    assert answer.status == 200, "documented() saw that no header lets the page read it"
    form = call(site, "POST", LINKS.format(campaign=of.id), secret, b"people=x", Content_Type="text/plain")
    assert (form.status, documented(form, LINKS)["error"]["code"]) == (415, "not_json")


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"[]", b'"people"', b"null", b'{"people": 3}', b'{"people": []} x', b"\xff\xfe", b"{}"),
        *(b'{"people": [], "more": 1}', b"[" * 100_000, b'{"people":' + b"[" * 50_000),
    ],
)
def test_what_is_no_list_is_refused(site: str, store: Store, who: Token, body: bytes) -> None:
    of = campaign(store, who)
    answer, told = post_links(site, of.id, key(store, who, of), body)
    assert (answer.status, told["error"]["code"]) == (422, "no_list")


def test_every_problem_is_named_with_its_line_and_nothing_is_kept(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who)
    people = [
        *({"name": "A", "reference": "1"}, {}, {"name": "  "}, "B", {"name": 3}, {"phone": "090"}),
        *({"name": "x" * 121}, {"name": "a\u202eb"}, {"name": "a\x00"}, {"reference": "1"}),
        *({"address": "P@example.jp"}, {"address": "p@EXAMPLE.jp"}, {"name": None, "address": None}),
    ]
    answer, told = post_links(site, of.id, key(store, who, of), {"people": people})
    assert answer.status == 422
    assert [(one["line"], one["field"], one["fault"]) for one in told["error"]["problems"]] == [
        *((2, "", "empty"), (3, "", "empty"), (4, "", "no_object"), (5, "name", "no_text")),
        *((6, "phone", "unknown_field"), (7, "name", "not_kept"), (8, "name", "not_kept"), (9, "name", "not_kept")),
        *((10, "reference", "twice"), (12, "address", "twice"), (13, "", "empty")),
    ]
    assert store.invitations.all(who, of.id) == ()


def test_markup_and_formulas_are_kept_as_they_are(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who)
    odd = ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", '"><img src=x onerror=x>', "😀 \\u0000 ' OR 1=1 --"]
    _, made = post_links(site, of.id, key(store, who, of), {"people": [{"name": name} for name in odd]})
    assert [one["name"] for one in made["links"]] == odd


def test_a_campaign_without_room_or_personal_links_says_so(site: str, store: Store, who: Token) -> None:
    small, one_link = campaign(store, who, most=1), campaign(store, who, links="open")
    for of in (small, one_link):
        answer, told = post_links(site, of.id, key(store, who, of), {"people": PEOPLE})
        assert (answer.status, told["error"]["code"]) == (409, "no_room")
        assert store.invitations.all(who, of.id) == ()


def test_too_much_at_once_is_refused(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who, most=10_000)
    secret = key(store, who, of)
    many = [{"reference": str(number)} for number in range(1001)]
    assert post_links(site, of.id, secret, {"people": many})[0].status == 413
    assert post_links(site, of.id, secret, b" " * (MOST_BYTES + 1))[0].status == 413
    answer, made = post_links(site, of.id, secret, {"people": many[:-1]})
    assert (answer.status, len(made["links"])) == (201, 1000)
    assert len({one["link"] for one in made["links"]}) == 1000


def test_a_key_is_slowed_down_and_only_that_key(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who)
    secret, other = key(store, who, of), key(store, who, of)
    used = store.keys.all(who, of.id)[0].id
    now = int(time.time() * 1000)

    def spend(count: int, since: int) -> None:
        spent = update(campaign_keys).where(campaign_keys.c.id == used).values(count=count, since=since)
        store.writer.run(lambda connection: connection.execute(spent))

    spend(A_MINUTE - 1, now)
    assert get_shared(site, of.id, secret)[0].status == 200
    spend(A_MINUTE, now)
    for answer in (get_shared(site, of.id, secret)[0], post_links(site, of.id, secret, {"people": PEOPLE})[0]):
        assert answer.status == 429
        assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert get_shared(site, of.id, other)[0].status == 200
    assert store.invitations.all(who, of.id) == ()
    spend(A_MINUTE, now - 61_000)
    assert get_shared(site, of.id, secret)[0].status == 200


def test_while_the_store_is_locked_nothing_is_half_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/fit.db"
    with Running(tmp_path / "log", url) as running, closing(open_store(url)) as store:
        who = organiser(store, "organiser")
        of = campaign(store, who)
        secret = key(store, who, of)
        first, made = post_links(running.address, of.id, secret, {"people": PEOPLE})
        assert first.status == 201
        with closing(sqlite3.connect(tmp_path / "fit.db", isolation_level=None)) as held:
            held.execute("BEGIN IMMEDIATE")
            answer, told = post_links(running.address, of.id, secret, {"people": PEOPLE})
        assert (answer.status, told["error"]["code"]) == (503, "away")
        assert len(store.invitations.all(who, of.id)) == len(PEOPLE)
        again, same = post_links(running.address, of.id, secret, {"people": PEOPLE})
        assert (again.status, same) == (200, made)


def test_a_call_whose_answer_was_lost_is_repeated_and_gives_the_same_links(site: str, store: Store, who: Token) -> None:
    of = campaign(store, who, most=4)
    secret = key(store, who, of)
    first, made = post_links(site, of.id, secret, {"people": PEOPLE})
    again, same = post_links(site, of.id, secret, {"people": PEOPLE})
    assert (first.status, again.status, same) == (201, 200, made)
    more, mixed = post_links(site, of.id, secret, {"people": [{"reference": "A-3"}, *PEOPLE]})
    assert (more.status, mixed["links"][1:]) == (201, made["links"])
    assert len(store.invitations.all(who, of.id)) == 3, "the control: somebody new gets a link"


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/campaigns", "/api/campaigns/x/nothing", "/api/campaigns/x/links"]
)
def test_another_address_answers_a_program_and_shows_no_page(site: str, path: str) -> None:
    answer = call(site, "GET", path)
    assert (answer.status, json.loads(answer.body)["error"]["code"]) == (404, "unknown_address")
