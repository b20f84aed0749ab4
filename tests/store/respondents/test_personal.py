"""The register of tables with personal data: nothing about a respondent is outside it, all else follows."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import BigInteger, Column, MetaData, String, Table, insert, literal, select

from store import Answer, Store
from store.database.campaign_tables import audit, campaign_keys, campaigns, invitations, members, team_pictures
from store.database.organiser_tables import door_attempts, organiser_sessions, organisers
from store.database.tables import assessment_files, leases, metadata, respondents
from store.database.workshop_tables import pictured, snapshots, trainers, workshop_log, workshops
from store.operating.backed_up import BACKED_UP
from store.operating.purge import purge
from store.respondents import personal, retention, rights
from store.respondents.personal import REGISTER, PersonalTable
from tests.store.moments import DAY, NOW, ROLES, Clock

OF_ORGANISERS = {organisers, organiser_sessions, door_attempts, team_pictures}
OF_CAMPAIGNS = {campaigns, members, invitations, audit, campaign_keys}
# What a snapshot rests on names a seat, and goes with it.
OF_WORKSHOPS = {workshops, trainers, workshop_log, snapshots, pictured}
NOT_PERSONAL = {leases, assessment_files} | OF_ORGANISERS | OF_CAMPAIGNS | OF_WORKSHOPS
NOT_BACKED_UP = {leases, organiser_sessions, door_attempts}


def test_every_table_is_registered_or_says_nothing_about_anybody() -> None:
    registered = {entry.table for entry in REGISTER}
    assert set(metadata.tables.values()) == registered | {respondents} | NOT_PERSONAL
    for table in metadata.tables.values():
        points_to = {key.column.table for key in table.foreign_keys}
        assert (respondents in points_to) is (table in registered), table.name


def test_what_is_registered_is_in_a_backup() -> None:
    assert {entry.table for entry in REGISTER} < set(BACKED_UP)
    assert set(BACKED_UP) == set(metadata.tables.values()) - NOT_BACKED_UP


@pytest.fixture
def shares(store: Store, monkeypatch: pytest.MonkeyPatch) -> PersonalTable:
    """One more table with personal data, declared in one place only, as a coming feature would."""
    table = Table(
        "shares_of_a_test",
        MetaData(),
        Column("respondent", String(32), primary_key=True),
        Column("made", BigInteger, nullable=False),
    )
    with store.engine.begin() as connection:
        table.create(connection)
    entry = PersonalTable(
        table=table,
        whose=table.c.respondent,
        order=table.c.made,
        heading="letters",
        told=lambda row: {"made": row["made"]},
        counted=lambda rows: Counter(letters=len(rows)),
        over=lambda keep, now: table.c.made < now - keep.finished_days * DAY,
        kind=literal("letters"),
    )
    for room in (personal, retention, rights):
        monkeypatch.setattr(room, "REGISTER", (*REGISTER, entry))
    monkeypatch.setattr(retention, "CONTENTS", (*retention.CONTENTS, entry))
    return entry


def share(store: Store, entry: PersonalTable) -> Any:
    """A respondent with an answer and a row in the new table; the token."""
    token, _ = store.sheets.begin(ROLES)
    store.sheets.save(token, [Answer("q1", 1, NOW)])
    with store.engine.begin() as connection:
        whose = connection.execute(select(respondents.c.id).order_by(respondents.c.created.desc())).scalars().first()
        connection.execute(insert(entry.table), {"respondent": whose, "made": NOW})
    return token


def left(store: Store, entry: PersonalTable) -> int:
    with store.engine.begin() as connection:
        return len(connection.execute(select(entry.table)).all())


def test_one_more_table_is_downloaded_and_deleted_with_a_proof(store: Store, shares: PersonalTable) -> None:
    token = share(store, shares)
    assert store.rights.export(token)["letters"] == [{"made": NOW}]
    proof = store.rights.forget(token)
    assert proof.gone == Counter(sheets=1, answers=1, tokens=1, letters=1)
    assert (proof.remaining, left(store, shares)) == (0, 0)


def test_one_more_table_is_purged_in_its_time(store: Store, shares: PersonalTable, clock: Clock) -> None:
    token = share(store, shares)
    clock.now += 31 * DAY
    assert purge(store) == Counter(open=1)
    assert left(store, shares) == 1
    store.sheets.begin_for(token, ROLES)
    clock.now += 366 * DAY
    assert purge(store)["letters"] == 1
    assert left(store, shares) == 0
