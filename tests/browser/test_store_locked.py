"""The store does not answer for a while: the page says so, asks before it is left, and saves by itself afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from store import open_store
from tests.browser.answering import answer, shows
from tests.browser.stored import (
    Profile,
    begin_stored,
    count_is,
    database,
    give,
    open_page,
    profile,
    token_of,
)
from tests.chaos.running import Running

__all__ = ["profile"]
pytestmark = pytest.mark.browser


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another program holds the database's file."""
    with closing(sqlite3.connect(folder / "fit.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_locked_database_is_waited_for(profile: Profile, tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", database(tmp_path)) as site:
        context = profile()
        page = begin_stored(context, site.address)
        give(page, 0, 1)
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        with locked(tmp_path):
            answer(page, 1, 2)
            expect(page.get_by_text("つながり次第、自動で保存します。")).to_be_visible()
            expect(page.locator(".fit-bar-text")).to_contain_text("保存待ち")
            answer(page, 2, 3)
            count_is(page, 3)
            page.close(run_before_unload=True)
            page.wait_for_timeout(500)
            assert asked == ["beforeunload"]
            shows(page, 1, 2, 3, -1)
            stranger = open_page(profile(), f"{site.address}/assessment")
            stranger.locator('.st-key-form_quick form[action="/begin"] button').click()
            expect(stranger.get_by_text("今、保存先につながらないため、前の回答を表示できません。")).to_be_visible()
        page.locator(".fit-bar-text .fit-saved").wait_for()
        expect(page.get_by_text("つながり次第、自動で保存します。")).to_have_count(0)
        with closing(open_store(database(tmp_path))) as store:
            sheet = store.sheets.newest(token_of(context))
            assert sheet is not None
            assert sorted(map(int, sheet.codes.values())) == [2, 3, 4]
    assert "Traceback" not in site.printed()
