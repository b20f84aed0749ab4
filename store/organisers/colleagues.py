"""Who has access to something of an organiser's, a campaign or a workshop, by the table that says so.

Each function runs inside one transaction that holds what the access is to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, case, delete, insert, select, update

from store.database.organiser_tables import organisers
from store.errors import BadValue
from store.organisers.names import name_key
from store.organisers.values import Organiser


@dataclass(frozen=True, slots=True)
class Colleagues:
    """``table``: with the columns organiser, access and created; ``to``: its column that says what the access is to."""

    table: Table
    to: str

    def all(self, connection: Connection, of: str) -> tuple[tuple[Organiser, Any], ...]:
        """Everybody with access, the owner first, then by name."""
        table = self.table.c
        found = (
            select(organisers.c.id, organisers.c.name, table.access)
            .join(self.table, table.organiser == organisers.c.id)
            .where(table[self.to] == of)
            .order_by(case((table.access == "owner", 0), else_=1), organisers.c.name_key)
        )
        rows = connection.execute(found).mappings()
        return tuple((Organiser(row["id"], row["name"]), row["access"]) for row in rows)

    def admit(self, connection: Connection, of: str, name: str, access: str, now: int) -> bool:
        """Whether that gave them another access than they had. Raises BadValue for a name that nobody has, and for the
        owner's.
        """
        known = self._named(connection, of, name)
        if known["access"] == access:
            return False
        if known["access"] is None:
            row = {self.to: of, "organiser": known["id"], "access": access, "created": now}
            connection.execute(insert(self.table), row)
        else:
            connection.execute(update(self.table).where(self._theirs(of, known["id"])).values(access=access))
        return True

    def dismiss(self, connection: Connection, of: str, name: str) -> None:
        """Raises BadValue for who has no access, and for the owner."""
        known = self._named(connection, of, name)
        if known["access"] is None:
            raise BadValue("Nobody of this name has access.", "name")
        connection.execute(delete(self.table).where(self._theirs(of, known["id"])))

    def _theirs(self, of: str, organiser: str) -> ColumnElement[bool]:
        return (self.table.c[self.to] == of) & (self.table.c.organiser == organiser)

    def _named(self, connection: Connection, of: str, name: str) -> RowMapping:
        """The organiser of this name, with their access or None. Raises BadValue; for the owner too."""
        table = self.table.c
        found = (
            select(organisers.c.id, table.access)
            .outerjoin(self.table, (table.organiser == organisers.c.id) & (table[self.to] == of))
            .where(organisers.c.name_key == name_key(name))
        )
        row = connection.execute(found).mappings().first()
        if row is None:
            raise BadValue("Nobody of this name may organise here: they have to sign in once before.", "name")
        if row["access"] == "owner":
            raise BadValue("The owner stays the owner.", "name")
        return row
