"""A file that appears whole or not at all, readable by its owner alone, and never in place of another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.reading.wording import Said
from catalog.whole_file import NotWritten, whole_file
from store.errors import BadSetting

DATABASE_S_OWN = ("-wal", "-shm", "-journal")
"""What SQLite puts behind the name of a database for files of its own: another file there would damage it."""


class FileRefused(Said, BadSetting):
    """A file that is not written or not read. The message can be said in each language."""


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; renamed to ``path`` and on disk once the block is done without an error.

    Raises FileRefused where ``path`` exists or its folder takes no file.
    """
    if path.name.endswith(DATABASE_S_OWN):
        raise FileRefused("name_of_database", file=str(path))
    if os.path.lexists(path):
        raise FileRefused("file_exists", file=str(path))
    try:
        with whole_file(path, mode=0o600) as draft:
            yield draft
    except NotWritten as refused:
        raise FileRefused(refused.key, **refused.values) from None
