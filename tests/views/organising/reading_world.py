"""The reading pages under AppTest, with an organiser's cookie and a store of the test's own."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from store import Token
from tests.views.pages import ROOT, SECONDS, text
from views.frame.addresses import ADDRESSES

FILES = {address.name: address.file for address in ADDRESSES}
Open = Callable[..., AppTest]


def as_organiser(monkeypatch: pytest.MonkeyPatch, who: Token | None) -> None:
    """From here on every page is asked for by a browser with this session's cookie."""
    cookies = {} if who is None else {"fit_organiser": who.secret}
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: cookies))


def open_page(page: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "views" / "site.py"), default_timeout=SECONDS)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    app.switch_page(str(ROOT / "views" / FILES[page])).run()
    assert not app.exception, app.exception
    return app


def told(app: AppTest) -> str:
    """All our own HTML of a page, as it is read."""
    assert not app.exception, app.exception
    return html.unescape(text(app))
