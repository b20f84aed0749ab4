"""An answer that is no option of the question: a kind word, nothing stored, and the next answer is taken as ever."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from store import Token, open_store
from tests.chaos.loop import run
from tests.chaos.running import Running, begin
from tests.chaos.socket_page import SocketPage
from tests.shipped import shipped_content

CHOOSE_AGAIN = shipped_content().words("ja")("assessment.screen.no_option")
NO_OPTIONS = ("nonsense", "6", "**とても合う**", " ", "\x00", "x" * 100_000)


def test_what_is_no_option_is_neither_stored_nor_in_the_way(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/fit.db"
    with Running(tmp_path / "site.log", database) as site:
        token = begin(site.address)
        items = run(_answer_with_nonsense(site, token))
        with closing(open_store(database)) as store:
            sheet = store.sheets.newest(Token(token))
            assert sheet is not None
            assert sheet.codes == {items[0]: 2, items[1]: 4}
    assert "Traceback" not in site.printed()


async def _answer_with_nonsense(site: Running, token: str) -> list[str]:
    page = await SocketPage.open(site.port, token)
    first, second, *_ = page.screen.radios.values()
    await page.choose(first, 1)
    for nonsense in NO_OPTIONS:
        page.screen.html.clear()
        bar = await page.send_text(first, nonsense)
        assert (bar.count, bar.saved) == (1, True)
        assert any(CHOOSE_AGAIN in body for body in page.screen.html)
        assert page.screen.radios[first.id].chosen == 1, "the answer that stands is shown again"
    bar = await page.choose(second, 3)
    assert (bar.count, bar.saved) == (2, True)
    assert not any(CHOOSE_AGAIN in body for body in page.screen.html[-2:])
    page.drop()
    return [first.name, second.name]
