"""A store in memory: everything that a store does, in this process alone, and nothing left of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store import BadSetting, Edition, NotAllowed, open_store
from store.database.schema import HEAD, revision_of
from store.store import open_memory_store

EDITION = Edition("plans", "1.0.0", "0", "full", "ja")


def test_it_has_the_schema_of_today_and_keeps_what_it_is_told() -> None:
    with closing(open_memory_store()) as store:
        assert store.read(revision_of) == HEAD
        token, _ = store.sheets.begin(EDITION)
        assert store.sheets.newest(token) is not None
        assert store.rights.forget(token).wiped is None


def test_two_know_nothing_of_each_other_and_a_closed_one_is_gone() -> None:
    with closing(open_memory_store()) as one, closing(open_memory_store()) as other:
        who = one.organisers.open_session(one.organisers.put("trainer", None).id)
        assert one.organisers.who_is(who).name == "trainer"
        with pytest.raises(NotAllowed):
            other.organisers.who_is(who)


def test_many_threads_share_it() -> None:
    with closing(open_memory_store()) as store, ThreadPoolExecutor(8) as threads:
        begun = list(threads.map(lambda _: store.sheets.begin(EDITION)[0], range(40)))
        assert all(sheet is not None for sheet in threads.map(store.sheets.newest, begun))


def test_it_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(open_memory_store()) as store:
        store.sheets.begin(EDITION)
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_site_is_never_set_up_so(url: str) -> None:
    with pytest.raises(BadSetting):
        open_store(url)
