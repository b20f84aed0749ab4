"""Deleted means gone from the files: the bytes of ids, hashes and answers are searched for."""

from __future__ import annotations

import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from store import Answer, Edition, Scores, Store, Token
from store.operating.purge import purge
from tests.examples import in_proof
from tests.store.moments import DAY, NOW, ROLES, Clock


def bytes_of(store: Store) -> bytes:
    file = Path(store.engine.url.database or "")
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()))


def marked(store: Store, number: int) -> tuple[Token, list[bytes]]:
    """A respondent whose option ids and learned words occur nowhere else, with all the bytes that must go."""
    token, sheet = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    codes = [f"marker_{number}_{position}_x" for position in range(40)]
    for position, code in enumerate(codes):
        store.sheets.save(token, [Answer(f"q{position}", code, NOW + position)])
    words = [f"learned_{number}_{position}_x" for position in range(120)]
    for position, word in enumerate(words):
        store.progress.save(token, {f"key_{position}": (word, NOW + position)})
    marks = [text.encode() for text in codes + words]
    marks += [sheet.id.encode(), sha256(token.secret.encode()).hexdigest().encode()]
    return token, marks


@pytest.mark.parametrize("seed", [0, in_proof(1), in_proof(2)])
def test_nothing_of_a_forgotten_respondent_is_in_the_files(
    seed: int, file_place: str, opened: Callable[..., Store]
) -> None:
    store = opened(file_place)
    people = [marked(store, number) for number in range(25)]
    chosen = random.Random(seed).sample(people, 12)
    assert all(mark in bytes_of(store) for _, marks in chosen for mark in marks[-2:])
    for token, marks in chosen:
        assert store.rights.forget(token).wiped is True
        left = bytes_of(store)
        assert [mark for mark in marks if mark in left] == []
    for token, _ in people:
        assert (store.sheets.newest(token) is None) is (token in [gone for gone, _ in chosen])


def test_a_purge_and_a_fresh_start_wipe_as_well(file_place: str, opened: Callable[..., Store], clock: Clock) -> None:
    store = opened(file_place)
    token, marks = marked(store, 1)
    store.sheets.start_anew(token, ROLES)
    of_the_sheet = [mark for mark in marks[:-1] if not mark.startswith(b"learned")]
    assert len(of_the_sheet) == 41
    assert [mark for mark in of_the_sheet if mark in bytes_of(store)] == []
    assert marks[-3] in bytes_of(store)
    store.sheets.finish(token, Scores("clear", "a_role_of_its_own", 1.0))
    clock.now += 366 * DAY
    purge(store)
    left = bytes_of(store)
    assert b"a_role_of_its_own" not in left
    assert [mark for mark in marks if mark in left] == []


def test_a_visitor_s_progress_leaves_nothing_in_the_files(
    file_place: str, opened: Callable[..., Store], clock: Clock
) -> None:
    store = opened(file_place)
    token, keeper = store.devices.begin_visitor(), store.devices.begin_visitor()
    store.progress.save(keeper, {"kept": ("a_word_that_stays", NOW)})
    for number in range(300):
        store.progress.save(token, {f"a.key.{number}": (f"a_word_of_theirs_{number}", NOW)})
    hashed = sha256(token.secret.encode()).hexdigest().encode()
    assert all(mark in bytes_of(store) for mark in (b"a_word_of_theirs_7", b"a.key.7", hashed))
    store.devices.leave(token)
    clock.now += 60_000
    purge(store)
    left = bytes_of(store)
    assert [mark for mark in (b"a_word_of_theirs", b"a.key.", hashed) if mark in left] == []
    assert b"a_word_that_stays" in left


def test_a_reader_delays_the_wiping_and_the_proof_says_so(file_place: str, opened: Callable[..., Store]) -> None:
    store = opened(file_place, busy_seconds=0.1)
    token, _ = marked(store, 1)
    with store.engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM sheets")
        assert store.rights.forget(token).wiped is False
    assert store.wipe() is True


def test_the_files_are_for_their_owner_alone(file_place: str, opened: Callable[..., Store]) -> None:
    store = opened(file_place)
    store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    file = Path(store.engine.url.database or "")
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in file.parent.iterdir()} == {0o600}
