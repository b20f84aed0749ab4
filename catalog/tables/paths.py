"""A part of a file as cells: ``norm: {mean: 50}`` is the cell ``50`` at the path ``norm.mean``, and back.

Nothing here names a key of the files. So a key that is added to them has its column without a change here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from catalog.reading.document import Path
from catalog.reading.ids import fields_of
from catalog.reading.text import Text

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_LISTED = re.compile(r"[A-Za-z0-9_]+")
_APART = re.compile(r"[,、;；\s]+")
_TRUTH = {"true": True, "false": False, "はい": True, "いいえ": False, "yes": True, "no": False}
EMPTY = {"[]": list, "{}": dict}


class Code:
    """Stands for a text of a pattern, such as an id: what it holds is never full-width."""


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every part that fits a cell, with its path; members of a list are counted from 1. A list of ids is one cell."""
    if isinstance(value, Mapping) and value:
        for key, held in value.items():
            yield from leaves(held, (*path, str(key)))
    elif isinstance(value, list) and value and not _one_cell(value):
        for number, held in enumerate(value, start=1):
            yield from leaves(held, (*path, number))
    else:
        yield path, value


def _one_cell(members: list[object]) -> bool:
    return all(isinstance(one, str) and _LISTED.fullmatch(one) for one in members)


def written(value: object) -> str | int | float:
    """A leaf as the cell shows it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "[]"
    return value if isinstance(value, (str, int, float)) else "{}"


def leaf(shape: Any, path: Iterable[str | int], cell: str) -> object:
    """What ``cell`` means at ``path`` of a part of that shape: a number, a list of ids, true or false, or a text.

    A cell that is not of its kind stays a text, so that the check says what belongs there.
    """
    kinds = shapes_at(shape, path)
    if cell.strip() in EMPTY and any(get_origin(kind) in (tuple, Mapping) for kind in kinds):
        return EMPTY[cell.strip()]()
    if any(get_origin(kind) is tuple for kind in kinds):
        return parted(cell)
    numbers = [kind for kind in kinds if kind in (int, float)]
    plain = plain_cell(cell)
    if numbers and _NUMBER.fullmatch(plain):
        number = float(plain)
        return int(number) if number.is_integer() and "." not in plain and "e" not in plain.lower() else number
    if bool in kinds:
        return _TRUTH.get(plain.casefold(), plain)
    return cell if str in kinds else plain


def parted(cell: str) -> list[str]:
    """The ids in a cell, whatever stands between them."""
    return [one for one in _APART.split(plain_cell(cell)) if one]


def plain_cell(cell: str) -> str:
    """An id, number or sign with full-width forms made plain, without spaces and apostrophes round it."""
    text = unicodedata.normalize("NFKC", cell).strip().lstrip("'’").strip()
    return re.sub("^[−–—‐‑ー―](?=$|[0-9.])", "-", text)


def shapes_at(shape: Any, path: Iterable[str | int]) -> list[Any]:
    """The shapes that the part at ``path`` may have; none where no shape knows it."""
    found = plain_shapes(shape)
    for part in path:
        found = [inner for one in found for inner in _inside(one, part)]
    return found


def plain_shapes(shape: Any) -> list[Any]:
    """The shape without Annotated and None, a union as its members."""
    if get_origin(shape) is Annotated:
        return plain_shapes(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        return [inner for one in get_args(shape) for inner in plain_shapes(one)]
    return [] if shape is type(None) else [shape]


def _inside(shape: Any, part: str | int) -> list[Any]:
    if shape is Text:
        return [str]
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        field = fields_of(shape).get(str(part))
        if field is None:
            return []
        found = plain_shapes(field.annotation)
        coded = any(getattr(one, "pattern", None) for one in field.metadata)
        return [Code if one is str and coded else one for one in found]
    if get_origin(shape) is tuple and isinstance(part, int):
        return plain_shapes(get_args(shape)[0])
    if get_origin(shape) is Mapping and isinstance(part, str):
        return plain_shapes(get_args(shape)[1])
    return []


def put(value: Any, path: Path, held: object) -> Any:
    """``value`` with ``held`` at ``path``; dicts and lists on the way are made. Members are counted from 1.

    Raises ValueError where something else stands on the way, or a member before it is missing.
    """
    if not path:
        if value is not None:
            raise ValueError(path)
        return held
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        members = [] if value is None else value
        if not isinstance(members, list) or not 0 < part <= len(members) + 1:
            raise ValueError(path)
        if part > len(members):
            members.append(put(None, rest, held))
        else:
            members[part - 1] = put(members[part - 1], rest, held)
        return members
    parts = {} if value is None else value
    if not isinstance(parts, dict):
        raise ValueError(path)
    parts[part] = put(parts.get(part), rest, held)
    return parts


def typed(path: str) -> Path:
    """``scale.labels.1`` -> its parts."""
    return tuple(int(part) if part.isascii() and part.isdigit() else part for part in path.split("."))


def shown(path: Path) -> str:
    return ".".join(map(str, path))
