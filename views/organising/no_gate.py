"""The sentence that every page of the organisers carries: what it is for, and what it is not for."""

from __future__ import annotations

from views.frame.context import Site
from views.frame.markup import show, tag


def no_gate(here: Site) -> None:
    show(tag("p", here.words("texts.no_gate"), "fit-note fit-note-quiet fit-no-gate"))
