"""The server: Streamlit's site with our addresses and headers. ``streamlit run app.py`` finds ``app``."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import lru_cache
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from adverts.rules import rules_of
from catalog.content.content import Content
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from catalog.time_zone import UnknownZone, operator_zone
from people.organiser.first import given_password
from people.respondent.editions import keep_files
from server.middleware.headers import SecurityHeaders
from server.middleware.known_host import KnownHost
from server.middleware.link_address import INVITED, LinkAddress
from server.middleware.page_shell import PageShell
from server.middleware.stale_address import StaleAddress
from server.opening import Opening
from server.policy import inline_scripts, security_headers
from server.quiet import hush_server_logs
from server.ready import ready
from server.routes.api import API_ROUTES
from server.routes.export import EXPORT_ROUTES
from server.routes.invited import INVITED_ROUTES
from server.routes.join import JOIN_ROUTES
from server.routes.join_page import JOIN
from server.routes.moved import MOVED_ROUTES, ROOM_MOVED
from server.routes.organiser import ORGANISER_ROUTES
from server.routes.respondent import READABLE, ROUTES
from server.routes.sign_in_page import SIGN_IN
from server.routes.workshop_file import WORKSHOP_FILE_ROUTES
from server.shell import BASE_ADDRESS
from server.spoken import host_refused, languages, shell
from server.visitor_address import trusted_proxies
from store import BadSetting, Purger, StoreDown, StoreTooNew, retention
from store.process import close_process_store, process_store
from views.frame.addresses import LOST, SLUGS
from views.frame.failure import on_script_error
from views.frame.scripts import all_scripts
from views.organising.service import may_organise, what_is_wrong
from views.turns.scripts import run_in_turn

log = logging.getLogger("site")
FRAME_ANCESTORS = os.environ.get("FIT_FRAME_ANCESTORS") or "'none'"
# Streamlit's own addresses for logging in at a sign-in service.
LOG_IN = ("auth/login", "auth/logout", "oauth2callback")


@lru_cache(maxsize=8)
def _headers(spoken: tuple[str, ...]) -> dict[str, str]:
    index = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    return security_headers((BASE_ADDRESS, *inline_scripts(index), *all_scripts(spoken)), FRAME_ANCESTORS)


def headers() -> dict[str, str]:
    return _headers(languages())


def refuse_a_wrong_start() -> None:
    """Ends the start with a sentence where waiting would not help: a schema that is not ours, a wrong setting.

    Called while this file is imported: an error later, in the lifespan, would come with a traceback.
    """
    try:
        retention()
        operator_zone()
        given_password()
        trusted_proxies()
        may_organise()
        if wrong := what_is_wrong():
            raise BadSetting(wrong)
        process_store()
    except (StoreTooNew, BadSetting, UnknownZone) as error:
        raise SystemExit(str(error)) from None
    except StoreDown:
        pass  # It may come back at any time; the lifespan says that it is away.


def start_store() -> Purger:
    """Opens the store, or waits for it where it is away."""
    purger = Purger(process_store, retention())
    try:
        store = process_store()
        for assessment in site_catalog().get().assessments.values():
            keep_files(store, assessment)
    except StoreDown as error:
        log.error("the store is not in use yet: %s", error)
    except DataProblems:
        pass  # Said already, when the files were read.
    purger.start()
    return purger


def door_address() -> str:
    """Where the organisers' door is for somebody who sits at this machine. The port is known once it is bound."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    return f"{scheme}://{st.get_option('browser.serverAddress')}:{st.get_option('server.port')}/{SIGN_IN}"


def make_ready(content: Content) -> None:
    """What the first visitor would wait for otherwise: the words that advertisements are read by."""
    if content.adverts is not None:
        rules_of(content.adverts)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    # What is wrong with the files, the catalog has told the log; the operator's page tells the visitor.
    with suppress(DataProblems):
        make_ready(site_catalog().get().content)
    purger = start_store()
    opening = Opening(door_address, may_organise())
    opening.start()
    # What start-up made lives as long as the process: later collections need not walk through it.
    gc.collect()
    gc.freeze()
    yield
    opening.stop()
    purger.stop()
    close_process_store()


hush_server_logs()
run_in_turn()
refuse_a_wrong_start()
app = st.App(
    "views/site.py",
    lifespan=lifespan,
    routes=[
        Route("/ready", ready, methods=["GET"]),
        *ROUTES,
        *INVITED_ROUTES,
        *JOIN_ROUTES,
        *MOVED_ROUTES,
        *ORGANISER_ROUTES,
        *EXPORT_ROUTES,
        *WORKSHOP_FILE_ROUTES,
        *API_ROUTES,
    ],
    middleware=[
        Middleware(SecurityHeaders, headers=headers),
        Middleware(KnownHost, slugs=SLUGS, host_allowed=is_host_allowed, refusal=host_refused),
        Middleware(LinkAddress),
        Middleware(
            StaleAddress,
            slugs=SLUGS,
            other_paths=("ready", *READABLE, INVITED, JOIN, ROOM_MOVED, SIGN_IN, *LOG_IN),
            lost=LOST,
        ),
        Middleware(PageShell, slugs=SLUGS, shell=shell),
    ],
    on_script_error=on_script_error,
)
