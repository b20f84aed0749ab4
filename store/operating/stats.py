"""How much is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from store.database.tables import metadata, sheets
from store.store import Store


@dataclass(frozen=True, slots=True)
class Stats:
    """``sheets``: their number by (assessment, version, state). ``rows``: of every table, by its name."""

    sheets: Mapping[tuple[str, str, str], int]
    rows: Mapping[str, int]


def stats(store: Store) -> Stats:
    def work(connection: Connection) -> Stats:
        kinds = (sheets.c.assessment, sheets.c.version, sheets.c.state)
        counted = connection.execute(select(*kinds, func.count()).group_by(*kinds).order_by(*kinds))
        by_kind = {(row[0], row[1], row[2]): row[3] for row in counted}
        counts = {table.name: select(func.count()).select_from(table) for table in metadata.tables.values()}
        return Stats(by_kind, {name: connection.execute(count).scalar_one() for name, count in counts.items()})

    return store.read(work)
