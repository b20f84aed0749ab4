"""The preview's server, which ``python -m catalog preview FOLDER`` starts: one assessment, and nothing is stored.

The same layers as ``app.py``, without what stores something or lets somebody in.
"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from catalog.command.preview import previewed_folder
from catalog.site import folders
from people.author.watched import WatchedFolder, watch
from server.middleware.headers import SecurityHeaders
from server.middleware.known_host import KnownHost
from server.middleware.own_cookies import WithoutOwnCookies
from server.middleware.page_shell import PageShell
from server.middleware.stale_address import StaleAddress
from server.policy import inline_scripts, security_headers
from server.quiet import hush_server_logs
from server.routes.kept_nowhere import KEPT_NOWHERE
from server.shell import BASE_ADDRESS
from server.spoken import host_refused, languages, shell
from store.process import close_process_store, keep_nothing
from views.frame.addresses import LOST, PREVIEW_SLUGS
from views.frame.failure import on_script_error
from views.frame.scripts import OPEN_IN_EDITOR, all_scripts

ITSELF = "'self'"


@lru_cache(maxsize=8)
def _headers(spoken: tuple[str, ...]) -> dict[str, str]:
    index = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = (BASE_ADDRESS, *inline_scripts(index), *all_scripts(spoken), OPEN_IN_EDITOR)
    return security_headers(scripts, ITSELF, ITSELF)


def headers() -> dict[str, str]:
    return _headers(languages())


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    folder = WatchedFolder(previewed_folder(), folders()[1])
    watch(folder)
    folder.start()
    gc.collect()
    gc.freeze()
    yield
    folder.stop()
    close_process_store()


hush_server_logs()
keep_nothing()
app = st.App(
    "views/preview.py",
    lifespan=lifespan,
    routes=[*KEPT_NOWHERE],
    middleware=[
        Middleware(WithoutOwnCookies),
        Middleware(SecurityHeaders, headers=headers),
        Middleware(KnownHost, slugs=PREVIEW_SLUGS, host_allowed=is_host_allowed, refusal=host_refused),
        Middleware(StaleAddress, slugs=PREVIEW_SLUGS, other_paths=(), lost=LOST),
        Middleware(PageShell, slugs=PREVIEW_SLUGS, shell=shell),
    ],
    on_script_error=on_script_error,
)
