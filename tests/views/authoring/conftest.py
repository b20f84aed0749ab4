"""A preview under AppTest: an author's folder, watched by hand instead of by a thread."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from people.author.watched import WatchedFolder, watch
from store.process import close_process_store, keep_nothing
from tests.views.pages import ROOT, SECONDS

ENTRY = ROOT / "views" / "preview.py"
Begin = Callable[[Path], WatchedFolder]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Starts to watch a folder, as the command does."""

    def started(folder: Path) -> WatchedFolder:
        watched = WatchedFolder(folder, ROOT / "content", settled=0)
        watch(watched)
        watched.look()
        return watched

    close_process_store()
    keep_nothing()
    yield started
    watch(None)
    close_process_store()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An author's copy of the shipped assessment."""
    copied = tmp_path / "mine"
    shutil.copytree(ROOT / "questions" / "customer_roles", copied)
    return copied


def open_author(page: str = "", **query: str) -> AppTest:
    """``page``: a file of views/authoring without its ending."""
    app = AppTest.from_file(str(ENTRY), default_timeout=SECONDS)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(str(ROOT / "views" / "authoring" / f"{page}.py")).run()
    assert not app.exception, app.exception
    return app


def open_frame(view: str, page: str = "person/start.py") -> AppTest:
    """A frame of its own session that follows the bar of ``view``."""
    app = AppTest.from_file(str(ENTRY), default_timeout=SECONDS)
    app.query_params["view"] = view
    app.run()
    app.switch_page(str(ROOT / "views" / page)).run()
    assert not app.exception, app.exception
    return app
