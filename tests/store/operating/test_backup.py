from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from store import Answer, BadSetting, Edition, Scores, Store, StoreTooNew, Token
from store.database.connect import make_engine
from store.database.schema import upgrade
from store.operating.backed_up import BACKED_UP
from store.operating.backup import back_up
from store.operating.restore import restore
from store.operating.stats import stats
from tests.store.moments import NOW, ROLES

SCORES = Scores("clear", "role", 50.5, {"a_score": 1 / 3, "b_score": None, "flags": "hasty|flat"})


def filled(store: Store) -> list[Token]:
    store.files.keep("ab", {"items.yaml": "- {id: q1, text: {ja: 質問}}\n"})
    tokens = [store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))[0] for _ in range(3)]
    store.sheets.save(tokens[0], [Answer("q1", 4, NOW), Answer("s1", "b", NOW), Answer("q2", None, NOW)], position="q3")
    store.sheets.finish(tokens[0], SCORES)
    store.sheets.again(tokens[0], ROLES)
    store.devices.make_link(tokens[1])
    store.progress.save(tokens[0], {"lesson:a": (True, NOW), "check:a.1": (1, NOW), "word": ("途中", NOW)})
    tokens.append(store.devices.begin_visitor())
    store.progress.save(tokens[3], {"lesson:b": (2, NOW)})
    return tokens


def rows(store: Store) -> dict[str, list[str]]:
    def work(connection) -> dict[str, list[str]]:  # type: ignore[no-untyped-def]
        found = {table.name: connection.execute(select(table)).mappings().all() for table in BACKED_UP}
        return {name: sorted(repr(dict(row)) for row in rows) for name, rows in found.items()}

    return store.read(work)


@pytest.fixture
def other_places(tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    return {"sqlite": f"sqlite:///{tmp_path}/other/fit.db", "postgresql": request.getfixturevalue("postgres_place")}


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_a_backup_of_either_database_fills_either(
    store: Store, target: str, other_places: dict[str, str], opened: Callable[..., Store], tmp_path: Path
) -> None:
    tokens = filled(store)
    before = rows(store)
    backup = tmp_path / "backup"
    count = back_up(store, backup)
    assert count == sum(len(table) for table in before.values())
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not any(token.secret.encode() in backup.read_bytes() for token in tokens)
    # The store's own schema serves as the other PostgreSQL: emptied, it is as good as new.
    same = not store.is_file and target == "postgresql"
    if same:
        for token in tokens:
            store.rights.forget(token)
    other = store if same else opened(other_places[target])
    assert restore(other, backup, replace=same) == count
    assert rows(other) == before
    assert other.sheets.newest(tokens[0]) is not None
    assert other.sheets.history(tokens[0])[0].scores == SCORES
    assert repr(other.progress.entries(tokens[0])["lesson:a"]) == repr((True, NOW))
    assert other.progress.entries(tokens[3]) == {"lesson:b": (2, NOW)}
    assert other.files.texts("ab") == {"items.yaml": "- {id: q1, text: {ja: 質問}}\n"}


def test_a_store_that_holds_something_is_not_overwritten_by_accident(store: Store, tmp_path: Path) -> None:
    filled(store)
    before = rows(store)
    back_up(store, tmp_path / "backup")
    extra, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    with pytest.raises(BadSetting, match="--replace"):
        restore(store, tmp_path / "backup")
    assert store.sheets.newest(extra) is not None
    restore(store, tmp_path / "backup", replace=True)
    assert rows(store) == before


def test_a_backup_while_many_save_is_whole(store: Store, tmp_path: Path) -> None:
    tokens = filled(store)
    stop = threading.Event()

    def save() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            # Two answers in one save: a backup holds both or none.
            store.sheets.save(
                tokens[1], [Answer("q1", number % 5, NOW + number), Answer("q2", number % 5, NOW + number)]
            )

    thread = threading.Thread(target=save)
    thread.start()
    for number in range(4):
        back_up(store, tmp_path / f"backup{number}")
    stop.set()
    thread.join()
    last = store.sheets.newest(tokens[1])
    for number in range(4):
        restore(store, tmp_path / f"backup{number}", replace=True)
        sheet = store.sheets.newest(tokens[1])
        assert sheet is not None
        assert last is not None
        assert sheet.codes.get("q1") == sheet.codes.get("q2")
        assert sheet.revision <= last.revision


def test_what_was_deleted_is_in_no_later_backup(store: Store, tmp_path: Path) -> None:
    tokens = filled(store)
    sheet = store.sheets.newest(tokens[0])
    assert sheet is not None
    store.progress.save(tokens[0], {"word": ("a_word_of_theirs", NOW + 1)})
    store.rights.forget(tokens[0])
    back_up(store, tmp_path / "backup")
    kept = (tmp_path / "backup").read_bytes()
    assert b"a_word_of_theirs" not in kept
    assert sheet.id.encode() not in kept
    assert str(sheet.previous).encode() not in kept


def test_a_file_is_never_overwritten(store: Store, tmp_path: Path) -> None:
    (tmp_path / "backup").write_text("precious")
    with pytest.raises(BadSetting, match="exists already"):
        back_up(store, tmp_path / "backup")
    with pytest.raises(BadSetting, match="cannot be written"):
        back_up(store, tmp_path / "nowhere" / "backup")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["backup"]


def dump(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "dump"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


HEAD = {"format": "fit-store-1", "revision": "0003"}
PERSON = ["respondents", {"id": "r", "created": 1}]
TOKEN = ["tokens", {"hash": "h", "respondent": "nobody", "kind": "device", "created": 1, "last_used": 1, "expires": 1}]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ({"format": "other"},),
        ({**HEAD, "revision": "0999"}, {"rows": 0}),
        (HEAD,),
        (HEAD, PERSON),
        (HEAD, PERSON, {"rows": 2}),
        (HEAD, PERSON, {"rows": 1}, PERSON),
        (HEAD, PERSON, PERSON, {"rows": 2}),
        (HEAD, TOKEN, {"rows": 1}),
        (HEAD, ["progress", {"respondent": "nobody", "entries": {}, "updated": 1}], {"rows": 1}),
        (HEAD, ["strangers", {"id": 1}], {"rows": 1}),
        (HEAD, ["respondents", {"id": "r", "created": 1, "name": "x"}], {"rows": 1}),
        (HEAD, ["respondents", {"id": "r", "created": "not a moment"}], {"rows": 1}),
        (HEAD, [["respondents"], {}], {"rows": 1}),
        (HEAD, "nonsense", {"rows": 1}),
    ],
)
def test_a_damaged_dump_changes_nothing(store: Store, tmp_path: Path, lines: tuple[object, ...]) -> None:
    filled(store)
    before = rows(store)
    if lines == (HEAD, ["respondents", {"id": "r", "created": "not a moment"}], {"rows": 1}) and store.is_file:
        # SQLite takes any text for a number; PostgreSQL does not.
        lines = (HEAD, ["respondents", {"id": "r", "created": None}], {"rows": 1})
    with pytest.raises(BadSetting):
        restore(store, dump(tmp_path, *lines), replace=True)
    assert rows(store) == before


