"""A running site: the files change under it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

from catalog.current import CurrentCatalog
from catalog.reading.problem import DataProblems
from tests.catalog.small_site import SMALL, SmallSite

ITEMS = "questions/small/items.yaml"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIT_LANGUAGE", "en")


@pytest.fixture
def current(site: SmallSite) -> CurrentCatalog:
    return CurrentCatalog(Path("questions"), Path("content"), check_every=0)


def test_what_does_not_change_is_not_read_again(current: CurrentCatalog) -> None:
    assert current.get() is current.get()
    assert current.problems == ()


def test_a_change_is_seen(site: SmallSite, current: CurrentCatalog) -> None:
    before = current.get()
    site.change(ITEMS, "I stay calm.", "I keep calm.")
    after = current.get()
    assert after is not before
    assert after.assessments["small"].item["calm_1"].text.in_language("en") == "I keep calm."


def test_a_look_costs_nothing_before_its_time(site: SmallSite) -> None:
    current = CurrentCatalog(Path("questions"), Path("content"), check_every=3600)
    before = current.get()
    site.change(ITEMS, "I stay calm.", "I keep calm.")
    assert current.get() is before


def test_a_broken_file_keeps_the_last_good_version(
    site: SmallSite, current: CurrentCatalog, caplog: pytest.LogCaptureFixture
) -> None:
    good = current.get()
    # Half of the file, as an editor or a copy may leave it for a moment.
    site.write(ITEMS, SMALL[ITEMS].encode("utf-8")[:45])
    with caplog.at_level(logging.ERROR):
        assert current.get() is good
        assert current.get() is good
    assert current.problems
    assert len(caplog.records) == 1
    assert str(current.problems[0]) in caplog.text
    site.write(ITEMS, SMALL[ITEMS] + "# mended\n")
    assert current.get() is not good
    assert current.problems == ()


def test_nothing_good_yet_is_an_error_until_it_is_mended(site: SmallSite, caplog: pytest.LogCaptureFixture) -> None:
    site.remove(ITEMS)
    current = CurrentCatalog(Path("questions"), Path("content"), check_every=0)
    for _ in range(2):
        with pytest.raises(DataProblems) as found:
            current.get()
        assert found.value.problems == current.problems != ()
    assert len(caplog.records) == 1
    site.write(ITEMS, SMALL[ITEMS])
    assert current.get().assessments["small"].items
    assert current.problems == ()


def test_a_folder_that_vanishes_is_no_crash(site: SmallSite, current: CurrentCatalog) -> None:
    good = current.get()
    (site.folder / "content").rename(site.folder / "gone")
    assert current.get() is good
    assert current.problems


def test_many_threads_get_a_catalog_while_the_files_change(site: SmallSite, current: CurrentCatalog) -> None:
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(50):
                assert "small" in current.get().assessments
        except BaseException as failure:
            failures.append(failure)

    current.get()
    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(10):
        site.write(ITEMS, SMALL[ITEMS] if turn % 2 else "- id: [\n")
    for thread in threads:
        thread.join()
    assert failures == []
