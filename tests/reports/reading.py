"""Reads reports back as others would: a PDF by poppler, a workbook by its XML."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

MISSING = "poppler is missing. Install it with: sudo apt-get install poppler-utils"
SPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def poppler(tool: str, pdf: bytes, *options: str) -> str:
    """What one of poppler's commands says of ``pdf``. Fails, never skips, where it is missing."""
    path = shutil.which(tool)
    if path is None:
        pytest.fail(MISSING)
    ends = ["-"] if tool == "pdftotext" else []
    done = subprocess.run([path, *options, "-", *ends], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def text_of(pdf: bytes) -> str:
    """The text layer in reading order, without any white space: where a line breaks is the page's affair."""
    return packed(poppler("pdftotext", pdf))


def layout_of(pdf: bytes) -> str:
    """The text as it stands on the page, line by line."""
    return poppler("pdftotext", pdf, "-layout")


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pages_of(pdf: bytes) -> int:
    found = re.search(r"Pages:\s+(\d+)", poppler("pdfinfo", pdf))
    assert found
    return int(found[1])


def fonts_of(pdf: bytes) -> list[tuple[str, bool]]:
    """Each font's name and whether it is embedded."""
    rows = poppler("pdffonts", pdf).splitlines()[2:]
    return [(row.split()[0], row.split()[-5] == "yes") for row in rows]


def workbook_rows(workbook: bytes) -> dict[str, list[list[str | float | None]]]:
    """The cells of each sheet by its title: texts as str, numbers as float."""
    with ZipFile(io.BytesIO(workbook)) as parts:
        strings = "xl/sharedStrings.xml"
        entries = ElementTree.fromstring(parts.read(strings)) if strings in parts.namelist() else ()
        shared = [_text(entry) for entry in entries]
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        names = [node.attrib["name"] for node in book.iterfind("s:sheets/s:sheet", SPACE)]
        return {
            name: list(_rows(ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{at}.xml")), shared))
            for at, name in enumerate(names, start=1)
        }


def _rows(page: ElementTree.Element, shared: list[str]) -> Iterator[list[str | float | None]]:
    for row in page.iterfind("s:sheetData/s:row", SPACE):
        cells: list[str | float | None] = []
        for cell in row:
            place = re.match(r"[A-Z]+", cell.attrib["r"])
            assert place
            assert cell.find("s:f", SPACE) is None
            column = 0
            for letter in place[0]:
                column = 26 * column + ord(letter) - 64
            cells += [None] * (column - 1 - len(cells))
            value = cell.findtext("s:v", None, SPACE)
            if cell.attrib.get("t") == "inlineStr":
                cells.append(_text(cell))
            elif value is None:
                cells.append(None)
            else:
                cells.append(shared[int(value)] if cell.attrib.get("t") == "s" else float(value))
        yield cells


def _text(node: ElementTree.Element) -> str:
    """The text of a cell; ``_x000B_`` stands for a letter that XML does not hold."""
    text = "".join(part.text or "" for part in node.iter(f"{{{SPACE['s']}}}t"))
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)
