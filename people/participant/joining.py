"""Joining a workshop: the code as it was typed, what stands behind it, and taking a seat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment
from people.participant.words import one_line
from people.respondent.editions import edition, keep_files
from store import BadValue, NoRoom, PublicWorkshop, Seat, StoreDown, Token
from store.process import process_store

DIGITS = 8
MOST = 200
"""Characters that are looked at."""
_BETWEEN = re.compile(r"[\s\-‐-―−ー_.·・]+")


@dataclass(frozen=True, slots=True)
class Door:
    """``workshop``: what stands behind the code; else ``why``.

    wrong: a code that opens nothing now, whatever the reason; wait: too many wrong ones, ``wait_ms`` until the next is
    looked at; full: no seat is free; away: the store does not answer. ``code``: its digits, "" where none was typed.
    """

    code: str
    workshop: PublicWorkshop | None = None
    why: Literal["", "wrong", "wait", "full", "away"] = ""
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """``door``: what stands behind the code, or why nothing does. ``seat``: None where none was taken; then
    ``refused``: the nickname cannot be kept.

    ``token``: the one that this device holds from now on, None where it keeps what it has.
    """

    door: Door
    seat: Seat | None = None
    token: Token | None = None
    refused: bool = False


def digits(typed: str) -> str:
    """The eight digits in what was typed, full-width ones too, with whatever between them; "" for anything else."""
    if len(typed) > MOST:
        return ""
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed))
    return plain if re.fullmatch(rf"[0-9]{{{DIGITS}}}", plain) else ""


def look(typed: str, address: str) -> Door:
    """``address``: where the attempt comes from, as the server knows it.

    What is no code at all is answered as a wrong one is, and not counted: it guesses nothing.
    """
    code = digits(typed)
    if not code:
        return Door("", why="wrong")
    try:
        store = process_store()
        if wait := store.seats.attempt(address):
            return Door(code, why="wait", wait_ms=wait)
        try:
            return Door(code, store.seats.look(code))
        except NoRoom:
            store.seats.wrong(address)
            return Door(code, why="wrong")
    except StoreDown:
        return Door(code, why="away")


def sit(
    own: Token | None,
    typed: str,
    address: str,
    assessments: Mapping[str, Assessment],
    language: str,
    nickname: str = "",
) -> Joined:
    """``assessments``: those of the site, by id. ``language``: the sheet's, where the workshop has none of its own."""
    door = look(typed, address)
    room = door.workshop
    if room is None:
        return Joined(door)
    try:
        begun = None
        if room.assessment is not None:
            assessment = assessments.get(room.assessment)
            if assessment is None or room.form is None or room.form not in assessment.forms:
                return Joined(Door(door.code, why="wrong"))
            wanted = room.language or language
            known = wanted if wanted in assessment.languages else assessment.languages[0]
            keep_files(process_store(), assessment)
            begun = edition(assessment, room.form, known)
        seated = process_store().seats.sit(door.code, own, begun, one_line(nickname))
    except NoRoom:
        return Joined(Door(door.code, why="wrong"))
    except BadValue as bad:
        return Joined(Door(door.code, why="full")) if bad.field == "code" else Joined(door, refused=True)
    except StoreDown:
        return Joined(Door(door.code, why="away"))
    return Joined(door, seated.seat, seated.token)
