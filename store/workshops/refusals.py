"""Refusals of workshops."""

from __future__ import annotations

from store.errors import StoreError
from store.workshops.values import Workshop


class WorkshopChanged(StoreError):
    """Another trainer was faster. ``current``: the workshop as it stands now."""

    def __init__(self, current: Workshop) -> None:
        super().__init__("Somebody else changed this in the meantime. Look at it again before you change it.")
        self.current = current


class NoRoom(StoreError):
    """The code opens no room: never given out, mistyped or of a workshop that has ended, which of them is not told."""

    def __init__(self) -> None:
        super().__init__("There is no workshop with this code now.")
