"""Pictures of teams that an organiser keeps to compare a campaign's with; each is its maker's alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from store.campaigns.checks import asked_id, check_json, check_shape, check_words
from store.campaigns.values import TeamPicture
from store.database.campaign_tables import team_pictures
from store.database.database import Database
from store.errors import BadValue, not_allowed
from store.organisers.access import act, look
from store.organisers.values import Organiser
from store.respondents.checks import NAME, VERSION
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.respondents.values import Token

MOST_PICTURES = 100
MOST_BYTES = 200_000


class TeamPictures:
    """``who``: the organiser's session. Every operation raises NotAllowed, alike for what is unknown and foreign."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, who: Token, title: str, assessment: str, version: str, content: Mapping[str, Any]) -> TeamPicture:
        """Raises BadValue."""
        row = {
            "id": new_id(),
            "title": check_words(title, 1, 120, "title"),
            "assessment": check_shape(assessment, NAME, "assessment"),
            "version": check_shape(version, VERSION, "version"),
            "content": check_json(content, MOST_BYTES, "content"),
        }

        def work(connection: Connection, organiser: Organiser) -> TeamPicture:
            counted = select(func.count()).where(team_pictures.c.organiser == organiser.id)
            if connection.execute(counted).scalar_one() >= MOST_PICTURES:
                raise BadValue(f"At most {MOST_PICTURES} pictures are kept.", "title")
            made = {**row, "organiser": organiser.id, "created": self._database.now()}
            connection.execute(insert(team_pictures), made)
            return _picture(made)

        return act(self._database, who, work)

    def mine(self, who: Token) -> tuple[TeamPicture, ...]:
        """The newest first."""

        def work(connection: Connection, organiser: Organiser) -> tuple[TeamPicture, ...]:
            found = select(team_pictures).where(team_pictures.c.organiser == organiser.id)
            order = (team_pictures.c.created.desc(), team_pictures.c.id)
            return tuple(_picture(row) for row in connection.execute(found.order_by(*order)).mappings())

        return look(self._database, who, work)

    def delete(self, who: Token, picture: str) -> None:
        def work(connection: Connection, organiser: Organiser) -> None:
            mine = (team_pictures.c.id == asked_id(picture), team_pictures.c.organiser == organiser.id)
            if connection.execute(delete(team_pictures).where(*mine)).rowcount == 0:
                raise not_allowed()

        act(self._database, who, work)
        self._database.wipe()


def _picture(row: RowMapping | Mapping[str, Any]) -> TeamPicture:
    plain = ("id", "title", "assessment", "version", "content")
    return TeamPicture(**{name: row[name] for name in plain}, created=moment_of(row["created"]))