def test_a_dump_made_before_there_was_progress_is_restored(store: Store, tmp_path: Path) -> None:
    filled(store)
    older = dump(tmp_path, {**HEAD, "revision": "0002"}, PERSON, {"rows": 1})
    assert restore(store, older, replace=True) == 1
    assert (stats(store).rows["respondents"], stats(store).rows["progress"], stats(store).rows["tokens"]) == (1, 0, 0)


def test_a_sqlite_backup_made_before_there_was_progress_is_restored(store: Store, tmp_path: Path) -> None:
    filled(store)
    engine = make_engine(f"sqlite:///{tmp_path}/older/fit.db")
    upgrade(engine, to="0002")
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.exec_driver_sql("INSERT INTO respondents VALUES ('r', 1)")
    engine.dispose()
    assert restore(store, tmp_path / "older" / "fit.db", replace=True) == 1
    assert (stats(store).rows["respondents"], stats(store).rows["progress"]) == (1, 0)


def test_a_damaged_or_newer_sqlite_backup_changes_nothing(
    store: Store, tmp_path: Path, opened: Callable[..., Store]
) -> None:
    filled(store)
    before = rows(store)
    source = opened(f"sqlite:///{tmp_path}/source/fit.db")
    filled(source)
    back_up(source, tmp_path / "whole")
    broken = bytearray((tmp_path / "whole").read_bytes())
    (tmp_path / "short").write_bytes(broken[: len(broken) // 2])
    broken[5000:9000] = b"\xff" * 4000
    (tmp_path / "broken").write_bytes(broken)
    for name in ("short", "broken"):
        with pytest.raises(BadSetting):
            restore(store, tmp_path / name, replace=True)
    with source.engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.exec_driver_sql("UPDATE fit_store_version SET version_num = '0999'")
    back_up(source, tmp_path / "newer")
    with pytest.raises(StoreTooNew):
        restore(store, tmp_path / "newer", replace=True)
    with pytest.raises(BadSetting):
        restore(store, tmp_path / "not there", replace=True)
    assert rows(store) == before
