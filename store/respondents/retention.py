"""What is deleted by itself: rows whose time is over, expired tokens, respondents with nothing left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select

from store.database.tables import respondents
from store.respondents.personal import REGISTER, TOKENS, PersonalTable
from store.respondents.rights import delete_respondent
from store.settings import Retention

AT_ONCE = 200
CONTENTS = tuple(entry for entry in REGISTER if not entry.opens)


def purge_some(connection: Connection, keep: Retention, now: int) -> Counter[str] | None:
    """Delete for up to AT_ONCE respondents; how much went, by kind. None: nothing of anybody is over.

    A respondent whose last sheet or progress goes now goes too, with all tokens. One who never had either stays as
    long as a token lives: somebody has only just come. One without a live token goes with everything, as nobody can
    open it, download it or ask for its deletion any more.
    Respondents that another process is changing right now are left for the next time: locking them in another order
    than a save does would stop both.
    """
    over = {entry.heading: entry.over(keep, now) for entry in REGISTER}
    live = ~over[TOKENS.heading]
    due = or_(*(_has(entry, over[entry.heading]) for entry in REGISTER), ~_has(TOKENS, live))
    chosen = select(respondents.c.id).where(due).limit(AT_ONCE).with_for_update(skip_locked=True)
    people = connection.execute(chosen).scalars().all()
    if not people:
        return None
    gone: Counter[str] = Counter()
    dead = delete(TOKENS.table).where(TOKENS.whose.in_(people), ~live)
    gone["tokens"] += connection.execute(dead).rowcount
    unreachable = set(people) - _whose(connection, TOKENS, people)
    lost: set[str] = set()
    for entry in reversed(CONTENTS):
        going = or_(over[entry.heading], entry.whose.in_(unreachable))
        lost |= _whose(connection, entry, people, going)
        kinds = select(entry.kind, func.count()).where(entry.whose.in_(people), going).group_by(entry.kind)
        for kind, count in connection.execute(kinds):
            gone[kind] += count
        connection.execute(delete(entry.table).where(entry.whose.in_(people), going))
    holding = set().union(*(_whose(connection, entry, people) for entry in CONTENTS))
    just_here = _whose(connection, TOKENS, people) - lost
    for respondent in sorted(set(people) - holding - just_here):
        gone["tokens"] += delete_respondent(connection, respondent)["tokens"]
    return gone


def _has(entry: PersonalTable, condition: ColumnElement[Any]) -> ColumnElement[bool]:
    return select(entry.whose).where(entry.whose == respondents.c.id, condition).exists()


def _whose(
    connection: Connection, entry: PersonalTable, people: Sequence[str], *conditions: ColumnElement[Any]
) -> set[str]:
    """Which of the people have such a row."""
    found = select(entry.whose).where(entry.whose.in_(people), *conditions).distinct()
    return set(connection.execute(found).scalars())
