"""Rows of cells -> what each says of one person, by the layout that was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from people.organiser.lists.addresses import split_cell
from people.organiser.lists.headings import Layout
from people.organiser.lists.letters import tidy
from people.organiser.lists.text_rows import Rows
from people.organiser.lists.values import Columns, Field


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says, before any of it is checked. ``addresses``: as many as stand there, half-width."""

    line: int
    name: str
    addresses: tuple[str, ...]
    reference: str


def people_in(rows: Rows, found: Layout) -> Iterator[Said]:
    """One for each row below the header; rows in which none of the columns read holds anything are left out."""
    for line, cells in rows[found.first :]:
        said = _anywhere(line, cells, found) if found.header is None else _by_header(line, cells, found)
        if said.name or said.addresses or said.reference:
            yield said


def _by_header(line: int, cells: Sequence[str], found: Layout) -> Said:
    names = [cell for place in found.names if (cell := _cell(cells, place))]
    address = _cell(cells, found.address)
    beside, addresses = split_cell(address)
    if not address and names:
        # "Name <address>" in the column of names.
        names[0], addresses = split_cell(names[0])
    elif address and not addresses:
        addresses = [address]
        beside = ""
    name = tidy(" ".join(names)) or tidy(beside)
    return Said(line, name, tuple(addresses), tidy(_cell(cells, found.reference)))


def _anywhere(line: int, cells: Sequence[str], found: Layout) -> Said:
    names: list[str] = []
    addresses: list[str] = []
    reference = ""
    for place, cell in enumerate(cells):
        if "@" in cell or "＠" in cell:
            beside, inside = split_cell(cell)
            names.append(beside)
            addresses += inside
        elif place == found.reference:
            reference = tidy(cell)
        elif place in found.names or place in found.anywhere:
            names.append(cell)
    said = [bare for name in names if (bare := tidy(tidy(name).strip('"')))]
    if not said and reference and not addresses:
        said, reference = [reference], ""
    # "Yamada, Taro" was parted at its comma.
    between = ", " if all(name.isascii() for name in said) else " "
    return Said(line, between.join(said), tuple(addresses), reference)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def columns_of(rows: Rows, found: Layout) -> Columns:
    """What the page says about how the list was read."""
    if found.header is None:
        return Columns()
    used = {*found.names, found.address, found.reference}
    read: dict[Field, str] = {}
    if found.names:
        read["name"] = " ".join(tidy(found.headings[place]) for place in found.names)
    if found.address is not None and found.address < len(found.headings):
        read["address"] = tidy(found.headings[found.address])
    if found.reference is not None:
        read["reference"] = tidy(found.headings[found.reference])
    filled = {place for _, cells in rows[found.first :] for place, cell in enumerate(cells) if cell.strip()}
    unread = tuple(
        heading
        for place, cell in enumerate(found.headings)
        if place not in used and place in filled and (heading := tidy(cell))
    )
    return Columns(found.header, read, unread)
