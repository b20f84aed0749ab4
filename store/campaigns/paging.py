"""A page of many rows, and searching them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Integer, RowMapping, Select, and_, bindparam, func, true

from store.campaigns.checks import UNSEEN, folded
from store.campaigns.values import Page

T = TypeVar("T")
ROWS = 50
LONGEST_SEARCH = 200
MOST_WORDS = 8
EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Paged:
    """The statements behind the pages of what is found. Made once where the same is asked often: making them costs as
    much as running them. ``key``: what a row is known by.

    Counted and sorted without the columns of a row, which may be long; those are read for one page's rows only.
    """

    count: Select[Any]
    keys: Select[Any]
    rows: Select[Any]

    @classmethod
    def of(cls, found: Select[Any], key: ColumnElement[Any], order: Sequence[ColumnElement[Any]]) -> Paged:
        keys = found.with_only_columns(key, maintain_column_froms=True).order_by(*order)
        return cls(
            found.with_only_columns(func.count(), maintain_column_froms=True),
            keys.limit(ROWS).offset(bindparam("passed_over", type_=Integer)),
            found.add_columns(key.label("page_key")).where(key.in_(bindparam("keys", expanding=True))),
        )

    def page(
        self, connection: Connection, number: int, make: Callable[[RowMapping], T], asked: Mapping[str, Any] = EMPTY
    ) -> Page[T]:
        """Page ``number``, from 1; the last one where there are fewer. ``asked``: what the statements leave open."""
        total: int = connection.execute(self.count, asked).scalar_one()
        of = max(1, -(-total // ROWS))
        at = min(max(int(number), 1), of)
        keys = connection.execute(self.keys, {**asked, "passed_over": (at - 1) * ROWS}).scalars().all()
        rows = connection.execute(self.rows, {**asked, "keys": keys}).mappings()
        by_key = {row["page_key"]: row for row in rows}
        return Page(tuple(make(by_key[one]) for one in keys), total, at, of)


def page_of(
    connection: Connection,
    found: Select[Any],
    key: ColumnElement[Any],
    order: Sequence[ColumnElement[Any]],
    number: int,
    make: Callable[[RowMapping], T],
) -> Page[T]:
    """``Paged`` for what is asked once."""
    return Paged.of(found, key, order).page(connection, number, make)


def searched(column: ColumnElement[str], search: str) -> ColumnElement[bool]:
    """Whether a column of folded text holds the words that are searched for, each of them somewhere."""
    return and_(true(), *(column.contains(word, autoescape=True) for word in words_of(search)))


def words_of(search: str) -> list[str]:
    """What is searched for: words as they stand in a column of folded text."""
    return folded(UNSEEN.sub("", search[:LONGEST_SEARCH])).split()[:MOST_WORDS]
