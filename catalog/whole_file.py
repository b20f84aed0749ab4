"""A file that appears whole or not at all: written beside its place and moved there once it is on the disk."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.reading.wording import Phrase, Said

LONGEST = 180
"""Bytes that a draft takes over from its file's name; with marks of its own it stays within a file system's 255."""
REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "file_too_large",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_such_folder",
    errno.ENOTDIR: "no_such_folder",
    errno.ENAMETOOLONG: "name_too_long",
}


class NotWritten(Said):
    """A file that could not be written; what stood in its place stands there still."""


@contextmanager
def whole_file(target: Path, *, mode: int = 0o666) -> Iterator[Path]:
    """A path beside ``target`` to write to, which takes the place of ``target`` when the block ends without an error.

    A link stays a link: what it points to is replaced. A file that was there keeps its rights, a new one gets ``mode``
    less the umask. Raises NotWritten for a folder or a device in the place, and where the disk takes no file.
    """
    place = Path(os.path.realpath(target))
    try:
        # What was there is looked at before anything is written beside it.
        if place.exists():
            if not place.is_file():
                raise NotWritten("no_plain_file", file=str(target))
            if not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            mode = place.stat().st_mode & 0o777
        draft = place.with_name(f".{_cut(place.name)}.{secrets.token_hex(4)}.part")
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
    except OSError as error:
        raise not_written(target, error) from error
    try:
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(place)
    except OSError as error:
        raise not_written(target, error) from error
    finally:
        draft.unlink(missing_ok=True)


def not_written(target: Path, error: OSError) -> NotWritten:
    """The sentence for an error of the system."""
    reason = REASONS.get(error.errno or 0)
    return NotWritten(
        "file_not_written", file=str(target), reason=Phrase(reason) if reason else error.strerror or str(error)
    )


def _cut(name: str) -> str:
    return os.fsdecode(os.fsencode(name)[:LONGEST])
