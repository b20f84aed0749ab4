"""What a backup holds: every table about respondents, by the register, and the files of the versions they answered."""

from __future__ import annotations

from sqlalchemy import Column, Table

from store.database.tables import assessment_files, respondents
from store.respondents.personal import REGISTER

ORDERS: dict[Table, Column[object]] = {
    assessment_files: assessment_files.c.kept,
    respondents: respondents.c.created,
    # A sheet names its previous one, which has to be there first.
    **{entry.table: entry.order for entry in REGISTER},
}
BACKED_UP = tuple(ORDERS)
"""In the order in which they can be filled."""
