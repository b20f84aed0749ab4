"""A part that may be written in several ways: what stands there (keys, a list, a plain value) says which one is meant.

A shape declares them as a union of members with the tags of ``KINDS`` and one of the discriminators below.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, Tag

KEYS, LIST, PLAIN = "{}", "[]", "plain value"
KINDS = frozenset((KEYS, LIST, PLAIN))
AS_KEYS, AS_LIST, AS_PLAIN = Tag(KEYS), Tag(LIST), Tag(PLAIN)
ONE_OR_LIST = Discriminator(lambda value: LIST if isinstance(value, list) else KEYS)
PLAIN_OR_KEYS = Discriminator(lambda value: KEYS if isinstance(value, dict | BaseModel) else PLAIN)


def chosen(shape: Any, value: object) -> Any:
    """The member of ``shape`` that ``value`` is written as; ``shape`` itself where there is only one way."""
    ways = _ways(shape)
    if not ways:
        return shape
    kind = KEYS if isinstance(value, dict) else LIST if isinstance(value, list) else PLAIN
    return ways.get(kind, next(iter(ways.values())))


@cache
def _ways(shape: Any) -> Mapping[str, Any]:
    """By kind; nothing for a shape that is written in one way. Plain values of several types are one way."""
    found = {_kind(plain(one)): one for one in _members(plain(shape))}
    return found if len(found) > 1 else {}


@cache
def plain(shape: Any) -> Any:
    """``shape`` without Annotated and ``| None``. Cached like all that follows from a shape alone: there are few."""
    while True:
        members = _members(shape)
        if get_origin(shape) is Annotated:
            shape = get_args(shape)[0]
        elif len(members) == 1:
            shape = members[0]
        else:
            return shape


def _members(shape: Any) -> list[Any]:
    """Of a union; none of anything else."""
    union = get_origin(shape) in (Union, UnionType)
    return [one for one in get_args(shape) if one is not type(None)] if union else []


def _kind(member: Any) -> str:
    if get_origin(member) is tuple:
        return LIST
    if get_origin(member) is Mapping or (isinstance(member, type) and issubclass(member, BaseModel)):
        return KEYS
    return PLAIN
