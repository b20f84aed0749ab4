"""Texts that a spreadsheet would run, made inert by an apostrophe in front: in a CSV file nothing else says "text".

Such a text begins with ``= + - @`` or one of their full-width forms, after spaces and quotation marks too, or with a
tab or a line break. A number is none, nor are mere dashes, nor is what begins with an apostrophe: what was made inert
once stays as it is.
"""

from __future__ import annotations

import re

FORMULA = r'^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]'
NUMBER = r"^\s*[+-]?([0-9]+(,[0-9]{3})*(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?%?\s*$|^[\s+-]*$"
"""What is let through in a column of untyped text: a number, or dashes for "nothing here"."""
APOSTROPHE = "'"


def inert(text: str) -> str:
    """``text`` as a spreadsheet takes it for text. For a cell that is text by its type, so that ``-1`` is text too."""
    return APOSTROPHE + text if re.search(FORMULA, text) else text


def inert_name(name: str) -> str:
    """The name of a column: a number is left as it is."""
    return name if re.search(NUMBER, name) else inert(name)


def excel_text(text: str) -> str:
    """``text`` as a cell of a workbook: one within ``<r>``, markup to XlsxWriter, gets an apostrophe."""
    return APOSTROPHE + text if text.startswith("<r>") and text.endswith("</r>") else text


def kept(text: str) -> str:
    """``text`` for a cell of a CSV file, made inert where it is risky; ``as_it_was`` gives back what it was."""
    return APOSTROPHE + text if _risky(text.lstrip(APOSTROPHE)) else text


def as_it_was(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[len(APOSTROPHE) :] if cell.startswith(APOSTROPHE) and _risky(cell.lstrip(APOSTROPHE)) else cell


def _risky(text: str) -> bool:
    return bool(re.search(FORMULA, text)) and not re.search(NUMBER, text)
