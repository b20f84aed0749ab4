"""A file that somebody dropped, .txt or .pdf -> the text in it, or why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from catalog.cells.encoding import NotDecoded, utf8_text
from catalog.own_process import read_apart

READER = Path(__file__).with_name("pdf_process.py")
MOST_BYTES = 4 << 20
PDF = b"%PDF-"
LOOKED_AT = 1024
"""Bytes: some programs write a few before a PDF begins."""
Fault = Literal["empty", "too_big", "no_text", "password", "damaged", "other_kind"]
"""``no_text``: a PDF of pictures, as a scanner makes it. ``other_kind``: neither a text nor a PDF."""
PDF_FAULTS: dict[str, Fault] = {"no_text": "no_text", "password": "password"}


class NoText(Exception):
    """There is no text to be had from the file, for the reason ``fault``."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


def file_text(data: bytes) -> str:
    """The text in ``data``; its bytes say what it is, not its name. Raises NoText."""
    if not data.strip():
        raise NoText("empty")
    if len(data) > MOST_BYTES:
        raise NoText("too_big")
    text = _of_pdf(data) if PDF in data[:LOOKED_AT] else _of_text(data)
    if not text.strip():
        raise NoText("empty")
    return text


def _of_pdf(data: bytes) -> str:
    found = read_apart(READER, data) or {}
    if "text" in found:
        return str(found["text"])
    raise NoText(PDF_FAULTS.get(found.get("fault", ""), "damaged"))


def _of_text(data: bytes) -> str:
    try:
        plain = utf8_text(data).data
    except NotDecoded:
        raise NoText("other_kind") from None
    if b"\0" in plain:
        raise NoText("other_kind")
    return plain.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
