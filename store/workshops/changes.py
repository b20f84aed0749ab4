"""Changing a workshop that another trainer may be changing too: each change that is done raises its beat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from store.campaigns.checks import check_number
from store.database.database import Database
from store.database.tables import sheets
from store.database.workshop_tables import seats, snapshots, workshops
from store.errors import BadValue
from store.organisers.access import act
from store.organisers.entries import Detail
from store.organisers.values import Organiser
from store.respondents.values import Token
from store.workshops.access import workshop_row
from store.workshops.log import write_entry
from store.workshops.refusals import WorkshopChanged
from store.workshops.rows import has_ended, led_here, stage_key, workshop_of
from store.workshops.values import SNAPSHOT_OF, Workshop

Columns = Mapping[str, Any]
Noted = tuple[str, Detail | None]


def change(
    database: Database,
    who: Token,
    workshop: str,
    beat: int | None,
    work: Callable[[Connection, RowMapping, int], tuple[Columns, Noted | None]],
    *,
    running: bool = True,
) -> Workshop:
    """The workshop with the columns that ``work`` gives for its row and the moment, and what of it is noted in the log.

    ``beat``: of the workshop that the trainer saw; None: whatever it is. ``running``: only while it has not ended.
    Where nothing is different, nothing is written. Raises NotAllowed, WorkshopChanged, and what ``work`` raises.
    """

    def inside(connection: Connection, organiser: Organiser) -> Workshop:
        now = database.now()
        row = workshop_row(connection, organiser, workshop, now, "change")
        if (beat is not None and row["beat"] != beat) or (running and has_ended(row, now)):
            raise WorkshopChanged(workshop_of(row, now))
        columns, noted = work(connection, row, now)
        return write(connection, row, columns, organiser, noted, now)

    return act(database, who, inside)


def write(
    connection: Connection, row: RowMapping, columns: Columns, organiser: Organiser, noted: Noted | None, now: int
) -> Workshop:
    """The workshop of ``row``, which the caller holds, with other columns and the next beat."""
    different = {name: value for name, value in columns.items() if row[name] != value}
    if not different:
        return workshop_of(row, now)
    different["beat"] = row["beat"] + 1
    connection.execute(update(workshops).where(workshops.c.id == row["id"]).values(different))
    if noted is not None:
        write_entry(connection, row["id"], organiser.name, noted[0], now, detail=noted[1])
    return workshop_of({**row, **different}, now)


def moved(connection: Connection, row: RowMapping, at: int, now: int, *, anew: bool) -> tuple[Columns, Noted | None]:
    """The columns of another present stage. ``anew``: also of the one that it is; it shows nothing any more.

    A stage that was shown before is shown when one comes back to it. Raises BadValue.
    """
    agenda = row["agenda"]
    check_number(at, 0, len(agenda) - 1, "at")
    stage = agenda[at]
    if at == row["at"] and not anew:
        return {}, None
    rounds = dict(row["rounds"])
    if led_here(row, now):
        rounds.setdefault(stage_key(agenda[row["at"]]), 0)
    if anew:
        rounds[stage_key(stage)] = rounds.get(stage_key(stage), 0) + 1
    columns = {
        "at": at,
        "began": now,
        "until": None,
        "rounds": rounds,
        "revealed": was_shown(connection, row["id"], stage, rounds),
    }
    if stage["kind"] == "again" and row["again_began"] is None:
        columns["again_began"] = now
    elif at < row["at"] and stage["kind"] != "again" and not _asked_again(connection, row):
        # The trainer was too quick, and nobody has begun yet: it will be asked again later.
        columns["again_began"] = None
    detail: dict[str, int | str] = {"at": at + 1, "kind": stage["kind"]}
    return columns, ("started_anew" if anew else "moved", detail)


def _asked_again(connection: Connection, row: RowMapping) -> bool:
    """Whether anybody in the room has begun to answer once more since they were asked to."""
    if row["again_began"] is None:
        return False
    since = (
        seats.c.workshop == row["id"],
        sheets.c.assessment == row["assessment"],
        sheets.c.created >= row["again_began"],
        sheets.c.previous.is_not(None),
    )
    begun = select(sheets.c.id).join(seats, seats.c.respondent == sheets.c.respondent).where(*since).limit(1)
    return connection.execute(begun).first() is not None


def was_shown(connection: Connection, workshop: str, stage: Mapping[str, Any], rounds: Mapping[str, int]) -> bool:
    kind = SNAPSHOT_OF.get(stage["kind"])
    of_stage = (
        snapshots.c.workshop == workshop,
        snapshots.c.kind == kind,
        snapshots.c.about == stage["about"],
        snapshots.c.round == rounds.get(stage_key(stage), 0),
    )
    return kind is not None and connection.execute(select(snapshots.c.id).where(*of_stage).limit(1)).first() is not None


def redrafted(connection: Connection, row: RowMapping, columns: Columns, now: int) -> tuple[Columns, Noted | None]:
    """The columns of a filled-in draft. The present stage stays the present one, wherever it stands now.

    Raises BadValue for another assessment or form once somebody sits in the room.
    """
    fixed = [name for name in ("assessment", "form") if columns[name] != row[name]]
    if fixed and connection.execute(select(seats.c.id).where(seats.c.workshop == row["id"]).limit(1)).first():
        raise BadValue(f"{fixed[0]} cannot change any more.", fixed[0])
    kept = {name: columns[name] for name in ("title", "assessment", "form", "language", "agenda")}
    agenda, present = columns["agenda"], stage_key(row["agenda"][row["at"]])
    same = [place for place, stage in enumerate(agenda) if stage_key(stage) == present]
    moved_to: Columns = {"at": min(same, key=lambda place: abs(place - row["at"]))} if same else {}
    if not same:
        at = min(row["at"], len(agenda) - 1)
        moved_to = {
            **{"at": at, "began": now, "until": None},
            "revealed": was_shown(connection, row["id"], agenda[at], row["rounds"]),
        }
    return {**kept, **moved_to}, ("changed", None)
