"""``python -m catalog``: ``check``, ``new``, ``import``, ``export``, ``preview``, ``adverts`` and two more."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from catalog.command.check import check_folder, check_site, with_paper, with_usage
from catalog.command.coverage import coverage_lines
from catalog.command.preview import preview
from catalog.command.schema import file_name, json_schemas
from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser
from catalog.interpreter import PROJECT, WRONG_USE, command, quoted
from catalog.reading.problem import DataProblems
from catalog.reading.wording import command_says, languages
from catalog.site import folders
from catalog.tables.command import NAMES, add_commands, run
from catalog.whole_file import NotWritten, whole_file


def _arguments(language: str) -> argparse.ArgumentParser:
    def says(key: str) -> str:
        return command_says(key, language)

    parser = CommandParser("catalog", language=language, description=says("description"))
    commands = parser.add_commands()
    check = commands.add_parser("check", help=says("check"), description=says("check"))
    check.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help=says("folder"))
    add_commands(commands, language)
    covered = commands.add_parser("coverage", help=says("coverage"), description=says("coverage"))
    covered.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help=says("content_folder"))
    preview_ = commands.add_parser("preview", help=says("preview"), description=says("preview"))
    preview_.add_argument("folder", type=Path, metavar="FOLDER", help=says("preview_folder"))
    preview_.add_argument("--port", type=int, metavar="PORT", help=says("preview_port_help"))
    preview_.add_argument("--no-browser", action="store_true", help=says("preview_no_browser"))
    schema = commands.add_parser("schema", help=says("schema"), description=says("schema"))
    schema.add_argument("--out", type=Path, metavar="FOLDER", help=says("out"))
    adverts = commands.add_parser("adverts", help=says("adverts"), description=says("adverts"))
    adverts.add_argument("files", nargs="+", type=Path, metavar="FILE", help=says("advert_files"))
    adverts.add_argument("--out", type=Path, metavar="OUT.csv", required=True, help=says("advert_table"))
    for one in (check, covered, preview_, schema, adverts):
        one.add_argument("--language", choices=languages(), default=language, help=says("language"))
    return parser


def main(arguments: Sequence[str]) -> int:
    """The command's exit status: 0 all well, 1 problems in the files, 2 a wrong use of the command."""
    asked = _arguments(command_language(arguments)).parse_args(arguments)
    if asked.command in NAMES:
        return run(asked)
    if asked.command == "schema":
        return _write_schemas(asked.out, asked.language)
    if asked.command == "preview":
        if asked.folder.is_dir():
            return preview(asked.folder, asked.port, asked.language, opens=not asked.no_browser)
        _say_missing(asked.folder, asked.language)
        return WRONG_USE
    if asked.command == "adverts":
        # The one place where this room looks up: docs/decisions/0021-reading-advertisements.md.
        from adverts.command import write_table

        return write_table(asked.files, asked.out, folders()[1], asked.language)
    if asked.command == "coverage":
        return _say_coverage(asked.folder or folders()[1], asked.language)
    if asked.folder is None:
        wanted: tuple[Path, ...] = folders()
    else:
        wanted = (asked.folder,)
    missing = [folder for folder in wanted if not folder.is_dir()]
    if missing:
        for folder in missing:
            _say_missing(folder, asked.language)
        return WRONG_USE
    checked = check_site(*folders()) if asked.folder is None else check_folder(asked.folder)
    for problem in checked.problems:
        print(problem.in_language(asked.language))
    if checked.problems:
        print(command_says("count", asked.language, number=len(checked.problems)))
        return 1
    of_site = folders()[1]
    content = asked.folder if asked.folder and (asked.folder / "usage.yaml").exists() else of_site
    for note in with_usage(with_paper(checked, *wanted), content, *wanted).notes:
        print(command_says("note", asked.language, note=note.in_language(asked.language)))
    said = command_says(checked.summary.key, asked.language, **checked.summary.numbers)
    if checked.summary.unchecked:
        said += command_says("facts_unchecked", asked.language, number=checked.summary.unchecked)
    print(said)
    for folder, number in checked.hinted:
        shown = command("catalog", "preview", quoted(folder))
        print(command_says("hinted", asked.language, number=number, command=shown))
    return 0


def _say_missing(folder: Path, language: str) -> None:
    """That there is no such folder; of one that nobody named, where the command has to be run."""
    print(command_says("no_folder", language, folder=str(folder)), file=sys.stderr)
    if str(folder) in ("questions", "content") and Path.cwd() != PROJECT and (PROJECT / folder).is_dir():
        print(command_says("wrong_folder", language, folder=str(PROJECT)), file=sys.stderr)


def _say_coverage(folder: Path, language: str) -> int:
    if not folder.is_dir():
        _say_missing(folder, language)
        return WRONG_USE
    try:
        complete, lines = coverage_lines(folder, language)
    except DataProblems as found:
        for problem in found.problems:
            print(problem.in_language(language))
        print(command_says("count", language, number=len(found.problems)))
        return 1
    for line in lines:
        print(line)
    return 0 if complete else 1


def _write_schemas(out: Path | None, language: str) -> int:
    schemas = json_schemas()
    if out is None:
        print(json.dumps(schemas, ensure_ascii=False, indent=2))
        return 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        for kind, schema in schemas.items():
            text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
            with whole_file(out / file_name(kind)) as draft:
                draft.write_text(text, encoding="utf-8")
    except (OSError, NotWritten):
        print(command_says("cannot_write", language, folder=str(out)), file=sys.stderr)
        return WRONG_USE
    print(command_says("written", language, number=len(schemas), folder=str(out)))
    return 0


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main(sys.argv[1:]))
