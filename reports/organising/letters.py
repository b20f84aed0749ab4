"""The letters that an organiser may send by their own mail: to invite, to remind without pressing, to thank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import quote

from catalog.content.words import Words
from reports.told.day import known_moment_in_words

Purpose = Literal["invitation", "reminder", "thanks"]
PURPOSES: tuple[Purpose, ...] = ("invitation", "reminder", "thanks")
LONGEST_MAILTO = 1900
"""Characters; mail programs on Windows cut a longer address off, or do not open at all."""
EMPTY_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a letter says of a campaign, in one language. The moments are in the organiser's time zone.

    ``until``: when everything of the campaign is deleted.
    """

    title: str
    sender: str
    message: str
    purpose: str
    contact: str
    closes: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who is invited. ``shared``: whether they share something now; nothing else is known of them."""

    name: str
    address: str
    reference: str
    link: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str


def letter(purpose: Purpose, asked: Asked, name: str, link: str, words: Words, *, personal: bool = True) -> Letter:
    """``name``: as it stands in the list, "" where there is none. ``personal``: whether the link is one person's."""
    values = {
        "greeting": words("mail.greeting", name=name) if name else words("mail.greeting_nobody"),
        "title": asked.title,
        "sender": asked.sender,
        "message": asked.message.strip(),
        "purpose": asked.purpose.strip(),
        "contact": asked.contact.strip(),
        "closes": known_moment_in_words(words, asked.closes),
        "until": known_moment_in_words(words, asked.until),
        "link": link,
        "own": words("mail.own_link") if personal else "",
    }
    subject = words(f"mail.{purpose}.subject", **values)
    text = EMPTY_LINES.sub("\n\n", words(f"mail.{purpose}.text", **values)).strip() + "\n"
    return Letter(" ".join(subject.split()), text)


def mailto(address: str, ready: Letter) -> str:
    """Opens a mail with all of it; where that would be too long, with address and subject. "" without an address."""
    if not address:
        return ""
    start = f"mailto:{quote(address, safe='@')}?subject={quote(ready.subject, safe='')}"
    body = quote(ready.text.replace("\n", "\r\n"), safe="")
    whole = f"{start}&body={body}"
    return whole if len(whole) <= LONGEST_MAILTO else start
