"""The interface for other systems: JSON over HTTP with a campaign's key, as docs/openapi.yaml describes it.

A cookie counts for nothing here, no header lets another site's page read an answer, and whatever the key does not open
is answered like what is not there.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.organiser import api
from people.organiser.links import link_text
from server.cookie import behind_tls
from store import BadValue, Invitation, NotAllowed, Share, StoreDown, TooMany

ROOT: Final = "api"
MOST_BYTES: Final = 1_000_000
NO_STORE: Final = {"cache-control": "no-store"}
AGAIN_SECONDS: Final = 5
Handler = Callable[[Request], Awaitable[JSONResponse]]
Json = dict[str, Any]


def refused(
    status: int, code: str, message: str, headers: Mapping[str, str] | None = None, **more: Any
) -> JSONResponse:
    """An error as every answer of this interface tells it."""
    return JSONResponse({"error": {"code": code, "message": message, **more}}, status, NO_STORE | dict(headers or {}))


def not_allowed() -> JSONResponse:
    return refused(401, "not_allowed", "This key opens nothing of this name.", {"www-authenticate": "Bearer"})


def with_errors(handler: Handler) -> Handler:
    """Answers for what the store refuses."""

    async def answered(request: Request) -> JSONResponse:
        try:
            return await handler(request)
        except NotAllowed:
            return not_allowed()
        except TooMany as error:
            wait = {"retry-after": str(max(1, -(-error.wait_ms // 1000)))}
            return refused(429, "too_many", "Too many requests with this key. Wait a little.", wait)
        except StoreDown:
            again = {"retry-after": str(AGAIN_SECONDS)}
            return refused(503, "away", "The store does not answer. Nothing was changed; try again.", again)

    return answered


def key_of(request: Request) -> str:
    """The bearer key of the request. Raises NotAllowed where there is none."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise NotAllowed("There is no key.")
    return key.strip()


@with_errors
async def links(request: Request) -> JSONResponse:
    """A personal link for each person of the list, or none. A call that is repeated gives the same links."""
    key, campaign = key_of(request), request.path_params["campaign"]
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return refused(415, "not_json", "Send the list as application/json.")
    body = await body_of(request)
    if body is None:
        return refused(413, "too_large", f"Send at most {MOST_BYTES} bytes at once.")
    given = list_in(body)
    if given is None:
        await run_in_threadpool(api.check_key, key, campaign)
        return refused(422, "no_list", 'Send an object with the list of people: {"people": [...]}.', problems=[])
    if len(given) > api.MOST_AT_ONCE:
        return refused(413, "too_large", f"Send at most {api.MOST_AT_ONCE} people at once.")
    people, problems = api.people_in(given)
    if problems:
        await run_in_threadpool(api.check_key, key, campaign)
        told = [asdict(problem) for problem in problems]
        return refused(422, "bad_people", "No link was made. Each problem names its line.", problems=told)
    try:
        made = await run_in_threadpool(api.make_links, key, campaign, people)
    except BadValue as error:
        return refused(409, "no_room", str(error))
    site = f"{'https' if behind_tls(request) else 'http'}://{request.headers.get('host', '')}"
    return JSONResponse({"links": [link_in(one, site) for one in made.links]}, 201 if made.new else 200, NO_STORE)


def link_in(one: Invitation, site: str) -> Json:
    return {"invitation": one.id, "reference": one.reference, "name": one.name, "link": link_text(site, one.secret)}


async def body_of(request: Request) -> bytes | None:
    """The whole body; None where it is too long."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return body


def list_in(body: bytes) -> list[object] | None:
    """The list of people; None for anything else."""
    try:
        given = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or set(given) != {"people"} or not isinstance(given["people"], list):
        return None
    return list(given["people"])


@with_errors
async def shared(request: Request) -> JSONResponse:
    """A page of what candidates shared, as they shared it."""
    key, campaign = key_of(request), request.path_params["campaign"]
    asked = request.query_params.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 6 and int(asked) >= 1):
        await run_in_threadpool(api.check_key, key, campaign)
        return refused(422, "no_page", "page must be a whole number from 1.", problems=[])
    try:
        content = site_catalog().get().content
    except DataProblems:
        return refused(503, "away", "The site's files cannot be read.", {"retry-after": str(AGAIN_SECONDS)})
    page = await run_in_threadpool(partial(api.shared_page, key, campaign, int(asked)))
    site = f"{'https' if behind_tls(request) else 'http'}://{request.headers.get('host', '')}"
    no_gate = {language: content.words(language)("texts.no_gate") for language in content.language_ids}
    told = [share_in(one, site) for one in page.rows]
    counted = {"page": page.number, "pages": page.of, "total": page.total}
    return JSONResponse({"no_gate": no_gate, "campaign": campaign, **counted, "shared": told}, headers=NO_STORE)


def share_in(one: Share, site: str) -> Json:
    """``content`` holds what was shared at this level and nothing else: it was cut when it was shared."""
    return {
        **{"share": one.id, "invitation": one.invitation, "reference": one.invited_reference},
        **{"level": one.level, "name": one.name or None, "note": one.note or None, "language": one.language},
        **{"shared": one.shared.isoformat(), "changed": one.changed.isoformat(), "until": one.until.isoformat()},
        "page": f"{site}/candidate?share={one.id}",
        "content": dict(one.content),
    }


async def nothing_here(request: Request) -> JSONResponse:
    """Any other address of the interface, and any other method: no page of the site answers a program."""
    return refused(404, "unknown_address", "There is nothing at this address. See docs/openapi.yaml.")


ALL_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
API_ROUTES = (
    Route(f"/{ROOT}/campaigns/{{campaign}}/links", links, methods=["POST"]),
    Route(f"/{ROOT}/campaigns/{{campaign}}/shared", shared, methods=["GET"]),
    Route(f"/{ROOT}", nothing_here, methods=ALL_METHODS),
    Route(f"/{ROOT}/{{rest:path}}", nothing_here, methods=ALL_METHODS),
)
