"""What another system may do with a campaign's key: make personal links, and fetch what was shared.

The key opens one campaign. Whatever is not that campaign is not there: NotAllowed, the same for all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from people.organiser.asking import Refused, asked
from store import BadValue, Invited, Key, Linked, Page, Share, Token
from store.campaigns.checks import check_words
from store.campaigns.invitations import LONGEST
from store.errors import not_allowed
from store.process import process_store

MOST_AT_ONCE: Final = 1000
ROWS: Final = 200
"""Shares a page: all pages of the largest campaign are within the key's requests of one minute."""

Fault = Literal["no_object", "unknown_field", "no_text", "empty", "not_kept", "twice"]


@dataclass(frozen=True, slots=True)
class Problem:
    """``line``: the person's place in the list, from 1; ``field``: "" where it is about the whole person."""

    line: int
    field: str
    fault: Fault
    message: str


def people_in(given: Sequence[object]) -> tuple[list[Invited], list[Problem]]:
    """The people of a list as it came, or every problem with it. With a problem nobody is to be invited.

    A person is an object with at least one of name, address and reference. Two with the same address, or the same
    reference, are one of them too many.
    """
    people: list[Invited] = []
    problems: list[Problem] = []
    before: dict[tuple[str, str], int] = {}
    for line, one in enumerate(given, 1):
        found = _person(line, one)
        if isinstance(found, Invited):
            twice = _twice(line, found, before)
            problems += twice
            people.append(found)
        else:
            problems += found
    return people, problems


def _person(line: int, one: object) -> Invited | list[Problem]:
    if not isinstance(one, Mapping):
        return [Problem(line, "", "no_object", "A person is an object with name, address or reference.")]
    problems = [
        Problem(line, str(name)[:80], "unknown_field", "A person has name, address and reference, and nothing else.")
        for name in one
        if name not in LONGEST
    ]
    words: dict[str, str] = {}
    for name, most in LONGEST.items():
        value = one.get(name)
        if value is None:
            continue
        if not isinstance(value, str):
            problems.append(Problem(line, name, "no_text", f"{name} must be a text."))
            continue
        try:
            words[name] = check_words(value, 0, most, name)
        except BadValue as error:
            problems.append(Problem(line, name, "not_kept", str(error)))
    if not problems and not any(words.values()):
        problems.append(Problem(line, "", "empty", "A person has at least one of name, address and reference."))
    return problems or Invited(**words)


def _twice(line: int, person: Invited, before: dict[tuple[str, str], int]) -> list[Problem]:
    """Notes the person in ``before``; problems where address or reference stand there already."""
    problems = []
    for name, value in (("address", person.address.casefold()), ("reference", person.reference)):
        if value and before.setdefault((name, value), line) != line:
            first = before[name, value]
            problems.append(Problem(line, name, "twice", f"This {name} stands in line {first} already."))
    return problems


def check_key(secret: str, campaign: str) -> None:
    """Whether the key opens the campaign. Counts as a request. Raises NotAllowed, TooMany, StoreDown."""
    if process_store().keys.with_key(secret).campaign != campaign:
        raise not_allowed()


def make_links(secret: str, campaign: str, people: Sequence[Invited]) -> Linked:
    """A personal link for each of the people, or none at all. Sent again exactly so, they keep the links they have.

    Raises NotAllowed, TooMany, StoreDown; BadValue where the campaign has no room for them or no personal links.
    """
    return process_store().keys.add_by_key(secret, campaign, people)


def shared_page(secret: str, campaign: str, number: int) -> Page[Share]:
    """What was shared, the first that was shared first. A page beyond the last is empty.

    Raises NotAllowed, TooMany, StoreDown.
    """
    shares = process_store().keys.shared_by_key(secret, campaign)
    rows = shares[(number - 1) * ROWS : number * ROWS]
    return Page(rows, len(shares), number, max(1, -(-len(shares) // ROWS)))


def keys_of(who: Token, campaign: str) -> tuple[Key, ...] | Refused:
    return asked(lambda store: store.keys.all(who, campaign))


def make_key(who: Token, campaign: str, label: str) -> tuple[Key, str] | Refused:
    """A key and its secret, which nobody gets to see again."""
    return asked(lambda store: store.keys.make(who, campaign, label))


def withdraw_key(who: Token, key: str) -> Refused | None:
    return asked(lambda store: store.keys.withdraw(who, key))
