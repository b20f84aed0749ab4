"""A folder that is being written: read when it has settled, never half, and the last good version stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from people.author.watched import LONG_SECONDS, SETTLED_SECONDS, WatchedFolder, watch, watched

ROOT = Path(__file__).resolve().parents[3]
TITLE = "仕事の性格検査"


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Author:
    """Writes files, each change with a stamp of its own; then time passes, with a look every tenth of a second."""

    def __init__(self, folder: Path, clock: Clock, folder_watched: WatchedFolder) -> None:
        self.folder, self.clock, self.watched = folder, clock, folder_watched

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def pass_(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.clock.seconds += 0.1
            self.watched.look()

    @property
    def titles(self) -> str:
        held = self.watched.now.assessment
        assert held is not None
        return held.title.in_language("ja")


@pytest.fixture
def author(tmp_path: Path) -> Author:
    folder = tmp_path / "mine"
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", folder)
    clock = Clock()
    folder_watched = WatchedFolder(folder, ROOT / "content", clock=clock)
    written = Author(folder, clock, folder_watched)
    written.pass_(SETTLED_SECONDS + 0.2)
    return written


def test_an_edit_is_shown_once_it_has_settled(author: Author) -> None:
    before, number = author.titles, author.watched.now.number
    author.change("assessment.yaml", before, "新しい名前")
    author.pass_(0.1)
    assert author.titles == before
    author.pass_(SETTLED_SECONDS + 0.1)
    assert author.titles == "新しい名前"
    assert author.watched.now.number > number


def test_nothing_is_shown_anew_where_nothing_has_changed(author: Author) -> None:
    author.pass_(1)
    number = author.watched.now.number
    author.pass_(3)
    assert author.watched.now.number == number


def test_ten_changes_a_second_are_never_shown_half(author: Author) -> None:
    """Two files belong together, and are written one after the other, over and over."""
    author.pass_(1)
    before = author.watched.now
    author.change("traits.yaml", "id: openness", "id: curiosity")
    for turn in range(round(10 * LONG_SECONDS) + 10):
        author.change("items.yaml", *(("openness", "wonder") if turn % 2 == 0 else ("wonder", "openness")))
        author.pass_(0.1)
        assert author.watched.now.catalog is before.catalog
        assert not author.watched.now.problems
    assert author.watched.now.moving
    text = (author.folder / "items.yaml").read_text(encoding="utf-8")
    (author.folder / "items.yaml").write_text(
        text.replace("openness", "curiosity").replace("wonder", "curiosity"), encoding="utf-8"
    )
    author.pass_(SETTLED_SECONDS + 0.2)
    held = author.watched.now.assessment
    assert held is not None
    assert "curiosity" in held.trait
    assert not author.watched.now.moving


def test_what_was_read_while_something_changed_is_thrown_away(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    from people.author import watched as module

    load, before = module._load, author.titles

    def slow(folder: Path, content: object) -> object:
        read = load(folder, content)  # type: ignore[arg-type]
        monkeypatch.setattr(module, "_load", load)
        author.change("assessment.yaml", "半分", "新しい名前")
        return read

    monkeypatch.setattr(module, "_load", slow)
    author.change("assessment.yaml", before, "半分")
    author.pass_(SETTLED_SECONDS + 0.1)
    assert author.titles == before
    author.pass_(SETTLED_SECONDS + 0.2)
    assert author.titles == "新しい名前"


def test_a_mistake_keeps_the_last_good_version_and_is_said(author: Author) -> None:
    good = author.watched.now.catalog
    author.change("items.yaml", "trait: openness", "trait: opennes")
    author.pass_(1)
    now = author.watched.now
    assert now.catalog is good
    assert now.stale
    assert {problem.file.rsplit("/", 1)[-1] for problem in now.problems} == {"items.yaml"}
    assert author.watched.get() is good
    author.change("items.yaml", "trait: opennes", "trait: openness")
    author.pass_(1)
    assert not author.watched.now.stale


def test_a_folder_that_does_not_load_at_all_waits(tmp_path: Path) -> None:
    clock, folder = Clock(), tmp_path / "mine"
    folder_watched = WatchedFolder(folder, ROOT / "content", clock=clock)
    author = Author(folder, clock, folder_watched)
    author.pass_(1)
    assert folder_watched.now.catalog is None
    assert folder_watched.now.content is not None
    assert folder_watched.problems
    with pytest.raises(DataProblems):
        folder_watched.get()
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", folder)
    author.pass_(1)
    assert folder_watched.now.assessment is not None
    shutil.rmtree(folder)
    author.pass_(1)
    assert folder_watched.now.stale


def test_what_check_says_beside_is_there_too(author: Author) -> None:
    (author.folder / "items (1).yaml").write_text("[]", encoding="utf-8")
    author.pass_(1)
    assert any("items (1).yaml" in note.file for note in author.watched.now.notes)


@pytest.fixture
def _a_site_again() -> Iterator[None]:
    yield
    watch(None)


@pytest.mark.usefixtures("_a_site_again")
def test_the_pages_show_this_folder_and_no_other(author: Author) -> None:
    watch(author.watched)
    assert watched() is author.watched
    assert [one.title.in_language("ja") for one in site_catalog().get().assessments.values()] == [author.titles]
    watch(None)
    with pytest.raises(RuntimeError):
        watched()
    assert "customer_roles" in site_catalog().get().assessments
