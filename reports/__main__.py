"""``python -m reports FOLDER IN OUT_FOLDER``: a table of answers -> a PDF for each row.

Status 0: each row has its file; files that this command did not write are named and left alone. 1: cells that are no
answers, all of them listed, or reports that could not be made, each with its line and why. 2: the folders, the table or
the language cannot be used. 130: stopped by hand; the same command goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser, sentences
from catalog.content.words import Words
from catalog.load import load_assessment, load_content
from catalog.paper.fonts import FontsMissing
from catalog.reading.problem import DataProblems
from catalog.reading.wording import Said
from catalog.site import folders
from catalog.time_zone import operator_day
from reports.batch.answers_in import answer_table
from reports.batch.write import Step, left_over, write_all
from scoring.tables.said import SHOWN, BadCells, TableProblem, command_says

WORDING = Path(__file__).with_name("wording.yaml")
BAR = 28
FILES = (".pdf", ".zip", ".csv", ".xlsx", ".parquet")
"""Endings by which somebody means one file where the command makes a folder of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    language = command_language(given)
    says = sentences(WORDING, language)
    parser = CommandParser("reports", language=language, description=says("description"))
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=says("folder"))
    parser.add_argument("source", type=Path, metavar="IN", help=says("source"))
    parser.add_argument("target", type=Path, metavar="OUT_FOLDER", help=says("target"))
    parser.add_argument("--language", default="", help=says("language"))
    chosen = parser.parse_args(given)
    try:
        assessment = load_assessment(chosen.folder)
        content = load_content(folders()[1])
    except DataProblems as found:
        return _refused(*(problem.in_language(language) for problem in found.problems))
    spoken = content.language_ids
    # What the command says, and what stands on paper: a site's reports are in its own first language.
    wanted = (one if one in spoken else spoken[0] for one in (language, chosen.language))
    said, paper = (content.words(one, assessment) for one in wanted)
    if chosen.language and chosen.language not in content.language_ids:
        known = ", ".join(content.language_ids)
        return _refused(said("report.command.language", language=chosen.language, known=known))
    try:
        table = answer_table(assessment, chosen.source)
    except TableProblem as problem:
        return _refused(*problem.lines(said.language))
    except BadCells as bad:
        _refused(*bad.lines(said.language), said("report.command.bad_cells", n=len(bad.sentences)))
        return 1
    for note in table.notes:
        print(command_says("note", said.language, sentence=note), file=sys.stderr)
    if not table.ids:
        return _refused(said("report.command.empty", source=chosen.source))
    if chosen.target.suffix.lower() in FILES and not chosen.target.is_dir():
        return _refused(said("report.command.no_folder", folder=chosen.target))
    step = Step(0, len(table.ids), 0)
    bar = Bar(sys.stderr)
    try:
        for step in write_all(assessment, content, paper, table, chosen.target, operator_day()):
            bar.show(step)
    except KeyboardInterrupt:
        bar.end()
        print(said("report.command.stopped", n=step.ready, total=step.total), file=sys.stderr)
        return 130
    except OSError as error:
        bar.end()
        return _refused(said("report.command.folder", folder=chosen.target, reason=error.strerror))
    except Said as refused:
        bar.end()
        return _refused(refused.in_language(said.language))
    except FontsMissing as missing:
        bar.end()
        return _refused(str(missing))
    bar.end()
    _tell(said, step, chosen.target, left_over(assessment, table, chosen.target))
    return _failures(said, step, chosen.source)


def _tell(words: Words, step: Step, folder: Path, left: Sequence[str]) -> None:
    """How many were made, renewed and kept; by name what was left alone although it is no report of this table."""
    key = "report.command.kept" if step.kept else "report.command.done"
    print(words(key, n=step.ready - step.kept, kept=step.kept, folder=folder))
    if step.renewed:
        print(words("report.command.renewed", n=step.renewed))
    for key, names in (("report.command.foreign", step.foreign), ("report.command.left", left)):
        if names:
            shown = [*names[:SHOWN], *(["…"] if len(names) > SHOWN else [])]
            print(words(key, n=len(names), names=", ".join(shown)), file=sys.stderr)


def _failures(words: Words, step: Step, source: Path) -> int:
    """Names each report that could not be made. 0 where there is none, else 1."""
    for one in sorted(step.failed, key=lambda failure: failure.line):
        print(f"{source}:{one.line}: {words('report.command.failed_row', name=one.name, why=one.why)}", file=sys.stderr)
    if step.failed:
        print(words("report.command.failed", n=len(step.failed)), file=sys.stderr)
    return 1 if step.failed else 0


def _refused(*why: str) -> int:
    for line in why:
        print(line, file=sys.stderr)
    return 2


class Bar:
    """A progress bar on one line of a terminal; nothing where the output goes into a file."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._there = out.isatty()

    def show(self, step: Step) -> None:
        if self._there:
            full = BAR * step.ready // max(step.total, 1)
            self._out.write(f"\r[{'#' * full}{'.' * (BAR - full)}] {step.ready}/{step.total}")
            self._out.flush()

    def end(self) -> None:
        if self._there:
            self._out.write("\n")


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
