"""Between the rows of workshops and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping

from store.respondents.rows import moment_of
from store.workshops.values import PublicWorkshop, Stage, Workshop

Row = RowMapping | Mapping[str, Any]
PASSING_MS = 10_000
"""Who leaves a stage sooner has only passed by it on the way to another one."""


def agenda_of(column: Sequence[Mapping[str, Any]]) -> tuple[Stage, ...]:
    return tuple(Stage(**stage) for stage in column)


def stage_key(stage: Mapping[str, Any]) -> str:
    """By which a stage is the same one, wherever it stands in the agenda."""
    return f"{stage['kind']}:{stage['about']}"


def round_of(row: Row) -> int:
    """How often the present stage was started anew."""
    return int(row["rounds"].get(stage_key(row["agenda"][row["at"]]), 0))


def led_here(row: Row, now: int) -> bool:
    """Whether the room has done anything at the present stage: saw what it held back, or stayed there."""
    return bool(row["revealed"] or min(now, row["ends"]) - row["began"] >= PASSING_MS)


def led_of(row: Row, now: int) -> tuple[Stage, ...]:
    """Of the agenda, the stages that the room has gone through."""
    present = {stage_key(row["agenda"][row["at"]])} if led_here(row, now) else set()
    known = present | set(row["rounds"])
    return agenda_of([stage for stage in row["agenda"] if stage_key(stage) in known])


def has_ended(row: Row, now: int) -> bool:
    return bool(row["ends"] <= now)


def public_of(row: Row, now: int) -> PublicWorkshop:
    return PublicWorkshop(**_public(row, now))


def workshop_of(row: Row, now: int) -> Workshop:
    """``row``: of a workshop, with the ``access`` of who asks and the ``owner``'s name."""
    return Workshop(
        **_public(row, now),
        code=None if has_ended(row, now) else row["code"],
        began=moment_of(row["began"]),
        round=round_of(row),
        over=moment_of(row["over"]),
        created=moment_of(row["created"]),
        access=row["access"],
        owner=row["owner"],
    )


def _public(row: Row, now: int) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("id", "title", "assessment", "form", "language", "at", "revealed", "beat")},
        "agenda": agenda_of(row["agenda"]),
        "led": led_of(row, now),
        "until": None if row["until"] is None else moment_of(row["until"]),
        "ends": moment_of(row["ends"]),
        "ended": has_ended(row, now),
    }
