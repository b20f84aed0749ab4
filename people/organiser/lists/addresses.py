"""Mail addresses: found in a cell, and checked by the rule, without asking the net."""

from __future__ import annotations

import re
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from people.organiser.lists.letters import half_width

LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LOOSE_DOTS = frozenset(("docomo.ne.jp", "ezweb.ne.jp", "au.com"))
"""Japanese phone companies gave out addresses with dots side by side or before the @ until 2009; they still work."""
_END = r"\s,;:：，；、/／|｜<>＜＞()（）\[\]［］{}｛｝「」『』【】〈〉《》\"“”"
ADDRESS = re.compile(rf"[^{_END}]*[@＠][^{_END}]*")
BRACKETED = re.compile(r"[^<>＜＞]*[<＜][^<>＜＞@＠]*[@＠][^<>＜＞@＠]*[>＞]\s*")
EMPTY_BRACKETS = re.compile(r"[<＜(（\[［{｛「『【〈《]\s*[>＞)）\]］}｝」』】〉》]|(\"\s*\"|“\s*”)")
BETWEEN = " \t\r\n\u3000,;:，；：、/／|｜"
MAILTO = re.compile("mailto:", re.IGNORECASE)


def split_cell(text: str) -> tuple[str, list[str]]:
    """The name in a cell and the addresses in it: ``Name <address>``, ``name address``, several addresses."""
    if "@" not in text and "＠" not in text:
        return text.strip(), []
    whole = half_width(text).strip()
    if valid(whole):
        return "", [whole]
    text = MAILTO.sub("", text)
    found = [half_width(one[0]).strip("'") for one in ADDRESS.finditer(text)]
    name = EMPTY_BRACKETS.sub(" ", ADDRESS.sub(" ", text)).strip(BETWEEN)
    if BRACKETED.fullmatch(text) and len(name) > 1 and name[0] + name[-1] in ('""', "“”"):
        name = name[1:-1].strip()
    return name, found


def valid(address: str) -> str | None:
    """The address with its domain in small letters; None where mail could not be sent to it."""
    local, at, domain = address.rpartition("@")
    if not at or not local:
        return None
    known = _domain(domain)
    if known is None:
        return None
    plain = re.sub(r"\.+", ".", local).strip(".") if known in LOOSE_DOTS else local
    # The library's own rule for the part before the @, without its price: a list has thousands of addresses.
    return f"{local}@{known}" if LOCAL.fullmatch(plain) else None


@lru_cache(maxsize=4096)
def _domain(domain: str) -> str | None:
    try:
        checked = validate_email(f"a@{domain}", check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return checked.domain
