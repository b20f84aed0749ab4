"""What the store gives back about organisers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organiser:
    """``name``: what is typed at the door, or the address that a sign-in service vouches for; at most 80 characters."""

    id: str
    name: str
