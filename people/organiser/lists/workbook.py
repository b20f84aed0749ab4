"""An Excel file, new (.xlsx) or old (.xls) -> rows of cells with their rows in the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalog.own_process import read_apart
from people.organiser.lists.text_rows import NotRead, Rows

READER = Path(__file__).with_name("workbook_process.py")
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_BOOK = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: Rows
    others: tuple[str, ...] = ()


def is_workbook(data: bytes) -> bool:
    """Whether it is for this reader to say what the file is: any archive, and every old document of Office."""
    return data.startswith((ZIP, OLE))


def read_workbook(data: bytes, most_rows: int) -> Sheet:
    """The first visible sheet with anything in it. Raises NotRead."""
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise NotRead("password")
        if not any(name in data for name in OLD_BOOK):
            raise NotRead("other_kind")
    elif b"xl/workbook.xml" not in data:
        raise NotRead("other_kind")
    found = read_apart(READER, data, str(most_rows)) or {"fault": "damaged"}
    if "fault" in found:
        raise NotRead(found["fault"], most=most_rows)
    rows = [(int(number), [str(cell) for cell in cells]) for number, cells in found["rows"]]
    return Sheet(str(found["sheet"]), rows, tuple(map(str, found["others"])))
