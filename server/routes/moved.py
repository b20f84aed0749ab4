"""Whether a room has moved on since a phone saw it: one word, from this process's memory.

A phone asks every two seconds. It learns nothing that it did not show already, so no cookie is looked at.
"""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from people.participant.beats import at_hand, moved
from server.routes.join_page import JOIN
from server.routes.respondent import NO_STORE

ROOM_MOVED = f"{JOIN}/moved"
MOVED, SAME = "moved", "same"
LONGEST = 64
"""No room's name is longer, nor is a number that this page wrote."""


async def look(request: Request) -> PlainTextResponse:
    """``room``, ``beat`` and, while it goes on, ``ends`` (since 1970, s) as the page wrote them; else 400.

    A thread is taken only where the store is asked: hundreds of phones ask while their pages are drawn, and each thread
    would wait for its turn behind those.
    """
    given = {name: value for name, value in request.query_params.items() if len(value) <= LONGEST}
    try:
        beat, ends = int(given["beat"]), given.get("ends")
        over_at = None if ends is None else datetime.fromtimestamp(int(ends), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return PlainTextResponse("", 400, NO_STORE)
    room = given.get("room", "")
    on = moved(room, beat, over_at) if at_hand(room) else await run_in_threadpool(moved, room, beat, over_at)
    return PlainTextResponse(MOVED if on else SAME, headers=NO_STORE)


MOVED_ROUTES = [Route(f"/{ROOM_MOVED}", look, methods=["GET"])]
