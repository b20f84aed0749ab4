"""Campaigns in a backup, on either database, and back again; sessions of organisers are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from store import NotAllowed, Store
from store.database.schema import upgrade
from store.operating.backed_up import BACKED_UP
from store.operating.backup import back_up
from store.operating.restore import restore
from store.workshops.deletion import OF_WORKSHOP
from tests.store.campaigns.test_deletion import full
from tests.store.campaigns.world import draft, organiser
from tests.store.moments import ROLES


def rows(store: Store) -> dict[str, list[str]]:
    return store.read(
        lambda connection: {
            table.name: sorted(repr(dict(row)) for row in connection.execute(select(table)).mappings())
            for table in BACKED_UP
        }
    )


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_everything_comes_back_on_either_database(
    store: Store, target: str, tmp_path: Path, request: pytest.FixtureRequest, opened: Callable[..., Store]
) -> None:
    who = organiser(store, "Sato")
    made, tokens = full(store, who, "whole")
    store.campaigns.change(who, made.id, draft(links="personal", title="whole", language="en"), 0)
    store.campaigns.pause(who, made.id, 1)
    _, secret = store.keys.make(who, made.id, "another")
    store.team_pictures.keep(who, "team", "roles", "1.0.0", {"mean": [1, 2.5, None]})
    store.audit.note(who, made.id, "exported", "2", {"format": "csv"})
    links, seen, shared = (
        read(who, made.id) for read in (store.invitations.all, store.campaigns.read, store.shared.all)
    )
    before = rows(store)
    elsewhere = {"assessment_files", "progress", "pictured", *(table.name for table in OF_WORKSHOP)}
    assert all(before[table.name] for table in BACKED_UP if table.name not in elsewhere)
    count = back_up(store, tmp_path / "backup")
    assert count == sum(map(len, before.values()))
    assert secret.encode() not in (tmp_path / "backup").read_bytes()
    same = not store.is_file and target == "postgresql"
    if same:
        store.campaigns.delete(who, made.id)
        other = store
    else:
        places = {"sqlite": f"sqlite:///{tmp_path}/other/fit.db"}
        other = opened(places.get(target) or request.getfixturevalue("postgres_place"))
    assert restore(other, tmp_path / "backup", replace=same) == count
    assert rows(other) == before
    with pytest.raises(NotAllowed):
        other.campaigns.read(who, made.id)
    again = organiser(other, "Sato")
    assert (other.invitations.all(again, made.id), other.shared.all(again, made.id)) == (links, shared)
    assert other.campaigns.read(again, made.id) == seen
    assert other.keys.with_key(secret).campaign == made.id
    assert other.participations.begin(links[0].secret, tokens[0], ROLES).outcome == "again"
    assert other.audit.page(again, made.id).rows[0].detail == {"format": "csv"}
    assert other.campaigns.delete(again, made.id).remaining == 0


def test_a_backup_of_before_there_were_campaigns_is_restored(store: Store, tmp_path: Path) -> None:
    from store.database.connect import make_engine

    engine = make_engine(f"sqlite:///{tmp_path}/older/fit.db")
    upgrade(engine, to="0003")
    with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
        connection.exec_driver_sql("INSERT INTO respondents VALUES ('r', 1)")
    engine.dispose()
    who = organiser(store, "Sato")
    full(store, who, "gone")
    assert restore(store, tmp_path / "older" / "fit.db", replace=True) == 1
    assert {name: len(found) for name, found in rows(store).items() if found} == {"respondents": 1}
