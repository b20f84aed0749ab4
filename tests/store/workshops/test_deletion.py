"""What is deleted is gone: from every table, and from SQLite's files; by a trainer, by a participant, by the clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from store import Seat, Store, Token, Workshop
from store.database.tables import metadata
from store.database.workshop_tables import pictured, workshops
from store.operating.purge import purge
from store.operating.stats import stats
from store.workshops.deletion import OF_WORKSHOP
from tests.store.campaigns.test_deletion import dump
from tests.store.moments import DAY, NOW, Clock
from tests.store.workshops.world import HOUR, begun, finish, room, seated, shown, trainer


def full(store: Store, who: Token, title: str) -> tuple[Workshop, list[tuple[Token, Seat]]]:
    """A workshop with something in every table, six people in it."""
    made = begun(store, who, title=title)
    store.organisers.put("colleague", None)
    store.workshops.admit(who, made.id, "colleague")
    here = room(store, made, 6)
    store.seats.rename(here[0][0], here[0][1].id, f"{title} nick")
    store.seats.vote(here[0][0], here[0][1].id, "measures/3", f"{title} choice")
    seen, _ = shown(store, who, made, here)
    return seen, here


def test_every_table_that_names_a_workshop_goes_with_it() -> None:
    naming = {
        table for table in metadata.sorted_tables if any(key.column.table is workshops for key in table.foreign_keys)
    }
    assert set(OF_WORKSHOP) == naming | {workshops}
    order = list(OF_WORKSHOP)
    for table in order:
        for key in table.foreign_keys:
            if key.column.table in OF_WORKSHOP:
                assert order.index(table) < order.index(key.column.table), table.name
                assert key.ondelete == "CASCADE"
    assert {key.ondelete for key in pictured.foreign_keys} == {"CASCADE"}


def test_a_deleted_workshop_is_in_no_table_and_another_is_as_it_was(store: Store) -> None:
    who = trainer(store)
    gone, here = full(store, who, "gone")
    kept, _ = full(store, who, "kept")
    before = dump(store)
    marks = [gone.id, str(gone.code), *(seat.id for _, seat in here), "gone nick", "gone choice"]
    assert all(any(mark in row for rows in before.values() for row in rows) for mark in marks)
    proof = store.workshops.delete(who, gone.id)
    told = Counter(workshops=1, trainers=2, seats=6, votes=1, snapshots=1, workshop_log=4)
    assert (proof.gone, proof.remaining, proof.wiped) == (told, 0, True if store.is_file else None)
    assert proof.at.timestamp() * 1000 == NOW
    after = dump(store)
    assert [mark for mark in marks if any(mark in row for rows in after.values() for row in rows)] == []
    for name in ("workshops", "trainers", "seats", "votes", "snapshots", "workshop_log"):
        assert after[name] == [row for row in before[name] if kept.id in row]
    assert len(after["pictured"]) == 6
    # Their own answers and results stay the participants'.
    assert [len(store.sheets.history(token)) for token, _ in here] == [1] * 6
    assert [store.seats.mine(token) for token, _ in here] == [None] * 6
    store.workshops.delete(who, kept.id)
    assert all(dump(store)[table.name] == [] for table in (*OF_WORKSHOP, pictured))


def test_a_participant_has_all_of_it_and_deletes_it_with_a_proof(store: Store) -> None:
    who = trainer(store)
    made, here = full(store, who, "whole")
    token, seat = here[0]
    told = store.rights.export(token)
    assert told["seats"] == [
        {
            "workshop": made.id,
            "title": "whole",
            "nickname": "whole nick",
            "since": "2030-03-17T17:46:40+00:00",
            "left": None,
        }
    ]
    assert told["votes"] == [
        {
            **{"workshop": made.id, "question": "measures/3", "choice": "whole choice"},
            "given": "2030-03-17T17:46:40+00:00",
        }
    ]
    proof = store.rights.forget(token)
    assert (proof.gone, proof.remaining) == (Counter(sheets=1, answers=1, tokens=1, seats=1, votes=1), 0)
    assert not [row for rows in dump(store).values() for row in rows if seat.id in row or "whole nick" in row]
    counted = store.workshops.counts(who, made.id)
    assert (counted.seats, counted.finished, counted.votes) == (5, 5, {})


def test_everything_goes_thirty_days_after_the_end_and_not_before(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made, here = full(store, who, "gone")
    clock.now = NOW + 4 * HOUR + 30 * DAY - 1
    assert purge(store)["workshops"] == 0
    clock.now += 1
    gone = purge(store)
    assert (gone["workshops"], gone["seats"], gone["votes"], gone["snapshots"]) == (1, 6, 1, 1)
    rows = stats(store).rows
    assert all(rows[table.name] == 0 for table in (*OF_WORKSHOP, pictured))
    # What they answered goes in its own time.
    assert [len(store.sheets.history(token)) for token, _ in here] == [1] * 6
    assert made.ended is False


def test_who_only_sat_down_stays_as_long_as_a_room_or_a_token_does(store: Store, clock: Clock) -> None:
    made = begun(store, trainer(store), hours=1)
    token, _ = seated(store, made)
    clock.now += 31 * DAY
    purge(store)
    assert stats(store).rows["seats"] == 0
    assert not store.devices.opens(token)


def test_a_seat_that_no_device_opens_any_more_goes(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    token, _ = seated(store, made)
    finish(store, token)
    store.writer.run(lambda connection: connection.exec_driver_sql("DELETE FROM tokens"))
    assert purge(store)["seats"] == 1
    assert store.workshops.counts(who, made.id).seats == 0


def test_nothing_of_it_is_left_in_the_files(opened: Callable[..., Store], tmp_path: Path) -> None:
    store = opened(f"sqlite:///{tmp_path}/fit.db")
    who = trainer(store)
    made, here = full(store, who, "a_title_of_its_own")

    def left(*marks: str) -> list[str]:
        held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        return [mark for mark in marks if mark.encode() in held]

    store.seats.rename(here[1][0], here[1][1].id, "a_nickname_of_theirs")
    store.seats.vote(here[1][0], here[1][1].id, "measures/3", "a_choice_of_theirs")
    theirs = ("a_nickname_of_theirs", "a_choice_of_theirs")
    assert left(*theirs) == list(theirs)
    store.seats.leave(here[1][0], here[1][1].id)
    assert left(*theirs) == []
    assert store.workshops.delete(who, made.id).wiped is True
    assert left(made.id, "a_title_of_its_own", *(seat.id for _, seat in here)) == []
