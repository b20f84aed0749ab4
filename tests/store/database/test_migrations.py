from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, insert, inspect, text

from store import Answer, Edition, Scores, Store, StoreDown, StoreError, StoreTooNew, Token, open_store
from store.database import tables
from store.database.connect import make_engine
from store.database.schema import HEAD, REVISIONS, VERSION_TABLE, revision_of, upgrade
from store.database.tables import metadata
from store.operating.stats import stats
from tests.store.moments import DAY, NOW, ROLES

ROOT = Path(__file__).parents[3]


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    made = make_engine(place)
    yield made
    made.dispose()


def scripts() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "store" / "migrations"))
    return config


def test_the_program_knows_every_revision() -> None:
    found = [script.revision for script in ScriptDirectory.from_config(scripts()).walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_from_empty_to_the_tables_of_the_program(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        assert revision_of(connection) == HEAD
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_from_the_first_revision_up_with_what_it_holds(
    place: str, engine: Engine, opened: Callable[..., Store]
) -> None:
    upgrade(engine, to="0001")
    with engine.begin() as connection:
        assert revision_of(connection) == "0001"
        connection.execute(text("INSERT INTO respondents (id, created) VALUES ('r', 1)"))
    store = opened(place)
    assert stats(store).rows["respondents"] == 1
    assert store.lease("purge", 1)
    token, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    assert store.sheets.save(token, [Answer("q1", 1, NOW)]).sheet.codes == {"q1": 1}


def test_what_people_answered_before_there_was_progress_stays(
    place: str, engine: Engine, opened: Callable[..., Store]
) -> None:
    upgrade(engine, to="0002")
    token = Token("x" * 43)
    sheet = {column.name: None for column in tables.sheets.columns} | {
        **{"id": "s", "respondent": "r", "attempt": 1, "assessment": "roles", "version": "1.0.0", "files_hash": "ab"},
        **{"form": "full", "language": "ja", "answers": {"q1": [4, NOW, 1]}, "timings": {"p1": 9}, "placed": {}},
        **{"revision": 1, "state": "finished", "created": 1, "updated": NOW, "finished": NOW, "verdict": "clear"},
        **{"best": "role", "foundation": 50.5, "scores": {"a_score": 0.1}},
    }
    device = {"hash": sha256(b"x" * 43).hexdigest(), "respondent": "r", "kind": "device"}
    moments = {"created": NOW, "last_used": NOW, "expires": NOW + DAY}
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        assert revision_of(connection) == "0002"
        assert not inspect(connection).has_table("progress")
        connection.execute(insert(tables.respondents), {"id": "r", "created": 1})
        connection.execute(insert(tables.sheets), sheet)
        connection.execute(insert(tables.tokens), device | moments)
        connection.execute(text("UPDATE leases SET until = 7"))
    store = opened(place)
    kept = store.sheets.newest(token)
    assert kept is not None
    assert (kept.id, kept.codes, kept.timings, kept.state) == ("s", {"q1": 4}, {"p1": 9}, "finished")
    assert kept.scores == Scores("clear", "role", 50.5, {"a_score": 0.1})
    assert store.progress.entries(token) == {}
    assert store.progress.save(token, {"a": (True, NOW)}) == store.progress.entries(token)
    assert store.sheets.again(token, ROLES).previous == "s"
    assert stats(store).rows["progress"] == 1
    assert store.rights.forget(token).remaining == 0


def test_an_old_schema_is_not_ready(place: str, engine: Engine, opened: Callable[..., Store]) -> None:
    store = opened(place)
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))
    with pytest.raises(StoreDown, match="upgrade"):
        store.ready()


@pytest.mark.parametrize("revision", REVISIONS)
def test_there_is_no_way_down(place: str, engine: Engine, opened: Callable[..., Store], revision: str) -> None:
    upgrade(engine, to=revision)
    config = scripts()
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        with pytest.raises(StoreError, match="never lowered"):
            command.downgrade(config, "-1")
    with engine.connect() as connection:
        assert revision_of(connection) == revision


def test_a_newer_schema_is_refused_with_a_sentence(place: str, engine: Engine, opened: Callable[..., Store]) -> None:
    store = opened(place)
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0999'"))
    with pytest.raises(StoreTooNew, match="newer version"):
        open_store(place)
    with pytest.raises(StoreTooNew):
        store.ready()


def test_a_stranger_s_tables_are_refused_and_left_alone(place: str, engine: Engine) -> None:
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.execute(text("CREATE TABLE sheets (mine INTEGER)"))
    with pytest.raises(StoreTooNew, match="did not make"):
        open_store(place)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT mine FROM sheets")).all() == []


def test_no_database_at_all(tmp_path: Path) -> None:
    file = tmp_path / "fit.db"
    file.write_text("This is a letter, no database. " * 200)
    with pytest.raises(StoreDown):
        open_store(f"sqlite:///{file}")


def test_processes_that_start_together_upgrade_once(place: str, opened: Callable[..., Store]) -> None:
    line = (
        "import sys, alembic.command; from store import open_store; print('set', flush=True); sys.stdin.readline();"
        "open_store(sys.argv[1]).ready(); print('ready')"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    starts = [subprocess.Popen([sys.executable, "-c", line, place], cwd=ROOT, text=True, **pipes) for _ in range(4)]
    for process in starts:
        assert process.stdout is not None
        assert process.stdout.readline() == "set\n"
    for process in starts:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate(timeout=60) for process in starts]
    assert [out for out, _ in told] == ["ready\n"] * 4, told


def test_threads_that_start_together_upgrade_once(place: str, opened: Callable[..., Store]) -> None:
    ready: list[bool] = []
    threads = [threading.Thread(target=lambda: ready.append(opened(place).ready() is None)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ready == [True] * 4
