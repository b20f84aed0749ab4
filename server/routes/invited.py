"""An invitation over HTTP: its link opens an empty page, whose script asks who invites; a tap begins.

The secret of a link stands behind the #, and travels in the body of a POST: no log, no proxy and no preview of a chat
program has it. Asking changes nothing; only /c/begin does.
"""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.load import Catalog
from people.candidate.asked import Asked, look
from people.candidate.beginning import Beginning, begin
from server.cookie import behind_tls, read_token, set_token
from server.middleware.link_address import INVITED
from server.routes.invited_page import arrival_page, language_of, mangled_page, offer_page, other_page, over_page
from server.routes.respondent import NO_STORE, fields, ours, to
from server.routes.site_files import files, wished
from views.frame.notices import OWN_RESULT

AFTER_LETTERS = re.compile(r"[^a-z-].*", re.DOTALL)
MOST_BYTES = 8_000
"""Of a form: a link that was pasted twice, each character encoded."""


async def arrive(request: Request) -> Response:
    """The same page for every link: what stands behind the # does not reach the server."""
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303)  # The first page says what is wrong with the files.
    # A mangled address may have its secret here, after the language.
    query = {name.lower(): AFTER_LETTERS.sub("", value.lower()) for name, value in request.query_params.items()}
    words = catalog.content.words(wished(request, catalog, query.get("lang", "")))
    site = f"{'https' if behind_tls(request) else 'http'}://{request.headers.get('host', '')}"
    return HTMLResponse(arrival_page(words, site), headers=NO_STORE)


@ours
async def ask(request: Request) -> Response:
    """Who invites, and what for. Changes nothing."""
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303)
    given = await fields(request, MOST_BYTES)
    asked = await run_in_threadpool(look, read_token(request), given.get("link", ""))
    return answer(catalog, asked, wished(request, catalog, given.get("language", "")))


@ours
async def take_up(request: Request) -> Response:
    """Begins, or leads on to what was begun; whoever has finished already is led to the choice of what to share."""
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303)
    given = await fields(request, MOST_BYTES)
    language = wished(request, catalog, given.get("language", ""))
    begun = await run_in_threadpool(
        lambda: begin(
            read_token(request),
            given.get("link", ""),
            catalog.assessments,
            language,
            take_over=given.get("take_over") == "1",
        )
    )
    if begun.outcome == "over":
        return answer(catalog, begun.asked, language)
    if begun.outcome == "ask":
        words = catalog.content.words(language_of(begun.asked.offer, language, catalog.content))
        return HTMLResponse(other_page(words, begun.asked), headers=NO_STORE)
    response = lead_on(begun, language_of(begun.asked.offer, language, catalog.content))
    if begun.token is not None:
        set_token(response, request, begun.token)
    return response


def lead_on(begun: Beginning, language: str) -> Response:
    """To the questions; to the choice where a finished result of the same version is there."""
    if begun.outcome == "again":
        return to("share", language, **OWN_RESULT)
    return to("assessment", language, assessment=begun.assessment)


def answer(catalog: Catalog, asked: Asked, wish: str) -> Response:
    """The page of what stands behind a link. 404 for what is unknown or withdrawn, 503 while the store is away."""
    offer = asked.offer
    words = catalog.content.words(language_of(offer, wish, catalog.content))
    if asked.secret is None:
        return HTMLResponse(mangled_page(words), headers=NO_STORE)
    assessment = catalog.assessments.get(offer.campaign.assessment) if offer else None
    prepared = assessment is not None and offer is not None and offer.campaign.form in assessment.forms
    if offer is not None and not prepared:
        asked = Asked(asked.secret, why="unknown")  # What it asks is no longer on this site.
    if asked.offer is not None and (asked.why is None or asked.offer.begun):
        return HTMLResponse(offer_page(words, asked, assessment, catalog.content.languages), headers=NO_STORE)
    status = 503 if asked.away else 404 if asked.why == "unknown" else 200
    return HTMLResponse(over_page(words, asked), status_code=status, headers=NO_STORE)


INVITED_ROUTES = (
    Route(f"/{INVITED}", arrive, methods=["GET"]),
    Route(f"/{INVITED}", ask, methods=["POST"]),
    Route(f"/{INVITED}/begin", take_up, methods=["POST"]),
)
