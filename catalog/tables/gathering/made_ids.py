"""Ids for what a table calls by its name or number, or does not name at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalog.questionnaire.check_measure import RESERVED_TRAIT
from catalog.reading.document import Path, nearest
from catalog.reading.ids import ID_PATTERN
from catalog.tables.gathering.chosen import Chosen
from catalog.tables.headings import same
from catalog.tables.paths import plain_cell
from catalog.tables.said import Said, sentence

_NUMBER = re.compile("[0-9]+")
_ID = re.compile(ID_PATTERN)


class Ids:
    """What is known of traits and roles. Without any, each name in the table becomes one.

    ``made``: the ids that were made, with the name in the table; ``notes``: that they were.
    ``adds``: whether an item may name a trait that is not among those known, unless it is a slip for one of them.
    """

    def __init__(self, values: Mapping[str, Any], adds: bool = False) -> None:
        self._adds = adds
        traits, roles = (list(_named(_listed(values.get(key), key))) for key in ("traits", "roles"))
        self._known = {
            kind: {same(name): one for name, one in named} for kind, named in (("trait", traits), ("role", roles))
        }
        # Ids stand before names and win where the two are the same.
        self._before = {same(name): name for name, _ in reversed(traits)}
        self._given = {kind: bool(known) for kind, known in self._known.items()}
        self._counts: dict[str, int] = {}
        self._taken: set[str] = set()
        self.made: dict[str, str] = {}
        self.notes: list[Said] = []

    def trait(self, cell: str) -> str:
        return self._id("trait", cell)

    def role(self, cell: str) -> str:
        return self._id("role", cell)

    def item_trait(self, cell: str) -> str:
        """The trait of an item, which may be a new one beside those known."""
        # What stands for a slip or a name that nobody has is said by its cell, once: the checks are given a known one.
        near = self.near_trait(cell)
        if near or self.unknown_name(cell):
            return self._known["trait"][same(near or next(iter(self._before)))]
        return self._id("trait", cell, self._adds)

    def added(self, trait: str) -> bool:
        """Whether a trait is new beside those that were known."""
        return self._adds and trait in self.made

    def near_trait(self, cell: str) -> str | None:
        """The known trait that a cell seems to be a slip for, where new ones are taken; as it is called."""
        if not self._adds or self._is_known(cell):
            return None
        near = nearest(same(cell), self._before)
        return self._before[near] if near else None

    def unknown_name(self, cell: str) -> bool:
        """Whether a cell holds a name, and no id, of a trait that is not known where no new ones are taken."""
        if self._adds or not self._given["trait"] or self._is_known(cell):
            return False
        return _ID.fullmatch(plain_cell(cell)) is None

    def _is_known(self, cell: str) -> bool:
        known, plain = self._known["trait"], plain_cell(cell)
        return not plain or same(cell) in known or plain in known.values()

    def _id(self, kind: str, cell: str, adds: bool = False) -> str:
        """The id that the cell is or names; what stands there where it is neither, so that the check says so."""
        plain, known = plain_cell(cell), self._known[kind]
        if plain in known.values():
            return plain
        if same(cell) in known:
            return known[same(cell)]
        if (self._given[kind] and not adds) or not plain:
            return plain
        made = plain if _ID.fullmatch(plain) and plain != RESERVED_TRAIT else _free_id(kind, set(known.values()))
        known[same(cell)] = made
        self.made[made] = cell.strip()
        if made != plain:
            self.notes.append(sentence(f"made_{kind}", name=cell.strip(), id=made))
        return made

    def numbered(self, chosen: Chosen, kind: str) -> bool:
        """Whether the sheet's ids are mere numbers, which no id can be: they get a word before them."""
        at = next((at for at, one in chosen.header.columns.items() if one.path == ("id",)), None)
        if at is None or kind not in ("items", "tasks"):
            return False
        cells = [
            cells[at - 1] for row, cells in chosen.sheet.rows.items() if row > chosen.header.row and at <= len(cells)
        ]
        numbers = [plain_cell(cell) for cell in cells if cell.strip()]
        found = bool(numbers) and all(map(_NUMBER.fullmatch, numbers))
        if found:
            example = f"{kind[:-1]}_{int(numbers[0])}"
            self.notes.append(sentence("made_numbers", chosen.sheet.place(chosen.header.row, at), id=example))
        return found

    def item_id(self, found: Mapping[Path, object], kind: str, numbered: bool) -> str:
        """An id for a row of a sheet whose ids are numbers, or which has none."""
        number = str(found.get(("id",), ""))
        if numbered:
            return f"{kind[:-1]}_{int(number)}" if _NUMBER.fullmatch(number) else number
        stem = str(found.get(("trait",)) or found.get(("role",)) or kind[:-1])
        while True:
            self._counts[stem] = self._counts.get(stem, 0) + 1
            made = f"{stem}_{self._counts[stem]}"
            if made not in self._taken:
                self._taken.add(made)
                return made


def _free_id(kind: str, taken: set[str]) -> str:
    number = len(taken) + 1
    while f"{kind}_{number}" in taken:
        number += 1
    return f"{kind}_{number}"


def _listed(value: Any, key: str) -> list[Any]:
    if isinstance(value, Mapping):
        value = value.get(key)
    return value if isinstance(value, list) else []


def _named(members: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Each name of a member (in any language), and its id, with the id."""
    for one in members:
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            names = one.get("name")
            yield one["id"], one["id"]
            for name in names.values() if isinstance(names, Mapping) else ():
                yield str(name), one["id"]
