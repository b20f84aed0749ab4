"""What a preview answers to the buttons of its screens that store something: the next screen, and nothing is stored."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.routes.respondent import ROUTES, fields, ours, to
from views.frame.addresses import START, TAKE, VIEW


@ours
async def back(request: Request) -> Response:
    """To the page that the button stood on; to the first question where it began a form."""
    given = await fields(request)
    page = urlsplit(request.headers.get("referer", ""))
    kept = {name: value for name, value in parse_qsl(page.query) if name == VIEW}
    language = given.get("language", "")
    if request.url.path.strip("/") == "begin":
        return to("assessment", language, **kept, **{TAKE: given.get("form", "")})
    return to(page.path.strip("/") or START, language, **kept)


KEPT_NOWHERE = [Route(one.path, back, methods=["POST"]) for one in ROUTES if "POST" in (one.methods or ())]
