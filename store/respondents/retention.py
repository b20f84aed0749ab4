"""What is deleted by itself: sheets and progress whose time is over, expired tokens, respondents with nothing left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, or_, select, update

from store.database.tables import leases, progress, respondents, sheets, tokens
from store.respondents.checks import DAY_MS
from store.respondents.rights import delete_respondent
from store.respondents.values import Purged
from store.settings import Retention

AT_ONCE = 200


def take_lease(connection: Connection, name: str, now: int, until: int) -> bool:
    """Whether this process may do ``name`` now; then no other one may before ``until``."""
    taken = update(leases).where(leases.c.name == name, leases.c.until <= now).values(until=until)
    return connection.execute(taken).rowcount == 1


def purge_some(connection: Connection, keep: Retention, now: int) -> Purged | None:
    """Delete for up to AT_ONCE respondents; how much went. None: nothing of anybody is over.

    A respondent whose last sheet or progress goes now goes too, with all tokens. One who never had either stays as
    long as a token lives: somebody has only just come. One without a live token goes with everything, as nobody can
    open it, download it or ask for its deletion any more.
    Respondents that another process is changing right now are left for the next time: locking them in another order
    than a save does would stop both.
    """
    over, learned = _over(keep, now), progress.c.updated < now - keep.finished_days * DAY_MS
    live = tokens.c.expires > now
    due = or_(_has(sheets, over), _has(progress, learned), _has(tokens, ~live), ~_has(tokens, live))
    chosen = select(respondents.c.id).where(due).limit(AT_ONCE).with_for_update(skip_locked=True)
    people = connection.execute(chosen).scalars().all()
    if not people:
        return None
    dropped = connection.execute(delete(tokens).where(tokens.c.respondent.in_(people), ~live)).rowcount
    unreachable = set(people) - _whose(connection, tokens, people)
    over = or_(over, sheets.c.respondent.in_(unreachable))
    learned = or_(learned, progress.c.respondent.in_(unreachable))
    lost = _whose(connection, sheets, people, over) | _whose(connection, progress, people, learned)
    gone = {"open": 0, "finished": 0}
    states = select(sheets.c.state, func.count()).where(sheets.c.respondent.in_(people), over).group_by(sheets.c.state)
    for state, count in connection.execute(states):
        gone[state] = count
    connection.execute(delete(sheets).where(sheets.c.respondent.in_(people), over))
    unlearned = connection.execute(delete(progress).where(progress.c.respondent.in_(people), learned)).rowcount
    holding = _whose(connection, sheets, people) | _whose(connection, progress, people)
    just_here = _whose(connection, tokens, people) - lost
    for respondent in sorted(set(people) - holding - just_here):
        dropped += delete_respondent(connection, respondent)[2]
    return Purged(gone["open"], gone["finished"], dropped, unlearned)


def _has(table: Table, *conditions: ColumnElement[Any]) -> ColumnElement[bool]:
    return select(table.c.respondent).where(table.c.respondent == respondents.c.id, *conditions).exists()


def _whose(connection: Connection, table: Table, people: Sequence[str], *conditions: ColumnElement[Any]) -> set[str]:
    """Which of the people have such a row."""
    found = select(table.c.respondent).where(table.c.respondent.in_(people), *conditions).distinct()
    return set(connection.execute(found).scalars())


def _over(keep: Retention, now: int) -> ColumnElement[Any]:
    return or_(
        and_(sheets.c.state == "open", sheets.c.updated < now - keep.open_days * DAY_MS),
        and_(sheets.c.state == "finished", sheets.c.finished < now - keep.finished_days * DAY_MS),
    )
