"""``/ready``: may this process be sent visitors? 200 with a line a part, 503 with what is wrong."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from store import StoreError
from store.process import process_store


async def ready(request: Request) -> JSONResponse:
    """Says only how many problems there are: the files' paths are for the operator's eyes, in the log."""
    parts, good = await run_in_threadpool(_parts)
    return JSONResponse(
        {"ready": good, **parts}, status_code=200 if good else 503, headers={"cache-control": "no-store"}
    )


def _parts() -> tuple[dict[str, str], bool]:
    current = site_catalog()
    try:
        current.get()
        newer = len(current.problems)
        files = f"ok; {_counted(newer)} in a newer version that is not in use" if newer else "ok"
    except DataProblems as error:
        files = _counted(len(error.problems))
    try:
        process_store().ready()
        store = "ok"
    except StoreError as error:
        store = type(error).__name__
    return {"files": files, "store": store}, files.startswith("ok") and store == "ok"


def _counted(problems: int) -> str:
    return f"{problems} problem" if problems == 1 else f"{problems} problems"
