"""Names of files and folders: what editors and systems leave behind, copies, and slips of the keyboard."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from catalog.reading.characters import straightened

_SYSTEM = {"thumbs.db", "desktop.ini", "__macosx", "icon\r", "@eadir", "$recycle.bin", "lost+found", "__pycache__"}
_SUFFIXES = {".bak", ".orig", ".rej", ".swp", ".swo", ".swx", ".tmp", ".temp", ".old", ".save", ".part", ".crdownload"}
_COPY = re.compile(
    r"(?:copy of |コピー ?[～~〜] ?)?(?P<stem>.+?)"
    r"(?: ?のコピー| ?[-–] ?コピー| [-–] copy| copy)?"
    r"(?: ?[(（]\d+[)）]| \d+| ?[(（][^()（）]*(?:conflict|競合)[^()（）]*[)）])?",
    re.IGNORECASE,
)
"""Only marks that no id can hold, so that ``measures_2.md`` is a lesson of its own."""
_NEAR = 0.85
"""So alike two names of files are where one is a slip for the other: ``assesment.yaml``, ``assessment.yml``."""


def passed_over(name: str) -> bool:
    """Whether nobody meant the file or folder to be read: hidden, made by a system, a backup or an open editor's."""
    if name.startswith((".", "~$")) or name.endswith("~") or (name.startswith("#") and name.endswith("#")):
        return True
    return name.casefold() in _SYSTEM or Path(name).suffix.casefold() in _SUFFIXES


def original_of(name: str) -> str:
    """``items.yaml`` for ``items (1).yaml``, ``items - コピー.yaml``, ``Copy of items.yaml``; else ``name`` itself."""
    suffix = Path(name).suffix
    found = _COPY.fullmatch(unicodedata.normalize("NFC", name.removesuffix(suffix)))
    return f"{found['stem']}{suffix}" if found else name


def meant(name: str, wanted: Iterable[str]) -> str | None:
    """The one of ``wanted`` that a file of this name is meant to be: ``Items.yaml``, ``items.yml``."""
    tidy = straightened(unicodedata.normalize("NFC", original_of(name))).replace(" ", "").casefold()
    tidy = tidy.removesuffix(".txt")
    near = difflib.get_close_matches(tidy, list(wanted), n=1, cutoff=_NEAR)
    return near[0] if near else None


def twin(name: str, names: Iterable[str]) -> str | None:
    """The one of ``names`` that is the same but for case, width and ``.yml``: ``items.yaml`` for ``Items.YML``."""
    wanted = _plain(name)
    return next((one for one in names if one != name and _plain(one) == wanted), None)


def _plain(name: str) -> str:
    path = Path(unicodedata.normalize("NFKC", name).casefold())
    return str(path.with_suffix(".yaml")) if path.suffix == ".yml" else str(path)


def copies(names: Collection[str]) -> dict[str, str]:
    """Those of ``names`` that are copies of another one beside them, with that one."""
    return {name: original for name in names if (original := original_of(name)) != name and original in names}
