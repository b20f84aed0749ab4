"""The finished sheets as a table for analysis: answers and scores, no token, no id of the store.

``respondent`` counts from 1 within one file, so that the attempts of one person can be told to be one person's.
The answers stand in columns by item, as ``python -m scoring score`` reads them; the scores follow, as it writes them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Connection, select

from catalog.time_zone import operator_zone
from store.database.tables import sheets
from store.operating.outfile import FileRefused, new_file
from store.respondents.rows import moment_of
from store.store import Store

HEAD = ("respondent", "attempt", "assessment", "version", "files_hash", "form", "language", "begun", "finished")
TAIL = ("verdict", "best", "foundation")


def export_finished(store: Store, path: Path) -> int:
    """Write the finished sheets to a new ``.csv`` or ``.jsonl`` file; how many.

    CSV begins with a byte order mark, by which a spreadsheet knows UTF-8. Moments are the operator's, with their
    distance from UTC. Raises BadSetting, StoreDown, UnknownZone.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".jsonl"):
        raise FileRefused("export_ending", file=str(path))
    zone = operator_zone()
    encoding = "utf-8-sig" if ending == ".csv" else "utf-8"
    with new_file(path) as draft, draft.open("w", encoding=encoding, newline="") as out:
        write = _csv if ending == ".csv" else _lines
        return store.read(lambda connection: write(connection, out, zone))


def _sheets(
    connection: Connection, zone: tzinfo | None
) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Each finished sheet as (head and tail, answers that stand, scores), in the order of finishing."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    finished = (
        select(sheets).where(sheets.c.state == "finished").order_by(sheets.c.finished, sheets.c.attempt, sheets.c.id)
    )
    numbers: dict[str, int] = {}
    for row in connection.execute(finished.execution_options(yield_per=500)).mappings():
        plain = {name: row[name] for name in (*HEAD, *TAIL) if name in row}
        plain["respondent"] = numbers.setdefault(row["respondent"], len(numbers) + 1)
        plain["begun"] = moment_of(row["created"]).astimezone(zone).isoformat()
        plain["finished"] = moment_of(row["finished"]).astimezone(zone).isoformat()
        answers = {item: code for item, (code, _, _) in row["answers"].items() if code is not None}
        yield plain, answers, row["scores"] or {}


def _lines(connection: Connection, out: TextIO, zone: tzinfo | None) -> int:
    count = 0
    for plain, answers, scores in _sheets(connection, zone):
        entry = {name: plain[name] for name in HEAD} | {"answers": answers}
        entry |= {name: plain[name] for name in TAIL} | {"scores": scores}
        out.write(json.dumps(entry, ensure_ascii=False) + "\n")
        count += 1
    return count


def _csv(connection: Connection, out: TextIO, zone: tzinfo | None) -> int:
    items: dict[str, None] = {}
    columns: dict[str, None] = {}
    for _, answers, scores in _sheets(connection, zone):
        items.update(dict.fromkeys(answers))
        columns.update(dict.fromkeys(scores))
    names = (*HEAD, *sorted(items), *TAIL, *columns)
    table = csv.DictWriter(out, names, restval="", lineterminator="\n")
    table.writeheader()
    count = 0
    for plain, answers, scores in _sheets(connection, zone):
        table.writerow({**scores, **answers, **plain})
        count += 1
    return count
