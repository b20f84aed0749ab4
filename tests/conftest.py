"""What several rooms' tests share: one Chromium for the whole run, and one look through the installed packages."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright
from streamlit.components.v2 import manifest_scanner

from tests.examples import examples

settings.register_profile("site", max_examples=examples(100), deadline=None)
settings.load_profile("site")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Two busy cores draw a page late; what never comes still fails.
expect.set_options(timeout=20_000)
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
INSTALL = "sudo apt-get install chromium-headless-shell fonts-noto-cjk"
MISSING = f"Chromium is missing. Install it with: {INSTALL} (or set CHROMIUM=path)"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without its window where Debian's package of that is there: a visit costs half as much.

    Fails, never skips, where neither is there.
    """
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def _components_found_once() -> Iterator[None]:
    """Each AppTest looks through every installed package for components, 0.4 s; in one run they stay as they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def _nobody_silences_the_log() -> Iterator[None]:
    """What turns off all logs turns them off for every test after it, and for a site that runs such code."""
    yield
    off = logging.root.manager.disable
    logging.disable(logging.NOTSET)
    assert off == logging.NOTSET, f"This test left logs off up to level {off}."
