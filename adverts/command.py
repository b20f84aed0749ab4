"""``python -m catalog adverts FILE… --out OUT.csv``: the same reading for many texts, a row each."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from adverts.file_text import NoText
from adverts.read import read
from adverts.reading import Reading
from adverts.text_file import read_advert
from catalog.command_line import Says, sentences
from catalog.content.content import Content
from catalog.interpreter import WRONG_USE
from catalog.load import load_content
from catalog.reading.problem import DataProblems
from catalog.whole_file import NotWritten, whole_file

WORDING = Path(__file__).with_name("wording.yaml")
COLUMNS = ("file", "verdict", "kind", "title_kind", "missing", "signals")
SEPARATOR = "|"


def write_table(files: Sequence[Path], out: Path, content: Path, language: str) -> int:
    """The command's exit status: 0 all well, 1 problems in the content's files, 2 a file that is none.

    All files or nothing is written.
    """
    says = sentences(WORDING, language)
    try:
        site = load_content(content)
    except DataProblems as found:
        print(found.in_language(language))
        return 1
    rows, wrong = _rows(files, site, language, says)
    if wrong:
        for sentence in wrong:
            print(sentence, file=sys.stderr)
        return WRONG_USE
    try:
        # A mark of UTF-8 in front, so that a spreadsheet opens Japanese as it is.
        with whole_file(out) as draft, draft.open("w", encoding="utf-8-sig", newline="") as table:
            writer = csv.writer(table)
            writer.writerow(COLUMNS)
            writer.writerows(rows)
    except NotWritten as error:
        print(error.in_language(language), file=sys.stderr)
        return WRONG_USE
    print(says("written", number=len(rows), file=out))
    return 0


def _rows(
    files: Iterable[Path], content: Content, language: str, says: Says
) -> tuple[list[tuple[str, ...]], list[str]]:
    rows, wrong = [], []
    for file in files:
        try:
            advert = read_advert(file)
        except OSError as error:
            wrong.append(says("unreadable", file=file, reason=says(_reason(error))))
        except NoText:
            wrong.append(says("no_text", file=file))
        else:
            rows.append(row(str(file), read(advert.text, advert.title, content, language)))
    return rows, wrong


def row(file: str, reading: Reading) -> tuple[str, ...]:
    """One row under COLUMNS. The signals are the very words of the title and the text, in order, each once."""
    quoted = [one.quote for one in (*reading.title_findings, *reading.findings)]
    return (
        file,
        reading.verdict,
        reading.kind or "",
        reading.title_kind or "",
        SEPARATOR.join(one.condition for one in reading.missing),
        SEPARATOR.join(dict.fromkeys(quoted)),
    )


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "missing_file"
    return "is_folder" if isinstance(error, IsADirectoryError) else "not_readable"
