"""The mistakes of ``planted.yaml``, each alone and all that can stand together, are found where they were made."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.reading.problem import Problem
from tests.catalog.planted import Mistake, planted, said, table

TABLE = table()
BASES = sorted({mistake.base for mistake in TABLE})


def found(mistake: Mistake, folder: Path, checked: tuple[Problem, ...]) -> list[Problem]:
    """What is said at the mistake's place with its advice."""
    return [
        one
        for one in checked
        if said([one], folder, "ja")[0].startswith(f"{mistake.place}:")
        and mistake.ja in one.in_language("ja")
        and mistake.en in one.in_language("en")
    ]


def test_there_are_sixty_and_more() -> None:
    assert len(TABLE) >= 60
    assert len({mistake.name for mistake in TABLE}) == len(TABLE)
    assert all(mistake.ja and mistake.en for mistake in TABLE), "without advice anything would be found"


@pytest.mark.parametrize("mistake", TABLE, ids=[mistake.name for mistake in TABLE])
def test_each_alone_is_found_where_it_was_made(tmp_path: Path, mistake: Mistake) -> None:
    folder = tmp_path / "base"
    checked = planted(folder, [mistake])
    lines = tuple(checked.notes if mistake.note else checked.problems)
    assert len(found(mistake, folder, lines)) == 1, said(lines, folder, "ja")
    assert len(lines) == 1 + mistake.follows, "and nothing is said that comes of it alone"
    assert bool(checked.problems) is not mistake.note


@pytest.mark.parametrize("note", [False, True], ids=["mistakes", "notes"])
@pytest.mark.parametrize("base", BASES)
def test_all_at_once_are_found(tmp_path: Path, base: str, note: bool) -> None:
    together = [one for one in TABLE if one.base == base and one.note is note and not one.alone]
    places = [one.at for one in together]
    assert len(set(places)) == len(places), "no line can be wrong twice"
    if not together:
        return
    checked = planted(tmp_path / "base", together)
    lines = tuple(checked.notes if note else checked.problems)
    missed = [one.name for one in together if len(found(one, tmp_path / "base", lines)) != 1]
    assert not missed, said(lines, tmp_path / "base", "ja")
    assert len(lines) == len(together), "and nothing else"


def test_a_sound_folder_has_nothing_said_of_it(tmp_path: Path) -> None:
    for base in BASES:
        checked = planted(tmp_path / base, [], base)
        assert (list(checked.problems), list(checked.notes)) == ([], [])
