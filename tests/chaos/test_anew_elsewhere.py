"""Start anew taken back, after another screen of the same person did something: what that one did stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from store import Answer, Store, Token, open_store
from store.operating.stats import stats
from tests.chaos.loop import run
from tests.chaos.running import Running, begin
from tests.chaos.socket_page import SocketPage
from tests.shipped import shipped_content

SAYS = shipped_content().words("ja")


def test_answered_elsewhere(tmp_path: Path) -> None:
    def answer(store: Store, token: Token, item: str) -> None:
        store.sheets.save(token, [Answer(item, 5, time.time_ns() // 1_000_000)])

    page, store, token, item = taken_back(tmp_path, answer)
    with closing(store):
        (sheet,) = store.sheets.history(token)
        assert sheet.codes == {item: 5}
    assert page.bar is not None
    assert page.bar.count == 1


def test_deleted_elsewhere(tmp_path: Path) -> None:
    def delete(store: Store, token: Token, _: str) -> None:
        store.rights.forget(token)

    page, store, *_ = taken_back(tmp_path, delete)
    with closing(store):
        assert stats(store).rows["respondents"] == 0
    assert not page.screen.radios
    assert page.screen.says(SAYS("saving.note.over"))


def taken_back(folder: Path, meanwhile: Callable[[Store, Token, str], None]) -> tuple[SocketPage, Store, Token, str]:
    """The page after its undo, the store, the token and the item that the first answer was given to."""
    database = f"sqlite:///{folder}/fit.db"

    async def look() -> tuple[SocketPage, str]:
        page = await SocketPage.open(site.port, token)
        first = next(iter(page.screen.radios.values()))
        await page.choose(first, 1)
        await page.press("anew")
        with closing(open_store(database)) as store:
            meanwhile(store, Token(token), first.name)
        await page.press("undo_anew")
        assert not page.screen.says(SAYS("saving.note.anew_failed"))
        assert "undo_anew" not in page.screen.buttons
        page.drop()
        return page, first.name

    with Running(folder / "site.log", database) as site:
        token = begin(site.address)
        page, item = run(look())
    assert "Traceback" not in site.printed()
    return page, open_store(database), Token(token), item
