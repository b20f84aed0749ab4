"""The routes of the organisers' door. Only they touch its cookie; no page ever sees a password.

Every change is a POST from a page of this site; afterwards the browser is sent on with 303, and to this site only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.content.content import Content
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.organiser import door
from people.organiser.signed import Signed, signed_with
from people.respondent.outcome import Outcome
from server.cookie import clear_token, read_token, set_token
from server.routes.respondent import NO_STORE, fields, ours, to
from server.routes.sign_in_page import SIGN_IN, SIGN_OUT, seconds, sign_in_page, still_in_page
from server.visitor_address import trusted_proxies, visitor_address
from store import SESSION_MS, Token
from views.frame.addresses import SLUGS
from views.frame.cookie import ORGANISER
from views.frame.languages import wished_language
from views.frame.notices import DOOR_OVER, STORE_AWAY

HOME = "organise"
FORM_BYTES = 200_000
SHOWN = 80
WAY = ("id", "part", "share")
SAFE = re.compile(r"[A-Za-z0-9_,-]{1,200}")
SERVICE_COOKIE = re.compile(r"_streamlit_user(_tokens)?(_[0-9]{1,2})?")
"""What Streamlit's own log-in leaves behind."""
# Hashing takes a core and 64 MB: whoever hammers at this door must not keep the other routes waiting.
_at_the_door = CapacityLimiter(4)


async def sign_in_form(request: Request) -> Response:
    """The page with the form; who is signed in already goes on."""
    try:
        content = site_catalog().get().content
    except DataProblems:
        return RedirectResponse("/", status_code=303)  # The first page says what is wrong with the files.
    language, way = _language(request, content, request.query_params.get("lang")), _way(request.query_params)
    token = read_token(request, ORGANISER)
    if token is not None and isinstance(await run_in_threadpool(signed_with, token.secret), Signed):
        return _on(way, language)
    return HTMLResponse(sign_in_page(content, language, way), headers=NO_STORE)


@ours
async def sign_in(request: Request) -> Response:
    """A new session for the right password. Whatever is wrong, the page says it and keeps the name."""
    given = await fields(request, FORM_BYTES)
    try:
        content = site_catalog().get().content
    except DataProblems:
        return RedirectResponse("/", status_code=303, headers=NO_STORE)
    language, way = _language(request, content, given.get("language")), _way(given)
    name, password = given.get("name", ""), given.get("password", "")
    address, before = visitor_address(request, trusted_proxies()), read_token(request, ORGANISER)
    entry = await to_thread.run_sync(door.sign_in, name, password, address, before, limiter=_at_the_door)
    if entry.token is not None:
        return _let_in(request, way, language, entry.token)
    words, headers, status = content.words(language), dict(NO_STORE), 403
    problem = words("door.wrong")
    if entry.outcome is Outcome.AWAY:
        problem, status = words("door.away"), 503
    elif entry.wait_ms:
        wait = seconds(entry.wait_ms)
        problem, status = words("door.wait", seconds=wait) if wait > 1 else words("door.wait_one"), 429
        headers["retry-after"] = str(wait)
    return HTMLResponse(sign_in_page(content, language, way, name=name[:SHOWN], problem=problem), status, headers)


@ours
async def sign_in_with_ticket(request: Request) -> Response:
    """A session for somebody for whom the sign-in service vouched a moment ago, on the page that made the ticket."""
    given = await fields(request)
    language = given.get("language", "")
    before = read_token(request, ORGANISER)
    entry = await run_in_threadpool(door.sign_in_with_ticket, given.get("ticket", ""), before)
    if entry.token is not None:
        return _let_in(request, _way(given), language, entry.token)
    return to(HOME, language, **(STORE_AWAY if entry.outcome is Outcome.AWAY else DOOR_OVER))


@ours
async def sign_out(request: Request) -> Response:
    """Ends every session of the organiser, and what the sign-in service left in this browser."""
    given = await fields(request)
    outcome = await run_in_threadpool(door.sign_out, read_token(request, ORGANISER))
    if outcome is Outcome.AWAY:
        try:
            content = site_catalog().get().content
        except DataProblems:
            return RedirectResponse("/", status_code=303, headers=NO_STORE)
        # The cookie stays: without it nobody could end the sessions that are still open.
        page = still_in_page(content, _language(request, content, given.get("language")))
        return HTMLResponse(page, 503, headers=NO_STORE)
    response = to("", given.get("language", ""))
    for name in (ORGANISER, *filter(SERVICE_COOKIE.fullmatch, request.cookies)):
        clear_token(response, request, name)
    return response


def _language(request: Request, content: Content, asked: str | None) -> str:
    return wished_language(asked, request.headers.get("accept-language", ""), content.language_ids)


def _way(given: Mapping[str, str]) -> dict[str, str]:
    """Where to go on: a page of this site, and what it needs to open. Anything else counts as nothing."""
    page = given.get("next", "")
    if not page or page not in SLUGS:
        return {}
    return {"next": page} | {name: given[name] for name in WAY if SAFE.fullmatch(given.get(name, ""))}


def _on(way: Mapping[str, str], language: str) -> RedirectResponse:
    return to(way.get("next", HOME), language, **{name: way[name] for name in WAY if name in way})


def _let_in(request: Request, way: Mapping[str, str], language: str, token: Token) -> Response:
    response = _on(way, language)
    set_token(response, request, token, ORGANISER, SESSION_MS // 1000)
    return response


ORGANISER_ROUTES = (
    Route(f"/{SIGN_IN}", sign_in_form, methods=["GET"]),
    Route(f"/{SIGN_IN}", sign_in, methods=["POST"]),
    Route(f"/{SIGN_IN}/ticket", sign_in_with_ticket, methods=["POST"]),
    Route(f"/{SIGN_OUT}", sign_out, methods=["POST"]),
)
