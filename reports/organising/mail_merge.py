"""The list of those invited, each with a link and a letter ready to be sent, as Excel and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from catalog.content.words import Words
from reports.organising.letters import Asked, Purpose, Recipient, letter, mailto
from reports.tables.data import csv_of
from reports.tables.tables import Table

COLUMNS = ("name", "address", "reference", "link", "state", "subject", "letter", "mailto")
LONGEST_CELL = 32_767
"""Characters; Excel holds no more, and XlsxWriter would leave such a cell out without a word."""


def recipients_of(purpose: Purpose, people: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Whom a letter is for: reminders go to all who have not shared, however far they are; thanks to who has."""
    return tuple(one for one in people if purpose == "invitation" or one.shared == (purpose == "thanks"))


def mail_merge(purpose: Purpose, people: Sequence[Recipient], asked: Asked, words: Words) -> Table:
    """One row a person, in the order given. A letter is in the language of ``words`` and of ``asked``."""
    rows = []
    for one in recipients_of(purpose, people):
        ready = letter(purpose, asked, one.name, one.link, words)
        state = words("mail.state.shared" if one.shared else "mail.state.not_shared")
        cells = (one.name, one.address, one.reference, one.link, state, ready.subject, ready.text)
        rows.append((*(cell[:LONGEST_CELL] for cell in cells), mailto(one.address, ready)))
    titles = tuple(words(f"mail.column.{column}") for column in COLUMNS)
    return Table(purpose, words(f"mail.sheet.{purpose}"), COLUMNS, titles, tuple(rows))


def mail_merge_xlsx(sheets: Sequence[Table], on: date) -> bytes:
    """A workbook whose cells are all texts. Sheets of the same title get numbers."""
    from reports.tables.excel import workbook

    return workbook(sheets, on)


def mail_merge_csv(sheet: Table) -> bytes:
    """UTF-8 with a byte order mark; the header in the reader's language. No cell is a formula."""
    return csv_of(replace(sheet, columns=sheet.titles))
