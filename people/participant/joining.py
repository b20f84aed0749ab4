"""Joining a workshop: the code as it was typed, what stands behind it, and taking a seat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment
from store import PublicWorkshop, Seat, Token

DIGITS = 8
MOST = 200
"""Characters that are looked at."""
NICKNAME_LENGTH = 24
_BETWEEN = re.compile(r"[\s\-‐-―−ー_.·・]+")


@dataclass(frozen=True, slots=True)
class Door:
    """``workshop``: what stands behind the code; else ``why``: wrong, a code that opens nothing now, whatever the
    reason; wait, too many wrong ones, ``wait_ms`` until the next is looked at; away, the store does not answer.
    ``code``: its digits, "" where none of ours was typed.
    """

    code: str
    workshop: PublicWorkshop | None = None
    why: Literal["", "wrong", "wait", "away"] = ""
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
    """``address``: where the attempt comes from, as the server knows it."""
    raise NotImplementedError


def sit(
    own: Token | None,
    typed: str,
    address: str,
    assessments: Mapping[str, Assessment],
    language: str,
    nickname: str = "",
) -> Joined:
    """``assessments``: those of the site, by id. ``language``: the sheet's, where the workshop has none of its own."""
    raise NotImplementedError
