"""A translator's table: a row a text, its place, and a column a language; and what came back in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.document import Path as Parts
from catalog.reading.folder import SUFFIX
from catalog.tables.gathering.rows import AROUND
from catalog.tables.headings import heading, language_of, names_column, sheet_kind
from catalog.tables.reading.read import ReadTable
from catalog.tables.said import Said, TableProblems, says, sentence
from catalog.tables.sheet import Place, Sheet
from catalog.tables.writing.folder import check_free, write_folder
from catalog.tables.writing.in_place import NotInPlace, rewritten
from catalog.tables.writing.sheets import Cell, OutSheet

PLACE = "place"
WORDS = "words"


@dataclass(frozen=True, slots=True)
class Changed:
    """``number`` of texts; ``copy``: the ZIP file with what was there before, None where nothing changed."""

    number: int
    copy: Path | None


def texts_of(values: Mapping[str, Any], languages: Sequence[str]) -> dict[str, tuple[str, Parts, Mapping[str, str]]]:
    """Every text by its place, ``items.calm_1.text``, with its file and path there. Members are named by their ids."""
    return {
        ".".join((file, *names)): (file, path, text)
        for file, value in values.items()
        for names, path, text in _texts(value, languages, (), ())
    }


def _texts(
    value: Any, languages: Sequence[str], names: tuple[str, ...], path: Parts
) -> Iterator[tuple[tuple[str, ...], Parts, Mapping[str, str]]]:
    if isinstance(value, dict) and value:
        if all(key in languages and isinstance(held, str) for key, held in value.items()):
            yield names, path, value
            return
        for key, held in value.items():
            yield from _texts(held, languages, (*names, key), (*path, key))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            own = held.get("id") if isinstance(held, dict) else None
            name = own if isinstance(own, str) else str(number + 1)
            yield from _texts(held, languages, (*names, name), (*path, number))


def words_sheet(files: AssessmentFiles, spoken: Sequence[str], into: str, language: str) -> OutSheet:
    """Every text in the assessment's first language and in ``into``; what is not translated is marked."""
    if into == spoken[0]:
        raise TableProblems([sentence("same_language", Place(files.folder.name), language=into)])
    say = says(language)
    values = {name: document.value for name, document in files.documents.items()}
    shown = (spoken[0], into)
    head = [heading((PLACE,), language, None, False)]
    head += [heading((WORDS, one), language, WORDS, True) for one in shown]
    rows: list[list[Cell | None]] = [[*head, say("state")]]
    marked: set[tuple[int, int]] = set()
    for place, (_, _, text) in texts_of(values, [*spoken, into]).items():
        there = into in text
        if not there:
            marked.add((len(rows), len(shown)))
        rows.append([place, *(text.get(one) for one in shown), None if there else say("not_translated")])
    return OutSheet("words", say("words_sheet"), rows, frozenset(marked))


def is_words(read: ReadTable) -> bool:
    """Whether a table is a translator's: its only sheet has a column of places and one of a language."""
    return len(read.sheets) == 1 and sheet_kind(read.sheets[0].name) is None and _header(read.sheets[0]) is not None


def _header(sheet: Sheet) -> tuple[int, int, dict[int, str]] | None:
    """The header's row, the column of places, and the language of each other column; None without such a header."""
    for row, cells in list(sheet.rows.items())[:20]:
        place = next((at for at, cell in enumerate(cells) if names_column(cell, PLACE)), None)
        spoken = {at: language for at, cell in enumerate(cells) if cell.strip() and (language := language_of(cell))}
        if place is not None and spoken:
            return row, place, spoken
    return None


def import_words(read: ReadTable, folder: Path, replace: bool, now: datetime) -> Changed:
    """Put the table's texts into the files, each where it stands; an empty cell changes nothing.

    Raises TableProblems for places that are not there, DataProblems where the files could then not be used, NotWritten.
    """
    sheet = read.sheets[0]
    header = _header(sheet)
    assert header is not None
    row, at, spoken = header
    files = AssessmentFiles.read(folder)
    values = {name: document.value for name, document in files.documents.items()}
    head = values.get("assessment")
    title = head.get("title") if isinstance(head, dict) else None
    known = texts_of(values, [*(title if isinstance(title, dict) else ()), *spoken.values()])
    problems: list[Said] = [
        sentence(code, sheet.place(*where)) for where, code in sorted(sheet.faults.items()) if code == "formula"
    ]
    changes: dict[str, dict[tuple[Parts, str], str]] = {}
    seen: set[str] = set()
    for number, cells in sheet.rows.items():
        place = cells[at].strip() if number > row and at < len(cells) else ""
        if not place:
            continue
        if place in seen or place not in known:
            code = "place_twice" if place in seen else "unknown_place"
            problems.append(sentence(code, sheet.place(number, at + 1), place=place))
            continue
        seen.add(place)
        file, path, text = known[place]
        for column, language in spoken.items():
            words = cells[column].strip(AROUND) if column < len(cells) else ""
            if words and words != text.get(language, "").strip(AROUND):
                changes.setdefault(file, {})[path, language] = words
    if problems:
        raise TableProblems(problems)
    if not changes:
        return Changed(0, None)
    check_free(folder, replace)
    texts = {}
    for file, wanted in changes.items():
        source = (folder / f"{file}{SUFFIX}").read_text(encoding="utf-8")
        try:
            texts[file] = rewritten(source, wanted)
        except NotInPlace as error:
            place = ".".join(map(str, error.path))
            raise TableProblems([sentence("not_in_place", Place(sheet.table), file=file, place=place)]) from None
    written = write_folder(folder, texts, now)
    return Changed(sum(map(len, changes.values())), written.copy)
