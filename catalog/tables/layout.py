"""Which sheet holds what of which file: a row an element, or a row a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import BaseModel

from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.document import Path
from catalog.reading.ids import fields_of
from catalog.reading.text import Text
from catalog.tables.paths import plain_shapes, shapes_at

PLAIN, TEXT, EITHER = 0, 1, 2
"""Whether a column holds one value, a text with a column for each language, or may be written either way."""
Columns = Mapping[Path, int]

ITEMS, TRAITS, GROUPS, SCENARIOS, TASKS, ROLES, WEIGHTS = (
    "items",
    "traits",
    "groups",
    "scenarios",
    "tasks",
    "roles",
    "weights",
)
ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class RowSheet:
    """A sheet with a row for each member of the list at ``root`` of ``file``.

    ``word``: the key of the text whose columns are called by the language alone. ``needed``: columns that have to be
    there. ``elsewhere``: keys of a member that stand in a sheet of their own or that a row cannot hold.
    """

    kind: str
    file: str
    root: Path = ()
    word: str | None = None
    needed: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def shapes(self) -> list[Any]:
        """The shapes that a member may have."""
        return shapes_at(ASSESSMENT_SHAPES[self.file], (*self.root, 1))

    @property
    def columns(self) -> Columns:
        """The paths that a row may have, and what each holds."""
        return {path: kind for path, kind in _columns(self.shapes).items() if path[0] not in self.elsewhere}


ROW_SHEETS = {
    one.kind: one
    for one in (
        RowSheet(ITEMS, "items", word="text", needed=("text", "trait", "keyed")),
        RowSheet(TRAITS, "traits"),
        RowSheet(GROUPS, "traits", ("groups",)),
        RowSheet(TASKS, "tasks", word="text", needed=("text", "role")),
        RowSheet(ROLES, "roles", ("roles",), elsewhere=("weights",)),
    )
}
SCENARIO_COLUMNS: Columns = {("id",): PLAIN, ("option",): PLAIN, ("text",): TEXT, ("shows",): PLAIN}
WEIGHT_COLUMNS: Columns = {
    ("role",): PLAIN,
    ("trait",): PLAIN,
    ("weight",): PLAIN,
    ("evidence",): PLAIN,
    ("because",): TEXT,
    ("facts",): PLAIN,
}
KEY_COLUMNS: Columns = {("key",): PLAIN, ("value",): PLAIN}
KEY_WORD = "words"
NEEDED = {
    **{kind: one.needed for kind, one in ROW_SHEETS.items()},
    TRAITS: ("id",),
    GROUPS: ("id",),
    ROLES: ("id",),
    SCENARIOS: ("id", "option", "text", "shows"),
    WEIGHTS: ("role", "trait", "weight"),
}
ROW_FILES = ("items", "traits", "tasks", "scenarios", "roles")


def key_sheets() -> tuple[str, ...]:
    """The files that are a sheet with a row for each key."""
    return tuple(name for name in ASSESSMENT_SHAPES if name not in ROW_FILES)


def columns_of(kind: str) -> tuple[Columns, str | None]:
    """The paths of a sheet's columns and what each holds, and the key of its unnamed words."""
    if kind in ROW_SHEETS:
        return ROW_SHEETS[kind].columns, ROW_SHEETS[kind].word
    if kind == SCENARIOS:
        return SCENARIO_COLUMNS, "text"
    if kind == WEIGHTS:
        return WEIGHT_COLUMNS, None
    return KEY_COLUMNS, KEY_WORD


def _columns(shapes: list[Any]) -> dict[Path, int]:
    found: dict[Path, int] = {}
    for shape in shapes:
        if isinstance(shape, type) and issubclass(shape, BaseModel) and shape is not Text:
            for name, field in fields_of(shape).items():
                inner = plain_shapes(field.annotation)
                if any(one is Text for one in inner):
                    found[(name,)] = EITHER if str in inner else TEXT
                    continue
                deeper = _columns(inner)
                listed = [one for one in inner if get_origin(one) in (tuple, Mapping)]
                if deeper:
                    found |= {(name, *path): kind for path, kind in deeper.items()}
                elif not listed or any(_scalars(one) for one in listed):
                    found[(name,)] = PLAIN
    return found


def _scalars(shape: Any) -> bool:
    return get_origin(shape) is tuple and not _columns(shapes_at(shape, (1,))) and Text not in shapes_at(shape, (1,))
