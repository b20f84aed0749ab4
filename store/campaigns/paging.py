"""A page of many rows, and searching them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func

from store.campaigns.checks import UNSEEN, folded
from store.campaigns.values import Page

T = TypeVar("T")
ROWS = 50
LONGEST_SEARCH = 200
MOST_WORDS = 8


def page_of(
    connection: Connection,
    found: Select[Any],
    key: ColumnElement[Any],
    order: Sequence[ColumnElement[Any]],
    number: int,
    make: Callable[[RowMapping], T],
) -> Page[T]:
    """Page ``number`` of what is found, from 1; the last one where there are fewer. ``key``: what a row is known by.

    Counted and sorted without the columns of a row, which may be long; those are read for one page's rows only.
    """
    total: int = connection.execute(found.with_only_columns(func.count(), maintain_column_froms=True)).scalar_one()
    of = max(1, -(-total // ROWS))
    at = min(max(int(number), 1), of)
    sorted_keys = found.with_only_columns(key, maintain_column_froms=True).order_by(*order)
    keys = connection.execute(sorted_keys.limit(ROWS).offset((at - 1) * ROWS)).scalars().all()
    rows = connection.execute(found.add_columns(key.label("page_key")).where(key.in_(keys))).mappings()
    by_key = {row["page_key"]: row for row in rows}
    return Page(tuple(make(by_key[one]) for one in keys), total, at, of)


def searched(column: ColumnElement[str], search: str) -> ColumnElement[bool]:
    """Whether a column of folded text holds the words that are searched for, each of them somewhere."""
    held: ColumnElement[bool] = column.is_not(None)
    for word in folded(UNSEEN.sub("", search[:LONGEST_SEARCH])).split()[:MOST_WORDS]:
        held &= column.contains(word, autoescape=True)
    return held
