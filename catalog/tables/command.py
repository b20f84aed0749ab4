"""``python -m catalog new``, ``import`` and ``export``: what they take and what they print."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from catalog.interpreter import WRONG_USE, command, quoted
from catalog.reading.ids import ID_PATTERN
from catalog.reading.problem import DataProblems
from catalog.reading.wording import languages
from catalog.site import folders
from catalog.tables.exporting import export_folder
from catalog.tables.headings import language_of
from catalog.tables.importing import Imported, import_table, new_assessment
from catalog.tables.reading.read import ReadTable, read_bytes, read_table
from catalog.tables.said import Said, TableProblems, says, sentence
from catalog.tables.sheet import Place
from catalog.tables.start import made_id
from catalog.tables.translated import import_words, is_words
from catalog.whole_file import NotWritten

NAMES = ("new", "import", "export")
STDIN = "-"
GOOD, WRONG = 0, 1


def add_commands(commands: Any, language: str) -> None:
    """The three commands as subcommands of ``python -m catalog``."""
    say = says(language)
    new = commands.add_parser("new", help=say("new"), description=say("new"))
    new.add_argument("name", metavar="NAME", help=say("new_name"))
    new.add_argument("--only", choices=languages(), help=say("only"))
    taken = commands.add_parser("import", help=say("import"), description=say("import"))
    taken.add_argument("table", metavar="TABLE", help=say("table"))
    taken.add_argument("folder", type=Path, metavar="FOLDER", help=say("folder_in"))
    given = commands.add_parser("export", help=say("export"), description=say("export"))
    given.add_argument("folder", type=Path, metavar="FOLDER", help=say("folder_out"))
    given.add_argument("table", type=Path, metavar="TABLE", help=say("table_out"))
    given.add_argument("--translate", metavar="LANGUAGE", help=say("translate"))
    for one in (taken, given):
        one.add_argument("--replace", action="store_true", help=say("replace"))
    for one in (new, taken, given):
        one.add_argument("--language", choices=languages(), default=language, help=say("language"))


def run(asked: argparse.Namespace) -> int:
    """The exit status: 0 done, 1 something to mend and nothing written, 2 a wrong use of the command."""
    doing = {"new": _new, "import": _import, "export": _export}[asked.command]
    try:
        return doing(asked)
    except TableProblems as found:
        _print(found.said, asked.language)
        print(says(asked.language)("count", number=len(found.said)))
    except DataProblems as found:
        _print(found.problems, asked.language)
        print(says(asked.language)("count", number=len(found.problems)))
    except NotWritten as error:
        print(error.in_language(asked.language), file=sys.stderr)
        return WRONG_USE
    print(says(asked.language)("nothing_written"))
    return WRONG


def _print(said: Iterable[Said], language: str) -> None:
    for one in said:
        print(one.in_language(language))


def _new(asked: argparse.Namespace) -> int:
    say = says(asked.language)
    if not re.fullmatch(ID_PATTERN, asked.name):
        print(say("bad_name", name=asked.name, near=made_id(asked.name)), file=sys.stderr)
        return WRONG_USE
    folder = folders()[0] / asked.name
    spoken = [asked.only] if asked.only else ["ja", "en"]
    made = new_assessment(folder, spoken, asked.language, datetime.now()).assessment
    print(say("made_new", folder=folder, items=len(made.items), traits=len(made.traits)))
    print(say("next_check", command=command("catalog", "check", quoted(folder))))
    return GOOD


def _import(asked: argparse.Namespace) -> int:
    say = says(asked.language)
    read = _table(asked.table, asked.language)
    if is_words(read):
        changed = import_words(read, asked.folder, asked.replace, datetime.now())
        key = "translated" if changed.number else "translated_nothing"
        _print(read.notes, asked.language)
        print(say(key, folder=asked.folder, n=changed.number))
        if changed.copy:
            print(say("kept_before", copy=changed.copy))
    else:
        _say_imported(
            import_table(read, asked.folder, asked.language, replace=asked.replace, now=datetime.now()), asked
        )
    print(say("next_check", command=command("catalog", "check", quoted(asked.folder))))
    return GOOD


def _say_imported(done: Imported, asked: argparse.Namespace) -> None:
    say = says(asked.language)
    _print(done.notes, asked.language)
    for file, keys in done.begun.items():
        print(say("begun", file=f"{file}.yaml", keys=", ".join(keys)))
    if done.kept:
        print(say("kept_files", files=", ".join(f"{one}.yaml" for one in done.kept)))
    made = done.assessment
    numbers = {"items": len(made.items), "traits": len(made.traits), "roles": len(made.roles)}
    print(say("imported", folder=asked.folder, languages=", ".join(made.languages), **numbers))
    if asked.folder.absolute().parent != folders()[0].absolute():
        print(say("not_served", questions=folders()[0]))
    if done.written.copy:
        print(say("kept_before", copy=done.written.copy))
        print(say("raise_version", version=made.version))


def _table(named: str, language: str) -> ReadTable:
    if named != STDIN:
        return read_table(Path(named))
    say = says(language)
    if sys.stdin.isatty():
        end = "Ctrl+Z, Enter" if os.name == "nt" else "Ctrl+D"
        print(say("paste_now", end=end), file=sys.stderr)
    return read_bytes(sys.stdin.buffer.read(), say("pasted"))


def _export(asked: argparse.Namespace) -> int:
    say = says(asked.language)
    into = language_of(asked.translate) if asked.translate else None
    if asked.translate and into is None:
        into = asked.translate
    if not asked.replace and asked.table.exists() and not (asked.table.is_dir() and not any(asked.table.iterdir())):
        raise TableProblems([sentence("table_there", Place(str(asked.table)))])
    done = export_folder(asked.folder, asked.table, asked.language, into)
    if into:
        print(say("exported_words", table=asked.table, n=done.number, missing=done.missing))
        return GOOD
    print(say("exported", table=asked.table, n=done.number))
    if done.items_only:
        print(say("only_items_in_csv"))
    return GOOD
