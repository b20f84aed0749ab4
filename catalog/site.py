"""The one catalog of this process, from the folders that the settings name."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from catalog.current import Current, CurrentCatalog


def folders() -> tuple[Path, Path]:
    """The questions' and the content's folder: ``FIT_QUESTIONS`` and ``FIT_CONTENT``, or those of the project."""
    return Path(os.environ.get("FIT_QUESTIONS") or "questions"), Path(os.environ.get("FIT_CONTENT") or "content")


def _of_settings() -> Current:
    return CurrentCatalog(*folders())


_make: Callable[[], Current] = _of_settings


@cache
def site_catalog() -> Current:
    return _make()


def serve(current: Current | None) -> None:
    """From here on the pages of this process show ``current``; None: what the settings name."""
    global _make
    _make = _of_settings if current is None else lambda: current
    site_catalog.cache_clear()
