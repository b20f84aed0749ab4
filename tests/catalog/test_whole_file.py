"""A file appears whole or not at all, and nothing else in its folder is touched."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from catalog.whole_file import not_written, whole_file


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, MemoryError])
def test_an_error_in_the_middle_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "out.csv"
    target.write_text("before")

    def write() -> None:
        with whole_file(target) as draft:
            draft.write_text("half")
            assert target.read_text() == "before"
            raise error

    with pytest.raises(error):
        write()
    assert target.read_text() == "before"
    assert listed(tmp_path) == ["out.csv"]


def test_two_who_write_one_file_at_once_leave_one_of_them_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with whole_file(target) as first:
        first.write_text("first")
        with whole_file(target) as second:
            second.write_text("second")
            assert first != second
        assert target.read_text() == "second"
    assert target.read_text() == "first"
    assert listed(tmp_path) == ["out.csv"]


def test_neighbours_of_a_like_name_are_not_touched(tmp_path: Path) -> None:
    for name in ("out.csv.part", ".out.csv.part", "out.csv~"):
        (tmp_path / name).write_text("precious")
    with whole_file(tmp_path / "out.csv") as draft:
        draft.write_text("new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "out.csv": "new",
        "out.csv.part": "precious",
        ".out.csv.part": "precious",
        "out.csv~": "precious",
    }


def test_a_link_to_a_file_that_is_not_there_yet_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "ahead").symlink_to("later")
    with whole_file(tmp_path / "ahead") as draft:
        draft.write_text("x")
    assert (tmp_path / "later").read_text() == "x"
    assert (tmp_path / "ahead").is_symlink()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EFBIG, errno.EIO])
def test_every_reason_is_a_sentence_in_both_languages(code: int) -> None:
    refused = not_written(Path("out.csv"), OSError(code, os.strerror(code)))
    assert str(refused).startswith("out.csv cannot be written: ")
    assert refused.in_language("en") == str(refused)
    assert refused.in_language("ja").startswith("out.csv に書き込めません(")
    if code != errno.EIO:
        assert os.strerror(code) not in str(refused) + refused.in_language("ja")
