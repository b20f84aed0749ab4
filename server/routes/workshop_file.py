"""What a workshop showed, as files for its trainers: PDF, Excel, one picture as PNG, and the agenda as a run sheet.

Made when asked for, from the kept snapshots of that moment. What is unknown and what is somebody else's is answered
alike.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from catalog.load import Catalog
from catalog.time_zone import operator_day, operator_zone
from people.respondent.outcome import Outcome
from people.trainer.asking import Refused
from people.trainer.exporting import FORMS, NOTHING_SHOWN, Export, Form, export
from server.cookie import read_token
from server.routes.export import where_it_broke
from server.routes.plain_page import plain_page
from server.routes.respondent import NO_STORE, fields, ours
from server.routes.site_files import files, wished
from views.frame.cookie import ORGANISER
from views.frame.markup import esc, tag

WORKSHOP_FILE = "workshop-file"
HOME = "workshops"
log = logging.getLogger("site")


@dataclass(frozen=True, slots=True)
class Made:
    """``make``: the file's bytes of what was shown, in a language."""

    name: str
    ending: str
    mime: str
    make: Callable[[Export, Catalog, str], bytes]


@ours
async def take(request: Request) -> Response:
    """The file as an attachment; else a page that says in a sentence why there is none."""
    given = await fields(request)
    catalog = files()
    if catalog is None:
        return RedirectResponse("/", status_code=303, headers=NO_STORE)  # The first page says what is wrong.
    language = wished(request, catalog, given.get("language", ""))
    form = FORMS.get(given.get("format", ""))
    if form is None:
        return _page(catalog, language, "over", 404)
    token = read_token(request, ORGANISER)
    found = await run_in_threadpool(export, token, given.get("workshop", ""), form, given.get("picture", ""))
    if isinstance(found, Refused):
        return _page(catalog, language, *(("away", 503) if found.outcome is Outcome.AWAY else ("over", 404)))
    if not found.shown and form != NOTHING_SHOWN:
        return _page(catalog, language, "nothing", 404)
    made = MADE[form]
    try:
        body = await run_in_threadpool(made.make, found, catalog, language)
    except Exception as error:
        # A message may quote what somebody wrote: the log learns where it was, not what it said.
        log.error("the file %s was not made: %s\n%s", form, type(error).__qualname__, where_it_broke(error))
        return _page(catalog, language, "broken", 500)
    if not body:
        return _page(catalog, language, "nothing", 404)
    name = f"{'rehearsal-' if found.rehearsed else ''}{made.name}-{_day(found):%Y-%m-%d}.{made.ending}"
    return Response(
        body, media_type=made.mime, headers=NO_STORE | {"content-disposition": f'attachment; filename="{name}"'}
    )


def _page(catalog: Catalog, language: str, why: str, status: int) -> Response:
    words = catalog.content.words(language)
    title = words("shown.failed.title")
    inner = tag("h1", title) + tag("p", words(f"shown.failed.{why}"))
    inner += f'<p><a href="/{HOME}?lang={esc(language)}">{esc(words("shown.failed.back"))}</a></p>'
    page = plain_page(language, title, words("site.name"), f'<section class="fit-card">{inner}</section>')
    return HTMLResponse(page, status, headers=NO_STORE)


def _day(found: Export) -> datetime:
    """Of the workshop, not of the download: the same snapshots give the same file."""
    last = found.shown[-1].taken if found.shown else found.workshop.created
    return last.astimezone(operator_zone())


# The builders are imported when somebody asks: the site starts without workbooks and the typesetter.
def _pictures(found: Export, catalog: Catalog, language: str, form: Form) -> bytes:
    from reports.workshop.paper import picture_png, pictures_pdf
    from reports.workshop.told import told_pictures
    from reports.workshop.workbook import pictures_xlsx

    words = catalog.content.words(language)
    assessment = catalog.known.get(found.workshop.assessment or "")
    told = told_pictures(found.shown, catalog.content, words, assessment, operator_zone())
    title, on = found.workshop.title, _day(found).date()
    if not told:
        return b""
    mark = words("shown.file.rehearsed") if found.rehearsed else ""
    if form == "png":
        return picture_png(told[-1], title, words, on, mark)
    make = pictures_pdf if form == "pdf" else pictures_xlsx
    return make(told, title, words, on, mark)


def _pdf(found: Export, catalog: Catalog, language: str) -> bytes:
    return _pictures(found, catalog, language, "pdf")


def _xlsx(found: Export, catalog: Catalog, language: str) -> bytes:
    return _pictures(found, catalog, language, "xlsx")


def _png(found: Export, catalog: Catalog, language: str) -> bytes:
    return _pictures(found, catalog, language, "png")


def _agenda(found: Export, catalog: Catalog, language: str) -> bytes:
    from reports.workshop.run_sheet import run_sheet_pdf

    content, workshop = catalog.content, found.workshop
    return run_sheet_pdf(workshop.agenda, workshop.title, content, content.words(language), operator_day())


MADE: Mapping[Form, Made] = {
    "pdf": Made("workshop", "pdf", "application/pdf", _pdf),
    "xlsx": Made("workshop", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "png": Made("workshop", "png", "image/png", _png),
    "agenda": Made("run-sheet", "pdf", "application/pdf", _agenda),
}
WORKSHOP_FILE_ROUTES = (Route(f"/{WORKSHOP_FILE}", take, methods=["POST"]),)
