"""What the pages of a participant hand about: the store's own values, so that a page needs nothing below people/."""

from store import PublicSnapshot, PublicWorkshop, Seat, Stage

__all__ = ["PublicSnapshot", "PublicWorkshop", "Seat", "Stage"]
