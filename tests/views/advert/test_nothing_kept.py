"""Nothing that is pasted is stored, logged or put into an address; the page says so."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from store.process import close_process_store, process_store
from tests.views.advert.reader import AdvertPage
from views.frame.markup import esc

CANARY = "いろはにほへと商会"
JOB = f"{CANARY}でお問い合わせにお答えする仕事です。新規開拓の営業はありません。"


def held_in(folder: Path) -> list[Path]:
    sought = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "cp932")]
    sought.append(CANARY.encode("unicode_escape"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(one in path.read_bytes() for one in sought)]


@pytest.mark.parametrize("reader", ["candidate", "recruiter"])
def test_nothing_is_stored_logged_or_in_the_address(
    reader: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    with caplog.at_level(logging.DEBUG):
        process_store()
        page = AdvertPage("ja", **{"for": reader}).paste(JOB, f"{CANARY}の職種")
        page.drop("job.txt", JOB.encode()).choose("count", "two").paste(JOB + "。", place=1)
    assert CANARY in page.shown
    close_process_store()
    assert (tmp_path / "fit.db").is_file()
    assert held_in(tmp_path) == []
    printed = capfd.readouterr()
    assert CANARY not in caplog.text + printed.out + printed.err
    assert not any(CANARY in str(value) for value in page.app.query_params.values())
    assert esc(page.words("kept")) in page.shown


def test_what_is_stored_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "fit.db").write_bytes(b"\0" + JOB.encode() + b"\0")
    assert held_in(tmp_path) == [tmp_path / "fit.db"]
