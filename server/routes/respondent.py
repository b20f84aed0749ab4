"""The routes that give, move and take away a respondent's token. Only they touch the cookie; pages read it.

Every change is a POST from our own page, and a GET changes nothing; afterwards the browser is sent on with 303, so that
a reload repeats nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.respondent.editions import keep_version
from server.routes.resume_page import resume_page
from store import BadValue, SheetGone, StoreDown, StoreError, Taken, Token
from store.process import process_store
from views.frame.cookie import BACK_SECONDS, LINK, LINK_SECONDS, clear_token, from_this_site, read_token, set_token

Handler = Callable[[Request], Awaitable[Response]]
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
BODY_BYTES = 2_000
PROGRESS_BYTES = 200_000
NO_STORE = {"cache-control": "no-store"}


def to(path: str, language: str = "", **query: str) -> RedirectResponse:
    parameters = query | ({"lang": language} if LANGUAGE.fullmatch(language) else {})
    address = f"/{path}?{urlencode(parameters)}" if parameters else f"/{path}"
    return RedirectResponse(address, status_code=303, headers=NO_STORE)


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
    """A token and an empty sheet for somebody who agreed to be stored; a live token is never replaced."""
    given = await fields(request)
    language = given.get("language", "")
    try:
        assessment = site_catalog().get().assessments.get(given.get("assessment", ""))
    except DataProblems:
        assessment = None  # The page itself says what is wrong with the files.
    if assessment is None or given.get("form") not in assessment.forms:
        return to("assessment", language)
    known = language if language in assessment.languages else assessment.languages[0]
    taken = Taken(assessment.id, assessment.version, assessment.files_hash, given["form"], known)
    old = read_token(request)

    def work() -> Token | None:
        store = process_store()
        keep_version(store, assessment)
        if old is not None and store.opens(old):
            if store.sheet(old, assessment=assessment.id) is None:
                store.begin_for(old, taken)
            return None
        return store.begin(taken.assessment, taken.version, taken.files_hash, taken.form, taken.language)[0]

    try:
        token = await run_in_threadpool(work)
    except StoreDown:
        return to("assessment", language, kept="down")
    response = to("assessment", language)
    if token is not None:
        set_token(response, request, token)
    return response


@ours
async def keep(request: Request) -> Response:
    """A token for somebody who only learns, with the progress of the visit so far."""
    given = await fields(request, PROGRESS_BYTES)
    language, old = given.get("language", ""), read_token(request)

    def work() -> Token | None:
        store = process_store()
        token = old if old is not None and store.opens(old) else store.begin_visitor()
        store.save_progress(token, progress_in(given.get("progress", "")))
        return None if token is old else token

    try:
        token = await run_in_threadpool(work)
    except BadValue:
        return to("learn", language)
    except StoreDown:
        return to("learn", language, kept="down")
    response = to("learn", language)
    if token is not None:
        set_token(response, request, token)
    return response


def progress_in(text: str) -> dict[str, tuple[int | str, int]]:
    """The page's map of progress, ``{key: [value, moment]}``. Raises BadValue for anything else."""
    try:
        held = json.loads(text or "{}")
        return {str(key): (value, moment) for key, (value, moment) in held.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise BadValue("That is no progress that the store can keep.") from error


@ours
async def leave(request: Request) -> Response:
    """Not my answers: this device forgets them, whoever's they are. One tap, so a mistake can be taken back."""
    language = (await fields(request)).get("language", "")
    token, back = read_token(request), None
    try:
        if token is not None:
            back = (await run_in_threadpool(lambda: process_store().leave(token))).back
    except StoreDown:
        return to("about", language, kept="down")
    except StoreError:
        pass  # The token opens nothing any more; what is left to do is the cookie.
    response = to("", language, left="1" if back is None else "back")
    clear_token(response, request)
    if back is not None:
        set_token(response, request, back, LINK, BACK_SECONDS)
    return response


@ours
async def forget(request: Request) -> Response:
    """Deletes everything stored about the visitor and says how much it was."""
    language = (await fields(request)).get("language", "")
    token = read_token(request)
    if token is None:
        return to("about", language, gone="0-0-0")
    try:
        proof = await run_in_threadpool(lambda: process_store().forget(token))
        gone = {"gone": f"{proof.sheets}-{proof.answers}-{proof.remaining}"}
        gone |= {"learned": str(proof.entries)} if proof.entries else {}
    except SheetGone:
        gone = {"gone": "0-0-0"}
    except StoreDown:
        return to("about", language, kept="down")
    response = to("about", language, **gone)
    clear_token(response, request)
    return response


async def mine(request: Request) -> Response:
    """Everything stored about the visitor, as a JSON file."""
    token = read_token(request)
    try:
        held = {} if token is None else await run_in_threadpool(lambda: process_store().export(token))
    except SheetGone:
        held = {}
    except StoreDown:
        return JSONResponse({"error": "the store does not answer; please try again"}, 503, headers=NO_STORE)
    text = json.dumps(held, ensure_ascii=False, indent=2)
    headers = NO_STORE | {"content-disposition": 'attachment; filename="my-answers.json"'}
    return Response(text, media_type="application/json", headers=headers)


@ours
async def resume(request: Request) -> Response:
    """A link from another device, after its page was tapped. An own sheet is not given up without asking."""
    given = await fields(request)
    link, language = Token(given.get("link", "")), given.get("language", "")
    own = read_token(request)

    def work() -> Token | None:
        store = process_store()
        if own is not None and store.shares(own, link):
            return own
        if own is not None and store.opens(own):
            return None
        return store.exchange(link)

    try:
        token = await run_in_threadpool(work)
    except StoreDown:
        return to("assessment", language, kept="down")
    except StoreError:
        return to("assessment", language, link="over")
    if token is None:
        response = to("assessment", language, link="ask")
        set_token(response, request, link, LINK, LINK_SECONDS)
        return response
    response = to("assessment", language)
    set_token(response, request, token)
    return response


@ours
async def accept(request: Request) -> Response:
    """Takes the link's sheet in place of this device's own one."""
    language = (await fields(request)).get("language", "")
    link = read_token(request, LINK)
    try:
        if link is None:
            return to("assessment", language, link="over")
        token = await run_in_threadpool(lambda: process_store().exchange(link))
    except StoreDown:
        return to("assessment", language, kept="down")
    except StoreError:
        return to("assessment", language, link="over")
    response = to("assessment", language)
    set_token(response, request, token)
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
