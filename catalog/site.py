"""The one catalog of this process, from the folders that the settings name."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from catalog.current import CurrentCatalog


def folders() -> tuple[Path, Path]:
    """The questions' and the content's folder: ``FIT_QUESTIONS`` and ``FIT_CONTENT``, or those of the project."""
    return Path(os.environ.get("FIT_QUESTIONS") or "questions"), Path(os.environ.get("FIT_CONTENT") or "content")


@cache
def site_catalog() -> CurrentCatalog:
    return CurrentCatalog(*folders())
