"""Workshops in a backup, on either database, and back again; and a schema of before there were any, brought up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from store import Store
from store.database.connect import make_engine
from store.database.schema import revision_of, upgrade
from store.database.workshop_tables import pictured
from store.operating.backup import back_up
from store.operating.restore import restore
from store.workshops.deletion import OF_WORKSHOP
from tests.store.campaigns.test_backup import rows
from tests.store.moments import ROLES
from tests.store.workshops.test_deletion import full
from tests.store.workshops.world import PLACE, begun, code_of, trainer


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_everything_comes_back_on_either_database(
    store: Store, target: str, tmp_path: Path, request: pytest.FixtureRequest, opened: Callable[..., Store]
) -> None:
    who = trainer(store)
    made, here = full(store, who, "whole")
    made = store.workshops.go(who, made.id, PLACE["again"], made.beat)
    made = store.workshops.count_down(who, made.id, 60, made.beat)
    store.rights.forget(here[0][0])
    store.seats.vote(here[1][0], here[1][1].id, "measures/3", ["a"])
    shown = store.workshops.snapshots(who, made.id)
    before = rows(store)
    assert all(before[table.name] for table in (*OF_WORKSHOP, pictured))
    count = back_up(store, tmp_path / "backup")
    same = not store.is_file and target == "postgresql"
    if same:
        store.workshops.delete(who, made.id)
        other = store
    else:
        places = {"sqlite": f"sqlite:///{tmp_path}/other/fit.db"}
        other = opened(places.get(target) or request.getfixturevalue("postgres_place"))
    assert restore(other, tmp_path / "backup", replace=same) == count
    assert rows(other) == before
    again = trainer(other)
    assert other.workshops.read(again, made.id) == made
    assert other.workshops.snapshots(again, made.id) == shown
    assert other.seats.sit(code_of(made), here[1][0], ROLES).seat.voted == {"measures/3": ["a"]}
    assert other.workshops.delete(again, made.id).remaining == 0


def test_what_was_there_before_there_were_workshops_stays(place: str, opened: Callable[..., Store]) -> None:
    engine = make_engine(place)
    upgrade(engine, to="0005")
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        assert revision_of(connection) == "0005"
        assert not inspect(connection).has_table("workshops")
        connection.execute(text("INSERT INTO organisers (id, name, name_key, created) VALUES ('o', 'Ito', 'ito', 1)"))
        connection.execute(text("INSERT INTO respondents (id, created) VALUES ('r', 1)"))
    engine.dispose()
    store = opened(place)
    made = begun(store, trainer(store, "Ito"))
    assert store.seats.look(code_of(made)).id == made.id
    assert [row["respondents"] for row in (rows(store),)] == [["{'id': 'r', 'created': 1}"]]
    assert "'id': 'o'" in rows(store)["organisers"][0]
