"""The files of each version of an assessment, kept so that an old sheet can always be read."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from store.database.database import Database
from store.database.tables import assessment_files
from store.respondents.checks import HASH, check_text


class AssessmentFiles:
    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, files_hash: str, files: Mapping[str, str]) -> None:
        """Keep an assessment's files (name to text) under their hash; a second time changes nothing."""
        check_text(files_hash, HASH, "hash of files")
        row = {"files_hash": files_hash, "files": dict(files), "kept": self._database.now()}
        known = select(assessment_files.c.files_hash).where(assessment_files.c.files_hash == files_hash)

        def work(connection: Connection) -> None:
            if connection.execute(known).first() is None:
                try:
                    with connection.begin_nested():
                        connection.execute(insert(assessment_files), row)
                except IntegrityError:
                    # Another process kept the same files between the look and the insert.
                    connection.execute(known).one()

        self._database.writer.run(work)

    def texts(self, files_hash: str) -> dict[str, str] | None:
        """The files kept under a hash, None where there are none."""
        found = select(assessment_files.c.files).where(assessment_files.c.files_hash == files_hash)
        kept = self._database.read(lambda connection: connection.execute(found).scalar())
        return None if kept is None else dict(kept)
