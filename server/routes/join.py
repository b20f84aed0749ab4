"""Joining a workshop over HTTP: a code, consent in two sentences, a seat. Plain HTML, quick on a slow phone.

A wrong code and that of a workshop that has ended get the same answer. Only /j/sit changes anything.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.load import Catalog
from people.participant import joining
from people.participant.joining import Door, Joined
from people.participant.shapes import PublicWorkshop
from server.cookie import read_token, set_token
from server.routes.join_page import JOIN, code_page, consent_page
from server.routes.respondent import NO_STORE, fields, ours, to
from server.routes.sign_in_page import seconds
from server.routes.site_files import files, wished
from server.visitor_address import trusted_proxies, visitor_address

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
    wish, typed, nickname = (given.get(name, "") for name in ("language", "code", "nickname"))
    language = wished(request, catalog, wish)
    own, address = read_token(request), address_of(request)
    joined = await run_in_threadpool(joining.sit, own, typed, address, catalog.assessments, language, nickname)
    if joined.seat is None:
        return not_seated(catalog, language, typed, nickname, joined)
    response = to(ROOM, language_of(joined.seat.workshop, language, catalog.content))
    if joined.token is not None:
        set_token(response, request, joined.token)
    return response


async def behind(request: Request, catalog: Catalog, language: str, typed: str) -> Response:
    return answer(catalog, language, typed, await run_in_threadpool(joining.look, typed, address_of(request)))


def answer(catalog: Catalog, wish: str, typed: str, door: Door) -> Response:
    """The page of a workshop that may be joined, or the form for a code with what is wrong."""
    content = catalog.content
    if door.workshop is not None:
        page = consent_page(content, language_of(door.workshop, wish, content), door.workshop, door.code)
        return HTMLResponse(page, headers=NO_STORE)
    problem, status, headers = what_is_wrong(content.words(wish), door)
    return HTMLResponse(code_page(content, wish, typed=typed[:LONGEST_CODE], problem=problem), status, headers)


def not_seated(catalog: Catalog, wish: str, typed: str, nickname: str, joined: Joined) -> Response:
    """Nothing that was typed is lost."""
    content, door = catalog.content, joined.door
    if door.workshop is None and door.why != "away":
        return answer(catalog, wish, typed, door)
    language = language_of(door.workshop, wish, content)
    words = content.words(language)
    problem = words("join.away") if door.why == "away" else words("join.nickname_refused")
    page = consent_page(content, language, door.workshop, typed, nickname=nickname, problem=problem)
    return HTMLResponse(page, 503 if door.why == "away" else 422, NO_STORE)


def what_is_wrong(words: Words, door: Door) -> tuple[str, int, dict[str, str]]:
    """A sentence, the status, the headers."""
    headers = dict(NO_STORE)
    if door.why == "away":
        return words("join.away"), 503, headers
    if door.why == "full":
        return words("join.full"), 409, headers
    if door.why == "wait":
        wait = seconds(door.wait_ms)
        headers["retry-after"] = str(wait)
        return words("join.wait", seconds=wait) if wait > 1 else words("join.wait_one"), 429, headers
    return words("join.wrong"), 404, headers


def language_of(workshop: PublicWorkshop | None, wish: str, content: Content) -> str:
    """The workshop's language where it has one that the site speaks, else the visitor's."""
    fixed = workshop.language if workshop is not None else None
    return fixed if fixed in content.language_ids else wish


def address_of(request: Request) -> str:
    return visitor_address(request, trusted_proxies())


JOIN_ROUTES = (
    Route(f"/{JOIN}", arrive, methods=["GET"]),
    Route(f"/{JOIN}", look, methods=["POST"]),
    Route(f"/{JOIN}/sit", sit, methods=["POST"]),
)
