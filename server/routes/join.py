"""Joining a workshop over HTTP: a code, consent in two sentences, a seat. Plain HTML, quick on a slow phone.

A wrong code and that of a workshop that has ended get the same answer. Only /j/sit changes anything.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.content.words import Words
from catalog.load import Catalog
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.participant import joining
from people.participant.joining import Door
from server.cookie import read_token, set_token
from server.routes.join_page import JOIN, code_page, consent_page
from server.routes.respondent import NO_STORE, fields, ours, to
from server.routes.sign_in_page import seconds
from server.visitor_address import trusted_proxies, visitor_address
from views.frame.languages import wished_language

ROOM = "room"
MOST_BYTES = 4_000
LONGEST_CODE = 40
"""Of what is shown again of a typed code."""


async def arrive(request: Request) -> Response:
    """The form for a code; with one in the address, which a QR code brings, straight on to consent."""
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303)  # The first page says what is wrong with the files.
    language = wished(request, catalog, request.query_params.get("lang", ""))
    typed = request.query_params.get("c", "")
    if not typed:
        return HTMLResponse(code_page(catalog.content, language), headers=NO_STORE)
    return await behind(request, catalog, language, typed)


@ours
async def look(request: Request) -> Response:
    """What stands behind a typed code."""
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303)
    given = await fields(request, MOST_BYTES)
    language = wished(request, catalog, given.get("language", ""))
    return await behind(request, catalog, language, given.get("code", ""))


@ours
async def sit(request: Request) -> Response:
    """A seat for who agreed. The same device gets the same seat again."""
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303)
    given = await fields(request, MOST_BYTES)
    language = wished(request, catalog, given.get("language", ""))
    typed, nickname = given.get("code", ""), given.get("nickname", "")
    door = await run_in_threadpool(
        joining.sit, read_token(request), typed, address_of(request), catalog.assessments, language, nickname
    )
    if not door.seated:
        return refused(catalog, language, typed, door, nickname)
    response = to(ROOM, language)
    if door.token is not None:
        set_token(response, request, door.token)
    return response


async def behind(request: Request, catalog: Catalog, language: str, typed: str) -> Response:
    door = await run_in_threadpool(joining.look, typed, address_of(request))
    return refused(catalog, language, typed, door)


def refused(catalog: Catalog, language: str, typed: str, door: Door, nickname: str | None = None) -> Response:
    """The page of a workshop that may be joined, or the form for a code with what is wrong. Typed things are kept."""
    content, words = catalog.content, catalog.content.words(language)
    problem, status, headers = what_is_wrong(words, door)
    if door.workshop is not None:
        page = consent_page(content, language, door.workshop, typed, nickname=nickname, problem=problem)
        return HTMLResponse(page, status, headers)
    return HTMLResponse(code_page(content, language, typed=typed[:LONGEST_CODE], problem=problem), status, headers)


def what_is_wrong(words: Words, door: Door) -> tuple[str, int, dict[str, str]]:
    """A sentence, "" for nothing; the status; the headers."""
    headers = dict(NO_STORE)
    if door.away:
        return words("join.away"), 503, headers
    if door.wait_ms:
        wait = seconds(door.wait_ms)
        headers["retry-after"] = str(wait)
        return words("join.wait", seconds=wait) if wait > 1 else words("join.wait_one"), 429, headers
    return ("", 200, headers) if door.workshop is not None else (words("join.wrong"), 404, headers)


def address_of(request: Request) -> str:
    return visitor_address(request, trusted_proxies())


def files() -> Catalog | None:
    try:
        return site_catalog().get()
    except DataProblems:
        return None


def wished(request: Request, catalog: Catalog, asked: str) -> str:
    return wished_language(asked, request.headers.get("accept-language", ""), catalog.content.language_ids)


JOIN_ROUTES = (
    Route(f"/{JOIN}", arrive, methods=["GET"]),
    Route(f"/{JOIN}", look, methods=["POST"]),
    Route(f"/{JOIN}/sit", sit, methods=["POST"]),
)
