"""Imported once by the process that warm sites are forked from: what a start and its first pages import and read.

app.py, the site's script and the pages' scripts stay out, because importing them runs them. The shipped files are read;
as always, a site looks at their times and sizes first and reads them again where they have changed.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

import server
import views
from catalog.site import site_catalog
from views.frame.addresses import ADDRESSES, AUTHORS

# What a start imports late.
LATE = (
    "alembic.autogenerate",
    "alembic.command",
    "alembic.context",
    "brotli",
    "itsdangerous",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite",
    "starlette.applications",
    "starlette.middleware.sessions",
    "starlette.staticfiles",
    "streamlit.components.v2.manifest_scanner",
    "streamlit.watcher.polling_path_watcher",
    "streamlit.web.cli",
    "streamlit.web.server.starlette.starlette_agent_routes",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.httptools_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
)
for late in LATE:
    import_module(late)
SCRIPTS = {
    "views.site",
    "views.preview",
    *("views." + address.file.removesuffix(".py").replace("/", ".") for address in (*ADDRESSES, *AUTHORS)),
}
for room in (server, views):
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if module.name not in SCRIPTS:
            import_module(module.name)
site_catalog().get()
