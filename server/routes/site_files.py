"""The site's files as a route needs them, and the language that a visitor is answered in."""

from __future__ import annotations

from starlette.requests import Request

from catalog.load import Catalog
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from views.frame.languages import wished_language


def files() -> Catalog | None:
    """None where they cannot be read: the site's first page says what is wrong."""
    try:
        return site_catalog().get()
    except DataProblems:
        return None


def wished(request: Request, catalog: Catalog, asked: str) -> str:
    """``asked``: what the address or the form says; else the browser's wish decides."""
    return wished_language(asked, request.headers.get("accept-language", ""), catalog.content.language_ids)
