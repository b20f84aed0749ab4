"""A file that appears whole or not at all, readable by its owner alone, and never in place of another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import BadSetting


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; renamed to ``path`` and on disk once the block is done without an error.

    Raises BadSetting where ``path`` exists or its folder takes no file.
    """
    if path.exists():
        raise BadSetting(f"{path} exists already. Choose another name.")
    draft = path.with_name(path.name + ".part")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    except OSError as error:
        raise BadSetting(f"{path} cannot be written ({error.strerror}).") from None
    try:
        yield draft
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.rename(path)
    except OSError as error:
        raise BadSetting(f"{path} cannot be written ({error.strerror}).") from None
    finally:
        draft.unlink(missing_ok=True)
