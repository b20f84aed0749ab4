"""Reading and checking a list of 10,000 people, against csv.reader and a dict that finds the same address twice."""

from __future__ import annotations

import csv
import io
from time import process_time

from bench.ratio import Ratio, seconds
from people.organiser.lists.checks import check_invited
from people.organiser.lists.read import read_list
from store import Invited

PEOPLE = 10_000


def run() -> list[Ratio]:
    there = [Invited(f"前の応募者 {n}", f"earlier{n}@example.jp") for n in range(PEOPLE)]
    text = "氏名,メールアドレス,管理番号\r\n" + "".join(
        f"応募者 {n},person.{n}@mail{n % 500}.example.co.jp,A-{n:05}\r\n" for n in range(PEOPLE)
    )

    def ours() -> None:
        found = check_invited(read_list(text.encode("cp932")), there, 2 * PEOPLE)
        assert len(found.people) == PEOPLE

    def theirs() -> None:
        seen: dict[str, int] = {}
        for line, row in enumerate(csv.reader(io.StringIO(text, newline="")), start=1):
            seen.setdefault(row[1].strip().casefold(), line)

    return [
        Ratio(
            work=f"{PEOPLE:,} lines in CP932 read, every field checked, beside as many who are invited already",
            seconds=seconds(ours, 5, process_time),
            yardstick="the same lines by csv.reader, their addresses in a dict, nothing else checked",
            yardstick_seconds=seconds(theirs, 5, process_time),
            # About twice what it takes.
            most=90.0,
        )
    ]
