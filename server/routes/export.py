"""The files that an organiser takes along. Each is made when it is asked for, from what the store gives at that moment.

What is unknown and what is somebody else's is answered alike.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.content.content import Content
from catalog.questionnaire.assessment import Assessment
from catalog.time_zone import zone_named
from people.organiser.asking import Refused
from people.organiser.exporting import FORMS, Export, Form, export
from people.respondent.outcome import Outcome
from server.cookie import read_token
from server.routes.plain_page import plain_page
from server.routes.respondent import NO_STORE, fields, ours
from server.routes.site_files import files, wished
from views.frame.cookie import ORGANISER
from views.frame.markup import esc, tag

EXPORT = "export"
HOME = "organise"
log = logging.getLogger("site")


@dataclass(frozen=True, slots=True)
class Made:
    """``make``: the file's bytes of what was shared, in a language, at a moment."""

    ending: str
    mime: str
    make: Callable[[Export, Content, str, datetime, Assessment | None], bytes]


@ours
async def take(request: Request) -> Response:
    """The file as an attachment; else a page that says in a sentence why there is none."""
    given = await fields(request)
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303, headers=NO_STORE)  # The first page says what is wrong.
    content = catalog.content
    language = wished(request, catalog, given.get("language", ""))
    form = FORMS.get(given.get("format", ""))
    if form is None:
        return _page(content, language, "over", 404)
    token, campaign, share = read_token(request, ORGANISER), given.get("campaign", ""), given.get("share", "")
    found = await run_in_threadpool(export, token, campaign, form, share)
    if isinstance(found, Refused):
        return _page(content, language, *(("away", 503) if found.outcome is Outcome.AWAY else ("over", 404)))
    if form == "guides" and not found.shares:
        return _page(content, language, "nobody", 404)
    at, made = datetime.now(UTC), MADE[form]
    assessment = catalog.known.get(found.campaign.assessment)
    try:
        body = await run_in_threadpool(made.make, found, content, language, at, assessment)
    except Exception as error:
        # A message may quote what somebody wrote: the log learns where it was, not what it said.
        log.error("the export %s was not made: %s\n%s", form, type(error).__qualname__, where_it_broke(error))
        return _page(content, language, "broken", 500)
    day = f"{at.astimezone(zone_named(found.campaign.zone)):%Y-%m-%d}"
    headers = NO_STORE | {"content-disposition": f'attachment; filename="{_name(form)}-{day}.{made.ending}"'}
    return Response(body, media_type=made.mime, headers=headers)


def where_it_broke(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__))


def _name(form: Form) -> str:
    return {"guides": "interview-guides", "guide": "interview-guide"}.get(form, "shared")


def _page(content: Content, language: str, why: str, status: int) -> Response:
    words = content.words(language)
    title = words("reading.failed.title")
    inner = tag("h1", title) + tag("p", words(f"reading.failed.{why}"))
    inner += f'<p><a href="/{HOME}?lang={esc(language)}">{esc(words("reading.failed.back"))}</a></p>'
    page = plain_page(language, title, words("site.name"), f'<section class="fit-card">{inner}</section>')
    return HTMLResponse(page, status, headers=NO_STORE)


# The builders are imported when somebody asks: the site starts without workbooks and the typesetter.
def _xlsx(found: Export, content: Content, language: str, at: datetime, assessment: Assessment | None) -> bytes:
    from reports.organising.shared_files import shared_xlsx

    return shared_xlsx(found.shares, found.campaign, content.words(language), at, assessment)


def _csv(found: Export, content: Content, language: str, at: datetime, assessment: Assessment | None) -> bytes:
    from reports.organising.shared_files import shared_csv_zip

    return shared_csv_zip(found.shares, found.campaign, content.words(language), at, assessment)


def _json(found: Export, content: Content, language: str, at: datetime, assessment: Assessment | None) -> bytes:
    from reports.organising.shared_files import shared_json

    return shared_json(found.shares, found.campaign, content.words(language), at)


def _guides(found: Export, content: Content, language: str, at: datetime, assessment: Assessment | None) -> bytes:
    from reports.organising.guides import shared_guides

    return shared_guides(found.shares, found.campaign, content.words(language), at)


MADE: Mapping[Form, Made] = {
    "xlsx": Made("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "csv": Made("zip", "application/zip", _csv),
    "json": Made("json", "application/json", _json),
    "guides": Made("pdf", "application/pdf", _guides),
    "guide": Made("pdf", "application/pdf", _guides),
}
EXPORT_ROUTES = (Route(f"/{EXPORT}", take, methods=["POST"]),)
