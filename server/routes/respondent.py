"""The routes that give, move and take away a respondent's token. Only they touch the cookie; pages read it.

Every change is a POST from our own page, and a GET changes nothing; afterwards the browser is sent on with 303, so that
a reload repeats nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.respondent import arriving, rights
from people.respondent.outcome import Arrival, Outcome
from people.respondent.resume_link import token_in
from server.cookie import BACK_SECONDS, LINK_SECONDS, clear_token, from_this_site, read_token, set_token
from server.routes.resume_page import resume_page
from store import Deletion
from views.frame.cookie import LINK
from views.frame.notices import LEFT, LEFT_WITH_A_WAY_BACK, LINK_ASK, LINK_OVER, STORE_AWAY, Deleted, Query

Handler = Callable[[Request], Awaitable[Response]]
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
BODY_BYTES = 2_000
PROGRESS_BYTES = 200_000
NO_STORE = {"cache-control": "no-store"}


def to(path: str, language: str = "", **query: str) -> RedirectResponse:
    parameters = query | ({"lang": language} if LANGUAGE.fullmatch(language) else {})
    address = f"/{path}?{urlencode(parameters)}" if parameters else f"/{path}"
    return RedirectResponse(address, status_code=303, headers=NO_STORE)


def about(given: Mapping[str, str]) -> dict[str, str]:
    """The assessment that a page of ours was about, for the next address; nothing where there is no other."""
    try:
        catalog = site_catalog().get()
    except DataProblems:
        return {}
    asked = given.get("assessment", "")
    return {"assessment": asked} if asked in catalog.known and len(catalog.known) > 1 else {}


async def fields(request: Request, most: int = BODY_BYTES) -> dict[str, str]:
    """The form's fields, first value each; a body that is too long counts as empty."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            return {}
    return {name: values[0] for name, values in parse_qs(body.decode("utf-8", errors="replace")).items()}


def ours(handler: Handler) -> Handler:
    """Refuses a POST that another site's page sent."""

    async def checked(request: Request) -> Response:
        if not from_this_site(request):
            return PlainTextResponse("403", status_code=403, headers=NO_STORE)
        return await handler(request)

    return checked


@ours
async def begin(request: Request) -> Response:
    """A token and an empty sheet for a visitor who agreed to be stored; a live token is never replaced."""
    given = await fields(request)
    language = given.get("language", "")
    try:
        assessment = site_catalog().get().assessments.get(given.get("assessment", ""))
    except DataProblems:
        assessment = None  # The page itself says what is wrong with the files.
    if assessment is None or given.get("form") not in assessment.forms:
        return to("assessment", language, **about(given))
    arrival = await run_in_threadpool(arriving.begin, read_token(request), assessment, given["form"], language)
    return arrived(request, "assessment", language, arrival, **about(given))


@ours
async def keep(request: Request) -> Response:
    """A token for a visitor who only learns, with the progress of the visit so far."""
    given = await fields(request, PROGRESS_BYTES)
    language, entries = given.get("language", ""), progress_in(given.get("progress", ""))
    if entries is None:
        return to("learn", language, **about(given))
    arrival = await run_in_threadpool(arriving.begin_learning, read_token(request), entries)
    return arrived(request, "learn", language, arrival, **about(given))


def progress_in(text: str) -> dict[str, tuple[int | str, int]] | None:
    """The page's map of progress, ``{key: [value, moment]}``; None for anything else."""
    try:
        return {str(key): (value, moment) for key, (value, moment) in json.loads(text or "{}").items()}
    except (ValueError, TypeError, AttributeError):
        return None


def arrived(request: Request, path: str, language: str, arrival: Arrival, **query: str) -> Response:
    """Sends the browser on, with its new token or with a word about why there is none."""
    notices: dict[Outcome, Query] = {
        Outcome.AWAY: STORE_AWAY,
        Outcome.OVER: LINK_OVER,
        Outcome.ASK: LINK_ASK,
    }
    response = to(path, language, **query, **notices.get(arrival.outcome, {}))
    if arrival.token is not None:
        set_token(response, request, arrival.token)
    return response


@ours
async def leave(request: Request) -> Response:
    """Not my answers: this device forgets them, whoever's they are. One tap, so a mistake can be taken back."""
    given = await fields(request)
    language = given.get("language", "")
    arrival = await run_in_threadpool(rights.leave, read_token(request))
    if arrival.outcome is Outcome.AWAY:
        return to("about", language, **about(given), **STORE_AWAY)
    back = arrival.token
    response = to("", language, **about(given), **(LEFT if back is None else LEFT_WITH_A_WAY_BACK))
    clear_token(response, request)
    if back is not None:
        set_token(response, request, back, LINK, BACK_SECONDS)
    return response


@ours
async def forget(request: Request) -> Response:
    """Deletes everything stored about the visitor and says how much it was."""
    given = await fields(request)
    language = given.get("language", "")
    token = read_token(request)
    gone = await run_in_threadpool(rights.delete_everything, token)
    if gone is Outcome.AWAY:
        return to("about", language, **about(given), **STORE_AWAY)
    told = Deleted() if isinstance(gone, Outcome) else told_of(gone)
    response = to("about", language, **about(given), **told.query())
    if token is not None:
        clear_token(response, request)
    return response


def told_of(deletion: Deletion) -> Deleted:
    gone = deletion.gone
    return Deleted(gone["sheets"], gone["answers"], deletion.remaining, gone["entries"])


async def mine(request: Request) -> Response:
    """Everything stored about the visitor, as a JSON file."""
    everything = await run_in_threadpool(rights.everything, read_token(request))
    if everything is None:
        return JSONResponse({"error": "the store does not answer; please try again"}, 503, headers=NO_STORE)
    text = json.dumps(everything, ensure_ascii=False, indent=2)
    headers = NO_STORE | {"content-disposition": 'attachment; filename="my-answers.json"'}
    return Response(text, media_type="application/json", headers=headers)


@ours
async def resume(request: Request) -> Response:
    """A link from another device, after its page was tapped. An own sheet is not given up without asking."""
    given = await fields(request)
    link, language = token_in(given.get("link", "")), given.get("language", "")
    if link is None:
        return to(
            "resume", language, **about(given)
        )  # Without a token behind the # its page says what a whole link looks like.
    arrival = await run_in_threadpool(arriving.resume, read_token(request), link)
    response = arrived(request, "assessment", language, arrival, **about(given))
    if arrival.outcome is Outcome.ASK:
        set_token(response, request, link, LINK, LINK_SECONDS)
    return response


@ours
async def accept(request: Request) -> Response:
    """Takes the link's sheet in place of this device's own one."""
    given = await fields(request)
    arrival = await run_in_threadpool(arriving.accept, read_token(request, LINK))
    response = arrived(request, "assessment", given.get("language", ""), arrival, **about(given))
    if arrival.outcome is Outcome.DONE:
        clear_token(response, request, LINK)
    return response


ROUTES = (
    Route("/begin", begin, methods=["POST"]),
    Route("/keep", keep, methods=["POST"]),
    Route("/leave", leave, methods=["POST"]),
    Route("/forget", forget, methods=["POST"]),
    Route("/accept", accept, methods=["POST"]),
    Route("/mine", mine, methods=["GET"]),
    Route("/resume", resume_page, methods=["GET"]),
    Route("/resume", resume, methods=["POST"]),
)
READABLE = tuple(route.path.strip("/") for route in ROUTES if "GET" in (route.methods or ()))
"""The addresses that a GET may ask for; any other one is a stale link."""
